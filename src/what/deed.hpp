#pragma once

#include <optional>

#include "what/arguments.hpp"
#include "what/participants.hpp"
#include "what/words.hpp"

namespace dateline::what {

/// The words of a verb that say what was done when a name is put in front: `has recalled its ambassador to
/// Israel`, `was killed in a blast`. Bytes of the text. Empty for nouns without a light verb, for
/// participles, for what would be too long (25 words), and where the verb is not told of one of the parties
/// in `roles`.
std::optional<Span> deed_of(const ReportWords& words, const Arguments& arguments, const Roles& roles);

} // namespace dateline::what
