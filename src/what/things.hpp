#pragma once

#include <optional>

#include "what/arguments.hpp"

namespace dateline::what {

/// What an event is done to when that is no actor: `flights` in `airlines cancelled flights`, `boats` in `the
/// theft of three boats`. Empty for actors, amounts, times and words of the trigger itself.
std::optional<Thing> thing_done_to(const ReportWords& words, const Arguments& arguments, Span trigger);

} // namespace dateline::what
