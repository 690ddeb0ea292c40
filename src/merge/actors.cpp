// Actors are joined in two rounds. The first takes what is sure in any pile: entries of the actor book,
// states, full names. The second takes what only a story can tell: the one person in it with this last name,
// the one body with these initials, the one holder of this office, those described by the same noun. Where
// two fit, nothing is joined. Reports come in order, so the order of input does not matter.

#include "merge/actors.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "base/text.hpp"
#include "merge/actor_keys.hpp"
#include "merge/body_names.hpp"
#include "merge/book_people.hpp"
#include "merge/long_forms.hpp"
#include "merge/words.hpp"

namespace dateline::merge {

namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);
constexpr std::size_t most_reasons = 20; // of a merged actor

class Joiner {
  public:
    Joiner(const Reports& reports, const std::vector<Story>& stories) : m_reports(reports) {
        std::unordered_map<std::string_view, std::size_t> story_of;
        for (std::size_t s = 0; s < stories.size(); ++s)
            for (const std::string& id : stories[s].reports) story_of.emplace(id, s);
        for (std::size_t r = 0; r < reports.size(); ++r) {
            const auto story = story_of.find(reports.header(r).id);
            m_story_of.push_back(story == story_of.end() ? none : story->second);
        }
    }

    ActorTable run() {
        m_table.of_report.resize(m_reports.size());
        const auto round = [&](auto place) {
            m_reports.each_without_claims([&](std::size_t r, const CodedReport& coded) {
                m_open = &coded;
                place(r);
            });
        };
        round([&](std::size_t r) {
            m_table.of_report[r].assign(m_open->actors.size(), none);
            if (m_story_of[r] != none) m_long_forms.collect(m_story_of[r], m_open->actors);
            m_book_people.collect(*m_open);
        });
        round([&](std::size_t r) { place_keyed(r); });
        round([&](std::size_t r) { place_others(r); });
        m_body_names.give(m_table.actors);
        const Names bodies = names_of_bodies();
        for (MergedActor& actor : m_table.actors) finish(actor, bodies);
        return std::move(m_table);
    }

  private:
    /// The merged actors that a key leads to.
    using Index = std::unordered_map<std::string, std::vector<std::size_t>>;

    void place_keyed(std::size_t r) {
        for (std::size_t a = 0; a < m_open->actors.size(); ++a) {
            const Actor& actor = m_open->actors[a];
            std::string own = key_of(actor);
            if (m_story_of[r] != none) own = m_long_forms.of(m_story_of[r], actor, std::move(own));
            const std::string key = m_book_people.key_in_book(actor, std::move(own));
            if (key.empty()) continue;
            auto& known = m_by_key[key];
            const auto found = std::find_if(known.begin(), known.end(), [&](std::size_t index) {
                return !conflicts(actor, m_table.actors[index]) &&
                       (key.front() != 'p' ||
                        share_last_name(actor, m_table.actors[index], Support::full_name));
            });
            const std::size_t index = found == known.end() ? m_table.actors.size() : *found;
            if (found == known.end()) {
                start(actor, known.empty() ? key : fmt::format("{}#{}", key, known.size()));
                known.push_back(index);
            }
            add(r, a, index, found == known.end() ? "" : reason(key));
            remember(r, actor, index);
        }
    }

    static std::string reason(const std::string& key) {
        switch (key.front()) {
        case 'q':
        case 'b': return "the same entry of the actor book, or another spelling of its name";
        case 's': return "the same state";
        case 'p': return "the same full name in one of its spellings";
        case 'n': return "the same name";
        default: return "a group of the same words and country";
        }
    }

    /// Two people of one name whose countries or middle names differ are two people.
    static bool conflicts(const Actor& actor, const MergedActor& merged) {
        if (actor.kind != "person" || merged.kind_of != "person") return false;
        if (!actor.country.empty() && !merged.country.empty() && actor.country != merged.country) return true;
        const std::string one = middle_initials(bare_person_name(actor.name));
        const std::string other = middle_initials(bare_person_name(merged.name));
        return !one.empty() && !other.empty() && one.front() != other.front();
    }

