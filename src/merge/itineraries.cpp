// Stops come from visits, arrivals and journeys with a place, from where a journey began (`from Oslo to
// Rome`), and from meetings abroad; words spoken in a town show that a person was there and on which day. A
// meeting that names no place belongs to the stop of its day in the country of those met. A town lies in the
// stop of its country, two spots of one town are one stop, as long as the days fit.

#include "merge/itineraries.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <unordered_map>

#include "base/text.hpp"
#include "merge/days.hpp"
#include "merge/sightings.hpp"

namespace dateline::merge {

namespace {

constexpr std::int32_t most_days_apart = 2;    // of two events of one stop
constexpr std::int32_t most_days_moved = 7;    // of a plan
constexpr std::int32_t most_days_in_news = 30; // before and after the day of a stop
constexpr std::int32_t most_days_told_again = 365;
constexpr std::int32_t most_days_ahead = 90; // of a plan
constexpr double most_km_of_stop = 40;       // of two spots of one stop

/// Called off, or told to be off.
bool is_cancelled(const Event& event) {
    return event.status == "cancelled";
}

bool is_region(const MergedPlace& place) {
    return place.precision == "region";
}

std::string place_key(const MergedPlace& place) {
    return place.precision == "country" || place.geonames.empty() ? place.country + "|" + place.name
                                                                  : place.geonames;
}

double distance_km(const MergedPlace& one, const MergedPlace& other) {
    constexpr double degree = std::numbers::pi / 180, km_a_degree = 111.2;
    const double north = one.lat - other.lat;
    const double east = (one.lon - other.lon) * std::cos((one.lat + other.lat) / 2 * degree);
    return km_a_degree * std::hypot(north, east);
}

bool is_spot(const MergedPlace& place) {
    return place.resolved && (place.precision == "city" || place.precision == "point");
}

/// The same place, a town and its country, or two spots of one town.
bool is_within(const MergedPlace& one, const MergedPlace& other) {
    if (place_key(one) == place_key(other)) return true;
    if (one.country.empty() || one.country != other.country) return false;
    const bool is_province = one.precision == "admin1" || other.precision == "admin1";
    if (is_province && !one.admin1.empty() && one.admin1 == other.admin1) return true;
    return one.precision == "country" || other.precision == "country" ||
           (is_spot(one) && is_spot(other) && distance_km(one, other) <= most_km_of_stop);
}

bool days_fit(const Stop& stop, const Days& days, std::int32_t most_apart) {
    const std::int32_t from = day_number(stop.from), to = day_number(stop.to);
    const std::int32_t first = day_number(days.from), last = day_number(days.to);
    if (from == unknown_day || first == unknown_day) return true;
    return first <= to + most_apart && last >= from - most_apart;
}

/// Whether a telling without a day may be of a stop: years later it is of another one. Of the very place of a
/// stop it is told again for a year.
bool is_in_news(const StopDraft& draft, const Sighting& seen, const MergedPlace& place) {
    const std::int32_t told = day_number(seen.published), from = day_number(draft.stop.from);
    if (told == unknown_day) return true;
    if (from == unknown_day)
        return draft.first_told == unknown_day ||
               (told >= draft.last_told - most_days_in_news && told <= draft.first_told + most_days_in_news);
    const bool is_told_again = seen.is_done() && place_key(draft.stop.place) == place_key(place);
    return told >= from - (seen.is_done() ? most_days_in_news : most_days_ahead) &&
           told <= day_number(draft.stop.to) + (is_told_again ? most_days_told_again : most_days_in_news);
}

bool is_day(const Days& days) {
    return !days.from.empty() && days.from == days.to;
}

bool is_meeting(const Event& event) {
    return event.type == "CONSULT" && event.mode != "visit" && event.mode != "phone";
}

bool is_visit(const Event& event) {
    return event.type == "CONSULT" && event.mode == "visit";
}

class Finder {
  public:
    explicit Finder(const ActorTable& actors) : m_actors(actors) {}

    Journeys run(const std::vector<Sighting>& sightings) {
        for (const Sighting& seen : sightings) add_visit(seen);
        for (const Sighting& seen : sightings) add_meeting_abroad(seen);
        // Dates and people are added to stops that are there.
        for (const Sighting& seen : sightings) add_presence(seen);
        Journeys out;
        std::map<std::string, std::vector<StopDraft>*> by_id; // so that the order of reports does not matter
        for (auto& [actor, drafts] : m_drafts)
            if (drafts.size() > 1) by_id.emplace(m_actors.actors[actor].id, &drafts);
        for (auto& [id, drafts] : by_id) {
            for (StopDraft& draft : *drafts) settle_plans(draft, out);
            out.itineraries.push_back({id, in_order(*drafts)});
        }
        return out;
    }

