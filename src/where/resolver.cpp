// Which of the places of a name is meant? Mentions with the same words mean the same place throughout a
// report, unless the words beside one of them say of what kind it is (`Washington state`) or a container
// behind it says otherwise, so names are decided, not mentions. Each meaning of a name starts with a prior
// (kind, population, how it bears the name) and the containers beside its mentions. Then, in a few rounds,
// every name looks at the others: how near their likely meanings lie, in which country and division. A name
// that is itself undecided speaks with all its likely meanings, each as loud as it is likely, so that ten
// small towns of one county find each other although each of them has bigger namesakes elsewhere. The
// outlet's name takes part like a mention. Weights: `where/weights.hpp`.

#include "where/resolver.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "base/text.hpp"
#include "codes/countries.hpp"
#include "where/country_cues.hpp"
#include "where/evidence.hpp"
#include "where/namesakes.hpp"
#include "where/outlet.hpp"
#include "where/votes.hpp"

namespace dateline::where {

namespace {

constexpr std::size_t most_meanings = 40; // of a name
constexpr std::size_t most_voices = 20;   // names that are heard
constexpr int rounds = 3;

/// The mention behind a comma, and whether it surely holds the one in front.
struct Container {
    std::ptrdiff_t mention = -1;
    double weight = 0;
};

class Resolver {
  public:
    Resolver(const Parse& parse, const Report& report, const Gazetteer& gazetteer,
             const std::vector<PlaceMention>& mentions)
        : m_parse(parse), m_gazetteer(gazetteer), m_mentions(mentions),
          m_home(outlet_home(report, gazetteer)) {}

    std::vector<Decision> run() {
        for (std::size_t i = 0; i < m_mentions.size(); ++i) m_containers.push_back(container_of(i));
        group_mentions();
        find_lists();
        add_outlet();
        read_demonyms();
        m_cues = country_cues(m_parse);
        for (NameGroup& group : m_groups) rank(group);
        for (int round = 0; round < rounds; ++round) listen();
        std::vector<Decision> decisions;
        for (std::size_t i = 0; i < m_mentions.size(); ++i) decisions.push_back(decide(i));
        return decisions;
    }

  private:
    // ---- containers

    [[nodiscard]] bool may_hold(const PlaceMention& mention) const {
        return mention.stated_division != 0 ||
               std::any_of(mention.candidates.begin(), mention.candidates.end(),
                           [&](const auto& entry) { return can_hold(m_gazetteer.place(entry)); });
    }

    [[nodiscard]] Container container_of(std::size_t i) const {
        if (i + 1 >= m_mentions.size()) return {};
        const PlaceMention& next = m_mentions[i + 1];
        const TokenIndex between = m_mentions[i].last;
        if (next.first != between + 1 || !may_hold(next)) return {};
        const std::string_view mark = m_parse.at(between).text;
        if (mark == "[" || mark == "(" || next.stated_division != 0)
            return {static_cast<std::ptrdiff_t>(i + 1), weights.container};
        if (mark != ",") return {};
        const bool loose = is_in_list(i) && can_be_item(m_mentions[i]);
        return {static_cast<std::ptrdiff_t>(i + 1), loose ? weights.loose_container : weights.container};
    }

    /// A country or a division may stand beside others of its kind.
    [[nodiscard]] bool can_be_item(const PlaceMention& mention) const {
        return std::any_of(mention.candidates.begin(), mention.candidates.end(), [&](const auto& entry) {
            const PlaceKind kind = m_gazetteer.place(entry).kind;
            return entry.rank == NameRank::main && (kind == PlaceKind::country || kind == PlaceKind::admin1);
        });
    }

    /// `A, B and C`, `A, B, C`: a place follows the container, or one precedes the mention.
    [[nodiscard]] bool is_in_list(std::size_t i) const {
        const auto is_joined = [&](std::size_t a, std::size_t b) {
            const TokenIndex gap = m_mentions[b].first - m_mentions[a].last;
            return gap >= 1 && gap <= 2 &&
                   (m_parse.at(m_mentions[b].first - 1).lower == "and" ||
                    m_parse.at(m_mentions[b].first - 1).text == ",");
        };
        return (i + 2 < m_mentions.size() && is_joined(i + 1, i + 2)) || (i > 0 && is_joined(i - 1, i));
    }

