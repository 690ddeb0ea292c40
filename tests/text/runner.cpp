// Runs the text tests: reads `*.test` files (format: README.md beside this file), codes each report and
// compares the lines of its layers. Exit code 77 (skipped) when the model or the gazetteer is not there.

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "app/coder.hpp"
#include "app/data_folder.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "read/read.hpp"
#include "record/text_form.hpp"

namespace {

using namespace dateline;

struct Expectation {
    std::string verb, layer;
    std::vector<std::string> lines;
};

struct Case {
    std::string where, name, text;
    Report given;
    std::vector<Expectation> expectations;
};

/// Reads one file into cases.
class CaseReader {
  public:
    CaseReader(const std::string& path, std::vector<Case>& cases) : m_path(path), m_cases(cases) {}

    void read() {
        std::ifstream file(m_path);
        if (!file) throw error("cannot open {}", m_path);
        std::string line;
        for (int number = 1; std::getline(file, line); ++number) take(line, number);
    }

  private:
    void take(const std::string& line, int number) {
        if (line.starts_with('#')) return;
        const std::size_t space = line.find(' ');
        const std::string word = line.substr(0, space);
        const std::string rest = space == std::string::npos ? "" : line.substr(space + 1);
        if (word == "case") {
            m_cases.push_back({fmt::format("{}:{}", m_path, number), rest, "", {}, {}});
            m_in_report = false;
        } else if (m_cases.empty()) {
            if (!trim(line).empty()) throw error("{}:{}: `case` must come first", m_path, number);
        } else if (word == "rows" || word == "has" || word == "lacks") {
            m_cases.back().expectations.push_back({word, rest, {}});
            m_in_report = false;
        } else if (m_in_report) {
            m_cases.back().text += line + "\n";
        } else if (!m_cases.back().expectations.empty()) {
            if (!trim(line).empty()) m_cases.back().expectations.back().lines.push_back(line);
        } else {
            take_head(word, rest, number);
        }
    }

    void take_head(const std::string& word, const std::string& rest, int number) {
        Report& given = m_cases.back().given;
        if (word == "report")
            m_in_report = true;
        else if (word == "id")
            given.id = rest;
        else if (word == "source")
            given.source = rest;
        else if (word == "title")
            given.title = rest;
        else if (word == "published")
            given.published = {rest, "", "given"};
        else if (!word.empty())
            throw error("{}:{}: unknown word {}", m_path, number, word);
    }

    std::string m_path;
    std::vector<Case>& m_cases;
    bool m_in_report = false;
};

Report report_of(const Case& test) {
    Report report = test.given;
    if (report.id.empty()) report.id = "r";
    if (!report.title.empty()) report.text = report.title + "\n\n";
    report.body_start = report.prose_start = static_cast<std::uint32_t>(report.text.size());
    report.text += trim(test.text);
    read::find_header(report);
    return report;
}

template<typename Item>
std::vector<std::string> lines_of(const CodedReport& coded, const std::vector<Item>& items) {
    std::vector<std::string> lines;
    for (const Item& item : items) lines.push_back(to_line(coded, item));
    return lines;
}

std::vector<std::string> layer_lines(const CodedReport& coded, const std::string& layer) {
    if (layer == "names") return lines_of(coded, coded.names);
    if (layer == "times") return lines_of(coded, coded.times);
    if (layer == "places") return lines_of(coded, coded.places);
    if (layer == "actors") return lines_of(coded, coded.actors);
    if (layer == "quotes") return lines_of(coded, coded.quotes);
    if (layer == "claims") return lines_of(coded, coded.claims);
    throw error("unknown layer {}", layer);
}

bool holds(const Expectation& expected, const std::vector<std::string>& lines) {
    if (expected.verb == "rows") return lines == expected.lines;
    const auto found = [&](const std::string& wanted) {
        return std::any_of(lines.begin(), lines.end(), [&](const std::string& line) {
            return expected.verb == "has" ? line == wanted : line.starts_with(wanted);
        });
    };
    return expected.verb == "has" ? std::all_of(expected.lines.begin(), expected.lines.end(), found)
                                  : std::none_of(expected.lines.begin(), expected.lines.end(), found);
}

bool passes(const Case& test, const CodedReport& coded) {
    bool all = !test.expectations.empty();
    if (!all) fmt::print("{}: {}: expects nothing\n", test.where, test.name);
    for (const Expectation& expected : test.expectations) {
        const auto lines = layer_lines(coded, expected.layer);
        if (holds(expected, lines)) continue;
        all = false;
        fmt::print("{}: {}\n  {} {}:\n", test.where, test.name, expected.verb, expected.layer);
        for (const std::string& line : expected.lines) fmt::print("    {}\n", line);
        fmt::print("  found:\n");
        for (const std::string& line : lines) fmt::print("    {}\n", line);
    }
    return all;
}

} // namespace

int main(int argc, char** argv) {
    constexpr int skipped = 77;
    try {
        std::filesystem::path data;
        try {
            data = app::data_folder("");
        } catch (const Error& missing) {
            fmt::print("skipped: {}\n", missing.what());
            return skipped;
        }
        std::vector<Case> cases;
        for (int i = 1; i < argc; ++i) CaseReader(argv[i], cases).read();
        if (!std::filesystem::exists(data / "models" / "en_core_web_md" / "config.cfg") ||
            !std::filesystem::exists(data / "gazetteer" / "gazetteer.bin")) {
            fmt::print("skipped: no model or gazetteer in {}\n", data.string());
            return skipped;
        }
        const app::Coder coder(
            {data / "models" / "en_core_web_md", data / "gazetteer" / "gazetteer.bin", {}, {}, false});
        auto parser = coder.parser();
        std::size_t failed = 0;
        for (const Case& test : cases) failed += passes(test, coder.code(report_of(test), parser)) ? 0U : 1U;
        fmt::print("{} passed, {} failed\n", cases.size() - failed, failed);
        return failed == 0 && !cases.empty() ? 0 : 1;
    } catch (const std::exception& failure) {
        fmt::print("{}\n", failure.what());
        return 1;
    }
}
