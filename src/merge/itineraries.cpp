// Stops come from visits, arrivals and journeys with a place; meetings at a place and words spoken in a town
// show that a person was there and on which day, and add whom he met. A town lies in the stop of its country
// as long as the days fit. Order: days first; an undated stop stands beside its neighbours in the list in
// which a report names it (`travelled to Israel, Jordan and Iraq`), since lists of stops are told in the
// order of the journey; what remains undated stands in front, plans behind.

#include "merge/itineraries.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "merge/days.hpp"
#include "merge/trigger.hpp"

namespace dateline::merge {

namespace {

constexpr std::int32_t most_days_apart = 2; // of two events of one stop

bool is_done(const std::string& status) {
    return status == "happened" || status == "ongoing";
}

/// Where in a report a stop is named.
struct Naming {
    std::size_t report = 0;
    std::uint32_t trigger = 0, place = 0; // bytes
};

struct Draft {
    Stop stop;
    std::vector<Naming> namings;
};

bool is_region(const MergedPlace& place) {
    return place.precision == "region";
}

std::string place_key(const MergedPlace& place) {
    return place.precision == "country" || place.geonames.empty() ? place.country + "|" + place.name
                                                                  : place.geonames;
}

/// The same place, or a town and its country.
bool is_within(const MergedPlace& one, const MergedPlace& other) {
    if (place_key(one) == place_key(other)) return true;
    const bool is_country = one.precision == "country" || other.precision == "country";
    return is_country && !one.country.empty() && one.country == other.country;
}

bool days_fit(const Stop& stop, const Event& event) {
    const std::int32_t from = day_number(stop.from), to = day_number(stop.to);
    const std::int32_t first = day_number(event.from), last = day_number(event.to);
    if (from == unknown_day || first == unknown_day) return true;
    return first <= to + most_days_apart && last >= from - most_days_apart;
}

bool is_day(const Event& event) {
    return !event.from.empty() && event.from == event.to;
}

class Finder {
  public:
    Finder(const Reports& reports, const std::vector<MergedActor>& actors) : m_reports(reports) {
        for (std::size_t r = 0; r < reports.size(); ++r) m_report_of.emplace(reports.header(r).id, r);
        for (const MergedActor& actor : actors)
            if (actor.kind_of == "person") m_people.emplace(actor.id, &actor);
    }

    std::vector<Itinerary> run(const std::vector<Event>& events) {
        for (const Event& event : events) {
            if (is_stop(event)) add_stops(event);
            m_reports.settle();
        }
        // Dates and people are added to stops that are there; only then may a meeting make one.
        for (const Event& event : events)
            if (is_presence(event)) add_presence(event);
        std::vector<Itinerary> itineraries;
        for (auto& [id, drafts] : m_drafts) {
            if (drafts.size() < 2) continue;
            itineraries.push_back({id, in_order(drafts)});
        }
        return itineraries;
    }

  private:
    [[nodiscard]] const Claim& claim_of(const MemberRef& member) const {
        const auto& claims = m_reports[m_report_of.at(member.first)]->claims;
        return *std::find_if(claims.begin(), claims.end(),
                             [&](const Claim& claim) { return claim.id == member.second; });
    }

    [[nodiscard]] bool is_travel_word(const Event& event) const {
        static const std::string travel = trigger_key("visit");
        const auto& [id, claim] = event.claims.front();
        const CodedReport& coded = *m_reports[m_report_of.at(id)];
        return trigger_key(words(coded.report.text, claim_of(event.claims.front()).trigger)) == travel;
    }

    [[nodiscard]] bool is_stop(const Event& event) const {
        if (event.polarity == "negative" || event.place.name.empty()) return false;
        if (!is_done(event.status) && event.status != "planned") return false;
        if (is_region(event.place) && event.status != "planned")
            return false; // the journey, not a stop of it
        return (event.type == "CONSULT" && event.mode == "visit") ||
               (event.type.empty() && is_travel_word(event));
    }

    static bool is_meeting(const Event& event) {
        return event.type == "CONSULT" && event.mode != "visit" && event.mode != "phone";
    }

    /// A meeting, or words spoken in a town, on a known day.
    static bool is_presence(const Event& event) {
        if (event.polarity == "negative") return false;
        if (!is_done(event.status) && event.status != "planned") return false;
        if (is_meeting(event)) return !event.place.name.empty() || is_day(event);
        if (event.place.name.empty()) return false;
        const bool is_spoken = event.type == "REQUEST" || event.type == "ACCUSE" || event.type == "SUPPORT";
        return is_spoken && event.place.precision == "city" && is_day(event) && is_done(event.status) &&
               event.actors.size() == 1;
    }

    void add_stops(const Event& event) {
        for (const std::string& id : event.actors)
            if (m_people.contains(id)) add(m_drafts[id], event);
    }

    void add(std::vector<Draft>& drafts, const Event& event) {
        Draft* draft = find(drafts, event);
        if (draft == nullptr) {
            drafts.emplace_back();
            draft = &drafts.back();
            draft->stop.place = event.place;
            draft->stop.status = "planned";
        }
        extend(draft->stop, event);
        for (const MemberRef& member : event.claims) {
            const std::size_t r = m_report_of.at(member.first);
            const Claim& claim = claim_of(member);
            if (claim.place < 0) continue;
            draft->namings.push_back(
                {r, claim.trigger.start,
                 m_reports[r]->places[static_cast<std::size_t>(claim.place)].span.start});
        }
    }

