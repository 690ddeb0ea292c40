#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "record/coded_report.hpp"
#include "what/lexicon.hpp"

namespace dateline::what {

/// Runs the worked examples of the frames that `wanted` chooses: `code` gives the coded report of a sentence
/// (claims included). One message for each example that comes out otherwise than written, naming file and
/// line; empty when all hold.
std::vector<std::string> check_examples(const Lexicon& lexicon,
                                        const std::function<bool(const Frame&)>& wanted,
                                        const std::function<CodedReport(std::string_view)>& code);

} // namespace dateline::what
