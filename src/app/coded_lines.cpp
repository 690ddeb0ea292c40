#include "app/coded_lines.hpp"

#include <fstream>
#include <iostream>
#include <optional>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/text.hpp"
#include "record/read_json.hpp"

namespace dateline::app {

void read_coded_lines(const std::string& name, const CodedLineSteps& steps) {
    std::ifstream file;
    if (name != "-") {
        file.open(name, std::ios::binary);
        if (!file) throw error("cannot open {}", name);
    }
    std::istream& stream = name == "-" ? std::cin : file;
    std::string line;
    for (std::size_t number = 1; !(steps.stop && steps.stop()) && std::getline(stream, line); ++number) {
        if (trim(line).empty()) continue;
        std::optional<CodedReport> coded;
        try {
            coded = read_coded_report(line);
        } catch (const Error& problem) {
            steps.skip(fmt::format("{}:{}", name == "-" ? "standard input" : name, number), problem.what());
        }
        if (coded) steps.take(std::move(*coded));
    }
}

} // namespace dateline::app