  private:
    [[nodiscard]] bool is_person(std::size_t actor) const {
        return m_actors.actors[actor].kind_of == "person";
    }
    [[nodiscard]] const std::string& country_of(std::size_t actor) const {
        return m_actors.actors[actor].country;
    }

    void add_visit(const Sighting& seen) {
        if (seen.place.name.empty()) return;
        if (is_region(seen.place) && seen.event->status != "planned") return; // the journey, not a stop of it
        if (!is_visit(*seen.event) && !(seen.event->type.empty() && seen.is_travel_word)) return;
        for (const std::size_t actor : seen.actors) {
            if (!is_person(actor)) continue;
            add(m_drafts[actor], seen);
            for (const MergedPlace& origin : seen.origins)
                if (origin.country != country_of(actor)) add_origin(m_drafts[actor], seen, origin);
        }
    }

    /// A place outside a person's own country where the person met somebody.
    void add_meeting_abroad(const Sighting& seen) {
        if (!is_meeting(*seen.event) || is_cancelled(*seen.event)) return;
        if (seen.place.country.empty() || is_region(seen.place) || seen.parties.size() < 2) return;
        for (const std::size_t actor : seen.parties)
            if (is_person(actor) && !country_of(actor).empty() && country_of(actor) != seen.place.country)
                add(m_drafts[actor], seen);
    }

    /// The stop that a claim is about, with the words that name it.
    static void add(std::vector<StopDraft>& drafts, const Sighting& seen) {
        StopDraft* draft = find(drafts, seen);
        if (draft == nullptr) draft = &start(drafts, seen.place);
        extend(*draft, seen);
        draft->namings.push_back(seen.naming);
    }

    static StopDraft& start(std::vector<StopDraft>& drafts, const MergedPlace& place) {
        StopDraft& draft = drafts.emplace_back();
        draft.stop.place = place;
        draft.stop.status = "planned";
        return draft;
    }

    static void add_origin(std::vector<StopDraft>& drafts, const Sighting& seen, const MergedPlace& place) {
        const auto known = std::find_if(drafts.begin(), drafts.end(), [&](const StopDraft& draft) {
            return is_within(draft.stop.place, place) && is_in_news(draft, seen, place);
        });
        StopDraft& draft = known == drafts.end() ? start(drafts, place) : *known;
        draft.stop.status = "happened";
        draft.add_telling(day_number(seen.published));
        draft.prove({seen.published, "happened", {seen.member}});
        add_once(draft.stop.events, seen.event->id);
        draft.namings.push_back(seen.naming);
        draft.namings.back().place = 0;
    }

    static StopDraft* find(std::vector<StopDraft>& drafts, const Sighting& seen) {
        for (StopDraft& draft : drafts) {
            if (!is_within(draft.stop.place, seen.place)) continue;
            if ((seen.days.from.empty() || draft.stop.from.empty()) && !is_in_news(draft, seen, seen.place))
                continue;
            // What was called off is told with the day on which that was done.
            const bool is_open = draft.stop.status != "happened";
            const bool is_plan = is_open && seen.event->status == "planned";
            if (is_cancelled(*seen.event)
                    ? is_open
                    : days_fit(draft.stop, seen.days, is_plan ? most_days_moved : most_days_apart))
                return &draft;
        }
        return nullptr;
    }

    /// A meeting that names no place, on a day of the stop or else next to it, with people of its country.
    [[nodiscard]] StopDraft* find_by_host(std::vector<StopDraft>& drafts, const Sighting& seen) const {
        const std::int32_t day = day_number(seen.days.from);
        for (const std::int32_t slack : {0, 1})
            for (StopDraft& draft : drafts) {
                const Stop& stop = draft.stop;
                if (stop.from.empty() || day + slack < day_number(stop.from) ||
                    day - slack > day_number(stop.to))
                    continue;
                for (const std::size_t party : seen.parties)
                    if (is_person(party) && !country_of(party).empty() &&
                        country_of(party) == stop.place.country)
                        return &draft;
            }
        return nullptr;
    }

    /// The stop keeps the country as its place when one claim names that.
    static void extend(StopDraft& draft, const Sighting& seen) {
        Stop& stop = draft.stop;
        add_once(stop.events, seen.event->id);
        draft.add_telling(day_number(seen.published));
        if (seen.event->status == "planned") add_once(draft.plans, {seen.event->id, seen.published});
        if (is_cancelled(*seen.event)) {
            if (stop.status == "planned") stop.status = "cancelled";
            if (!seen.is_plan) draft.prove({seen.published, "cancelled", {seen.member}});
            if (!seen.is_plan) return;
        }
        if (seen.is_done()) {
            stop.status = "happened";
            if (!seen.is_plan) draft.prove({seen.published, "happened", {seen.member}});
        }
        if (seen.place.precision == "country") stop.place = seen.place;
        if (!seen.days.from.empty())
            draft.add_days(seen.naming.report, seen.days.from, seen.days.to, seen.source);
    }

