// Which of the places of a name is meant? Each candidate is scored by what the report itself says; the
// weights stand in one table below. First every mention is decided by itself (kind, population, a container
// behind a comma); the countries and divisions so found then vote on the mentions that stayed ambiguous. A
// name means the same place throughout a report.

#include "where/where.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "base/text.hpp"
#include "where/mentions.hpp"
#include "where/name_key.hpp"

namespace dateline::where {

namespace {

/// What each kind of evidence is worth, in units of a tenfold population.
struct Weights {
    double population = 1.0;
    double country = 7.0;
    double region = 6.0; // regions, waters, mountains, areas of our own table
    double admin1 = 3.0;
    double admin2 = -1.5;
    double point = -1.0;
    double capital = 1.5;
    double seat = 0.5;
    double container = 12.0;     // the next mention behind a comma holds it
    double country_votes = 3.0;  // share of the report's other mentions in its country
    double division_votes = 3.0; // share of them in its first-order division
    double named_division = 2.5; // its division is named in the report
    double named_country = 2.0;  // its country is named in the report
    double source = 2.5;         // its division or city is in the name of the outlet
};
constexpr Weights weights;

struct Scored {
    const PlaceRecord* place = nullptr;
    double score = 0;
    double margin = 0; // to the second
    std::string why;
};

double own_score(const PlaceRecord& place) {
    double score = weights.population * std::log10(static_cast<double>(place.population) + 10.0);
    switch (place.kind) {
    case PlaceKind::country: score += weights.country; break;
    case PlaceKind::admin1: score += weights.admin1; break;
    case PlaceKind::admin2: score += weights.admin2; break;
    case PlaceKind::point: score += weights.point; break;
    case PlaceKind::city: score += weights.capital * place.is_capital + weights.seat * place.is_seat; break;
    case PlaceKind::region:
    case PlaceKind::water:
    case PlaceKind::mountain:
    case PlaceKind::area:
    case PlaceKind::building: score += weights.region; break;
    }
    return score;
}

class Resolver {
  public:
    Resolver(const Parse& parse, const Report& report, const Gazetteer& gazetteer,
             std::vector<PlaceMention> mentions)
        : m_parse(parse), m_report(report), m_gazetteer(gazetteer), m_mentions(std::move(mentions)),
          m_best(m_mentions.size()) {}

    std::vector<Place> run() {
        for (std::size_t i = 0; i < m_mentions.size(); ++i) decide(i);
        count_votes();
        for (std::size_t i = 0; i < m_mentions.size(); ++i) decide(i);
        one_sense_per_report();
        std::vector<Place> places;
        for (std::size_t i = 0; i < m_mentions.size(); ++i) places.push_back(place(i));
        return places;
    }

  private:
    /// The mention that stands behind a comma and could hold this one; -1 without one.
    [[nodiscard]] std::ptrdiff_t container_of(std::size_t i) const {
        if (i + 1 >= m_mentions.size()) return -1;
        const PlaceMention& next = m_mentions[i + 1];
        const TokenIndex between = m_mentions[i].last;
        const bool comma =
            next.first == between + 1 && (m_parse.at(between).text == "," ||
                                          m_parse.at(between).text == "[" || m_parse.at(between).text == "(");
        return comma ? static_cast<std::ptrdiff_t>(i + 1) : -1;
    }

    [[nodiscard]] bool holds(const PlaceMention& container, const PlaceRecord& place) const {
        if (container.stated_division != 0)
            return place.division == container.stated_division && place.kind != PlaceKind::admin1;
        return std::any_of(
            container.candidates.begin(), container.candidates.end(), [&](const PlaceRecord* outer) {
                if (outer->kind == PlaceKind::country)
                    return outer->country_code() == place.country_code() && place.kind != PlaceKind::country;
                if (outer->kind == PlaceKind::admin1)
                    return outer->division != 0 && outer->division == place.division &&
                           place.kind != PlaceKind::admin1;
                return outer->kind == PlaceKind::area && outer->country_code() == place.country_code() &&
                       !place.country_code().empty() &&
                       std::hypot(outer->lat - place.lat, outer->lon - place.lon) < 4;
            });
    }

