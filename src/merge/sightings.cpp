// Reads from claims where people were: the claim's place and days, who took part, from where a journey began,
// and how the report names it all.

#include "merge/sightings.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/text.hpp"
#include "merge/days.hpp"
#include "merge/telling.hpp"
#include "merge/trigger.hpp"

namespace dateline::merge {

namespace {

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

} // namespace

std::vector<Sighting> find_sightings(const Reports& reports, const std::vector<Event>& events,
                                     const ActorTable& actors) {
    return Reader(reports, actors).read(events);
}

} // namespace dateline::merge
