#pragma once

#include <vector>

#include "record/decision.hpp"
#include "record/merged.hpp"

namespace dateline::merge {

/// The record of a pile of coded reports. Their `parse` is not needed. The same set of reports gives the same
/// record, ids included, in whatever order they come. Users' decisions are applied in the order of their log;
/// those whose words are not found are listed in the record.
Record merge(const std::vector<CodedReport>& reports, const std::vector<Decision>& decisions = {});

} // namespace dateline::merge
