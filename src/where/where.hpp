#pragma once

#include <vector>

#include "record/coded_report.hpp"
#include "where/gazetteer.hpp"

namespace dateline::where {

/// The place mentions of a report in text order, resolved as far as the report's own evidence allows.
/// Demonyms are no places. Safe to call from several threads.
std::vector<Place> find_places(const Parse& parse, const Report& report, const Gazetteer& gazetteer);

} // namespace dateline::where
