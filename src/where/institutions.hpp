#pragma once

#include <cstdint>
#include <vector>

#include "where/gazetteer.hpp"
#include "where/lookup.hpp"

namespace dateline::where {

/// Where an institution stands, in degrees.
struct Campus {
    float lat = 0, lon = 0;
};

/// The institution of `data/where/institutions.txt` that the mention is part of the name of, or that it
/// stands for beside words of learning; null where there is none.
const Campus* institution_of(const Lookup& lookup, Stretch mention);

/// True when the place lies where the institution stands.
bool lies_at(const PlaceRecord& place, const Campus& campus);

} // namespace dateline::where
