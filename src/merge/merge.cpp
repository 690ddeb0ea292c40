#include "merge/merge.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "merge/actors.hpp"
#include "merge/copies.hpp"
#include "merge/decisions.hpp"
#include "merge/digest.hpp"
#include "merge/events.hpp"
#include "merge/itineraries.hpp"
#include "merge/origins.hpp"
#include "merge/stories.hpp"

namespace dateline::merge {
namespace {

/// In order of publication, unknown dates last, then by id: the order of the input must not matter.
std::vector<const CodedReport*> in_order(const std::vector<CodedReport>& reports) {
    std::vector<const CodedReport*> out;
    for (const auto& report : reports) out.push_back(&report);
    std::stable_sort(out.begin(), out.end(), [](const CodedReport* a, const CodedReport* b) {
        const auto key = [](const Report& r) { return std::tie(r.published.value, r.id); };
        const bool a_open = a->report.published.value.empty(), b_open = b->report.published.value.empty();
        return a_open != b_open ? b_open : key(a->report) < key(b->report);
    });
    return out;
}

/// Each story lists its events.
void list_events(Record& record) {
    std::unordered_map<std::string_view, Story*> by_id;
    for (Story& story : record.stories) by_id.emplace(story.id, &story);
    for (const Event& event : record.events)
        if (const auto story = by_id.find(event.story); story != by_id.end())
            story->second->events.push_back(event.id);
}

} // namespace

Record merge(const std::vector<CodedReport>& reports, const std::vector<Decision>& log) {
    const auto ordered = in_order(reports);
    Record record;
    Decisions decisions(log, ordered);
    record.copies = find_copies(ordered);
    record.revisions = find_revisions(ordered, record.copies);
    record.stories = find_stories(ordered);
    ActorTable actors = join_actors(ordered, record.stories);
    decisions.apply(actors);
    const ClaimViews views = view_claims(ordered, actors, record.stories);
    decisions.find_claims(views);
    const auto groups = group_claims(ordered, views, actors, decisions);
    const Origins origins(ordered, record.copies, record.revisions);
    record.events = describe_events(ordered, views, groups, actors, record.stories, origins);
    record.actors = std::move(actors.actors);
    record.itineraries = find_itineraries(ordered, record.events, record.actors);
    list_events(record);
    if (!ordered.empty()) record.digests.push_back(find_digest(ordered));
    record.lost_decisions = decisions.lost();
    return record;
}

} // namespace dateline::merge
