#pragma once

// Drawings of a brief as SVG: no script, no outside file, readable in print.

#include <string>
#include <vector>

#include "record/merged.hpp"
#include "show/describe.hpp"
#include "show/page.hpp"

namespace dateline::show {

/// Events as dots over their days, conflict below the line, cooperation above, larger with more reports.
/// Empty when fewer than two days are known.
std::string timeline_svg(const std::vector<Event>& events, Describer& describer);

/// The places of the events by longitude and latitude, with the way of each itinerary. Empty without places
/// that have coordinates.
std::string map_svg(const std::vector<Event>& events, const std::vector<Itinerary>& itineraries);

/// Who met or talked with whom: actors on a circle, a line for each pair, thicker with more events. Empty
/// when nobody met.
std::string meetings_svg(const std::vector<Event>& events, Describer& describer);

} // namespace dateline::show
