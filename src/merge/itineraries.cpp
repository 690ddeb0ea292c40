#include "merge/itineraries.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace dateline::merge {

namespace {

bool is_done(const std::string& status) {
    return status == "happened" || status == "ongoing";
}

bool is_stop(const Event& event) {
    return event.type == "CONSULT" && event.mode == "visit" && event.polarity != "negative" &&
           !event.place.name.empty() && (is_done(event.status) || event.status == "planned");
}

std::string place_key(const MergedPlace& place) {
    return place.precision == "country" || place.geonames.empty() ? place.country + "|" + place.name
                                                                  : place.geonames;
}

/// Adds an event to the stop at its place, or makes one.
void add_stop(std::vector<Stop>& stops, const Event& event) {
    const std::string key = place_key(event.place);
    for (Stop& stop : stops) {
        if (place_key(stop.place) != key) continue;
        const bool apart =
            !stop.from.empty() && !event.from.empty() && (event.from > stop.to || event.to < stop.from);
        if (apart) continue;
        stop.events.push_back(event.id);
        if (is_done(event.status)) stop.status = "happened";
        if (stop.from.empty()) stop.from = event.from, stop.to = event.to;
        return;
    }
    stops.push_back(
        {event.place, event.from, event.to, is_done(event.status) ? "happened" : "planned", {event.id}});
}

/// Dated stops are sorted by day; an undated one keeps its place behind the stop it was named after.
void sort_stops(std::vector<Stop>& stops) {
    std::stable_partition(stops.begin(), stops.end(),
                          [](const Stop& stop) { return stop.status == "happened"; });
    std::vector<Stop> undated;
    std::vector<Stop> dated;
    std::vector<Stop> planned;
    for (Stop& stop : stops)
        (stop.status != "happened" ? planned
         : stop.from.empty()       ? undated
                                   : dated)
            .push_back(std::move(stop));
    const auto by_day = [](const Stop& a, const Stop& b) { return a.from < b.from; };
    std::stable_sort(dated.begin(), dated.end(), by_day);
    std::stable_sort(planned.begin(), planned.end(), [](const Stop& a, const Stop& b) {
        return a.from.empty() != b.from.empty() ? b.from.empty() : a.from < b.from;
    });
    stops = std::move(undated); // a list of earlier stops is told without days, the news with them
    stops.insert(stops.end(), std::make_move_iterator(dated.begin()), std::make_move_iterator(dated.end()));
    stops.insert(stops.end(), std::make_move_iterator(planned.begin()),
                 std::make_move_iterator(planned.end()));
}

} // namespace

std::vector<Itinerary> find_itineraries(const std::vector<Event>& events,
                                        const std::vector<MergedActor>& actors) {
    std::unordered_map<std::string, const MergedActor*> by_id;
    for (const MergedActor& actor : actors) by_id.emplace(actor.id, &actor);
    std::map<std::string, std::vector<Stop>> stops;
    for (const Event& event : events) {
        if (!is_stop(event)) continue;
        for (const std::string& id : event.actors)
            if (const auto actor = by_id.find(id); actor != by_id.end() && actor->second->kind_of == "person")
                add_stop(stops[id], event);
    }
    std::vector<Itinerary> itineraries;
    for (auto& [id, list] : stops) {
        if (list.size() < 2) continue;
        sort_stops(list);
        itineraries.push_back({id, std::move(list)});
    }
    return itineraries;
}

} // namespace dateline::merge
