// The history of an event's status. Reports speak in order of publication, each with the furthest status it
// gives. `planned` gives way to `happened`, `cancelled` and `denied`; what has happened is not undone by a
// report that still looks ahead, nor by someone's denial (that is a dispute). A plan that was called off may
// be made anew.

#include <map>

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

/// The furthest telling of each report, reports in order.
std::vector<const Telling*> one_of_each_report(const std::vector<Telling>& tellings) {
    std::vector<const Telling*> out;
    for (const Telling& telling : tellings) {
        if (!telling.is_current) continue;
        if (out.empty() || out.back()->view->report != telling.view->report)
            out.push_back(&telling);
        else if (progress(telling.claim->status) > progress(out.back()->claim->status))
            out.back() = &telling;
    }
    return out;
}

} // namespace

void tell_status(Event& event, const std::vector<Telling>& tellings, const std::string& latest) {
    for (const Telling* telling : one_of_each_report(tellings)) {
        const std::string& status = telling->claim->status;
        if (!event.status.empty() && !replaces(status, event.status)) continue;
        event.status = status;
        event.polarity = telling->claim->polarity;
        event.history.push_back({telling->coded->report.published.value, status, {}});
    }
    // Every telling of a status stands with the step it belongs to.
    std::map<std::string, StatusChange*> step;
    for (StatusChange& change : event.history) step[change.status] = &change;
    for (const Telling& telling : tellings)
        if (const auto found = step.find(telling.claim->status); found != step.end())
            found->second->claims.push_back(telling.member);
    event.lapsed = event.status == "planned" && event.to.size() == 10 && event.to < latest;
}

} // namespace dateline::merge
