// The situation report. Events are sorted into sections by what their reports say became of them; nothing is
// told without its sources.

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "base/error.hpp"
#include "show/describe.hpp"
#include "show/scope.hpp"
#include "show/views.hpp"

namespace dateline::show {

namespace {

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

void add(Section& section, Line line, std::size_t limit) {
    if (section.lines.size() < limit)
        section.lines.push_back(std::move(line));
    else if (section.note.empty())
        section.note = fmt::format("Only the first {} are shown; narrow the scope for the others.", limit);
}

Section quote_section(store::Database& database, const std::vector<store::ReportInfo>& reports,
                      std::size_t limit) {
    Section section{"Who said what", "", {}};
    for (const store::ReportInfo& info : reports) {
        const auto coded = database.coded(info.id);
        if (!coded || section.lines.size() >= limit) continue;
        std::unordered_map<std::uint32_t, std::size_t> lines; // of a cue: its content may come in pieces
        for (const Quote& quote : coded->quotes) {
            if (quote.kind != "speech" || quote.speaker < 0) continue;
            if (const auto known = quote.cue ? lines.find(quote.cue->start) : lines.end();
                known != lines.end()) {
                section.lines[known->second].text +=
                    fmt::format(" … {}", words(coded->report.text, quote.span));
                continue;
            }
            const Actor& speaker = coded->actors[static_cast<std::size_t>(quote.speaker)];
            const std::string_view cue =
                quote.cue ? words(coded->report.text, *quote.cue) : std::string_view{};
            Line line;
            line.text =
                fmt::format("{} ({}{}): {}", speaker.name, cue, quote.direct ? ", in quotation marks" : "",
                            words(coded->report.text, quote.span));
            line.sources = {info.id};
            if (quote.cue && section.lines.size() < limit)
                lines.emplace(quote.cue->start, section.lines.size());
            add(section, std::move(line), limit);
        }
    }
    return section;
}

Section source_section(const std::vector<store::ReportInfo>& reports, std::size_t limit) {
    Section section{"Sources", "", {}};
    for (const store::ReportInfo& info : reports) {
        Line line;
        line.when = info.published;
        line.text = info.id;
        if (!info.source.empty()) line.text += ", " + info.source;
        if (!info.title.empty()) line.text += ": " + info.title;
        if (!info.url.empty()) line.text += ", " + info.url;
        add(section, std::move(line), limit);
    }
    return section;
}

std::string summary(const std::vector<store::ReportInfo>& reports, std::size_t events) {
    std::string first;
    std::string last;
    for (const auto& info : reports) {
        if (info.published.empty()) continue;
        const std::string day = info.published.substr(0, 10);
        if (first.empty() || day < first) first = day;
        if (day > last) last = day;
    }
    return fmt::format("{} report{}{}, {} event{}.", reports.size(), reports.size() == 1 ? "" : "s",
                       first.empty() ? "" : fmt::format(" published {}", days(first, last)), events,
                       events == 1 ? "" : "s");
}

Page overview(store::Database& database, const std::vector<store::ReportInfo>& reports, std::size_t limit) {
    Page page{"Stories", summary(reports, database.count("events")), {}};
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
            add(disputed, describer.dispute_line(event, dispute), limit);
        if (!is_telling(event)) continue;
        Section& section = is_denial(event)     ? denials
                           : is_plan(event)     ? plans
                           : event.from.empty() ? undated
                                                : happened;
        add(section, describer.event_line(event), limit);
    }
    for (Section* section : {&happened, &undated, &plans, &denials, &disputed})
        page.sections.push_back(std::move(*section));
}

void add_itineraries(Page& page, store::Database& database, Describer& describer,
                     const std::vector<Event>& events, std::size_t limit) {
    std::vector<std::string> travellers;
    for (const Event& event : events)
        for (const std::string& actor : event.actors)
            if (std::find(travellers.begin(), travellers.end(), actor) == travellers.end())
                travellers.push_back(actor);
    constexpr std::size_t most_in_list = 500; // SQLite's list of bound values stays short
    if (travellers.size() > most_in_list) travellers.resize(most_in_list);
    if (travellers.empty()) return;
    for (const Itinerary& itinerary : database.itineraries(travellers, std::min<std::size_t>(limit, 10)))
        page.sections.push_back({"Itinerary of " + describer.actor_name(itinerary.actor), "",
                                 describer.itinerary_lines(itinerary)});
}

} // namespace

Page brief(store::Database& database, const Scope& scope) {
    const bool whole =
        scope.story.empty() && scope.actor.empty() && scope.since.empty() && scope.until.empty();
    const auto all = database.reports(scope.story);
    if (whole && all.size() > overview_reports) return overview(database, all, scope.limit);
    const auto events = database.events(event_filter(database, scope));
    const auto reports = reports_of(database, scope, events, all);
    Describer describer(database);
    Page page{scope_title(database, scope, "Brief"), summary(reports, events.size()), {}};
    add_event_sections(page, describer, events, scope.limit);
    add_itineraries(page, database, describer, events, scope.limit);
    page.sections.push_back(quote_section(database, reports, scope.limit));
    page.sections.push_back(source_section(reports, scope.limit));
    return page;
}

} // namespace dateline::show
