#include <fmt/format.h>

#include "base/error.hpp"
#include "show/describe.hpp"
#include "show/scope.hpp"
#include "show/views.hpp"

namespace dateline::show {

Page timeline(store::Database& database, const Scope& scope) {
    store::EventFilter filter = event_filter(database, scope);
    filter.limit = one_more(scope.limit);
    std::vector<Event> events = database.events(filter);
    Describer describer(database);
    Page page{scope_title(database, scope, "Timeline"), cut(events, scope.limit), {{"Events", "", {}}}};
    for (const Event& event : events) page.sections[0].lines.push_back(describer.event_line(event));
    if (page.summary.empty()) page.summary = how_many(events.size(), "event") + ".";
    return page;
}

Page itinerary(store::Database& database, const std::string& actor, std::size_t limit) {
    std::vector<std::string> ids;
    if (!actor.empty()) {
        for (const MergedActor& found : database.find_actors(actor, limit)) ids.push_back(found.id);
        if (ids.empty()) throw error("no actor called {}; `dateline actors` lists them", actor);
    }
    Describer describer(database);
    Page page{"Itineraries", "", {}};
    std::vector<Itinerary> journeys = database.itineraries(ids, one_more(limit));
    if (!cut(journeys, limit).empty())
        page.summary = fmt::format("The {} longest; give a traveller's NAME for another.", limit);
    for (const Itinerary& found : journeys)
        page.sections.push_back({describer.actor_name(found.actor), "", describer.itinerary_lines(found)});
    if (page.sections.empty()) page.summary = "No journey is reported.";
    return page;
}

Page disputes(store::Database& database, const Scope& scope) {
    store::EventFilter filter = event_filter(database, scope);
    filter.disputed_only = true;
    filter.limit = one_more(scope.limit);
    std::vector<Event> events = database.events(filter);
    Describer describer(database);
    Page page{scope_title(database, scope, "Disputes"),
              cut(events, scope.limit),
              {{"What the reports disagree on", "", {}}}};
    for (const Event& event : events)
        for (const Dispute& dispute : event.disputes)
            page.sections[0].lines.push_back(describer.dispute_line(event, dispute));
    if (page.summary.empty() && events.empty()) page.summary = "The reports do not contradict each other.";
    return page;
}

Page actors(store::Database& database, const std::string& text, std::size_t limit) {
    std::vector<MergedActor> found = database.find_actors(text, one_more(limit));
    Page page{"Actors", cut(found, limit), {{"Actors by number of mentions", "", {}}}};
    for (const MergedActor& actor : found) {
        Line line;
        line.id = actor.id;
        line.text =
            fmt::format("{} ({}{}{}{}{})", actor.name, actor.kind_of, actor.country.empty() ? "" : ", ",
                        actor.country, actor.code.empty() ? "" : ", ", actor.code);
        for (const std::string& alias : actor.aliases)
            line.detail += (line.detail.empty() ? "also: " : "; ") + alias;
        page.sections[0].lines.push_back(std::move(line));
    }
    if (page.summary.empty() && found.empty())
        page.summary = text.empty() ? "No actors yet." : "No actor's name holds \"" + text + "\".";
    return page;
}

} // namespace dateline::show
