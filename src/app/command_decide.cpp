// What users decide against the program: two events or actors are one, some claims are another event, a name.
// The ids that the views show are looked up and the words behind them stored, since ids change when reports
// are coded anew. The log is never changed, only added to; the record is merged again at once.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <set>

#include <fmt/format.h>

#include "app/anchors.hpp"
#include "app/commands.hpp"
#include "app/merging.hpp"
#include "base/error.hpp"
#include "record/decision.hpp"

namespace dateline::app {

namespace {

/// So many claims of an event stand for it: enough to hold it together, few enough to write down.
constexpr std::size_t most_claims = 40;
/// One actor of a report stands for a merged actor.
constexpr std::size_t most_actors = 1;

std::size_t most_of(const std::string& of) {
    return of == "event" ? most_claims : most_actors;
}

Decision started(const DecideOptions& options, std::string action) {
    Decision decision;
    decision.action = std::move(action);
    decision.note = options.note;
    const char* user = std::getenv("USER");
    decision.by = !options.by.empty() ? options.by : user == nullptr ? "" : user;
    return decision;
}

/// Stores the decision, and merges unless that is put off.
Exit settle(store::Database& database, const DecideOptions& options, Decision decision) {
    const std::string id = database.decide(std::move(decision));
    if (!options.later) merge_database(database);
    fmt::print("{}\n", id);
    fmt::print(stderr, "dateline: decision {} is {}; `dateline decide undo {}` takes it back\n", id,
               options.later ? "noted, the next `add` or `decide` applies it" : "applied", id);
    return Exit::all_read;
}

} // namespace

Exit run_decide_merge(const DecideOptions& options) {
    store::Database database(options.database, store::Access::existing);
    Decision decision = started(options, "merge");
    std::set<MemberRef> known;
    for (const std::string& id : options.ids) {
        const Meant meant = look_up(database, id);
        for (const MemberRef& part : meant.parts)
            if (!known.insert(part).second) throw error("{} is one with an id before it already", id);
        if (!decision.of.empty() && decision.of != meant.of)
            throw error("an event and an actor cannot be one: {} is an {}", id, meant.of);
        decision.of = meant.of;
        const auto anchors = anchors_of(database, meant.of, meant.parts, most_of(meant.of));
        decision.these.insert(decision.these.end(), anchors.begin(), anchors.end());
    }
    return settle(database, options, std::move(decision));
}

Exit run_decide_split(const DecideOptions& options) {
    store::Database database(options.database, store::Access::existing);
    Decision decision = started(options, "split");
    const Meant whole = look_up(database, options.ids.front());
    decision.of = whole.of;
    std::vector<MemberRef> parts;
    for (std::size_t i = 1; i < options.ids.size(); ++i) {
        const Meant part = look_up(database, options.ids[i]);
        if (part.of != whole.of || part.whole != whole.whole)
            throw error("{} is no part of {}; `dateline explain {}` shows its parts", options.ids[i],
                        whole.whole, whole.whole);
        parts.insert(parts.end(), part.parts.begin(), part.parts.end());
    }
    std::vector<MemberRef> others;
    for (const MemberRef& member : whole.parts)
        if (std::find(parts.begin(), parts.end(), member) == parts.end()) others.push_back(member);
    if (others.empty()) throw error("nothing would be left of {}", whole.whole);
    decision.these = anchors_of(database, whole.of, parts, parts.size());
    if (whole.of == "event") decision.from = anchors_of(database, whole.of, others, most_claims);
    return settle(database, options, std::move(decision));
}

Exit run_decide_rename(const DecideOptions& options) {
    store::Database database(options.database, store::Access::existing);
    Decision decision = started(options, "rename");
    const Meant meant = look_up(database, options.ids.front());
    decision.of = meant.of;
    decision.name = options.name;
    decision.these = anchors_of(database, meant.of, meant.parts, most_of(meant.of));
    return settle(database, options, std::move(decision));
}

Exit run_decide_undo(const DecideOptions& options) {
    store::Database database(options.database, store::Access::existing);
    Decision decision = started(options, "undo");
    decision.of = options.ids.front();
    const auto log = database.decisions();
    const auto is_meant = [&](const Decision& known) {
        return known.id == decision.of && known.action != "undo";
    };
    const auto is_undone = [&](const Decision& known) {
        return known.action == "undo" && known.of == decision.of;
    };
    if (std::none_of(log.begin(), log.end(), is_meant))
        throw error("no decision {}; `dateline decide list` shows them", decision.of);
    if (std::any_of(log.begin(), log.end(), is_undone)) throw error("{} was taken back already", decision.of);
    return settle(database, options, std::move(decision));
}

Exit run_decide_list(const DecideOptions& options) {
    store::Database database(options.database, store::Access::read_only);
    const auto log = database.decisions();
    const auto lost = database.lost_decisions();
    for (const Decision& decision : log) {
        std::string line;
        if (options.as_json) {
            write_json(line, decision);
            fmt::print("{}\n", line);
            continue;
        }
        const bool is_undone = std::any_of(log.begin(), log.end(), [&](const Decision& other) {
            return other.action == "undo" && other.of == decision.id;
        });
        line = fmt::format("{}  {}  {} {}", decision.id, decision.at.substr(0, 10), decision.action,
                           decision.of);
        for (const Anchor& anchor : decision.these) line += fmt::format(" {}:{}", anchor.report, anchor.id);
        if (!decision.name.empty()) line += " as " + decision.name;
        if (!decision.by.empty()) line += ", by " + decision.by;
        if (!decision.note.empty()) line += ": " + decision.note;
        if (is_undone) line += " (taken back)";
        if (std::find(lost.begin(), lost.end(), decision.id) != lost.end())
            line += " (its words are in no report any more)";
        fmt::print("{}\n", line);
    }
    return Exit::all_read;
}

} // namespace dateline::app
