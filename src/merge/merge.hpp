#pragma once

#include <vector>

#include "record/decision.hpp"
#include "record/merged.hpp"

namespace dateline::merge {

/// The record of a pile of coded reports. Their `parse` is not needed. The same set of reports gives the same
/// record, ids included, in whatever order they come. Users' decisions are applied in the order of their log;
/// those whose words are not found are listed in the record.
Record merge(const std::vector<CodedReport>& reports, const std::vector<Decision>& decisions = {});

/// Drops what merging does not look at (how claims were found, quotes, names, spare room), about a third of
/// the memory of a coded report. For callers that read reports only to merge them.
void slim(CodedReport& report);

} // namespace dateline::merge
