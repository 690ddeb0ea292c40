#pragma once

#include "merge/actors.hpp"
#include "merge/claim_views.hpp"
#include "merge/decisions.hpp"
#include "merge/events.hpp"

namespace dateline::merge {

/// Whether two claims tell of one fate of the same actor: what joins them where their words do not.
bool tell_one_fate(const ClaimView& one, const ClaimView& other);

/// Joins groups of claims that tell how one named person met death or lost power (`data/merge/fates.txt`),
/// where their days do not speak against it. Groups stay in order of their first claim.
EventGroups join_fates(const ClaimViews& views, const EventGroups& groups, const ActorTable& actors,
                       const Decisions& decisions);

} // namespace dateline::merge
