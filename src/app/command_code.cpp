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
    const CodingSummary summary = code_inputs(options.coding, steps);
    if (std::fflush(stdout) != 0) throw error("cannot write to standard output");
    if (summary.skipped > 0)
        fmt::print(stderr, "dateline: {} coded, {} skipped\n", summary.coded, summary.skipped);
    return exit_of(summary.coded, summary.skipped);
}

} // namespace dateline::app