    [[nodiscard]] bool is_held(const Container& container, const PlaceRecord& place) const {
        if (container.mention < 0) return false;
        const PlaceMention& outer = m_mentions[static_cast<std::size_t>(container.mention)];
        if (outer.stated_division != 0)
            return place.division == outer.stated_division && place.kind != PlaceKind::admin1;
        return std::any_of(outer.candidates.begin(), outer.candidates.end(), [&](const auto& entry) {
            return entry.rank != NameRank::other && holds(m_gazetteer.place(entry), place);
        });
    }

    // ---- groups

    void group_mentions() {
        std::unordered_map<std::uint64_t, std::size_t> by_key;
        for (const PlaceMention& mention : m_mentions)
            if (mention.is_said_to_be_place) m_said_to_be_places.insert(mention.key);
        for (std::size_t i = 0; i < m_mentions.size(); ++i) {
            const auto [known, is_new] = by_key.emplace(m_mentions[i].key, m_groups.size());
            m_group_of.push_back(known->second);
            if (is_new) {
                m_groups.emplace_back();
                m_groups.back().hint = m_mentions[i].hint;
                add_meanings(m_groups.back(), m_mentions[i]);
            }
            NameGroup& group = m_groups[known->second];
            group.weight = std::max(group.weight, is_party_home(i) ? weights.party_home : 1.0);
            group.hint = common_hint(group.hint, m_mentions[i].hint);
            hear_containers(group, i);
        }
        for (NameGroup& group : m_groups)
            for (Meaning& meaning : group.meanings) meaning.base += hinted(meaning, group.hint);
    }

    /// `R-Ill.`: where a politician was elected, whatever the report is about.
    [[nodiscard]] bool is_party_home(std::size_t i) const {
        const TokenIndex first = m_mentions[i].first;
        if (m_mentions[i].span.start > m_parse.at(first).span.start) return true; // in one token
        const auto is_party = [](std::string_view word) { return word == "D" || word == "R" || word == "I"; };
        return first > 1 && m_parse.at(first - 1).text == "-" && is_party(m_parse.at(first - 2).text);
    }

    /// Once a report has said that it means a town, the bare name means it too; a state or a province is
    /// called one each time.
    static KindHint common_hint(KindHint a, KindHint b) {
        if (a == KindHint::city || b == KindHint::city) return KindHint::city;
        return a == b ? a : KindHint::none;
    }

    void add_meaning(NameGroup& group, const PlaceRecord& place, double base) const {
        Meaning meaning;
        meaning.place = &place;
        meaning.base = base;
        meaning.why = "the biggest of its name";
        group.meanings.push_back(meaning);
    }

    /// A small town under a name that it has in some language: hardly meant where no word says that this is a
    /// place (`the Khan debacle`).
    [[nodiscard]] bool is_faint(const PlaceMention& mention, const Gazetteer::NameEntry& entry) const {
        constexpr std::uint32_t town = 50'000; // people
        const PlaceRecord& place = m_gazetteer.place(entry);
        return entry.rank == NameRank::other && place.kind == PlaceKind::city && place.population < town &&
               !m_said_to_be_places.contains(mention.key);
    }

    void add_meanings(NameGroup& group, const PlaceMention& mention) const {
        if (mention.stated_division != 0) {
            if (const PlaceRecord* division = m_gazetteer.division(mention.stated_division))
                add_meaning(group, *division, prior(*division, NameRank::main));
            return;
        }
        const auto is_elsewhere = [&](const auto& entry) {
            return mention.campus != nullptr && !lies_at(m_gazetteer.place(entry), *mention.campus);
        };
        for (const auto& entry : mention.candidates)
            if (!is_faint(mention, entry) && !is_elsewhere(entry))
                add_meaning(group, m_gazetteer.place(entry), prior(m_gazetteer.place(entry), entry.rank));
        weigh_namesakes(group.meanings);
    }

