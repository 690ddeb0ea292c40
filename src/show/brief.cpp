// The situation report. Events are sorted into sections by what their reports say became of them; nothing is
// told without its sources.

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/error.hpp"
#include "show/days.hpp"
#include "show/describe.hpp"
#include "show/pictures.hpp"
#include "show/said.hpp"
#include "show/scope.hpp"
#include "show/views.hpp"

namespace dateline::show {

namespace {

constexpr std::size_t most_events = 1000; // that a brief looks at

bool is_plan(const Event& event) {
    return event.status == "planned" || event.status == "possible" || event.status == "conditional" ||
           event.status == "requested" || event.status == "hypothetical";
}

bool is_denial(const Event& event) {
    return event.polarity == "negative" || event.status == "denied" || event.status == "cancelled";
}

/// Events that tell a reader something: an actor or recipient, and a type or several reports.
bool is_telling(const Event& event) {
    const bool anybody = !event.actors.empty() || !event.recipients.empty();
    return (anybody && (!event.type.empty() || event.reports > 1)) || !event.counts.empty();
}

/// Adds the line that `describe` makes, as long as there is room: looking up what is not shown takes time.
template<typename Describe>
void add(Section& section, std::size_t limit, Describe describe) {
    if (section.lines.size() < limit)
        section.lines.push_back(describe());
    else if (section.note.empty())
        section.note = fmt::format("Only the first {} are shown; narrow the scope for the others.", limit);
}

Section source_section(store::Database& database, const std::vector<store::ReportInfo>& reports,
                       std::size_t limit) {
    Section section{"Sources", "", {}};
    for (const store::ReportInfo& info : reports) {
        if (section.lines.size() == limit) {
            section.note =
                fmt::format("Only the first {} are shown; narrow the scope for the others.", limit);
            break;
        }
        Line line;
        line.when = info.published;
        line.text = info.id;
        if (!info.source.empty()) line.text += ", " + info.source;
        if (!info.title.empty()) line.text += ": " + info.title;
        if (!info.url.empty()) line.text += ", " + info.url;
        const auto later = database.replaced_by(info.id);
        if (!later.empty()) line.text += fmt::format(" (replaced by {})", fmt::join(later, ", "));
        section.lines.push_back(std::move(line));
    }
    return section;
}

store::PublishedSpan span_of(const std::vector<store::ReportInfo>& reports) {
    store::PublishedSpan span{reports.size(), "", ""};
    for (const auto& info : reports) {
        if (info.published.empty()) continue;
        const std::string day = info.published.substr(0, 10);
        if (span.first.empty() || day < span.first) span.first = day;
        if (day > span.last) span.last = day;
    }
    return span;
}

std::string summary(const store::PublishedSpan& span, std::size_t events) {
    return fmt::format("{} report{}{}, {} event{}.", span.reports, span.reports == 1 ? "" : "s",
                       span.first.empty() ? "" : fmt::format(" published {}", days(span.first, span.last)),
                       events, events == 1 ? "" : "s");
}

Page overview(store::Database& database, const store::PublishedSpan& span, std::size_t limit) {
    Page page{"Stories", summary(span, database.count("events")), {}, {}};
    Section stories{"Stories by number of reports",
                    "Give --story ID for the brief of one, or --actor, --since, --until.",
                    {}};
    for (const Story& story : database.stories(limit)) {
        Line line;
        line.when = days(story.from, story.to);
        line.text =
            fmt::format("{} ({} reports, {} events)", story.title, story.reports.size(), story.events.size());
        line.id = story.id;
        stories.lines.push_back(std::move(line));
    }
    page.sections.push_back(std::move(stories));
    return page;
}

void add_event_sections(Page& page, Describer& describer, const std::vector<Event>& events,
                        std::size_t limit) {
    Section happened{"What happened", "", {}};
    Section undated{"What happened, day not reported", "", {}};
    Section plans{"Planned, possible, asked for", "", {}};
    Section denials{"Did not happen, denied, cancelled", "", {}};
    Section disputed{"Disputed", "", {}};
    for (const Event& event : events) {
        for (const Dispute& dispute : event.disputes)
            add(disputed, limit, [&] { return describer.dispute_line(event, dispute); });
        if (!is_telling(event)) continue;
        Section& section = is_denial(event)     ? denials
                           : is_plan(event)     ? plans
                           : event.from.empty() ? undated
                                                : happened;
        add(section, limit, [&] { return describer.event_line(event); });
    }
    for (Section* section : {&happened, &undated, &plans, &denials, &disputed}) {
        arrange(*section);
        page.sections.push_back(std::move(*section));
    }
}

/// The people whose journeys a brief tells: those it is about, else those who do something in its events.
std::vector<std::string> travellers_of(const store::EventFilter& filter, const std::vector<Event>& events) {
    std::vector<std::string> travellers = filter.actors;
    travellers.insert(travellers.end(), filter.against.begin(), filter.against.end());
    if (!travellers.empty()) return travellers;
    constexpr std::size_t most_in_list = 500; // SQLite's list of bound values stays short
    std::unordered_set<std::string_view> known;
    for (const Event& event : events)
        for (const std::string& actor : event.actors)
            if (travellers.size() < most_in_list && known.insert(actor).second) travellers.push_back(actor);
    return travellers;
}

/// Leaves the stops of which the chosen events tell.
void keep_stops_of(const std::unordered_set<std::string_view>& events, Itinerary& itinerary) {
    std::erase_if(itinerary.stops, [&](const Stop& stop) {
        return std::none_of(stop.events.begin(), stop.events.end(),
                            [&](const std::string& id) { return events.contains(id); });
    });
}

/// The longest journeys; of a story or a period only what belongs there.
std::vector<Itinerary> itineraries_of(store::Database& database, const store::EventFilter& filter,
                                      const std::vector<Event>& events, std::size_t limit) {
    constexpr std::size_t most_journeys = 10;
    const std::vector<std::string> travellers = travellers_of(filter, events);
    if (travellers.empty()) return {};
    std::vector<Itinerary> found = database.itineraries(travellers, travellers.size());
    if (!filter.story.empty() || !filter.since.empty() || !filter.until.empty()) {
        std::unordered_set<std::string_view> chosen;
        for (const Event& event : events) chosen.insert(event.id);
        for (Itinerary& itinerary : found) keep_stops_of(chosen, itinerary);
        std::erase_if(found, [](const Itinerary& itinerary) { return itinerary.stops.empty(); });
        std::stable_sort(found.begin(), found.end(),
                         [](const auto& a, const auto& b) { return a.stops.size() > b.stops.size(); });
    }
    if (found.size() > std::min(limit, most_journeys)) found.resize(std::min(limit, most_journeys));
    return found;
}

void add_pictures(Page& page, Describer& describer, const std::vector<Event>& events,
                  const std::vector<Itinerary>& itineraries) {
    const auto add_picture = [&](std::string title, std::string svg) {
        if (!svg.empty()) page.pictures.push_back({std::move(title), std::move(svg)});
    };
    add_picture("Events by day: cooperation above, conflict below; larger with more reports",
                timeline_svg(events, describer));
    add_picture("Where it happened, and the ways of travellers", map_svg(events, itineraries));
    add_picture("Who met or talked with whom", meetings_svg(events, describer));
}

/// The last of many stops, which the itinerary below tells all.
std::string last_of(const std::vector<std::string>& stops, std::string_view separator) {
    constexpr std::size_t most = 15;
    const std::size_t left_out = stops.size() > most ? stops.size() - most : 0;
    const auto first = stops.begin() + static_cast<std::ptrdiff_t>(left_out);
    return fmt::format("{}{}", left_out > 0 ? fmt::format("{} stops, then ", left_out) : "",
                       fmt::join(first, stops.end(), separator));
}

/// `Ada Example: Lima → Quito; planned: Bogota.`
std::string way(const Itinerary& itinerary, Describer& describer) {
    std::vector<std::string> done, ahead;
    for (const Stop& stop : itinerary.stops)
        (stop.status == "happened" ? done : ahead)
            .push_back(stop.place.name + (stop.status == "cancelled" ? " (cancelled)" : ""));
    std::string text = last_of(done, " \xE2\x86\x92 ");
    if (!ahead.empty()) text += fmt::format("{}planned: {}", done.empty() ? "" : "; ", last_of(ahead, ", "));
    return fmt::format("{}: {}.", describer.actor_name(itinerary.actor), text);
}

} // namespace

Page brief(store::Database& database, const Scope& scope, Format format) {
    const bool whole =
        scope.story.empty() && scope.actor.empty() && scope.since.empty() && scope.until.empty();
    if (whole)
        if (const auto span = database.published(); span.reports > overview_reports)
            return overview(database, span, scope.limit);
    const bool is_all = scope.actor.empty() && scope.since.empty() && scope.until.empty();
    const auto all = is_all ? database.reports(scope.story) : std::vector<store::ReportInfo>{};
    store::EventFilter filter = event_filter(database, scope);
    filter.most = most_events;
    const auto events = database.events(filter);
    const auto reports = reports_of(database, scope, events, all);
    Describer describer(database);
    Page page{scope_title(database, scope, "Brief"), summary(span_of(reports), events.size()), {}, {}};
    // The journey first: it is what the events hang on.
    const std::vector<Itinerary> itineraries = itineraries_of(database, filter, events, scope.limit);
    if (!itineraries.empty()) page.summary += " " + way(itineraries.front(), describer);
    for (const Itinerary& itinerary : itineraries)
        page.sections.push_back({"Itinerary of " + describer.actor_name(itinerary.actor), "",
                                 describer.itinerary_lines(itinerary)});
    add_event_sections(page, describer, events, scope.limit);
    page.sections.push_back(said_section(database, reports, scope));
    if (format == Format::html) add_pictures(page, describer, events, itineraries);
    page.sections.push_back(source_section(database, reports, scope.limit));
    return page;
}

} // namespace dateline::show
