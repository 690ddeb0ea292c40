#include <cstdio>

#include <fmt/format.h>

#include "app/coding.hpp"
#include "app/command.hpp"
#include "base/error.hpp"
#include "record/write_json.hpp"

namespace dateline::app {

namespace {

Exit run_read(const std::vector<std::string>& inputs) {
    read::Reader reader(inputs);
    std::size_t done = 0;
    std::size_t skipped = 0;
    std::string line;
    while (auto result = reader.next()) {
        if (const auto* problem = std::get_if<read::Problem>(&*result)) {
            print_problem(*problem);
            ++skipped;
            continue;
        }
        line.clear();
        write_json(line, std::get<Report>(*result));
        if (std::fwrite(line.data(), 1, line.size(), stdout) != line.size())
            throw error("cannot write to standard output");
        ++done;
    }
    return exit_of(done, skipped);
}

} // namespace

void add_read_command(CLI::App& app, Run& run) {
    auto inputs = std::make_shared<std::vector<std::string>>();
    CLI::App* command =
        app.add_subcommand("read", "Read files into reports: text or JSONL in, reports as JSONL out");
    command->add_option("FILE", *inputs,
                        "JSONL or text files, or folders of them; standard input (JSONL) without any");
    command->callback([inputs, &run] { run = [inputs] { return run_read(*inputs); }; });
}

} // namespace dateline::app
