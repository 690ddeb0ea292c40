// Names are put together before anything else, full names first, each by looking its words up: the entry of
// the actor book, the country of a state, the whole name, a person's last or first name, a body's initials,
// the abbreviation in brackets behind it, its first or last word. Spellings of one name in Latin letters
// (Gaddafi, Qaddafi, Kadhafi) meet by the skeleton of their consonants. All in time linear in the names.

#include "who/name_links.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "base/text.hpp"
#include "who/name_words.hpp"
#include "who/spelling.hpp"

namespace dateline::who {

namespace {

using Form = FoundMention::Form;
using Index = std::unordered_map<std::string, std::vector<int>, StringHash, std::equal_to<>>;

/// A name in lower case, without the possessive ending, a leading article and points, and its words.
struct Key {
    std::string text;
    std::vector<std::string_view> words;
    bool junior = false; // `Jr.`, `II` behind a person's name
};

struct Group {
    NameType type = NameType::other;
    std::string name; // fullest, as `Key::text`
    std::string gender;
    std::size_t first = 0;     // first mention
    std::size_t last_seen = 0; // last mention
    const BookEntry* entry = nullptr;
    bool full = false;     // a person's name of two words or more
    bool junior = false;   // named with `Jr.` only
    bool relative = false; // first named as somebody's kin: not who is meant by the last name alone
};

class NameLinker {
  public:
    NameLinker(const Parse& parse, const std::vector<FoundMention>& mentions,
               const std::vector<Place>& places)
        : m_parse(parse), m_mentions(mentions), m_places(places), m_keys(mentions.size()),
          m_group_of(mentions.size(), -1) {}

    std::vector<int> run() {
        for (std::size_t i = 0; i < m_mentions.size(); ++i)
            if (m_mentions[i].form == Form::name) read_key(i);
        for (std::size_t i = 0; i < m_mentions.size(); ++i)
            if (m_mentions[i].entry != nullptr && !is_guess(i)) m_meant.insert(m_mentions[i].entry);
        for (const bool full : {true, false})
            for (std::size_t i = 0; i < m_mentions.size(); ++i)
                if (m_mentions[i].form == Form::name && is_full(i) == full) place(i);
        return in_order();
    }

  private:
    void read_key(std::size_t i) {
        Key& key = m_keys[i];
        key.text = name_key(m_mentions[i].name);
        for (const std::string_view word : split(key.text, ' '))
            if (!word.empty()) key.words.push_back(word);
        while (key.words.size() > 1 && is_suffix(key.words.back())) {
            key.junior = key.junior || is_generation(key.words.back());
            key.words.pop_back();
        }
    }

    static bool is_generation(std::string_view word) {
        return word == "jr" || word == "sr" || word == "ii" || word == "iii" || word == "iv";
    }

    static bool is_suffix(std::string_view word) {
        return is_generation(word) || word == "inc" || word == "corp" || word == "co" || word == "ltd" ||
               word == "plc" || word == "llc" || word == "ag" || word == "sa";
    }

    /// Two words or more, not counting what opens a last name: `van Example` is one.
    [[nodiscard]] bool is_full(std::size_t i) const {
        const auto& key = m_keys[i].words;
        return key.size() > 1 && (m_mentions[i].type != NameType::person ||
                                  !std::all_of(key.begin(), key.end() - 1, opens_last_name));
    }

    static bool opens_last_name(std::string_view word) {
        static constexpr std::array particles{"van", "von", "der", "den", "de",  "di", "da",
                                              "del", "du",  "bin", "ben", "ter", "la", "le"};
        return std::find(particles.begin(), particles.end(), word) != particles.end();
    }

    void place(std::size_t i) {
        if (m_keys[i].words.empty()) return;
        int group = m_mentions[i].counted ? -1 : find(i);
        if (group < 0) {
            group = static_cast<int>(m_groups.size());
            m_groups.push_back({m_mentions[i].type, m_keys[i].text, m_mentions[i].gender, i, i,
                                m_mentions[i].entry, is_full(i), m_keys[i].junior, m_mentions[i].relative});
        }
        if (m_mentions[i].counted) // nobody else is meant by the name of one of many
            m_group_of[i] = group;
        else
            learn(i, group);
    }

