#include "show/describe.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace dateline::show {

std::string days(const std::string& from, const std::string& to) {
    if (from.empty()) return to.empty() ? "" : "until " + to;
    if (to.empty() || to == from) return from;
    return from + " \xE2\x80\x93 " + to;
}

const std::string& Describer::actor_name(const std::string& id) {
    const auto known = m_names.find(id);
    if (known != m_names.end()) return known->second;
    const auto actor = m_database.actor(id);
    return m_names.emplace(id, actor ? actor->name : id).first->second;
}

std::string Describer::actor_names(const std::vector<std::string>& ids) {
    std::string out;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (i > 0) out += i + 1 == ids.size() ? " and " : ", ";
        out += actor_name(ids[i]);
    }
    return out;
}

std::vector<std::string> Describer::report_ids(const std::vector<MemberRef>& claims) {
    std::vector<std::string> ids;
    for (const auto& claim : claims)
        if (std::find(ids.begin(), ids.end(), claim.first) == ids.end()) ids.push_back(claim.first);
    return ids;
}

/// The sentence of the claim whose report came first; `word` becomes its trigger.
std::string Describer::earliest_sentence(const Event& event, std::string& word) {
    std::string best;
    std::string best_day = "~";
    for (const auto& [report, claim] : event.claims) {
        const auto info = m_database.report_info(report);
        if (!info || (!best.empty() && info->published >= best_day)) continue;
        const auto words = m_database.claim_info(report, claim);
        if (!words) continue;
        best = words->sentence;
        best_day = info->published;
        word = words->words;
    }
    return best;
}

Line Describer::event_line(const Event& event) {
    Line line;
    line.id = event.id;
    line.when = days(event.from, event.to);
    line.sources = report_ids(event.claims);
    std::string word;
    line.detail = earliest_sentence(event, word);
    const std::string who = actor_names(event.actors);
    const std::string whom = actor_names(event.recipients);
    line.text = who.empty() ? word : fmt::format("{}: {}", who, word);
    if (!whom.empty()) line.text += fmt::format(" \xE2\x86\x92 {}", whom);
    if (!event.place.name.empty()) line.text += fmt::format(", {}", event.place.name);
    std::string facts = event.type.empty()   ? ""
                        : event.mode.empty() ? event.type
                                             : event.type + "/" + event.mode;
    if (event.status != "happened") facts += (facts.empty() ? "" : ", ") + event.status;
    if (event.polarity == "negative" && event.status != "denied" && event.status != "cancelled")
        facts += (facts.empty() ? "" : ", ") + std::string("did not happen");
    for (const MergedCount& count : event.counts)
        facts += fmt::format("{}{} {}", facts.empty() ? "" : ", ", count.what,
                             count.low == count.high ? fmt::format("{}", count.best)
                                                     : fmt::format("{}\xE2\x80\x93{} (best {})", count.low,
                                                                   count.high, count.best));
    if (!facts.empty()) line.text += fmt::format(" ({})", facts);
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
