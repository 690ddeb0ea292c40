#include "show/describe.hpp"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "base/text.hpp"
#include "show/days.hpp"

namespace dateline::show {

namespace {

constexpr std::size_t most_names = 4; // more are counted

/// A visit's destination and an actor's own state are told once, as the place.
bool is_place(const std::string& name, const Event& event) {
    return name == event.place.name;
}

/// Meetings, deals and joint acts have two equal sides.
bool has_equal_sides(const Event& event) {
    return (event.type == "CONSULT" && event.mode != "visit") || event.type == "COOPERATE" ||
           event.type == "AGREE";
}

std::string facts_of(const Event& event) {
    std::string facts = event.type.empty()   ? ""
                        : event.mode.empty() ? event.type
                                             : event.type + "/" + event.mode;
    const auto add = [&](std::string_view fact) { facts += (facts.empty() ? "" : ", ") + std::string(fact); };
    if (event.status != "happened") add(event.status);
    if (event.polarity == "negative" && event.status != "denied" && event.status != "cancelled")
        add("did not happen");
    for (const MergedCount& count : event.counts)
        add(count.low == count.high ? fmt::format("{} {}", count.what, count.best)
                                    : fmt::format("{} {}\xE2\x80\x93{} (best {})", count.what, count.low,
                                                  count.high, count.best));
    return facts;
}

} // namespace

void arrange(Section& section) {
    std::stable_sort(section.lines.begin(), section.lines.end(), [](const Line& a, const Line& b) {
        if (a.when.empty() != b.when.empty()) return b.when.empty();
        return std::tie(a.when, a.order) < std::tie(b.when, b.order);
    });
    for (std::size_t i = 0; i + 1 < section.lines.size(); ++i)
        if (section.lines[i].detail == section.lines[i + 1].detail) section.lines[i].detail.clear();
}

std::string one_line(std::string_view text, std::size_t most) {
    std::string out;
    for (const char c : trim(text)) {
        const bool blank = is_space(c);
        if (blank && (out.empty() || out.back() == ' ')) continue;
        out += blank ? ' ' : c;
    }
    if (out.size() <= most) return out;
    const std::size_t cut = out.rfind(' ', most);
    out.resize(cut == std::string::npos ? 0 : cut);
    return out + " \xE2\x80\xA6";
}

const std::string& Describer::actor_name(const std::string& id) {
    const auto known = m_names.find(id);
    if (known != m_names.end()) return known->second;
    std::string name = m_database.actor_name(id);
    return m_names.emplace(id, name.empty() ? id : std::move(name)).first->second;
}

std::string Describer::actor_names(const std::vector<std::string>& ids) {
    std::string out;
    const std::size_t shown = ids.size() > most_names ? most_names - 1 : ids.size();
    for (std::size_t i = 0; i < shown; ++i) {
        if (i > 0) out += i + 1 == ids.size() ? " and " : ", ";
        out += actor_name(ids[i]);
    }
    if (shown < ids.size()) out += fmt::format(" and {} others", ids.size() - shown);
    return out;
}

std::vector<std::string> Describer::report_ids(const std::vector<MemberRef>& claims) {
    std::vector<std::string> ids;
    for (const auto& claim : claims)
        if (std::find(ids.begin(), ids.end(), claim.first) == ids.end()) ids.push_back(claim.first);
    return ids;
}

Describer::Evidence Describer::earliest_evidence(const Event& event) {
    Evidence best;
    std::string best_day = "~";
    for (const auto& [report, claim] : event.claims) {
        const auto info = m_database.report_info(report);
        if (!info || (!best.sentence.empty() && info->published >= best_day)) continue;
        const auto words = m_database.claim_info(report, claim);
        if (!words) continue;
        best = {one_line(words->sentence), words->words, fmt::format("{} {:>6}", report, claim)};
        best_day = info->published;
    }
    best.order = best_day + " " + best.order;
    return best;
}

/// `A with B: talks, Lima`, `A: arrived, Lima`, `A: accused → B`.
std::string Describer::phrase(const Event& event, const std::string& word) {
    std::vector<std::string> others;
    for (const std::string& id : event.recipients)
        if (!is_place(actor_name(id), event)) others.push_back(id);
    const std::string who = actor_names(event.actors);
    const std::string whom = actor_names(others);
    std::string text;
    if (!who.empty() && !whom.empty() && has_equal_sides(event)) {
        text = fmt::format("{} with {}: {}", who, whom, word);
    } else {
        text = who.empty() ? word : fmt::format("{}: {}", who, word);
        if (!whom.empty()) text += fmt::format(" \xE2\x86\x92 {}", whom);
    }
    if (!event.place.name.empty()) text += ", " + event.place.name;
    return text;
}

Line Describer::event_line(const Event& event) {
    Line line;
    line.id = event.id;
    line.when = days(event.from, event.to);
    line.sources = report_ids(event.claims);
    Evidence evidence = earliest_evidence(event);
    line.text = phrase(event, one_line(evidence.word, 80));
    if (!event.name.empty()) line.text = event.name + ": " + line.text;
    line.detail = std::move(evidence.sentence);
    line.order = std::move(evidence.order);
    if (const std::string facts = facts_of(event); !facts.empty()) line.text += fmt::format(" ({})", facts);
    if (event.history.size() > 1) {
        line.text += "; status:";
        for (const StatusChange& change : event.history)
            line.text +=
                fmt::format(" {}{}", change.status,
                            change.published.empty() ? "" : " (" + change.published.substr(0, 10) + ")");
    }
    if (event.origins > 0 && event.origins != line.sources.size())
        line.text += fmt::format("; {} independent origin{}", event.origins, event.origins == 1 ? "" : "s");
    return line;
}

std::vector<Line> Describer::itinerary_lines(const Itinerary& itinerary) {
    std::vector<Line> lines;
    for (const Stop& stop : itinerary.stops) {
        Line line;
        line.when = days(stop.from, stop.to);
        line.text = stop.place.name;
        if (stop.status != "happened") line.text += fmt::format(" ({})", stop.status);
        for (const std::string& id : stop.events) {
            const auto event = m_database.event(id);
            if (!event) continue;
            for (const std::string& report : report_ids(event->claims))
                if (std::find(line.sources.begin(), line.sources.end(), report) == line.sources.end())
                    line.sources.push_back(report);
        }
        if (!stop.met.empty()) line.text += fmt::format(" \xE2\x80\x94 with {}", actor_names(stop.met));
        lines.push_back(std::move(line));
    }
    return lines;
}

Line Describer::dispute_line(const Event& event, const Dispute& dispute) {
    Line line = event_line(event);
    line.detail.clear();
    line.text += fmt::format(". Disputed: {}", dispute.field);
    for (const DisputedValue& value : dispute.values) {
        std::string who;
        for (const std::string& report : report_ids(value.claims)) who += (who.empty() ? "" : ", ") + report;
        line.text += fmt::format("; {} ({})", value.value.empty() ? "not said" : value.value, who);
    }
    return line;
}

} // namespace dateline::show
