#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "merge/actors.hpp"
#include "merge/itinerary_order.hpp"
#include "merge/reports.hpp"
#include "record/merged.hpp"

namespace dateline::merge {

/// Whether a status says that it came to pass: happened, ongoing.
inline bool is_done(const std::string& status) {
    return status == "happened" || status == "ongoing";
}

/// Adds an item unless it is in the list.
template<typename T>
void add_once(std::vector<T>& list, const T& item) {
    if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
}

/// Days of a claim, or else of its event.
struct Days {
    std::string from, to;
    bool is_own = false; // a time expression beside the claim's word says so
};

/// What a claim tells of where people were: all that is needed of its report.
struct Sighting {
    const Event* event = nullptr;
    MemberRef member;
    std::string published;
    MergedPlace place; // empty name: none
    Days days;
    Naming naming;
    DaySource source = DaySource::carried;
    bool is_plan = false;                     // the claim itself looks ahead
    bool is_travel_word = false;              // the word for the event means a journey
    std::vector<std::size_t> actors, parties; // merged actors; parties: of both sides
    std::vector<MergedPlace> origins;         // where the journey began

    [[nodiscard]] bool is_done() const { return merge::is_done(event->status); }
};

/// Sightings of persons in the claims of events, event by event.
std::vector<Sighting> find_sightings(const Reports& reports, const std::vector<Event>& events,
                                     const ActorTable& actors);

} // namespace dateline::merge
