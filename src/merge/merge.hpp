#pragma once

#include <functional>
#include <vector>

#include "merge/reports.hpp"
#include "record/decision.hpp"
#include "record/merged.hpp"

namespace dateline::merge {

/// Where the record of a pile goes, piece by piece, so that it never stands in memory as a whole: first all
/// actors, then all events, each once, then the rest.
struct RecordSink {
    std::function<void(const MergedActor&)> actor;
    std::function<void(const Event&)> event;
    std::function<void(const Record&)> rest;    // all but actors and events
    std::function<void(const char*)> step = {}; // told what comes next, for a progress line; may be empty
};

/// Makes the record of a pile of coded reports. Their `parse` is not needed. The same set of reports gives
/// the same record, ids included, in whatever order they come. Users' decisions are applied in the order of
/// their log; those whose words are not found are listed in the record. Memory grows slowly with the pile
/// (some 40 KB a report), not with what the reports hold.
void merge(const Reports& reports, const std::vector<Decision>& decisions, const RecordSink& sink);

/// The same for reports in memory.
Record merge(const std::vector<CodedReport>& reports, const std::vector<Decision>& decisions = {});

} // namespace dateline::merge
