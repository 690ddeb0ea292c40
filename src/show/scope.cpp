#include "show/scope.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <set>

#include "base/error.hpp"

namespace dateline::show {

namespace {

constexpr std::size_t most_namesakes = 20;

std::vector<std::string> actor_ids(store::Database& database, const std::string& text) {
    std::vector<std::string> ids;
    if (text.empty()) return ids;
    for (const MergedActor& actor : database.find_actors(text, most_namesakes)) ids.push_back(actor.id);
    if (ids.empty()) throw error("no actor called {}; `dateline actors` lists them", text);
    return ids;
}

} // namespace

store::EventFilter event_filter(store::Database& database, const Scope& scope) {
    if (!scope.story.empty() && !database.story(scope.story))
        throw error("no story {}; `dateline brief` lists the stories of a large database", scope.story);
    if (!scope.until.empty() && scope.since > scope.until)
        throw error("--since {} is later than --until {}; give the earlier day to --since", scope.since,
                    scope.until);
    store::EventFilter filter;
    filter.story = scope.story;
    filter.since = scope.since;
    filter.until = scope.until;
    filter.actors = actor_ids(database, scope.actor);
    filter.against = actor_ids(database, scope.against);
    return filter;
}

std::vector<store::ReportInfo> reports_of(store::Database& database, const Scope& scope,
                                          const std::vector<Event>& events,
                                          const std::vector<store::ReportInfo>& all) {
    if (scope.actor.empty() && scope.since.empty() && scope.until.empty()) return all;
    std::set<std::string> ids;
    for (const Event& event : events)
        for (const auto& claim : event.claims) ids.insert(claim.first);
    std::vector<store::ReportInfo> out;
    for (const std::string& id : ids)
        if (auto info = database.report_info(id)) out.push_back(std::move(*info));
    return out;
}

std::size_t one_more(std::size_t limit) {
    constexpr auto most = static_cast<std::size_t>(std::numeric_limits<std::int64_t>::max()); // of SQLite
    return std::min(limit, most - 1) + 1;
}

std::string scope_title(store::Database& database, const Scope& scope, std::string_view what) {
    std::string title(what);
    if (!scope.story.empty())
        if (const auto story = database.story(scope.story)) title += ": " + story->title;
    if (!scope.actor.empty()) title += ": " + scope.actor;
    if (!scope.against.empty()) title += " and " + scope.against;
    if (!scope.since.empty()) title += ", since " + scope.since;
    if (!scope.until.empty()) title += ", until " + scope.until;
    return title;
}

} // namespace dateline::show
