#pragma once

#include <vector>

#include "record/merged.hpp"

namespace dateline::merge {

/// The stops of every person who is told to have visited or to plan to visit two places or more, in order: by
/// day as far as days are known, undated stops where the reports name them, planned ones last.
std::vector<Itinerary> find_itineraries(const std::vector<Event>& events,
                                        const std::vector<MergedActor>& actors);

} // namespace dateline::merge
