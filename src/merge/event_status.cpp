// The history of an event's status. Reports speak in order of publication, each with the furthest status it
// gives. `planned` gives way to `happened`, `cancelled` and `denied`; what has happened is not undone by a
// report that still looks ahead, nor by someone's denial (that is a dispute). A plan that was called off may
// be made anew. A journey goes on as long as a report has a stop of it still ahead.

#include <algorithm>
#include <map>
#include <set>

#include "merge/telling.hpp"

namespace dateline::merge {

namespace {

/// How far a status has come.
int progress(const std::string& status) {
    if (status == "happened" || status == "denied" || status == "cancelled") return 3;
    if (status == "ongoing") return 2;
    return status == "planned" ? 1 : 0;
}

bool replaces(const std::string& next, const std::string& current) {
    if (current == "happened") return false;
    if (current == "cancelled") return next == "planned" || progress(next) >= 2;
    if (current == "denied") return next == "happened";
    return progress(next) > progress(current);
}

/// `his trip`, told of by a report in which the traveller has a stop still ahead, goes on.
bool goes_on(const Telling& telling) {
    const Claim& claim = *telling.claim;
    if (claim.type != "CONSULT" || claim.mode != "visit" || claim.status != "happened" || claim.place >= 0)
        return false;
    static const std::set<std::string_view> journeys{"trip",    "tour",  "journey", "visit",
                                                     "mission", "swing", "stop"};
    if (!journeys.contains(words(telling.coded->report.text, claim.trigger))) return false;
    const auto travels = [&](const Claim& other) {
        return std::any_of(other.actors.begin(), other.actors.end(), [&](const Participant& participant) {
            return participant.actor >= 0 && !claim.actors.empty() &&
                   participant.actor == claim.actors.front().actor;
        });
    };
    return std::any_of(telling.coded->claims.begin(), telling.coded->claims.end(), [&](const Claim& other) {
        return other.type == "CONSULT" && other.mode == "visit" && other.status == "planned" &&
               travels(other);
    });
}

std::string status_of(const Telling& telling) {
    return goes_on(telling) ? "ongoing" : telling.claim->status;
}

/// The furthest telling of each report, reports in order.
std::vector<const Telling*> one_of_each_report(const std::vector<Telling>& tellings) {
    std::vector<const Telling*> out;
    for (const Telling& telling : tellings) {
        if (!telling.is_current) continue;
        if (out.empty() || out.back()->view->report != telling.view->report)
            out.push_back(&telling);
        else if (progress(status_of(telling)) > progress(status_of(*out.back())))
            out.back() = &telling;
    }
    return out;
}

} // namespace

void tell_status(Event& event, const std::vector<Telling>& tellings) {
    for (const Telling* telling : one_of_each_report(tellings)) {
        const std::string status = status_of(*telling);
        if (!event.status.empty() && !replaces(status, event.status)) continue;
        event.status = status;
        event.polarity = telling->claim->polarity;
        event.history.push_back({telling->coded->report.published.value, status, {}});
    }
    // Every telling of a status stands with the step it belongs to.
    std::map<std::string, StatusChange*> step;
    for (StatusChange& change : event.history) step[change.status] = &change;
    for (const Telling& telling : tellings)
        if (const auto found = step.find(status_of(telling)); found != step.end())
            found->second->claims.push_back(telling.member);
}

} // namespace dateline::merge