    void learn(std::size_t i, int number) {
        const FoundMention& mention = m_mentions[i];
        const Key& key = m_keys[i];
        Group& group = m_groups[static_cast<std::size_t>(number)];
        m_group_of[i] = number;
        group.last_seen = i;
        group.first = std::min(group.first, i);
        if (group.gender.empty()) group.gender = mention.gender;
        if (group.entry == nullptr) group.entry = mention.entry;
        if (key.text.size() > group.name.size()) group.name = key.text;
        enter(m_names, key.text, number);
        if (mention.entry != nullptr) m_entries.emplace(mention.entry, number);
        if (is_nation(mention)) m_states.emplace(mention.country, number);
        if (mention.type == NameType::person || mention.type == NameType::org) {
            enter(m_last, key.words.back(), number);
            if (const std::string_view bare = without_article(key.words.back()); !bare.empty())
                enter(m_last, bare, number); // `Sisi` of `al-Sisi`
            if (is_full(i)) enter(m_first, key.words.front(), number);
        }
        if (mention.type == NameType::person && key.words.back().size() >= shortest_spelling)
            enter(m_skeletons, skeleton(key.words.back()), number);
        if (mention.type == NameType::org) learn_short_forms(i, number);
    }

    /// What stands behind an Arabic article; "" where there is none.
    static std::string_view without_article(std::string_view word) {
        return word.starts_with("al-") || word.starts_with("el-") ? word.substr(3) : std::string_view{};
    }

    void learn_short_forms(std::size_t i, int number) {
        enter(m_initials, initials(m_mentions[i].name), number);
        const std::string defined = bracketed(i);
        if (!defined.empty()) enter(m_initials, defined, number);
    }

    /// `MRTA` of `Tupac Amaru Revolutionary Movement (MRTA)`, in lower case.
    [[nodiscard]] std::string bracketed(std::size_t i) const {
        const TokenIndex behind = m_parse.token_at(m_mentions[i].core.end);
        for (TokenIndex at = behind; at < behind + 2 && at + 2 < m_parse.size(); ++at)
            if (m_parse.at(at).text == "(" && m_parse.at(at + 2).text == ")" &&
                is_upper(m_parse.at(at + 1).text.front()))
                return name_key(m_parse.at(at + 1).text);
        return {};
    }

    static void enter(Index& index, std::string_view key, int group) {
        if (key.empty()) return;
        auto& groups = index[std::string(key)];
        constexpr std::size_t most = 32; // bearers of one name that are told apart, so that time stays linear
        if (groups.size() < most && std::find(groups.begin(), groups.end(), group) == groups.end())
            groups.push_back(group);
    }

    [[nodiscard]] bool is_nation(const FoundMention& mention) const {
        if (mention.country.empty()) return false;
        if (mention.type == NameType::norp) return mention.adjective;
        if (mention.type == NameType::person || mention.type == NameType::org) return false;
        if (mention.place < 0) return mention.type == NameType::gpe;
        const Place& place = m_places[static_cast<std::size_t>(mention.place)];
        return place.precision == "country" || place.use == "actor";
    }

    int find(std::size_t i) {
        const FoundMention& mention = m_mentions[i];
        if (is_nation(mention)) {
            const auto found = m_states.find(mention.country);
            if (found != m_states.end()) return found->second;
        }
        if (is_guess(i) && !m_meant.contains(mention.entry))
            if (const int group = nearest(m_last, m_keys[i].text, i);
                group >= 0 && m_groups[static_cast<std::size_t>(group)].full)
                return group;
        if (mention.entry != nullptr) {
            const auto found = m_entries.find(mention.entry);
            if (found != m_entries.end()) return found->second;
        }
        if (const int group = nearest(m_names, m_keys[i].text, i); group >= 0) return group;
        if (mention.type == NameType::person) return of_person(i);
        if (mention.type == NameType::org) return of_body(i);
        return mention.type == NameType::norp && !is_nation(mention) ? of_people(i) : -1;
    }

    /// The group last named before the mention among those of the key that may be the same; else the first
    /// named behind it.
    int nearest(const Index& index, std::string_view key, std::size_t i) const {
        const auto found = index.find(key);
        if (found == index.end()) return -1;
        int best = -1;
        for (const int number : found->second) {
            if (!may_be(i, m_groups[static_cast<std::size_t>(number)])) continue;
            if (best < 0 || nearer(i, number, best)) best = number;
        }
        return best;
    }

