#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "merge/actors.hpp"
#include "merge/reports.hpp"
#include "record/merged.hpp"

namespace dateline::merge {

/// False for events that no itinerary comes from, whatever else is told; the others are what
/// `find_journeys` needs, without `why`, `history`, `counts` and `disputes`.
bool may_be_of_itinerary(const Event& event);

/// True for a journey whose outcome another event may tell.
bool is_planned_journey(const Event& event);

/// Itineraries, and what became of planned journeys by what else is told of the stop.
struct Journeys {
    std::vector<Itinerary> itineraries;
    std::unordered_map<std::string, StatusChange> outcomes; // of planned journeys, by event

    /// Adds the outcome of a planned journey to it: its day has passed, and others tell that the traveller
    /// was there, or that the visit was called off.
    void settle(Event& plan) const;
};

/// The stops of every person who is told to have been in two places or more, or to plan to: by day as
/// far as days are known, else in the order in which a report lists them, planned ones last. Each stop has
/// whom the person met there and was to meet.
Journeys find_journeys(const Reports& reports, const std::vector<Event>& events, const ActorTable& actors);

} // namespace dateline::merge