    static bool share_last_name(const Actor& actor, const MergedActor& merged, Support support) {
        return are_spellings(last_word(bare_person_name(actor.name)),
                             last_word(bare_person_name(merged.name)), support);
    }

    [[nodiscard]] std::string in_story(std::size_t r, std::string_view kind, std::string_view text) const {
        return fmt::format("{}|{}|{}", m_story_of[r], kind, text);
    }

    void enter(const std::string& key, std::size_t index) {
        auto& list = m_by_story[key];
        if (std::find(list.begin(), list.end(), index) == list.end()) list.push_back(index);
    }

    /// Enters a named actor under all that others of its story may call it.
    void remember(std::size_t r, const Actor& actor, std::size_t index) {
        if (is_generic_body(actor) && !actor.country.empty() && m_story_of[r] != none)
            enter(in_story(r, "body", body_name(actor)), index);
        if (!is_named(actor) || actor.kind != "person") return;
        const std::string last = skeleton(last_word(bare_person_name(actor.name)));
        auto& namesakes = m_by_last_name[last];
        if (std::find(namesakes.begin(), namesakes.end(), index) == namesakes.end())
            namesakes.push_back(index);
        if (m_story_of[r] == none) return;
        enter(in_story(r, "last", last), index);
        if (!actor.role.empty()) enter_role(r, to_lower(actor.role), index);
    }

    /// `House Speaker` is also `the speaker`, where the story has one; of ministers and spokesmen there are
    /// many.
    void enter_role(std::size_t r, const std::string& role, std::size_t index) {
        enter(in_story(r, "role", role), index);
        const std::string_view head = last_word(role);
        if (head.size() < role.size() && is_single_office(head))
            enter(in_story(r, "role", std::string(head)), index);
    }

    static bool is_single_office(std::string_view word) {
        static const std::set<std::string_view> single{"speaker",  "president", "chancellor", "premier",
                                                       "governor", "mayor",     "king",       "queen",
                                                       "pope",     "pontiff",   "emperor",    "emir"};
        return single.contains(word);
    }

    /// What the only one has to share with the actor.
    enum class Shared { nothing, last_name };

    /// The only one that a key of the story leads to and that the actor can be.
    [[nodiscard]] std::size_t only_one(const Index& by, const std::string& key, const Actor& actor,
                                       Shared shared = Shared::nothing) const {
        const auto found = by.find(key);
        if (found == by.end()) return none;
        std::size_t only = none;
        for (const std::size_t index : found->second) {
            if (conflicts(actor, m_table.actors[index]) || is_of_other_gender(actor, index)) continue;
            if (shared == Shared::last_name && !share_last_name(actor, m_table.actors[index], Support::none))
                continue;
            if (only != none) return none;
            only = index;
        }
        return only;
    }

    [[nodiscard]] bool is_of_other_gender(const Actor& actor, std::size_t index) const {
        return is_gendered(actor.gender) && !m_gender[index].empty() && actor.gender != m_gender[index];
    }

    static bool is_gendered(std::string_view gender) { return gender == "m" || gender == "f"; }

    void place_others(std::size_t r) {
        const auto& actors = m_open->actors;
        const auto repeated = repeated_heads();
        for (std::size_t a = 0; a < actors.size(); ++a) {
            if (m_table.of_report[r][a] != none) continue;
            const Actor& actor = actors[a];
            std::string why;
            std::size_t found = is_named(actor) ? find_named(r, actor, why) : none;
            const Description description = is_named(actor) ? Description{} : describe(actor.name);
            const bool is_told = m_story_of[r] != none && !description.head.empty();
            const bool is_office = is_told || is_single_office(last_word(to_lower(actor.name)));
            if (is_office && m_story_of[r] != none && !is_named(actor)) found = find_office(r, actor, why);
            const bool is_alone = is_told && repeated.at(description.head) == 1;
            if (found == none && is_alone) found = find_described(r, actor, description, why);
            if (found == none) {
                found = m_table.actors.size();
                const bool is_body = is_generic_body(actor);
                start(actor, is_body ? body_name(actor) : m_open->report.id + ":" + actor.id);
                if (is_body) m_by_key[body_name(actor)].push_back(found);
                remember(r, actor, found);
                if (is_alone) enter(in_story(r, "noun", description.head), found);
            }
            add(r, a, found, why);
        }
    }

