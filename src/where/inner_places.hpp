#pragma once

#include <unordered_set>
#include <vector>

#include "where/lookup.hpp"

namespace dateline::where {

/// The places inside the name of a body, an office, an event or a building: `Laurel County` in `Laurel County
/// School Board`, `Nebraska` in `University of Nebraska`. `seen` are the keys of places the report names by
/// themselves: those are found with less evidence.
std::vector<Stretch> inner_places(const Lookup& lookup, Stretch name,
                                  const std::unordered_set<std::uint64_t>& seen);

} // namespace dateline::where
