// All that the reports tell of one actor: who it is, what it did and what was done to it, whom it met, where
// it went, what it said.

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/error.hpp"
#include "show/days.hpp"
#include "show/describe.hpp"
#include "show/said.hpp"
#include "show/scope.hpp"
#include "show/views.hpp"

namespace dateline::show {

namespace {

bool holds(const std::vector<std::string>& ids, const std::string& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

void add_field(Section& section, std::string_view name, const std::string& value) {
    if (value.empty()) return;
    Line line;
    line.text = fmt::format("{}: {}", name, value);
    section.lines.push_back(std::move(line));
}

std::string joined(const std::vector<std::string>& values) {
    std::string out;
    for (const std::string& value : values) out += (out.empty() ? "" : "; ") + value;
    return out;
}

/// The roles that most reports give the actor, with the first and last day of publication.
void add_roles(Section& section, store::Database& database, const MergedActor& actor) {
    constexpr std::size_t most = 20;
    std::vector<store::RoleInfo> roles = database.roles_of(actor.id, one_more(most));
    if (!cut(roles, most).empty())
        section.note = fmt::format("The {} roles that most reports give; the table roles has all.", most);
    for (const store::RoleInfo& role : roles) {
        Line line;
        line.when = days(role.first, role.last);
        line.text = role.reports == 1 ? role.role : fmt::format("{} ({} reports)", role.role, role.reports);
        section.lines.push_back(std::move(line));
    }
}

std::size_t reports_of(const MergedActor& actor) {
    std::set<std::string_view> reports;
    for (const auto& member : actor.members) reports.insert(member.first);
    return reports.size();
}

Section identity(store::Database& database, const MergedActor& actor) {
    Section section{"Who", "", {}};
    add_field(section, "also called", joined(actor.aliases));
    add_field(section, "kind", actor.kind_of);
    add_field(section, "country", actor.country);
    add_field(section, "sectors", joined(actor.sectors));
    add_field(section, "CAMEO code", actor.code);
    add_field(section, "Wikidata", actor.wikidata);
    add_roles(section, database, actor);
    return section;
}

/// Which section of a dossier an event belongs to.
enum class Part { met, went, did_good, did_harm, had_good, had_harm, plans, not_so, count };

Part part_of(const Event& event, const std::string& actor) {
    if (event.polarity == "negative" || event.status == "denied" || event.status == "cancelled")
        return Part::not_so;
    if (event.status != "happened" && event.status != "ongoing") return Part::plans;
    if (event.type == "CONSULT" && event.mode == "visit" && holds(event.actors, actor)) return Part::went;
    if (event.type == "CONSULT") return Part::met;
    const bool acts = holds(event.actors, actor);
    if (event.quad > 2) return acts ? Part::did_harm : Part::had_harm;
    return acts ? Part::did_good : Part::had_good;
}

constexpr std::size_t parts = static_cast<std::size_t>(Part::count);
constexpr std::string_view titles[parts] = {"Meetings and talks",
                                            "Visits",
                                            "Cooperation: what it did",
                                            "Demands, accusations, conflict: what it did",
                                            "Cooperation: what others did for it",
                                            "Demands, accusations, conflict: what others did to it",
                                            "Planned, possible, asked for",
                                            "Did not happen, denied, cancelled"};

} // namespace

Page dossier(store::Database& database, const std::string& name, const Scope& scope) {
    const auto found = database.find_actors(name, 2);
    if (found.empty()) throw error("no actor called {}; `dateline actors` lists them", name);
    const MergedActor actor = database.actor(found.front().id).value_or(found.front());
    Scope wanted = scope;
    wanted.actor = actor.id;
    constexpr std::size_t most_events = 600; // those that most reports tell
    store::EventFilter filter = event_filter(database, wanted);
    filter.most = most_events;
    const auto events = database.events(filter);
    Describer describer(database);

    Page page{actor.name, "", {identity(database, actor)}, {}};
    std::vector<Section> sections(parts);
    for (std::size_t p = 0; p < parts; ++p) sections[p].title = titles[p];
    std::size_t told = 0;
    for (const Event& event : events) {
        if (event.type.empty()) continue;
        ++told;
        Section& section = sections[static_cast<std::size_t>(part_of(event, actor.id))];
        if (section.lines.size() < scope.limit)
            section.lines.push_back(describer.event_line(event));
        else
            section.note = fmt::format("Only the first {}; --limit N shows more.", scope.limit);
    }
    page.summary = fmt::format(
        "Named in {}; takes part in {}{}.", how_many(reports_of(actor), "report"),
        how_many(told, "typed event"),
        events.size() == most_events
            ? fmt::format(" of the {} events that most reports tell (--since, --until: others)", most_events)
            : "");
    for (const Itinerary& journey : database.itineraries({actor.id}, 1))
        page.sections.push_back({"Itinerary", "", describer.itinerary_lines(journey)});
    for (Section& section : sections) {
        arrange(section);
        page.sections.push_back(std::move(section));
    }
    std::vector<store::SaidInfo> told_by = database.said_by(actor.id, scope.story, one_more(scope.limit));
    Section statements{"Statements", cut(told_by, scope.limit), {}};
    for (const store::SaidInfo& said : told_by) statements.lines.push_back(said_line(said));
    page.sections.push_back(std::move(statements));
    if (found.size() > 1)
        page.summary +=
            fmt::format(" Others of that name: give an id (dateline actors \"{}\" lists them).", name);
    return page;
}

} // namespace dateline::show