    [[nodiscard]] bool nearer(std::size_t i, int a, int b) const {
        const Group& first = m_groups[static_cast<std::size_t>(a)];
        const Group& second = m_groups[static_cast<std::size_t>(b)];
        if (first.relative != second.relative) return second.relative;
        if ((first.first < i) != (second.first < i)) return first.first < i;
        return first.first < i ? first.last_seen > second.last_seen : first.first < second.first;
    }

    [[nodiscard]] bool may_be(std::size_t i, const Group& group) const {
        const FoundMention& mention = m_mentions[i];
        if ((mention.type == NameType::person) != (group.type == NameType::person)) return false;
        if (mention.entry != nullptr && group.entry != nullptr && mention.entry != group.entry &&
            !may_be_last_name(i, group))
            return false;
        if (is_other_generation(i, group)) return false;
        return mention.gender.empty() || group.gender.empty() || mention.gender == group.gender ||
               !mention.gender_sure || m_keys[i].text == group.name;
    }

    /// Whether only a last name calls whom the book knows, not high in office and by no title, or a body of
    /// that name: somebody else of the report may be called so.
    [[nodiscard]] bool is_guess(std::size_t i) const {
        const FoundMention& mention = m_mentions[i];
        if (mention.type != NameType::person || mention.entry == nullptr || is_full(i)) return false;
        if (mention.entry->kind != "person") return true;
        static constexpr std::array honorifics{"", "mr.", "mrs.", "ms.", "mr", "mrs", "ms", "dr."};
        const bool titled =
            std::find(honorifics.begin(), honorifics.end(), mention.title) == honorifics.end();
        return !titled && mention.entry->name.find(' ') != std::string::npos && !is_high(mention.office);
    }

    static bool is_high(const Office* office) {
        if (office == nullptr) return false;
        static constexpr std::array high{"President", "Prime Minister", "Chancellor", "Premier",
                                         "King",      "Queen",          "Pope",       "Supreme Leader"};
        return std::find(high.begin(), high.end(), office->title) != high.end();
    }

    /// `Example` of Ada Example, though the book knows another one.
    [[nodiscard]] bool may_be_last_name(std::size_t i, const Group& group) const {
        return is_guess(i) && !m_meant.contains(m_mentions[i].entry) && m_keys[i].words.size() == 1 &&
               group.full && ends_with_word(group.name, m_keys[i].text);
    }

    /// `Ada Jr.` is not the Ada whom the actor book knows without it.
    [[nodiscard]] bool is_other_generation(std::size_t i, const Group& group) const {
        const FoundMention& mention = m_mentions[i];
        const bool junior =
            m_keys[i].junior && !group.junior && mention.entry == nullptr && group.entry != nullptr;
        const bool senior = group.junior && group.entry == nullptr && mention.entry != nullptr;
        return mention.type == NameType::person && (junior || senior);
    }

    int of_person(std::size_t i) {
        const Key& key = m_keys[i];
        const std::string_view last = key.words.back();
        if (is_full(i)) return of_full_name(i);
        if (const int group = nearest(m_last, last, i);
            group >= 0 && !is_before_kin(i, m_groups[static_cast<std::size_t>(group)]))
            return group;
        if (const int group = nearest(m_first, last, i); group >= 0) return group;
        // `Kabilas` where the apostrophe was lost; `the Kabilas` are a family
        if (last.ends_with('s') && !m_parse.has_child(m_mentions[i].head, Dep::det))
            if (const int group = nearest(m_last, last.substr(0, last.size() - 1), i); group >= 0)
                return group;
        return other_spelling(i);
    }

    /// The same person with a first name left out, shortened, or another middle name.
    int of_full_name(std::size_t i) {
        const Key& key = m_keys[i];
        const auto found = m_last.find(key.words.back());
        if (found != m_last.end())
            for (const int number : found->second) {
                const Group& group = m_groups[static_cast<std::size_t>(number)];
                if (!may_be(i, group)) continue;
                const std::string_view first = std::string_view(group.name).substr(0, group.name.find(' '));
                const std::string_view own = key.words.front();
                const bool initial = (own.size() == 1 || first.size() == 1) && own.front() == first.front();
                if (mention_is_other_kin(i, group)) continue;
                if (!group.full || first == own || initial) return number;
            }
        return other_spelling(i);
    }

    /// A last name alone that stands in front of somebody's kin of that name is the other one.
    static bool is_before_kin(std::size_t i, const Group& group) { return group.relative && i < group.first; }

