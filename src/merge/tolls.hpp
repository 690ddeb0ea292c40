#pragma once

#include "merge/claim_views.hpp"
#include "merge/decisions.hpp"
#include "merge/events.hpp"

namespace dateline::merge {

/// Joins groups of claims that tell of one toll: as many killed or injured on one day, where kinds, places
/// and users' decisions do not speak against it. Groups stay in order of their first claim.
EventGroups join_tolls(const ClaimViews& views, const EventGroups& groups, const Decisions& decisions);

} // namespace dateline::merge
