#pragma once

#include <vector>

#include "merge/actors.hpp"
#include "record/merged.hpp"

namespace dateline::merge {

/// A claim with what merging compares.
struct ClaimView {
    std::size_t report = 0; // in order
    std::size_t claim = 0;
    std::string key;                  // trigger group or stem
    std::vector<std::size_t> parties; // merged actors of both sides, sorted
    std::vector<std::size_t> actors, recipients;
    std::string place; // country or GeoNames id of a finer place
    std::string country;
    std::ptrdiff_t story = -1;
};

/// The claims of all reports that are no mere speech, in order.
std::vector<ClaimView> view_claims(const std::vector<const CodedReport*>& reports, const ActorTable& actors,
                                   const std::vector<Story>& stories);

/// A group of claims about one event, with the reasons they were joined.
struct EventGroup {
    std::vector<std::size_t> claims; // indexes into the views, in order
    std::vector<std::string> why;
};

/// Groups claims into events; conservative where unsure. Every claim is in exactly one group.
std::vector<EventGroup> group_claims(const std::vector<const CodedReport*>& reports,
                                     const std::vector<ClaimView>& views, const ActorTable& actors);

/// The event of each group: roles, place, time, status and its history, counts, disputes, origins.
std::vector<Event> describe_events(const std::vector<const CodedReport*>& reports,
                                   const std::vector<ClaimView>& views, const std::vector<EventGroup>& groups,
                                   const ActorTable& actors, const std::vector<Story>& stories,
                                   const std::vector<Copy>& copies);

} // namespace dateline::merge
