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
#include "show/worth.hpp"

namespace dateline::show {

namespace {

constexpr std::size_t most_events = 600; // that a brief looks at: those that most reports tell

bool is_plan(const Event& event) {
    return event.status == "planned" || event.status == "possible" || event.status == "conditional" ||
           event.status == "requested" || event.status == "hypothetical";
}

bool is_denial(const Event& event) {
    return event.polarity == "negative" || event.status == "denied" || event.status == "cancelled";
}

/// How many lines the sections have: those asked for, else what makes about three pages.
struct Room {
    explicit Room(std::size_t limit) {
        if (limit == 0) return;
        for (std::size_t* lines :
             {&happened, &undated, &plans, &denials, &disputed, &said, &stories, &sources})
            *lines = limit;
        journeys = std::min(limit, journeys);
    }
    std::size_t happened = 24, undated = 16, plans = 8, denials = 8, disputed = 12, said = 20, stories = 60,
                sources = 40, journeys = 10;
};

/// Events of one section with what their lines are worth.
struct Candidates {
    std::string title;
    std::size_t most;
    std::vector<const Event*> events = {};
    std::vector<int> worths = {};
};

/// The words of a statement stand in the sentence by which an event is told.
bool is_in(const store::SaidInfo& said, const store::ToldInfo& told) {
    const std::string_view words(said.words);
    return said.report == told.report && !words.empty() &&
           told.sentence.find(words.substr(0, words.find(" \xE2\x80\xA6 "))) != std::string::npos;
}

bool is_speaker(const store::SaidInfo& said, const Event& event) {
    return std::find(event.actors.begin(), event.actors.end(), said.speaker_actor) != event.actors.end();
}

/// Who demanded, warned, condemned without a second party is told with the words below.
bool is_told_below(const Event& event, Describer& describer, const std::vector<store::SaidInfo>& statements) {
    if (event.quad != 1 && event.quad != 3) return false;
    if (!event.recipients.empty() || event.type == "CONSULT" || !event.counts.empty()) return false;
    const store::ToldInfo& told = describer.teller_of(event.id);
    return std::any_of(statements.begin(), statements.end(),
                       [&](const auto& said) { return is_speaker(said, event) && is_in(said, told); });
}

/// What is said in a sentence that stands above behind an event is not told again, unless somebody's own
/// words.
void leave_out_told(std::vector<store::SaidInfo>& statements, const std::vector<const Event*>& events,
                    Describer& describer) {
    for (const Event* event : events) {
        const store::ToldInfo& told = describer.teller_of(event->id);
        std::erase_if(statements, [&](const store::SaidInfo& said) {
            if (said.direct || !is_in(said, told)) return false;
            const bool is_deed =
                said.cue.starts_with(told.words) && !event->recipients.empty() && is_speaker(said, *event);
            return is_deed || is_mere_saying(said.cue);
        });
    }
}

Section source_section(store::Database& database, const std::vector<store::ReportInfo>& reports,
                       std::size_t limit) {
    Section section{"Sources", "", {}};
    for (const store::ReportInfo& info : reports) {
        if (section.lines.size() == limit) {
            section.note = fmt::format("The first {} of {}; --limit N shows more.", limit, reports.size());
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
    return fmt::format("{}{}, {}", how_many(span.reports, "report"),
                       span.first.empty() ? "" : fmt::format(" published {}", days(span.first, span.last)),
                       how_many(events, "event"));
}

Page overview(store::Database& database, const store::PublishedSpan& span, std::size_t limit) {
    Page page{"Stories", summary(span, database.count("events")) + ".", {}, {}};
    Section stories{"Stories by number of reports",
                    "Give --story ID for the brief of one, or --actor, --since, --until.",
                    {}};
    std::vector<Story> found = database.stories(limit);
    if (const std::size_t all = database.count("stories"); all > found.size())
        stories.note += fmt::format(" The first {} of {}; --limit N shows more.", found.size(), all);
    for (const Story& story : found) {
        Line line;
        line.when = days(story.from, story.to);
        line.text = fmt::format("{} ({}, {})", story.title, how_many(story.reports.size(), "report"),
                                how_many(story.events.size(), "event"));
        line.id = story.id;
        stories.lines.push_back(std::move(line));
    }
    page.sections.push_back(std::move(stories));
    return page;
}

/// A stop without a day is told by the itinerary.
bool is_told_above(const Event& event, const std::vector<Itinerary>& itineraries) {
    if (event.mode != "visit" || !event.from.empty()) return false;
    const auto stops_there = [&](const Stop& stop) {
        return std::find(stop.events.begin(), stop.events.end(), event.id) != stop.events.end();
    };
    return std::any_of(itineraries.begin(), itineraries.end(), [&](const Itinerary& journey) {
        return std::any_of(journey.stops.begin(), journey.stops.end(), stops_there);
    });
}

/// The sections of events; returns those told.
std::vector<const Event*> add_event_sections(Page& page, Describer& describer,
                                             const std::vector<Event>& events,
                                             const std::vector<Itinerary>& itineraries, const Period& period,
                                             const Room& room,
                                             const std::vector<store::SaidInfo>& statements) {
    Candidates happened{"What happened", room.happened};
    Candidates undated{"What happened, day not reported", room.undated};
    Candidates plans{"Planned, possible, asked for", room.plans};
    Candidates denials{"Did not happen, denied, cancelled", room.denials};
    for (const Event& event : events) {
        const int gain = worth(event, period);
        if (gain == 0 || is_told_above(event, itineraries) || is_told_below(event, describer, statements))
            continue;
        Candidates& section = is_denial(event)     ? denials
                              : is_plan(event)     ? plans
                              : event.from.empty() ? undated
                                                   : happened;
        section.events.push_back(&event);
        section.worths.push_back(gain);
    }
    std::vector<const Event*> told;
    for (Candidates* candidates : {&happened, &undated, &plans, &denials}) {
        Section section{candidates->title, "", {}};
        const std::size_t left_out = keep_worthiest(candidates->events, candidates->worths, candidates->most);
        if (left_out > 0)
            section.note = fmt::format("{} other{}; --limit N shows more, dateline timeline all.", left_out,
                                       left_out == 1 ? "" : "s");
        for (const Event* event : candidates->events) section.lines.push_back(describer.event_line(*event));
        told.insert(told.end(), candidates->events.begin(), candidates->events.end());
        arrange(section);
        page.sections.push_back(std::move(section));
    }
    return told;
}

Section disputed_section(Describer& describer, const std::vector<Event>& events, std::size_t most) {
    Section section{"Disputed", "", {}};
    for (const Event& event : events)
        for (const Dispute& dispute : event.disputes) {
            if (section.lines.size() < most)
                section.lines.push_back(describer.dispute_line(event, dispute));
            else
                section.note = fmt::format("The first {}; dateline disputes lists all.", most);
        }
    arrange(section);
    return section;
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

/// The journeys, the longest first; of a story or a period only what belongs there.
std::vector<Itinerary> itineraries_of(store::Database& database, const store::EventFilter& filter,
                                      const std::vector<Event>& events) {
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
    return found;
}

/// A section for each of the longest journeys; the others are left out of the list.
void add_itineraries(Page& page, Describer& describer, std::vector<Itinerary>& itineraries,
                     std::size_t most) {
    const std::size_t all = itineraries.size();
    if (all > most) itineraries.resize(most);
    for (const Itinerary& itinerary : itineraries)
        page.sections.push_back({"Itinerary of " + describer.actor_name(itinerary.actor), "",
                                 describer.itinerary_lines(itinerary)});
    if (all > most && most > 0)
        page.sections.back().note = fmt::format(
            "The last of the {} longest of {} journeys; dateline itinerary lists all.", most, all);
}

/// Pictures of what is worth a line; background would squeeze the days of the story into one.
void add_pictures(Page& page, Describer& describer, const std::vector<Event>& all,
                  const std::vector<Itinerary>& itineraries, const Period& period) {
    std::vector<Event> events;
    for (const Event& event : all)
        if (worth(event, period) > 0 && !is_background(event, period)) events.push_back(event);
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
    const Room room(scope.limit);
    const bool is_all = scope.actor.empty() && scope.since.empty() && scope.until.empty();
    if (is_all && scope.story.empty())
        if (const auto span = database.published(); span.reports > overview_reports)
            return overview(database, span, room.stories);
    const auto all = is_all ? database.reports(scope.story) : std::vector<store::ReportInfo>{};
    store::EventFilter filter = event_filter(database, scope);
    filter.most = most_events;
    const auto events = database.events(filter);
    const auto reports = reports_of(database, scope, events, all);
    const store::PublishedSpan span = span_of(reports);
    Statements statements = statements_in(database, reports);
    Describer describer(database);
    Page page{scope_title(database, scope, "Brief"), "", {}, {}};
    // The journey first: it is what the events hang on.
    std::vector<Itinerary> itineraries = itineraries_of(database, filter, events);
    add_itineraries(page, describer, itineraries, room.journeys);
    const Period period{span.first, span.last};
    const auto told = add_event_sections(page, describer, events, itineraries, period, room, statements.all);
    leave_out_told(statements.all, told, describer);
    page.summary = summary(span, events.size());
    if (events.size() == most_events) page.summary += " that most reports tell";
    if (!events.empty()) page.summary += fmt::format(", {} of them told here", told.size());
    page.summary += told.size() < events.size() ? "; dateline timeline lists all." : ".";
    if (!itineraries.empty()) page.summary += " " + way(itineraries.front(), describer);
    page.sections.push_back(disputed_section(describer, events, room.disputed));
    page.sections.push_back(said_section(statements, room.said));
    if (format == Format::html) add_pictures(page, describer, events, itineraries, period);
    page.sections.push_back(source_section(database, reports, room.sources));
    return page;
}

} // namespace dateline::show
