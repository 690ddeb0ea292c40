#pragma once

#include <vector>

#include "record/coded_report.hpp"

namespace dateline::when {

/// The time expressions of a report in text order, not overlapping, with TIMEX3 type and value and the first
/// and last day each can mean. Relative ones are resolved against `report.published`, the dateline or another
/// time; what cannot be known stays open (`XXXX-11-06`). Safe to call from several threads.
std::vector<Time> find_times(const Parse& parse, const Report& report);

} // namespace dateline::when