    [[nodiscard]] double share(const std::map<std::string_view, double>& votes, std::string_view key) const {
        const auto found = votes.find(key);
        return found == votes.end() || m_all_votes <= 0 ? 0 : found->second / m_all_votes;
    }

    [[nodiscard]] Scored score(std::size_t i, const PlaceRecord& place) const {
        Scored scored{&place, own_score(place), 0, {}};
        const auto add = [&](double points, std::string_view reason) {
            if (points <= 0.05) return;
            scored.score += points;
            scored.why += fmt::format("{}{} +{:.1f}", scored.why.empty() ? "" : ", ", reason, points);
        };
        if (const std::ptrdiff_t outer = container_of(i);
            outer >= 0 && holds(m_mentions[static_cast<std::size_t>(outer)], place))
            add(weights.container, "container named behind it");
        if (place.kind != PlaceKind::country) {
            add(weights.country_votes * share(m_country_votes, place.country_code()),
                "others in its country");
            if (m_named_countries.contains(place.country_code()))
                add(weights.named_country, "its country is named");
        }
        if (place.division != 0 && place.kind != PlaceKind::admin1) {
            const auto votes = m_division_votes.find(place.division);
            if (votes != m_division_votes.end() && m_all_votes > 0)
                add(weights.division_votes * votes->second / m_all_votes, "others in its division");
            if (m_named_divisions.contains(place.division))
                add(weights.named_division, "its division is named");
        }
        return scored;
    }

    void decide(std::size_t i) {
        Scored best;
        double second = 0;
        bool any = false;
        for (const PlaceRecord* candidate : m_mentions[i].candidates) {
            Scored scored = score(i, *candidate);
            if (!any || scored.score > best.score) {
                second = any ? best.score : scored.score - 10;
                best = std::move(scored);
                any = true;
            } else {
                second = std::max(second, scored.score);
            }
        }
        if (any) best.margin = best.score - second;
        m_best[i] = std::move(best);
    }

    /// Countries and divisions of the mentions, each as sure as its margin.
    void count_votes() {
        std::unordered_set<const PlaceRecord*> counted;
        for (std::size_t i = 0; i < m_mentions.size(); ++i) {
            if (m_mentions[i].stated_division != 0) m_named_divisions.insert(m_mentions[i].stated_division);
            const Scored& best = m_best[i];
            if (best.place == nullptr) continue;
            const double sure = std::clamp(best.margin / 3.0, 0.1, 1.0);
            if (best.place->kind == PlaceKind::country) m_named_countries.insert(best.place->country_code());
            if (best.place->kind == PlaceKind::admin1) m_named_divisions.insert(best.place->division);
            const double weight = counted.insert(best.place).second ? sure : 0.25 * sure;
            m_all_votes += weight;
            if (!best.place->country_code().empty()) m_country_votes[best.place->country_code()] += weight;
            if (best.place->division != 0) m_division_votes[best.place->division] += weight;
        }
    }

    /// Of all mentions of a name, the one with the clearest decision decides for the others.
    void one_sense_per_report() {
        std::unordered_map<std::string, std::size_t> clearest;
        for (std::size_t i = 0; i < m_mentions.size(); ++i) {
            if (m_best[i].place == nullptr) continue;
            const auto [known, is_new] =
                clearest.emplace(normalized(words(m_parse.text, m_mentions[i].span)), i);
            if (!is_new && m_best[i].score > m_best[known->second].score) known->second = i;
        }
        for (std::size_t i = 0; i < m_mentions.size(); ++i) {
            const auto known = clearest.find(normalized(words(m_parse.text, m_mentions[i].span)));
            if (known == clearest.end() || known->second == i ||
                m_best[i].place == m_best[known->second].place)
                continue;
            m_best[i].place = m_best[known->second].place;
            m_best[i].why = "as elsewhere in the report";
        }
    }

