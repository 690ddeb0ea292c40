#pragma once

#include <string_view>

#include "record/coded_report.hpp"
#include "where/gazetteer.hpp"
#include "where/mentions.hpp"

namespace dateline::where {

/// How a place is used (`literal`, `actor`, `modifier`, `name`), by its part in the sentence. `place` is what
/// it was decided to mean; null when that is unknown.
std::string_view use_of(const Parse& parse, const Report& report, const PlaceMention& mention,
                        const PlaceRecord* place);

} // namespace dateline::where