    /// What stands beside one mention: the container, what it contains.
    void hear_containers(NameGroup& group, std::size_t i) const {
        for (Meaning& meaning : group.meanings) {
            if (m_containers[i].mention >= 0 && is_held(m_containers[i], *meaning.place) &&
                meaning.why != held) {
                meaning.base += m_containers[i].weight;
                meaning.why = held;
            }
            if (i > 0 && m_containers[i - 1].mention == static_cast<std::ptrdiff_t>(i))
                hear_inner(meaning, m_mentions[i - 1]);
        }
    }

    /// A container is the more likely the better known what it holds: `Tbilisi, Georgia`.
    void hear_inner(Meaning& outer, const PlaceMention& inner) const {
        if (!can_hold(*outer.place)) return;
        double best = 0;
        for (const auto& entry : inner.candidates)
            if (holds(*outer.place, m_gazetteer.place(entry)))
                best = std::max(best, prior(m_gazetteer.place(entry), entry.rank));
        outer.base = std::max(outer.base, outer.base + weights.holds * best);
    }

    /// `Oregon, Nevada and Washington`.
    void find_lists() {
        for (std::size_t i = 0; i + 1 < m_mentions.size(); ++i) {
            if (!are_listed(m_mentions[i], m_mentions[i + 1]) || m_group_of[i] == m_group_of[i + 1]) continue;
            m_groups[m_group_of[i]].listed.push_back(m_group_of[i + 1]);
            m_groups[m_group_of[i + 1]].listed.push_back(m_group_of[i]);
        }
    }

    [[nodiscard]] bool are_listed(const PlaceMention& one, const PlaceMention& next) const {
        if (next.first <= one.last || next.first > one.last + 2) return false;
        for (TokenIndex i = one.last; i < next.first; ++i) {
            const std::string_view word = m_parse.at(i).lower;
            if (word != "," && word != "and" && word != "or") return false;
        }
        return true;
    }

    void add_outlet() {
        if (m_home.places.empty()) return;
        NameGroup group;
        group.weight = 1;
        for (const auto& entry : m_home.places)
            if (entry.rank == NameRank::main)
                add_meaning(group, m_gazetteer.place(entry), prior(m_gazetteer.place(entry), entry.rank));
        if (!group.meanings.empty()) m_groups.push_back(std::move(group));
    }

    void read_demonyms() {
        for (const Name& name : m_parse.names) {
            if (name.type != NameType::norp) continue;
            const std::string_view country = codes::country_of_demonym(words(m_parse.text, name.span));
            if (!country.empty()) m_peoples.insert(country);
        }
    }

    /// Sorts the meanings, drops the hopeless ones, and says how likely the others are.
    static void rank(NameGroup& group) {
        if (group.meanings.empty()) return;
        auto& meanings = group.meanings;
        if (meanings.front().score == 0)
            for (Meaning& meaning : meanings) meaning.score = meaning.base;
        std::sort(meanings.begin(), meanings.end(), [](const Meaning& a, const Meaning& b) {
            return a.score != b.score ? a.score > b.score : a.place->geonames < b.place->geonames;
        });
        if (meanings.size() > most_meanings) meanings.resize(most_meanings);
        constexpr double softness = 1.5;
        double sum = 0;
        for (Meaning& meaning : meanings) {
            if (meaning.direction.x == 0 && meaning.direction.y == 0)
                meaning.direction = direction_of(*meaning.place);
            meaning.likely = std::exp((meaning.score - meanings.front().score) / softness);
            sum += meaning.likely;
        }
        for (Meaning& meaning : meanings) meaning.likely /= sum;
    }

    // ---- what the names say to each other

    /// The names that are heard: those with the clearest meanings first.
    [[nodiscard]] std::vector<std::size_t> voices() const {
        std::vector<std::size_t> heard;
        for (std::size_t g = 0; g < m_groups.size(); ++g)
            if (!m_groups[g].meanings.empty()) heard.push_back(g);
        if (heard.size() > most_voices) {
            std::stable_sort(heard.begin(), heard.end(), [&](std::size_t a, std::size_t b) {
                return m_groups[a].meanings.front().likely > m_groups[b].meanings.front().likely;
            });
            heard.resize(most_voices);
        }
        return heard;
    }

