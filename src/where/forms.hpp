#pragma once

#include <vector>

#include "where/lookup.hpp"

namespace dateline::where {

/// A place that shows by how it is written.
struct WrittenPlace {
    Stretch words;
    std::uint32_t division = 0; // that an abbreviation stands for
    std::uint32_t skip = 0;     // bytes of the first token in front of the place (`D-` of `D-Ohio`)
};

/// Abbreviated divisions (`Mobile, Ala.`, `Calif.`) with the towns in front of them, and the homes of
/// politicians behind their party (`D-N.Y.`, `R-Springfield`).
std::vector<WrittenPlace> abbreviated_places(const Lookup& lookup);

/// Roads (`Highway 19`, `Main Street`), waters, hills and wild places (`Otter Creek`) by their last word.
std::vector<Stretch> named_features(const Lookup& lookup);

/// True when the division stands behind a comma behind a name, or behind a party.
bool is_chained(const Lookup& lookup, TokenIndex i);

} // namespace dateline::where
