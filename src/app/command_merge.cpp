#include <cstdio>
#include <fstream>
#include <iostream>

#include <fmt/format.h>

#include "app/commands.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "merge/merge.hpp"
#include "record/read_json.hpp"
#include "record/write_json.hpp"

namespace dateline::app {

namespace {

/// Reads coded reports from a stream; a line that is none is reported and counted.
void read_coded(std::istream& stream, const std::string& name, std::vector<CodedReport>& reports,
                std::size_t& skipped) {
    std::string line;
    for (std::size_t number = 1; std::getline(stream, line); ++number) {
        if (trim(line).empty()) continue;
        try {
            reports.push_back(read_coded_report(line));
            merge::slim(reports.back());
        } catch (const Error& problem) {
            fmt::print(stderr, "dateline: skipped {}:{}: {}\n", name, number, problem.what());
            ++skipped;
        }
    }
}

std::vector<Decision> read_decisions(const std::string& name) {
    std::vector<Decision> log;
    if (name.empty()) return log;
    std::ifstream file(name, std::ios::binary);
    if (!file) throw error("cannot open {}", name);
    std::string line;
    for (std::size_t number = 1; std::getline(file, line); ++number) {
        if (trim(line).empty()) continue;
        try {
            log.push_back(read_decision(line));
        } catch (const Error& problem) {
            throw error("{}:{}: {}", name, number, problem.what());
        }
    }
    return log;
}

} // namespace

Exit run_merge(const MergeOptions& options) {
    std::vector<CodedReport> reports;
    std::size_t skipped = 0;
    if (options.inputs.empty()) read_coded(std::cin, "standard input", reports, skipped);
    for (const std::string& input : options.inputs) {
        std::ifstream file(input, std::ios::binary);
        if (!file) throw error("cannot open {}", input);
        read_coded(file, input, reports, skipped);
    }
    const Record record = merge::merge(reports, read_decisions(options.decisions));
    for (const std::string& id : record.lost_decisions)
        fmt::print(stderr, "dateline: decision {} was not applied: its words are not in the reports\n", id);
    const Exit exit = exit_of(reports.size(), skipped);
    std::vector<CodedReport>().swap(reports); // the record needs them no more
    write_json_lines(record, [](std::string_view lines) {
        if (std::fwrite(lines.data(), 1, lines.size(), stdout) != lines.size())
            throw error("cannot write to standard output");
    });
    if (std::fflush(stdout) != 0) throw error("cannot write to standard output");
    return exit;
}

} // namespace dateline::app