    [[nodiscard]] const PlaceRecord* division_place(std::uint32_t division) const {
        PlaceRecord probe;
        probe.division = division;
        return m_gazetteer.division(probe);
    }

    [[nodiscard]] Place place(std::size_t i) const {
        const PlaceMention& mention = m_mentions[i];
        Place out;
        out.span = mention.span;
        out.use = use_of(mention);
        const PlaceRecord* found =
            mention.stated_division != 0 ? division_place(mention.stated_division) : m_best[i].place;
        if (found == nullptr) {
            out.why = "not in the gazetteer";
            return out;
        }
        out.name = m_gazetteer.name(*found);
        if (found->geonames != 0) out.geonames = std::to_string(found->geonames);
        out.lat = std::round(static_cast<double>(found->lat) * 1e5) / 1e5;
        out.lon = std::round(static_cast<double>(found->lon) * 1e5) / 1e5;
        out.resolved = true;
        out.country = found->country_code();
        if (const PlaceRecord* division = m_gazetteer.division(*found))
            out.admin1 = m_gazetteer.name(*division);
        out.precision = precision_of(*found);
        out.why = m_best[i].why.empty() ? "the biggest of its name" : m_best[i].why;
        return out;
    }

    static std::string_view precision_of(const PlaceRecord& place) {
        switch (place.kind) {
        case PlaceKind::country: return "country";
        case PlaceKind::admin1: return "admin1";
        case PlaceKind::admin2: return "admin2";
        case PlaceKind::city: return "city";
        case PlaceKind::building:
        case PlaceKind::point: return "point";
        default: return "region";
        }
    }

    /// How the place is used: a modifier of another noun, an actor, or the literal place.
    [[nodiscard]] std::string_view use_of(const PlaceMention& mention) const {
        TokenIndex head = mention.last - 1;
        while (m_parse.at(head).head >= mention.first && m_parse.at(head).head < mention.last &&
               m_parse.at(head).head != head)
            head = m_parse.at(head).head;
        const Token& token = m_parse.at(head);
        if (m_report.dateline && m_report.dateline->span.contains(mention.span)) return "literal";
        if (token.dep == Dep::compound || token.dep == Dep::amod || token.dep == Dep::nmod) return "modifier";
        if (token.dep == Dep::poss) return "modifier";
        const bool could_act =
            m_best[static_cast<std::size_t>(&mention - m_mentions.data())].place != nullptr &&
            acts(*m_best[static_cast<std::size_t>(&mention - m_mentions.data())].place);
        if (could_act && (token.dep == Dep::nsubj || token.dep == Dep::agent) &&
            m_parse.at(token.head).pos == Pos::verb)
            return "actor";
        if (could_act && token.dep == Dep::pobj &&
            (m_parse.at(token.head).lower == "with" || m_parse.at(token.head).dep == Dep::agent ||
             m_parse.at(token.head).lower == "against"))
            return "actor";
        if (could_act && token.dep == Dep::dobj && m_parse.at(token.head).pos == Pos::verb &&
            m_parse.at(token.head).lemma != "visit" && m_parse.at(token.head).lemma != "leave" &&
            m_parse.at(token.head).lemma != "reach")
            return "actor";
        return "literal";
    }

    static bool acts(const PlaceRecord& place) {
        return place.kind == PlaceKind::country || place.is_capital != 0;
    }

    const Parse& m_parse;
    const Report& m_report;
    const Gazetteer& m_gazetteer;
    std::vector<PlaceMention> m_mentions;
    std::vector<Scored> m_best;
    std::map<std::string_view, double> m_country_votes;
    std::unordered_map<std::uint32_t, double> m_division_votes;
    std::unordered_set<std::string_view> m_named_countries;
    std::unordered_set<std::uint32_t> m_named_divisions;
    double m_all_votes = 0;
};

} // namespace

std::vector<Place> find_places(const Parse& parse, const Report& report, const Gazetteer& gazetteer) {
    return Resolver(parse, report, gazetteer, find_mentions(parse, report, gazetteer)).run();
}

} // namespace dateline::where
