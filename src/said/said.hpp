#pragma once

#include <vector>

#include "record/coded_report.hpp"

namespace dateline::said {

/// Who is said to have said, written, believed or intended what, in text order. `speaker` indexes `actors`. A
/// content split by its cue is two quotes with one cue. Safe to call from several threads.
std::vector<Quote> find_quotes(const Parse& parse, const Report& report, const std::vector<Actor>& actors);

} // namespace dateline::said