    void listen() {
        const std::vector<std::size_t> heard = voices();
        std::vector<NameGroup> next = m_groups;
        for (std::size_t g = 0; g < next.size(); ++g)
            if (next[g].meanings.size() > 1)
                for (Meaning& meaning : next[g].meanings)
                    add_evidence(meaning, votes_on(meaning, g, m_groups, heard));
        for (NameGroup& group : next) rank(group);
        m_groups = std::move(next);
    }

    void add_evidence(Meaning& meaning, const Votes& votes) const {
        const PlaceRecord& place = *meaning.place;
        const auto saturated = [](double number) { return number / (number + 1); };
        double context =
            weights.closeness * saturated(votes.near) + weights.division_votes * saturated(votes.division);
        context += weights.listed * votes.listed;
        if (meaning.is_like_country) context += weights.kin * saturated(votes.kin);
        if (place.kind != PlaceKind::admin1) context += weights.named_division * votes.named_division;
        double of_country = weights.country_votes * saturated(votes.country);
        if (m_peoples.contains(place.country_code())) of_country += weights.demonym;
        if (place.kind != PlaceKind::country) {
            of_country +=
                weights.named_country * votes.named_country + weights.cues * saturated(cues_of(place));
            if (place.country_code() == m_home.country && !m_home.country.empty())
                of_country += weights.outlet_country;
        }
        context += std::min(of_country, weights.most_of_country);
        meaning.score = meaning.base + context;
        if (meaning.why != held && context > 1.5)
            meaning.why = votes.near > 0.5 ? "near other places of the report"
                                           : "in a country or division the report speaks of";
    }

    [[nodiscard]] double cues_of(const PlaceRecord& place) const {
        const auto found = m_cues.find(place.country_code());
        return found == m_cues.end() ? 0 : found->second;
    }

    // ---- decisions

    /// The likeliest meaning of a mention; of one that is said to be of another kind than the name elsewhere,
    /// the likeliest once that is heard instead: `Washington state` beside `Washington`.
    static const Meaning& best_for(const NameGroup& group, KindHint hint) {
        if (hint == KindHint::none || hint == group.hint) return group.meanings.front();
        const auto score = [&](const Meaning& meaning) {
            return meaning.score - hinted(meaning, group.hint) + hinted(meaning, hint);
        };
        return *std::max_element(group.meanings.begin(), group.meanings.end(),
                                 [&](const Meaning& a, const Meaning& b) { return score(a) < score(b); });
    }

    [[nodiscard]] Decision decide(std::size_t i) const {
        const NameGroup& group = m_groups[m_group_of[i]];
        const auto& meanings = group.meanings;
        if (meanings.empty()) return {nullptr, "not in the gazetteer"};
        const Meaning& best = best_for(group, m_mentions[i].hint);
        if (m_containers[i].weight >= weights.container && !is_held(m_containers[i], *best.place))
            for (const Meaning& meaning : meanings)
                if (is_held(m_containers[i], *meaning.place)) return {meaning.place, std::string(held)};
        return {best.place, meanings.size() == 1 ? "the only one of its name" : std::string(best.why)};
    }

    static constexpr std::string_view held = "in the place named behind it";

    const Parse& m_parse;
    const Gazetteer& m_gazetteer;
    const std::vector<PlaceMention>& m_mentions;
    OutletHome m_home;
    std::vector<Container> m_containers;
    std::vector<NameGroup> m_groups;
    std::vector<std::size_t> m_group_of;
    std::unordered_set<std::uint64_t> m_said_to_be_places; // keys of names
    std::unordered_set<std::string_view> m_peoples;        // alpha-3
    CountryCues m_cues;
};

} // namespace

std::vector<Decision> resolve(const Parse& parse, const Report& report, const Gazetteer& gazetteer,
                              const std::vector<PlaceMention>& mentions) {
    return Resolver(parse, report, gazetteer, mentions).run();
}

} // namespace dateline::where
