#pragma once

#include <string_view>

#include "record/merged.hpp"

namespace dateline {

/// Merged objects from their JSON (record format, "Out of merge"). Throw `Error` when the line is not valid
/// JSON.
Event read_event(std::string_view json);
MergedActor read_merged_actor(std::string_view json);
Itinerary read_itinerary(std::string_view json);
Story read_story(std::string_view json);

} // namespace dateline