    static Draft* find(std::vector<Draft>& drafts, const Event& event) {
        for (Draft& draft : drafts)
            if (is_within(draft.stop.place, event.place) && days_fit(draft.stop, event)) return &draft;
        return nullptr;
    }

    /// A meeting that names no place, on a day of the stop or next to it, with people of its country.
    [[nodiscard]] Draft* find_by_host(std::vector<Draft>& drafts, const Event& event,
                                      const std::vector<std::string>& parties) const {
        const std::int32_t day = day_number(event.from);
        for (Draft& draft : drafts) {
            const Stop& stop = draft.stop;
            if (stop.from.empty() || day + 1 < day_number(stop.from) || day - 1 > day_number(stop.to))
                continue;
            for (const std::string& party : parties)
                if (const auto host = m_people.find(party); host != m_people.end() &&
                                                            !host->second->country.empty() &&
                                                            host->second->country == stop.place.country)
                    return &draft;
        }
        return nullptr;
    }

    /// The stop keeps the country as its place when one event names that, and the days of what is surest.
    static void extend(Stop& stop, const Event& event) {
        stop.events.push_back(event.id);
        if (is_done(event.status)) stop.status = "happened";
        if (event.place.precision == "country") stop.place = event.place;
        if (event.from.empty()) return;
        const bool is_better = stop.from.empty() || (stop.from != stop.to && is_day(event));
        if (is_better)
            stop.from = event.from, stop.to = event.to;
        else if (is_day(event) && stop.from == stop.to)
            stop.from = std::min(stop.from, event.from), stop.to = std::max(stop.to, event.to);
    }

    void add_presence(const Event& event) {
        std::vector<std::string> parties = event.actors;
        parties.insert(parties.end(), event.recipients.begin(), event.recipients.end());
        for (const std::string& id : parties) {
            const auto drafts = m_drafts.find(id);
            if (drafts == m_drafts.end()) continue;
            Draft* draft = event.place.name.empty() ? find_by_host(drafts->second, event, parties)
                                                    : find(drafts->second, event);
            if (draft == nullptr) continue;
            if (event.place.name.empty())
                draft->stop.events.push_back(event.id);
            else
                extend(draft->stop, event);
            if (!is_meeting(event)) continue;
            for (const std::string& other : parties)
                if (other != id &&
                    std::find(draft->stop.met.begin(), draft->stop.met.end(), other) == draft->stop.met.end())
                    draft->stop.met.push_back(other);
        }
    }

    /// True when some list names the first before the second.
    static bool is_listed_before(const Draft& one, const Draft& other) {
        for (const Naming& a : one.namings)
            for (const Naming& b : other.namings)
                if (a.report == b.report && a.trigger == b.trigger && a.place < b.place) return true;
        return false;
    }

    static std::vector<Stop> in_order(std::vector<Draft>& drafts) {
        std::vector<Draft*> done, undated, planned;
        for (Draft& draft : drafts)
            (draft.stop.status != "happened" ? planned
             : draft.stop.from.empty()       ? undated
                                             : done)
                .push_back(&draft);
        const auto by_day = [](const Draft* a, const Draft* b) {
            if (a->stop.from.empty() != b->stop.from.empty()) return b->stop.from.empty();
            return a->stop.from < b->stop.from;
        };
        std::stable_sort(done.begin(), done.end(), by_day);
        std::stable_sort(planned.begin(), planned.end(), by_day);
        place_undated(undated, done);
        done.insert(done.end(), planned.begin(), planned.end());
        std::vector<Stop> stops;
        for (Draft* draft : done) stops.push_back(std::move(draft->stop));
        return stops;
    }

    /// Undated stops go before the first stop that a list names behind them, else behind the last one named
    /// before them, else to the front.
    static void place_undated(std::vector<Draft*>& undated, std::vector<Draft*>& done) {
        std::vector<Draft*> front;
        for (Draft* draft : undated) {
            const auto next = std::find_if(done.begin(), done.end(), [&](const Draft* other) {
                return is_listed_before(*draft, *other);
            });
            const auto last = std::find_if(done.rbegin(), done.rend(), [&](const Draft* other) {
                return is_listed_before(*other, *draft);
            });
            if (next != done.end())
                done.insert(next, draft);
            else if (last != done.rend())
                done.insert(last.base(), draft);
            else
                front.push_back(draft);
        }
        done.insert(done.begin(), front.begin(), front.end());
    }

    const Reports& m_reports;
    std::unordered_map<std::string_view, std::size_t> m_report_of;
    std::unordered_map<std::string_view, const MergedActor*> m_people;
    std::map<std::string, std::vector<Draft>> m_drafts; // by traveller
};

} // namespace

bool may_be_of_itinerary(const Event& event) {
    if (event.polarity == "negative") return false;
    return event.type == "CONSULT" || !event.place.name.empty();
}

std::vector<Itinerary> find_itineraries(const Reports& reports, const std::vector<Event>& events,
                                        const std::vector<MergedActor>& actors) {
    return Finder(reports, actors).run(events);
}

} // namespace dateline::merge