    /// How often each description stands in a report: two officers of one report are not one.
    [[nodiscard]] std::unordered_map<std::string, int> repeated_heads() const {
        std::unordered_map<std::string, int> out;
        for (const Actor& actor : m_open->actors)
            if (!is_named(actor)) ++out[describe(actor.name).head];
        return out;
    }

    [[nodiscard]] std::size_t find_named(std::size_t r, const Actor& actor, std::string& why) const {
        if (actor.kind == "person" && actor.name.find(' ') == std::string::npos) {
            const std::string last = skeleton(actor.name);
            why = "the only person of the story with this last name";
            if (const std::size_t found =
                    only_one(m_by_story, in_story(r, "last", last), actor, Shared::last_name);
                found != none)
                return found;
            why = "the only person of the pile with this last name";
            if (const std::size_t found = only_one(m_by_last_name, last, actor, Shared::last_name);
                found != none)
                return found;
        }
        if (is_generic_body(actor)) return find_body(r, actor, why);
        why.clear();
        return none;
    }

    /// A body without a country is the one of its name that has one in the story, else that of all reports
    /// which leave the country open.
    [[nodiscard]] std::size_t find_body(std::size_t r, const Actor& actor, std::string& why) const {
        why = "the only body of the story with this name";
        if (m_story_of[r] != none)
            if (const std::size_t found = only_one(m_by_story, in_story(r, "body", body_name(actor)), actor);
                found != none)
                return found;
        why = "the same name";
        const auto known = m_by_key.find(body_name(actor));
        if (known != m_by_key.end()) return known->second.front();
        why.clear();
        return none;
    }

    /// `the Turkish foreign minister` is who holds that office in the story.
    [[nodiscard]] std::size_t find_office(std::size_t r, const Actor& actor, std::string& why) const {
        if (actor.kind != "person") return none;
        std::string office = to_lower(actor.name);
        for (const std::string_view article : {"the ", "a "})
            if (office.starts_with(article)) office.erase(0, article.size());
        // Without the word for the country in front.
        for (int words = 0; words < 2; ++words) {
            const std::size_t found = only_one(m_by_story, in_story(r, "role", office), actor);
            if (found != none) {
                why = "the only one of the story in this office";
                return found;
            }
            const std::size_t space = office.find(' ');
            if (actor.country.empty() || space == std::string::npos) return none;
            office.erase(0, space + 1);
        }
        return none;
    }

    [[nodiscard]] std::size_t find_described(std::size_t r, const Actor& actor,
                                             const Description& description, std::string& why) const {
        const auto known = m_by_story.find(in_story(r, "noun", description.head));
        if (known == m_by_story.end()) return none;
        std::size_t only = none;
        for (const std::size_t index : known->second) {
            const MergedActor& other = m_table.actors[index];
            if (other.kind_of != actor.kind && (other.kind_of == "thing" || actor.kind == "thing")) continue;
            if (!other.country.empty() && !actor.country.empty() && other.country != actor.country) continue;
            const std::string number = describe(other.name).number;
            if (!number.empty() && !description.number.empty() && number != description.number) continue;
            if (only != none) return none;
            only = index;
        }
        if (only != none) why = "described by the same word in the same story";
        return only;
    }

    void start(const Actor& actor, const std::string& key) {
        MergedActor merged;
        merged.id = fmt::format("a{:012x}", hash_text(key) & 0xFFFFFFFFFFFFULL);
        merged.name = actor.name;
        merged.kind_of = actor.kind;
        merged.country = actor.country;
        merged.sectors = actor.sectors;
        merged.code = actor.code;
        merged.wikidata = actor.wikidata;
        m_table.actors.push_back(std::move(merged));
        m_table.is_named.push_back(false);
        m_gender.emplace_back();
    }

