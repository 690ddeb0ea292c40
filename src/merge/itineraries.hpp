#pragma once

#include <vector>

#include "merge/actors.hpp"
#include "merge/reports.hpp"
#include "record/merged.hpp"

namespace dateline::merge {

/// False for events that no itinerary comes from, whatever else is told; the others are what
/// `find_itineraries` needs, without `why`, `history`, `counts` and `disputes`.
bool may_be_of_itinerary(const Event& event);

/// The stops of every named person who is told to have been in two places or more, or to plan to: by day as
/// far as days are known, else in the order in which a report lists them, planned ones last. Each stop has
/// whom the person met there.
std::vector<Itinerary> find_itineraries(const Reports& reports, const std::vector<Event>& events,
                                        const std::vector<MergedActor>& actors);

} // namespace dateline::merge
