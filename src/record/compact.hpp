#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "record/coded_report.hpp"

namespace dateline {

/// What merging needs of a coded report, without its text, in a tenth of the bytes of its JSON: spans, ids
/// and numbers as short integers, each string once. Left out: tokens, names, quotes, TIMEX3 values, and how
/// things were found (of an actor's `why` only whether the actor book knows it).
std::string to_compact(const CodedReport& coded);

/// How much of a report is read back: claims are two thirds of the work.
enum class Parts { all, no_claims };

/// The report again, for the text it was made of. Empty when the bytes are of another version of the form,
/// cut off, or point outside the text: then only the JSON of the report can help.
std::optional<CodedReport> from_compact(std::string_view bytes, std::string text, Parts parts = Parts::all);

} // namespace dateline
