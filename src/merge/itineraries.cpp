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
#include "merge/itinerary_order.hpp"
#include "merge/telling.hpp"
#include "merge/trigger.hpp"

namespace dateline::merge {

namespace {

constexpr std::int32_t most_days_apart = 2; // of two events of one stop
constexpr std::int32_t most_days_moved = 7; // of a plan
constexpr double most_km_of_stop = 40;      // of two spots of one stop

bool is_done(const std::string& status) {
    return status == "happened" || status == "ongoing";
}

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

/// Days of a claim, or else of its event.
struct Days {
    std::string from, to;
    bool is_own = false; // a time expression beside the claim's word says so
};

bool days_fit(const Stop& stop, const Days& days, std::int32_t most_apart) {
    const std::int32_t from = day_number(stop.from), to = day_number(stop.to);
    const std::int32_t first = day_number(days.from), last = day_number(days.to);
    if (from == unknown_day || first == unknown_day) return true;
    return first <= to + most_apart && last >= from - most_apart;
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

template<typename T>
void add_once(std::vector<T>& list, const T& item) {
    if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
}

/// The word before a place, an article left out.
std::string_view word_before(std::string_view text, std::uint32_t at) {
    std::string_view before = text.substr(0, at);
    for (int skipped = 0; skipped < 2; ++skipped) {
        before = trim(before);
        const std::size_t blank = before.find_last_of(" \n\t");
        const std::string_view word = blank == std::string_view::npos ? before : before.substr(blank + 1);
        if (word != "the") return word;
        before = before.substr(0, before.size() - word.size());
    }
    return {};
}

/// What a claim tells of where people were: all that is needed of its report.
struct Sighting {
    const Event* event = nullptr;
    MemberRef member;
    std::string published;
    MergedPlace place; // empty name: none
    Days days;
    Naming naming;
    DaySource source = DaySource::carried;
    bool is_plan = false;                     // the claim itself looks ahead
    bool is_travel_word = false;              // the word for the event means a journey
    std::vector<std::size_t> actors, parties; // merged actors; parties: of both sides
    std::vector<MergedPlace> origins;         // where the journey began

    [[nodiscard]] bool is_done() const { return merge::is_done(event->status); }
};

MergedPlace merged(const Place& place, std::string_view text) {
    return {place.name.empty() ? std::string(words(text, place.span)) : place.name,
            place.geonames,
            place.lat,
            place.lon,
            place.resolved,
            place.country,
            place.admin1,
            place.precision};
}

/// Reads sightings from the claims of events.
class Reader {
  public:
    Reader(const Reports& reports, const ActorTable& actors) : m_reports(reports), m_actors(actors) {
        for (std::size_t r = 0; r < reports.size(); ++r) m_report_of.emplace(reports.header(r).id, r);
    }

    [[nodiscard]] std::vector<Sighting> read(const std::vector<Event>& events) const {
        std::vector<Sighting> out;
        for (const Event& event : events) {
            for (const MemberRef& member : event.claims)
                if (Sighting seen = sighting(event, member); has_person(seen)) out.push_back(std::move(seen));
            m_reports.settle();
        }
        return out;
    }

  private:
    [[nodiscard]] bool has_person(const Sighting& seen) const {
        return std::any_of(seen.parties.begin(), seen.parties.end(),
                           [&](std::size_t party) { return m_actors.actors[party].kind_of == "person"; });
    }

    [[nodiscard]] Sighting sighting(const Event& event, const MemberRef& member) const {
        Sighting seen{&event, member};
        const std::size_t r = m_report_of.at(member.first);
        const CodedReport& coded = *m_reports[r];
        const auto found = std::find_if(coded.claims.begin(), coded.claims.end(),
                                        [&](const Claim& claim) { return claim.id == member.second; });
        const Claim& claim = *found;
        const std::string_view text = coded.report.text;
        seen.published = coded.report.published.value;
        seen.is_plan = claim.status == "planned";
        seen.is_travel_word = is_travel_word(words(text, claim.trigger));
        if (claim.place >= 0) seen.place = merged(coded.places[static_cast<std::size_t>(claim.place)], text);
        set_days(seen, coded, static_cast<std::size_t>(found - coded.claims.begin()));
        set_parties(seen, r, claim);
        seen.naming = naming(r, coded, claim);
        if (seen.is_travel_word && merge::is_done(event.status)) set_origins(seen, coded, claim);
        return seen;
    }

    static bool is_travel_word(std::string_view word) {
        static const std::string travel = trigger_key("visit");
        return trigger_key(word) == travel;
    }

    static void set_days(Sighting& seen, const CodedReport& coded, std::size_t index) {
        const Claim& claim = coded.claims[index];
        seen.days = claim.from.empty() ? Days{seen.event->from, seen.event->to, false}
                                       : Days{claim.from, claim.to, is_dated(coded, index)};
        constexpr std::int32_t most_days = 3; // a week or month is not the length of the stop
        const bool is_loose =
            !seen.days.from.empty() && day_number(seen.days.to) - day_number(seen.days.from) > most_days;
        const bool is_fact = merge::is_done(claim.status);
        seen.source = is_loose           ? (is_fact ? DaySource::loose : DaySource::loose_plan)
                      : !is_fact         ? DaySource::plan
                      : seen.days.is_own ? DaySource::told
                                         : DaySource::carried;
    }

    void set_parties(Sighting& seen, std::size_t r, const Claim& claim) const {
        for (const auto* side : {&claim.actors, &claim.recipients})
            for (const Participant& participant : *side) {
                if (participant.actor < 0) continue;
                const std::size_t actor = m_actors.of_report[r][static_cast<std::size_t>(participant.actor)];
                add_once(seen.parties, actor);
                if (side == &claim.actors) add_once(seen.actors, actor);
            }
    }

    /// Where the report names the place, and whether it turns the order round.
    static Naming naming(std::size_t r, const CodedReport& coded, const Claim& claim) {
        static const std::vector<std::string_view> cues{"after", "following", "follows"};
        const std::uint32_t trigger = claim.trigger.start;
        const Span sentence = coded.parse.sentences[static_cast<std::size_t>(claim.sentence)].span;
        bool after = false;
        if (trigger > sentence.start) {
            const std::string before = to_lower(
                std::string_view(coded.report.text).substr(sentence.start, trigger - sentence.start));
            for (const std::string_view word : split(before, ' '))
                after = after || std::find(cues.begin(), cues.end(), word) != cues.end();
        }
        const std::uint32_t place =
            claim.place < 0 ? 0 : coded.places[static_cast<std::size_t>(claim.place)].span.start;
        return {r, claim.sentence, trigger, place, after};
    }

    /// `flew from Oslo to Rome`.
    static void set_origins(Sighting& seen, const CodedReport& coded, const Claim& claim) {
        const Span sentence = coded.parse.sentences[static_cast<std::size_t>(claim.sentence)].span;
        for (const Place& place : coded.places) {
            if (place.span.start < claim.trigger.end || place.span.end > sentence.end) continue;
            if (!place.resolved || place.precision == "region" || place.country.empty()) continue;
            if (word_before(coded.report.text, place.span.start) == "from")
                seen.origins.push_back(merged(place, coded.report.text));
        }
    }

    const Reports& m_reports;
    const ActorTable& m_actors;
    std::unordered_map<std::string_view, std::size_t> m_report_of;
};

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
        auto known = std::find_if(drafts.begin(), drafts.end(),
                                  [&](const StopDraft& draft) { return is_within(draft.stop.place, place); });
        StopDraft& draft = known == drafts.end() ? start(drafts, place) : *known;
        draft.stop.status = "happened";
        draft.prove({seen.published, "happened", {seen.member}});
        add_once(draft.stop.events, seen.event->id);
        draft.namings.push_back(seen.naming);
        draft.namings.back().place = 0;
    }

    static StopDraft* find(std::vector<StopDraft>& drafts, const Sighting& seen) {
        for (StopDraft& draft : drafts) {
            if (!is_within(draft.stop.place, seen.place)) continue;
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
    return Finder(actors).run(Reader(reports, actors).read(events));
}

} // namespace dateline::merge