    void add_presence(const Sighting& seen) {
        const Event& event = *seen.event;
        if (is_cancelled(event)) return;
        const bool is_reception = is_visit(event) && seen.place.name.empty();
        if (event.type == "CONSULT" ? !is_meeting(event) && !is_reception : !is_spoken_there(seen)) return;
        if (seen.place.name.empty() && !is_day(seen.days)) return;
        for (const std::size_t actor : seen.parties) {
            const auto drafts = m_drafts.find(actor);
            if (drafts == m_drafts.end()) continue;
            StopDraft* draft =
                seen.place.name.empty() ? find_by_host(drafts->second, seen) : find(drafts->second, seen);
            if (draft == nullptr) continue;
            if (!seen.place.name.empty())
                extend(*draft, seen);
            else if (add_once(draft->stop.events, event.id); seen.days.is_own && seen.is_done())
                draft->add_days(seen.naming.report, seen.days.from, seen.days.to, DaySource::told);
            if (event.type == "CONSULT") add_met(*draft, seen, actor);
        }
    }

    /// Words said in a town on a known day.
    static bool is_spoken_there(const Sighting& seen) {
        return !seen.event->type.empty() && seen.place.precision == "city" && is_day(seen.days) &&
               seen.is_done() && seen.actors.size() == 1;
    }

    /// Who was met, or is to be met; the people of a reception.
    void add_met(StopDraft& draft, const Sighting& seen, std::size_t actor) const {
        auto& list = seen.is_done() ? draft.met : draft.expected;
        // Where only the event gives the day, the claim may list people of several stops.
        const bool is_sure = !seen.place.name.empty() || seen.days.is_own;
        for (const std::size_t other : seen.parties) {
            if (other == actor || (!is_person(other) && (!is_sure || !is_meeting(*seen.event)))) continue;
            if (!is_sure && country_of(other) != draft.stop.place.country) continue;
            add_once(list, other);
        }
    }

    /// The ids of those met; `the prime minister` beside a name tells nothing more.
    [[nodiscard]] std::vector<std::string> ids_of(const std::vector<std::size_t>& list) const {
        const auto is_named = [&](std::size_t actor) { return bool(m_actors.is_named[actor]); };
        const bool any_named = std::any_of(list.begin(), list.end(), is_named);
        std::vector<std::string> out;
        for (const std::size_t actor : list)
            if (!any_named || !is_person(actor) || is_named(actor)) out.push_back(m_actors.actors[actor].id);
        return out;
    }

    /// A journey that was planned has been made when others tell that the traveller was there, and is off
    /// when another telling of it was called off. What was known before the plan was told is no outcome of
    /// it.
    void settle_plans(StopDraft& draft, Journeys& out) const {
        draft.stop.met = ids_of(draft.met);
        draft.stop.expected = ids_of(draft.expected);
        for (const auto& [event, published] : draft.plans)
            if (draft.proof.status == draft.stop.status && draft.proof.published >= published)
                out.outcomes.emplace(event, draft.proof);
    }

    const ActorTable& m_actors;
    std::map<std::size_t, std::vector<StopDraft>> m_drafts; // by traveller
};

} // namespace

bool may_be_of_itinerary(const Event& event) {
    const bool is_told = event.polarity != "negative" && (is_done(event.status) || event.status == "planned");
    if (!is_told && !is_cancelled(event)) return false;
    const bool is_spoken = event.type == "REQUEST" || event.type == "ACCUSE" || event.type == "SUPPORT";
    return event.type == "CONSULT" || (!event.place.name.empty() && (event.type.empty() || is_spoken));
}

bool is_planned_journey(const Event& event) {
    return event.status == "planned" && is_visit(event);
}

void Journeys::settle(Event& plan) const {
    const auto found = outcomes.find(plan.id);
    if (found == outcomes.end()) return;
    plan.status = found->second.status;
    plan.polarity = plan.status == "cancelled" ? "negative" : "positive";
    plan.lapsed = false;
    plan.history.push_back(found->second);
}

Journeys find_journeys(const Reports& reports, const std::vector<Event>& events, const ActorTable& actors) {
    return Finder(actors).run(find_sightings(reports, events, actors));
}

} // namespace dateline::merge
