#pragma once

#include <vector>

#include "record/coded_report.hpp"
#include "when/when.hpp"
#include "who/actor_book.hpp"

namespace dateline::who {

/// The terms of the offices the report gives its people (`Secretary of State Antony Blinken`), from the actor
/// book. They bound the time the report can be of.
std::vector<when::Period> terms_of(const std::vector<Actor>& actors, const ActorBook& book);

} // namespace dateline::who
