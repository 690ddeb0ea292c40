#pragma once

#include <functional>
#include <string>

#include "record/coded_report.hpp"

namespace dateline::app {

/// What becomes of each line.
struct CodedLineSteps {
    std::function<void(CodedReport)> take;
    std::function<void(const std::string& input, const std::string& reason)> skip; // `input`: `name:line`
    std::function<bool()> stop;                                                    // empty: never
};

/// Reads coded reports, one JSON object a line as `dateline code` writes them; `-` is standard input. Throws
/// when the file cannot be opened; what is no coded report is skipped.
void read_coded_lines(const std::string& name, const CodedLineSteps& steps);

} // namespace dateline::app
