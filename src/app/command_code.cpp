#include <cstdio>

#include <fmt/format.h>

#include "app/coding.hpp"
#include "app/command.hpp"
#include "base/error.hpp"
#include "record/write_json.hpp"

namespace dateline::app {

namespace {

struct Options {
    CodingFlags coding;
    bool tokens = false;
};

Exit run_code(const Options& options) {
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

} // namespace

void add_code_command(CLI::App& app, Run& run) {
    auto options = std::make_shared<Options>();
    CLI::App* command =
        app.add_subcommand("code", "Code reports: JSONL or text in, coded reports as JSONL out");
    add_coding_flags(*command, options->coding);
    command->add_flag("--tokens", options->tokens, "Write the tokens too");
    command->add_flag("--parse-only", options->coding.parse_only,
                      "Stop behind the language model: sentences, its own names and, with --tokens, tokens");
    command->callback([options, &run] { run = [options] { return run_code(*options); }; });
}

} // namespace dateline::app
