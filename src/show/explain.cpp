#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/text.hpp"
#include "show/days.hpp"
#include "show/describe.hpp"
#include "show/views.hpp"

namespace dateline::show {

namespace {

void field(Section& section, std::string_view name, std::string value) {
    if (value.empty()) return;
    Line line;
    line.text = fmt::format("{}: {}", name, value);
    section.lines.push_back(std::move(line));
}

std::string participants(const CodedReport& coded, const std::vector<Participant>& items) {
    std::string out;
    for (const Participant& item : items) {
        if (!out.empty()) out += "; ";
        const std::string said(words(coded.report.text, item.span));
        if (item.actor < 0) {
            out += fmt::format("\"{}\" (no known actor)", said);
            continue;
        }
        const Actor& actor = coded.actors[static_cast<std::size_t>(item.actor)];
        out += fmt::format("\"{}\" = {} ({}{}{})", said, actor.name, actor.kind,
                           actor.code.empty() ? "" : ", ", actor.code);
    }
    return out;
}

Section fields_of(const CodedReport& coded, const Claim& claim) {
    Section section{"How it was coded", "", {}};
    field(section, "trigger", std::string(words(coded.report.text, claim.trigger)));
    field(section, "type", claim.mode.empty() ? claim.type : claim.type + "/" + claim.mode);
    field(section, "CAMEO", claim.cameo);
    field(section, "actors", participants(coded, claim.actors));
    field(section, "recipients", participants(coded, claim.recipients));
    if (claim.object)
        field(section, "done to a thing", std::string(words(coded.report.text, claim.object->span)));
    if (claim.place >= 0) {
        const Place& place = coded.places[static_cast<std::size_t>(claim.place)];
        field(section, "place",
              fmt::format("\"{}\" = {} {} ({}; {})", words(coded.report.text, place.span), place.name,
                          place.country, place.precision, place.why));
    }
    if (claim.time >= 0) {
        const Time& time = coded.times[static_cast<std::size_t>(claim.time)];
        field(section, "time", fmt::format("\"{}\" = {}", words(coded.report.text, time.span), time.value));
    }
    field(section, "days", days(claim.from, claim.to));
    field(section, "status", fmt::format("{}, {}, {}", claim.status, claim.polarity, claim.certainty));
    for (const Voucher& voucher : claim.said_by)
        field(section, "said by", participants(coded, {{voucher.actor, voucher.span}}));
    for (const Count& count : claim.counts) {
        const auto figure = [&](const std::string& what, const auto& told) {
            field(section, what,
                  fmt::format("{}\xE2\x80\x93{} (\"{}\")", told.low, told.high,
                              words(coded.report.text, told.span)));
        };
        figure(count.what, count);
        for (const CountPart& part : count.parts) figure(count.what + ", " + part.of, part);
    }
    field(section, "rule", claim.rule);
    field(section, "confidence", fmt::format("{:.2f}", claim.confidence));
    for (const std::string_view reason : split(claim.why, '\n')) field(section, "why", std::string(reason));
    return section;
}

/// What became of a report that is a version of a page; empty for others.
std::vector<std::string> versions(store::Database& database, const std::string& report) {
    std::vector<std::string> out;
    for (const std::string& later : database.replaced_by(report))
        out.push_back(fmt::format("{} was replaced by a later version, {}; its claims count only where that "
                                  "says nothing",
                                  report, later));
    if (const auto earlier = database.replaces(report))
        out.push_back(fmt::format("{} is a later version of {}", report, *earlier));
    return out;
}

void add_versions(Page& page, store::Database& database, const std::set<std::string>& reports) {
    Section section{"Versions", "", {}};
    for (const std::string& report : reports)
        for (const std::string& line : versions(database, report))
            section.lines.push_back({"", line, "", {}, ""});
    if (!section.lines.empty()) page.sections.push_back(std::move(section));
}

/// The standing decisions of users on these claims or actors of reports.
void add_decisions(Page& page, store::Database& database, const std::vector<MemberRef>& members) {
    Section section{"Decisions", "The command decide undo takes one back.", {}};
    const std::set<MemberRef> all(members.begin(), members.end());
    const auto log = database.decisions();
    for (const Decision& decision : log) {
        const auto is_here = [&](const Anchor& anchor) { return all.contains({anchor.report, anchor.id}); };
        const auto undoes = [&](const Decision& other) {
            return other.action == "undo" && other.of == decision.id;
        };
        if (std::none_of(decision.these.begin(), decision.these.end(), is_here) ||
            std::any_of(log.begin(), log.end(), undoes))
            continue;
        Line line;
        line.when = decision.at.substr(0, 10);
        line.text = fmt::format("{} {}{}{}{}", decision.action, decision.of,
                                decision.name.empty() ? "" : " to " + decision.name,
                                decision.by.empty() ? "" : ", by " + decision.by,
                                decision.note.empty() ? "" : ": " + decision.note);
        line.id = decision.id;
        section.lines.push_back(std::move(line));
    }
    if (!section.lines.empty()) page.sections.push_back(std::move(section));
}

Page explain_actor(store::Database& database, const MergedActor& actor) {
    Page page{"Actor " + actor.id, actor.name, {{"Members", "", {}}, {"Why they were joined", "", {}}}, {}};
    constexpr std::size_t most = 200;
    for (const auto& [report, id] : actor.members) {
        if (page.sections[0].lines.size() == most) {
            page.sections[0].note = fmt::format("Only the first {} of {}; the table actor_members has all.",
                                                most, actor.members.size());
            break;
        }
        page.sections[0].lines.push_back({"", "", "", {report}, fmt::format("{}:{}", report, id)});
    }
    for (const std::string& reason : actor.why) page.sections[1].lines.push_back({"", reason, "", {}, ""});
    add_decisions(page, database, actor.members);
    return page;
}

Page explain_claim(store::Database& database, const std::string& report, const std::string& id) {
    const auto coded = database.coded(report);
    if (!coded) throw error("no report {}; `dateline query 'SELECT id FROM reports'` lists them", report);
    const auto found =
        std::find_if(coded->claims.begin(), coded->claims.end(), [&](const Claim& c) { return c.id == id; });
    if (found == coded->claims.end())
        throw error("no claim {} in {}; `dateline query \"SELECT id, words FROM claims WHERE report = "
                    "'{}'\"` lists them",
                    id, report, report);
    Page page{fmt::format("Claim {}:{}", report, id), "", {}};
    const auto info = database.claim_info(report, id);
    if (info) page.summary = info->sentence;
    page.sections.push_back(fields_of(*coded, *found));
    if (const std::string event = database.event_of(report, id); !event.empty())
        page.sections.push_back({"Event", "", {{"", "part of this event", "", {}, event}}});
    add_versions(page, database, {report});
    return page;
}

} // namespace

Page explain(store::Database& database, const std::string& id) {
    if (const std::size_t colon = id.rfind(':'); colon != std::string::npos)
        return explain_claim(database, id.substr(0, colon), id.substr(colon + 1));
    const auto event = database.event(id);
    if (const auto actor = event ? std::nullopt : database.actor(id)) return explain_actor(database, *actor);
    if (!event)
        throw error(
            "nothing called {}; give an event or actor (`dateline timeline` and `actors` show ids) or "
            "REPORT:CLAIM",
            id);
    Describer describer(database);
    const Line line = describer.event_line(*event);
    Page page{"Event " + id, line.text, {{"Claims", "", {}}, {"Why they were joined", "", {}}}};
    for (const auto& [report, claim] : event->claims) {
        const auto info = database.claim_info(report, claim);
        if (!info) continue;
        page.sections[0].lines.push_back(
            {"",
             fmt::format("{} ({}{}{})", info->words, info->status, info->said_by.empty() ? "" : ", said by ",
                         info->said_by),
             info->sentence,
             {report},
             fmt::format("{}:{}", report, claim)});
    }
    for (const std::string& reason : event->why) page.sections[1].lines.push_back({"", reason, "", {}, ""});
    std::set<std::string> reports;
    for (const auto& claim : event->claims) reports.insert(claim.first);
    add_versions(page, database, reports);
    add_decisions(page, database, event->claims);
    return page;
}

} // namespace dateline::show
