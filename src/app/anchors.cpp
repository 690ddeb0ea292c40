#include "app/anchors.hpp"

#include <algorithm>
#include <optional>

#include "base/error.hpp"
#include "base/utf8.hpp"

namespace dateline::app {

namespace {

const Mention* best_mention(const Actor& actor) {
    const auto named = std::find_if(actor.mentions.begin(), actor.mentions.end(),
                                    [](const Mention& mention) { return mention.form == "name"; });
    if (named != actor.mentions.end()) return &*named;
    return actor.mentions.empty() ? nullptr : &actor.mentions.front();
}

std::optional<Span> span_of(const CodedReport& coded, const std::string& of, const std::string& id) {
    if (of == "event") {
        for (const Claim& claim : coded.claims)
            if (claim.id == id) return claim.trigger;
        return std::nullopt;
    }
    for (const Actor& actor : coded.actors)
        if (actor.id == id)
            if (const Mention* mention = best_mention(actor)) return mention->span;
    return std::nullopt;
}

Meant look_up_part(store::Database& database, const std::string& report, const std::string& part) {
    if (const std::string event = database.event_of(report, part); !event.empty())
        return {"event", event, {{report, part}}};
    if (const std::string actor = database.actor_of(report, part); !actor.empty())
        return {"actor", actor, {{report, part}}};
    throw error(
        "{}:{} is no claim of an event and no actor of a report; `dateline explain ID` shows those of an "
        "event or actor",
        report, part);
}

} // namespace

Meant look_up(store::Database& database, const std::string& id) {
    if (const auto event = database.event(id)) return {"event", id, event->claims};
    if (const auto actor = database.actor(id)) return {"actor", id, actor->members};
    if (const std::size_t colon = id.rfind(':'); colon != std::string::npos)
        return look_up_part(database, id.substr(0, colon), id.substr(colon + 1));
    throw error(
        "nothing called {}; `dateline timeline` shows ids of events, `dateline actors` those of actors", id);
}

std::vector<Anchor> anchors_of(store::Database& database, const std::string& of,
                               const std::vector<MemberRef>& parts, std::size_t most) {
    std::vector<Anchor> out;
    for (const auto& [report, id] : parts) {
        if (out.size() == most) break;
        const auto coded = database.coded(report);
        const auto span = coded ? span_of(*coded, of, id) : std::nullopt;
        if (!span) continue;
        const CodePoints points(coded->report.text);
        out.push_back({report, points.from_byte(span->start), points.from_byte(span->end), id});
    }
    if (out.empty()) throw error("no words in a report stand for what is meant");
    return out;
}

} // namespace dateline::app