    void add(std::size_t r, std::size_t a, std::size_t index, const std::string& why) {
        const Actor& actor = m_open->actors[a];
        MergedActor& merged = m_table.actors[index];
        m_table.of_report[r][a] = index;
        merged.members.emplace_back(m_open->report.id, actor.id);
        take_country(index, actor);
        if (is_of_book(actor)) merged.name = actor.name;
        if (m_gender[index].empty() && is_gendered(actor.gender)) m_gender[index] = actor.gender;
        if (merged.sectors.empty()) merged.sectors = actor.sectors;
        const bool is_of_country = actor.country == merged.country;
        const bool is_moved = is_of_country && !merged.code.starts_with(merged.country) &&
                              actor.code.starts_with(merged.country);
        if (merged.kind_of == actor.kind && is_of_country &&
            (is_moved || merged.code.size() < actor.code.size()))
            merged.code = actor.code;
        if (is_named(actor)) {
            m_table.is_named[index] = true;
            add_alias(merged, actor.name);
            m_body_names.count(index, *m_open, actor);
            for (const Mention& mention : actor.mentions)
                if (mention.form == "name" && actor.kind == "person" && actor.mentions.size() < 200)
                    add_alias(merged, name_in_mention(words(m_open->report.text, mention.span), actor.name));
        }
        if (!why.empty() && merged.why.size() < most_reasons)
            merged.why.push_back(fmt::format("{}:{}: {}", m_open->report.id, actor.id, why));
    }

    static void add_alias(MergedActor& merged, std::string_view alias) {
        if (std::find(merged.aliases.begin(), merged.aliases.end(), alias) == merged.aliases.end())
            merged.aliases.emplace_back(alias);
    }

    /// Of a body the country that most reports give it.
    void take_country(std::size_t index, const Actor& actor) {
        MergedActor& merged = m_table.actors[index];
        if (actor.country.empty()) return;
        if (merged.kind_of == "person" || merged.kind_of == "state") {
            if (merged.country.empty()) merged.country = actor.country;
            return;
        }
        auto& votes = m_countries[index];
        const int mine = ++votes[actor.country];
        if (merged.country.empty() || mine > votes[merged.country]) merged.country = actor.country;
    }

    using Names = std::unordered_set<std::string>;

    [[nodiscard]] Names names_of_bodies() const {
        Names names;
        for (std::size_t a = 0; a < m_table.actors.size(); ++a) {
            const MergedActor& actor = m_table.actors[a];
            if (actor.kind_of == "person" || !m_table.is_named[a]) continue;
            names.insert(actor.name);
            names.insert(actor.aliases.begin(), actor.aliases.end());
        }
        return names;
    }

    /// `a Republican` and `the White House's Lind` call nobody Republican or White House.
    static void finish(MergedActor& actor, const Names& bodies) {
        std::sort(actor.aliases.begin(), actor.aliases.end());
        std::erase(actor.aliases, actor.name);
        std::erase(actor.aliases, std::string());
        if (actor.kind_of != "person") return;
        const std::string name = to_lower(actor.name);
        std::erase_if(actor.aliases, [&](const std::string& alias) {
            return is_shouted(alias, actor.name) ||
                   (bodies.contains(alias) && name.find(to_lower(alias)) == std::string::npos);
        });
    }

    /// `LIND` in a headline, of Ada Lind.
    static bool is_shouted(std::string_view alias, std::string_view name) {
        const std::vector<std::string_view> words = split(name, ' ');
        return std::all_of(alias.begin(), alias.end(), is_upper) &&
               std::any_of(words.begin(), words.end(), [&](std::string_view word) {
                   return word != alias && to_lower(word) == to_lower(alias);
               });
    }

    const Reports& m_reports;
    const CodedReport* m_open = nullptr; // the report that is looked at, `r` of the functions above
    std::vector<std::size_t> m_story_of; // of each report
    ActorTable m_table;
    std::unordered_map<std::size_t, std::map<std::string, int>> m_countries; // of bodies: reports that say so
    BookPeople m_book_people;
    BodyNames m_body_names;
    std::vector<std::string> m_gender; // of each actor of the table: `m`, `f`, "" not known
    LongForms m_long_forms;
    Index m_by_key, m_by_last_name, m_by_story;
};

} // namespace

ActorTable join_actors(const Reports& reports, const std::vector<Story>& stories) {
    return Joiner(reports, stories).run();
}

} // namespace dateline::merge
