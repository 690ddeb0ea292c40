#pragma once

#include <string_view>
#include <vector>

#include "where/evidence.hpp"

namespace dateline::where {

/// A place that a name may mean, and what speaks for it.
struct Meaning {
    const PlaceRecord* place = nullptr;
    Direction direction;
    double base = 0;              // prior and containers
    double score = 0;             // with what the other names say
    double likely = 0;            // relative to the best, 1
    double raised = 0;            // part of `base`: the people of the district named like it
    bool has_city = false;        // a division with a city of the same name
    bool is_like_country = false; // a division whose name a country of others bears too
    std::string_view why;
};

/// Sets the places of one name against each other: small towns beside regions, divisions beside their
/// cities. Changes `base`, `raised`, `has_city` and `is_like_country`.
void weigh_namesakes(std::vector<Meaning>& meanings);

/// What it is worth to a meaning that the words beside a mention say the kind.
double hinted(const Meaning& meaning, KindHint hint);

} // namespace dateline::where
