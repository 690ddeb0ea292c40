#include <cstdio>
#include <fstream>

#include <fmt/format.h>

#include "app/coded_lines.hpp"
#include "app/commands.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "merge/merge.hpp"
#include "merge/spool.hpp"
#include "record/read_json.hpp"
#include "record/write_json.hpp"

namespace dateline::app {

namespace {

/// Reads coded reports from a stream; a line that is none is reported and counted.
/// Writes objects as JSON Lines to standard output, about a megabyte at a time.
class LineWriter {
  public:
    template<typename Object>
    void write(const Object& object) {
        write_json(m_lines, object);
        m_lines += '\n';
        if (m_lines.size() >= chunk) flush();
    }
    void write_lines(const Record& record) {
        write_json_lines(record, [&](std::string_view lines) { m_lines += lines; });
        flush();
    }
    void flush() {
        if (std::fwrite(m_lines.data(), 1, m_lines.size(), stdout) != m_lines.size())
            throw error("cannot write to standard output");
        m_lines.clear();
    }

  private:
    static constexpr std::size_t chunk = 1U << 20U;
    std::string m_lines;
};

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
    const auto log = read_decisions(options.decisions);
    merge::Spool spool;
    std::size_t skipped = 0;
    const CodedLineSteps steps{[&](const CodedReport& coded) { spool.add(coded); },
                               [&](const std::string& input, const std::string& reason) {
                                   fmt::print(stderr, "dateline: skipped {}: {}\n", input, reason);
                                   ++skipped;
                               },
                               {}};
    const std::vector<std::string> piped{"-"};
    for (const std::string& input : options.inputs.empty() ? piped : options.inputs)
        read_coded_lines(input, steps);
    const Exit exit = exit_of(spool.size(), skipped);
    LineWriter writer;
    const auto write_rest = [&](const Record& record) {
        for (const std::string& id : record.lost_decisions)
            fmt::print(stderr, "dateline: decision {} was not applied: its words are not in the reports\n",
                       id);
        writer.write_lines(record);
    };
    merge::merge(merge::Reports(spool.source()), log,
                 {[&](const MergedActor& actor) { writer.write(actor); },
                  [&](const Event& event) { writer.write(event); }, write_rest});
    if (std::fflush(stdout) != 0) throw error("cannot write to standard output");
    return exit;
}

} // namespace dateline::app
