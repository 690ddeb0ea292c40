#include "merge/merge.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "merge/actors.hpp"
#include "merge/copies.hpp"
#include "merge/decisions.hpp"
#include "merge/digest.hpp"
#include "merge/events.hpp"
#include "merge/fates.hpp"
#include "merge/itineraries.hpp"
#include "merge/origins.hpp"
#include "merge/stories.hpp"
#include "merge/tolls.hpp"

namespace dateline::merge {
namespace {

/// Empties the list and gives its memory back, which `= {}` would keep.
template<typename T>
void drop(std::vector<T>& list) {
    std::vector<T>().swap(list);
}

/// Each story lists its events; events that itineraries are made of are kept.
class EventNotes {
  public:
    EventNotes(std::vector<Story>& stories, const ActorTable& actors) {
        for (Story& story : stories) m_stories.emplace(story.id, &story);
        for (const MergedActor& actor : actors.actors)
            if (actor.kind_of == "person") m_people.insert(actor.id);
    }

    void take(Event event) {
        if (const auto story = m_stories.find(event.story); story != m_stories.end())
            story->second->events.push_back(event.id);
        if (!may_be_of_itinerary(event) || !(has_person(event.actors) || has_person(event.recipients)))
            return;
        drop(event.why), drop(event.history), drop(event.counts), drop(event.disputes);
        drop(event.actors), drop(event.recipients);
        m_of_itineraries.push_back(std::move(event));
    }
    [[nodiscard]] const std::vector<Event>& of_itineraries() const { return m_of_itineraries; }

  private:
    [[nodiscard]] bool has_person(const std::vector<std::string>& ids) const {
        return std::any_of(ids.begin(), ids.end(),
                           [&](const std::string& id) { return m_people.contains(id); });
    }

    std::unordered_map<std::string_view, Story*> m_stories;
    std::unordered_set<std::string_view> m_people; // ids of merged actors
    std::vector<Event> m_of_itineraries;
};

/// Hands on the actors; of each only what compares claims stays in memory.
void hand_on(ActorTable& actors, const RecordSink& sink) {
    for (MergedActor& actor : actors.actors) {
        sink.actor(actor);
        drop(actor.aliases), drop(actor.members), drop(actor.why);
    }
}

} // namespace

void merge(const Reports& reports, const std::vector<Decision>& log, const RecordSink& sink) {
    const auto step = [&](const char* next) {
        if (sink.step) sink.step(next);
    };
    Record record;
    Decisions decisions(log, reports);
    step("copies");
    record.copies = find_copies(reports);
    record.revisions = find_revisions(reports, record.copies);
    step("stories");
    record.stories = find_stories(reports);
    step("actors");
    ActorTable actors = join_actors(reports, record.stories);
    decisions.apply(actors);
    hand_on(actors, sink);
    step("claims");
    const ClaimViews views(reports, actors, record.stories);
    decisions.find_claims(views);
    step("groups");
    const EventGroups alike = group_claims(reports, views, actors, decisions);
    const EventGroups groups = join_fates(views, join_tolls(views, alike, decisions), actors, decisions);
    step("events");
    const Origins origins(reports, record.copies, record.revisions);
    EventNotes notes(record.stories, actors);
    std::vector<Event> plans; // journeys that wait for their outcome
    describe_events(reports, views, groups, actors, record.stories, origins, decisions, [&](Event event) {
        if (is_planned_journey(event))
            plans.push_back(event);
        else
            sink.event(event);
        notes.take(std::move(event));
    });
    step("itineraries");
    Journeys journeys = find_journeys(reports, notes.of_itineraries(), actors);
    for (Event& plan : plans) {
        journeys.settle(plan);
        sink.event(plan);
    }
    record.itineraries = std::move(journeys.itineraries);
    if (reports.size() > 0) record.digests.push_back(find_digest(reports));
    record.lost_decisions = decisions.lost();
    sink.rest(record);
}

Record merge(const std::vector<CodedReport>& reports, const std::vector<Decision>& decisions) {
    Record record;
    std::vector<MergedActor> actors;
    std::vector<Event> events;
    merge(Reports(source_of(reports)), decisions,
          {[&](const MergedActor& actor) { actors.push_back(actor); },
           [&](const Event& event) { events.push_back(event); }, [&](const Record& rest) { record = rest; }});
    record.actors = std::move(actors);
    record.events = std::move(events);
    return record;
}

} // namespace dateline::merge
