#include <cstdio>

#include <fmt/format.h>

#include "app/commands.hpp"
#include "base/error.hpp"
#include "record/write_json.hpp"

namespace dateline::app {

Exit run_code(const CodeOptions& options) {
    CodingSteps steps;
    steps.render = [&](const CodedReport& coded) {
        std::string line;
        write_json(line, coded, options.tokens ? WithTokens::yes : WithTokens::no);
        return line;
    };
    steps.take = [](const CodedReport& /*coded*/, const std::string& line) {
        if (std::fwrite(line.data(), 1, line.size(), stdout) != line.size())
            throw error("cannot write to standard output");
    };
    steps.skip = print_problem;
    // Left to the end of the process: to free all that is known piece by piece takes a tenth of the time that
    // a short report takes.
    static const Coder* const coder = new Coder(coder_options(options.coding));
    const CodingSummary summary = code_inputs(*coder, options.coding, steps);
    if (std::fflush(stdout) != 0) throw error("cannot write to standard output");
    if (summary.skipped > 0)
        fmt::print(stderr, "dateline: {} coded, {} skipped\n", summary.coded, summary.skipped);
    return exit_of(summary.coded, summary.skipped);
}

} // namespace dateline::app
