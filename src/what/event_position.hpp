#pragma once

#include "what/words.hpp"

namespace dateline::what {

/// True when a word may stand for an event where it stands: a verb that is no auxiliary, a noun that is
/// neither part of a name nor of an idiom nor a text that speaks, an adjective that is said of something.
bool is_event_position(const ReportWords& words, TokenIndex t);

} // namespace dateline::what
