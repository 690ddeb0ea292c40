#pragma once

#include <vector>

#include "merge/claim_views.hpp"
#include "merge/decisions.hpp"
#include "merge/origins.hpp"
#include "record/merged.hpp"

namespace dateline::merge {

/// A group of claims about one event, with the reasons they were joined.
struct EventGroup {
    std::vector<std::size_t> claims; // indexes into the views, in order
    std::vector<std::string> why;
    std::string name; // given by a decision; ""
};

/// Groups claims into events; conservative where unsure. Every claim is in exactly one group.
std::vector<EventGroup> group_claims(const std::vector<const CodedReport*>& reports, const ClaimViews& views,
                                     const ActorTable& actors, const Decisions& decisions);

/// The event of each group: roles, place, time, status and its history, counts, disputes, origins.
std::vector<Event> describe_events(const std::vector<const CodedReport*>& reports, const ClaimViews& views,
                                   const std::vector<EventGroup>& groups, const ActorTable& actors,
                                   const std::vector<Story>& stories, const Origins& origins);

} // namespace dateline::merge
