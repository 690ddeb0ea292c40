#pragma once

#include <string_view>

#include "record/coded_report.hpp"

namespace dateline {

/// A coded report from one line of `dateline code`. With `tokens` in it the parse is complete, else it holds
/// only sentences without tokens. Unknown fields are passed over. Throws `Error` saying what is wrong with
/// the line; untrusted bytes are safe.
CodedReport read_coded_report(std::string_view line);

} // namespace dateline
