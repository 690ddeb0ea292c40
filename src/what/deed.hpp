#pragma once

#include <optional>

#include "what/arguments.hpp"
#include "what/words.hpp"

namespace dateline::what {

/// The words of a verb that say what was done when a name is put in front: `has recalled its ambassador to
/// Israel`, `was killed in a blast`. Bytes of the text. Empty for nouns without a light verb, for participles
/// and for what would be too long (25 words).
std::optional<Span> deed_of(const ReportWords& words, const Arguments& arguments);

} // namespace dateline::what