    [[nodiscard]] bool mention_is_other_kin(std::size_t i, const Group& group) const {
        return m_mentions[i].relative && !group.full;
    }

    int other_spelling(std::size_t i) {
        const std::string_view last = m_keys[i].words.back();
        if (last.size() < shortest_spelling) return -1;
        const auto found = m_skeletons.find(skeleton(last));
        if (found == m_skeletons.end()) return -1;
        for (const int number : found->second) {
            const Group& group = m_groups[static_cast<std::size_t>(number)];
            const std::size_t space = group.name.rfind(' ');
            const std::string_view other =
                std::string_view(group.name).substr(space == std::string::npos ? 0 : space + 1);
            const bool same_first =
                !is_full(i) || !group.full || group.name.front() == m_keys[i].text.front();
            if (may_be(i, group) && same_first && edits_within(last, other, 2)) return number;
        }
        return -1;
    }

    int of_body(std::size_t i) {
        const Key& key = m_keys[i];
        if (!is_full(i)) {
            if (const int group = nearest(m_initials, key.text, i); group >= 0) return group;
            if (const int group = nearest(m_first, key.text, i); group >= 0) return group;
            return is_name_word(key.text, NameWord::org) ? nearest(m_last, key.text, i) : -1;
        }
        const auto found = m_last.find(key.words.back()); // one is the end of the other
        if (found == m_last.end()) return -1;
        for (const int number : found->second) {
            const Group& group = m_groups[static_cast<std::size_t>(number)];
            if (may_be(i, group) && group.name.find(' ') != std::string::npos &&
                (ends_with_word(group.name, key.text) || ends_with_word(key.text, group.name)) &&
                !is_namesake(i, group))
                return number;
        }
        return -1;
    }

    /// `National Security Council`, which the book's Security Council is not: more than a nation or an
    /// article stands in front.
    [[nodiscard]] bool is_namesake(std::size_t i, const Group& group) const {
        if ((m_mentions[i].entry == nullptr) == (group.entry == nullptr)) return false;
        const std::string_view own = m_keys[i].text, other = group.name;
        const bool longer = own.size() > other.size();
        if (longer != (m_mentions[i].entry == nullptr)) return false;
        const std::string_view whole = longer ? own : other;
        const std::string_view front = whole.substr(0, whole.size() - std::min(own.size(), other.size()));
        return front == "national " || front == "central " || front == "federal " || front == "state ";
    }

    static bool ends_with_word(std::string_view text, std::string_view end) {
        return text.size() > end.size() && text.ends_with(end) && text[text.size() - end.size() - 1] == ' ';
    }

    /// `Tutsi` and `Tutsis`; not `Peruvian`, which is Peru's, and `Peruvians`.
    int of_people(std::size_t i) {
        const std::string& key = m_keys[i].text;
        const int group = key.ends_with('s')
                              ? nearest(m_names, std::string_view(key).substr(0, key.size() - 1), i)
                              : nearest(m_names, key + "s", i);
        const bool is_state = std::any_of(m_states.begin(), m_states.end(),
                                          [&](const auto& state) { return state.second == group; });
        return is_state ? -1 : group;
    }

    /// Numbers in order of first mention.
    std::vector<int> in_order() {
        std::vector<int> number(m_groups.size(), -1);
        int count = 0;
        for (int& group : m_group_of) {
            if (group < 0) continue;
            int& renamed = number[static_cast<std::size_t>(group)];
            if (renamed < 0) renamed = count++;
            group = renamed;
        }
        return std::move(m_group_of);
    }

    static constexpr std::size_t shortest_spelling = 6; // shorter names differ by chance

    const Parse& m_parse;
    const std::vector<FoundMention>& m_mentions;
    const std::vector<Place>& m_places;
    std::vector<Key> m_keys;
    std::vector<int> m_group_of;
    std::vector<Group> m_groups;
    Index m_names, m_last, m_first, m_initials, m_skeletons;
    std::unordered_map<std::string, int> m_states;
    std::unordered_map<const BookEntry*, int> m_entries;
    std::unordered_set<const BookEntry*> m_meant; // called in the report by more than a last name
};

} // namespace

std::vector<int> link_names(const Parse& parse, const std::vector<FoundMention>& mentions,
                            const std::vector<Place>& places) {
    return NameLinker(parse, mentions, places).run();
}

} // namespace dateline::who
