#pragma once

#include <string>
#include <vector>

#include "record/coded_report.hpp"
#include "where/gazetteer.hpp"
#include "where/mentions.hpp"

namespace dateline::where {

/// What a mention was decided to mean.
struct Decision {
    const PlaceRecord* place = nullptr; // null: unknown
    std::string why;
};

/// The place of each mention, in the same order.
std::vector<Decision> resolve(const Parse& parse, const Report& report, const Gazetteer& gazetteer,
                              const std::vector<PlaceMention>& mentions);

} // namespace dateline::where
