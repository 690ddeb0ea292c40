// Every party of a claim is an actor of the report, so that `Gaza` hit on Monday and `Gaza` helped on Friday
// are the same one, within a report and across reports. Names of places that only say where something is are
// found by the `where` room and are no actors; lands that turn out to be somebody an event is aimed at are
// made actors here, once claims are known. Towns stay places.

#include "what/place_actors.hpp"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

namespace dateline::what {

namespace {

class PlaceActors {
  public:
    explicit PlaceActors(CodedReport& coded) : m_coded(coded) {
        for (std::size_t i = 0; i < coded.places.size(); ++i)
            if (coded.places[i].resolved) m_place_at.emplace(coded.places[i].span.end, i);
    }

    void give(std::vector<Participant>& side) {
        for (Participant& participant : side) {
            if (participant.actor >= 0) continue;
            const auto found = m_place_at.find(participant.span.end);
            if (found == m_place_at.end()) continue;
            const Place& place = m_coded.places[found->second];
            if (!is_land(place)) continue;
            // `the Middle East` may have its article, `people in Gaza` are somebody else
            if (place.span.start < participant.span.start || place.span.start > participant.span.start + 4)
                continue;
            participant.actor = actor_of(place);
            add_mention(participant);
        }
    }

    void sort_mentions() {
        for (std::size_t i = m_first_new; i < m_coded.actors.size(); ++i) {
            auto& mentions = m_coded.actors[i].mentions;
            std::sort(mentions.begin(), mentions.end(),
                      [](const Mention& a, const Mention& b) { return a.span.start < b.span.start; });
        }
    }

  private:
    /// Towns and buildings are where things happen; lands have people and rulers.
    [[nodiscard]] static bool is_land(const Place& place) {
        return place.precision == "admin1" || place.precision == "country" || place.precision == "region";
    }

    std::int32_t actor_of(const Place& place) {
        const std::string& key = place.geonames.empty() ? place.name : place.geonames;
        const auto [entry, is_new] = m_actor_of.try_emplace(key, m_coded.actors.size());
        if (is_new) m_coded.actors.push_back(make(place));
        return static_cast<std::int32_t>(entry->second);
    }

    [[nodiscard]] Actor make(const Place& place) const {
        const bool part = place.precision != "region";
        Actor actor;
        actor.id = fmt::format("a{}", m_coded.actors.size() + 1);
        actor.name = words(m_coded.report.text, place.span);
        actor.kind = part ? "state" : "other"; // `Asia` are no people of one country
        actor.country = place.country;
        if (part) actor.sectors = {"GOV"};
        actor.code = place.country;
        actor.gender = "n";
        actor.why = "a place that is a party of a claim";
        return actor;
    }

    void add_mention(const Participant& participant) {
        auto& mentions = m_coded.actors[static_cast<std::size_t>(participant.actor)].mentions;
        const auto same = [&](const Mention& m) { return m.span.start == participant.span.start; };
        if (std::any_of(mentions.begin(), mentions.end(), same)) return;
        mentions.push_back({participant.span, "name", m_coded.parse.token_at(participant.span.end - 1)});
    }

    CodedReport& m_coded;
    std::size_t m_first_new = m_coded.actors.size();
    std::unordered_map<std::uint32_t, std::size_t> m_place_at; // by its end
    std::unordered_map<std::string, std::size_t> m_actor_of;
};

} // namespace

void add_place_actors(CodedReport& coded) {
    PlaceActors places(coded);
    for (Claim& claim : coded.claims) {
        places.give(claim.actors);
        places.give(claim.recipients);
    }
    places.sort_mentions();
}

} // namespace dateline::what
