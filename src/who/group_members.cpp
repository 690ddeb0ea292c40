// `the two leaders`, `both sides`: going back from the group, sentence by sentence, the named actors of its
// kind are gathered until there are enough. When there are more than the group says, nobody is its member.

#include "who/group_members.hpp"

#include <algorithm>
#include <array>

namespace dateline::who {

namespace {

constexpr int sentences_back = 3;
constexpr int mentions_back = 100; // a sentence may be endless

struct Place {
    TokenIndex head = no_token;
    std::size_t actor = 0;
};

/// How many the phrase says a group is; 0 when it does not say.
std::size_t number_of(const Parse& parse, const Mention& mention) {
    if (mention.form != "noun") return 0;
    bool definite = false;
    std::size_t number = 0;
    for (const TokenIndex c : parse.children(mention.head)) {
        if (c > mention.head) break;
        const std::string_view word = parse.at(c).lower;
        if (word == "both") return 2;
        if (word == "the" || word == "these" || word == "those") definite = true;
        if (word == "two") number = 2;
        if (word == "three") number = 3;
    }
    return definite ? number : 0;
}

/// Nouns for what states and the like are to each other.
bool is_party(std::string_view lemma) {
    static constexpr std::array parties{"side",  "country",   "nation",   "state",   "government",
                                        "party", "neighbour", "neighbor", "capital", "rival"};
    return std::find(parties.begin(), parties.end(), lemma) != parties.end();
}

bool may_belong(const Actor& actor, const Actor& group, std::string_view lemma) {
    const bool named = std::any_of(actor.mentions.begin(), actor.mentions.end(),
                                   [](const Mention& mention) { return mention.form == "name"; });
    if (!named || &actor == &group) return false;
    if (is_party(lemma))
        return actor.kind == "state" || actor.kind == "government" || actor.kind == "armed_group" ||
               actor.kind == "igo" || actor.kind == "party";
    const bool people = group.kind == "person" || group.kind == "government" || group.kind == "population";
    return people ? actor.kind == "person" : actor.kind == group.kind;
}

std::vector<Place> places_of(const std::vector<Actor>& actors) {
    std::vector<Place> places;
    for (std::size_t a = 0; a < actors.size(); ++a)
        for (const Mention& mention : actors[a].mentions) places.push_back({mention.head, a});
    std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.head < b.head; });
    return places;
}

/// The actors named before the group; empty when they are not `number`.
std::vector<std::size_t> members_of(const Parse& parse, const std::vector<Actor>& actors,
                                    const std::vector<Place>& places, const Actor& group,
                                    const Mention& mention, std::size_t number) {
    const Token& head = parse.at(mention.head);
    auto at = std::lower_bound(places.begin(), places.end(), mention.head,
                               [](const Place& place, TokenIndex token) { return place.head < token; });
    std::vector<std::size_t> found;
    int sentence = head.sentence;
    for (int step = 0; step < mentions_back && at != places.begin(); ++step) {
        --at;
        const int now = parse.at(at->head).sentence;
        if (now < sentence && found.size() >= number) break;
        if (head.sentence - now > sentences_back) break;
        sentence = now;
        if (std::find(found.begin(), found.end(), at->actor) == found.end() &&
            may_belong(actors[at->actor], group, head.lemma))
            found.push_back(at->actor);
    }
    if (found.size() != number) found.clear();
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace

void fill_members(const Parse& parse, std::vector<Actor>& actors) {
    std::vector<Place> places;
    for (Actor& group : actors) {
        if (group.mentions.empty()) continue;
        const Mention& first = group.mentions.front();
        const std::size_t number = number_of(parse, first);
        if (number == 0) continue;
        if (places.empty()) places = places_of(actors);
        group.members = members_of(parse, actors, places, group, first, number);
    }
}

} // namespace dateline::who
