#include "merge/actors.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

#include <fmt/format.h>

#include "base/text.hpp"
#include "merge/words.hpp"

namespace dateline::merge {

namespace {

bool is_named(const Actor& actor) {
    return std::any_of(actor.mentions.begin(), actor.mentions.end(),
                       [](const Mention& mention) { return mention.form == "name"; });
}

/// A name in a spelling that transliterations share: without vowels behind the first letter, doubled letters
/// once, no marks.
std::string skeleton(std::string_view name) {
    std::string out;
    const std::string lower = to_lower(name);
    bool word_start = true;
    for (const char c : lower) {
        if (c == ' ' || c == '-') {
            if (!out.empty() && out.back() != ' ') out += ' ';
            word_start = true;
            continue;
        }
        if (!is_letter(c) && (static_cast<unsigned char>(c) & 0x80U) == 0) continue;
        const bool vowel = c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y' || c == 'h';
        if (!word_start && (vowel || (!out.empty() && out.back() == c))) continue;
        out += c;
        word_start = false;
    }
    return out;
}

std::string_view last_word(std::string_view name) {
    const std::size_t space = name.rfind(' ');
    return space == std::string_view::npos ? name : name.substr(space + 1);
}

std::string without_article(std::string name) {
    if (name.starts_with("the ")) name.erase(0, 4);
    return name;
}

/// Key under which actors of different reports are the same; empty when the actor stays on its own.
std::string key_of(const Actor& actor) {
    if (!actor.wikidata.empty()) return "q:" + actor.wikidata;
    if (actor.why.starts_with("actor book: ")) return "b:" + actor.name;
    if (actor.kind == "state" && !actor.country.empty() && actor.code == actor.country)
        return "s:" + actor.country + ":" + to_lower(actor.name);
    if (is_named(actor)) {
        if (actor.kind == "person")
            return actor.name.find(' ') == std::string::npos ? "" : "p:" + skeleton(actor.name);
        return "n:" + without_article(to_lower(actor.name));
    }
    const bool group = actor.kind != "person" && actor.kind != "other";
    return group && !actor.country.empty()
               ? "g:" + actor.kind + ":" + actor.country + ":" + without_article(to_lower(actor.name))
               : "";
}

class Joiner {
  public:
    explicit Joiner(const std::vector<const CodedReport*>& reports) : m_reports(reports) {}

    ActorTable run() {
        m_table.of_report.resize(m_reports.size());
        for (std::size_t r = 0; r < m_reports.size(); ++r)
            m_table.of_report[r].assign(m_reports[r]->actors.size(), none);
        for (std::size_t r = 0; r < m_reports.size(); ++r) place_keyed(r);
        for (std::size_t r = 0; r < m_reports.size(); ++r) place_others(r);
        for (MergedActor& actor : m_table.actors) finish(actor);
        return std::move(m_table);
    }

  private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    void place_keyed(std::size_t r) {
        for (std::size_t a = 0; a < m_reports[r]->actors.size(); ++a) {
            const Actor& actor = m_reports[r]->actors[a];
            const std::string key = key_of(actor);
            if (key.empty()) continue;
            auto [known, is_new] = m_by_key.emplace(key, m_table.actors.size());
            if (!is_new && conflicts(actor, m_table.actors[known->second])) continue;
            if (is_new) start(actor, key);
            add(r, a, known->second, is_new ? "" : reason(key));
            if (actor.kind == "person" && is_named(actor))
                m_by_last_name[skeleton(last_word(actor.name))].insert(known->second);
        }
    }

    static std::string reason(const std::string& key) {
        switch (key.front()) {
        case 'q':
        case 'b': return "the same entry of the actor book";
        case 's': return "the same state";
        case 'p': return "the same full name in one of its spellings";
        case 'n': return "the same name";
        default: return "a group of the same words and country";
        }
    }

    /// Two people of one name whose countries differ are two people.
    static bool conflicts(const Actor& actor, const MergedActor& merged) {
        return actor.kind == "person" && !actor.country.empty() && !merged.country.empty() &&
               actor.country != merged.country;
    }

    void place_others(std::size_t r) {
        for (std::size_t a = 0; a < m_reports[r]->actors.size(); ++a) {
            if (m_table.of_report[r][a] != none) continue;
            const Actor& actor = m_reports[r]->actors[a];
            std::size_t found = none;
            if (actor.kind == "person" && is_named(actor) && actor.name.find(' ') == std::string::npos) {
                const auto namesakes = m_by_last_name.find(skeleton(actor.name));
                if (namesakes != m_by_last_name.end() && namesakes->second.size() == 1 &&
                    !conflicts(actor, m_table.actors[*namesakes->second.begin()]))
                    found = *namesakes->second.begin();
            }
            if (found == none) {
                found = m_table.actors.size();
                start(actor, m_reports[r]->report.id + ":" + actor.id);
                if (actor.kind == "person" && is_named(actor) && actor.name.find(' ') == std::string::npos)
                    m_by_last_name[skeleton(actor.name)].insert(found);
                add(r, a, found, "");
            } else {
                add(r, a, found, "the only person of the pile with this last name");
            }
        }
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
    }

    void add(std::size_t r, std::size_t a, std::size_t index, const std::string& why) {
        const Actor& actor = m_reports[r]->actors[a];
        MergedActor& merged = m_table.actors[index];
        m_table.of_report[r][a] = index;
        merged.members.emplace_back(m_reports[r]->report.id, actor.id);
        if (merged.country.empty()) merged.country = actor.country;
        if (merged.sectors.empty()) merged.sectors = actor.sectors;
        if (merged.code.size() < actor.code.size() && merged.kind_of == actor.kind) merged.code = actor.code;
        if (is_named(actor)) {
            m_table.is_named[index] = true;
            merged.aliases.push_back(actor.name);
            for (const Mention& mention : actor.mentions)
                if (mention.form == "name" && actor.kind == "person" && actor.mentions.size() < 200)
                    merged.aliases.emplace_back(core_name(r, mention, actor));
        }
        if (!why.empty())
            merged.why.push_back(fmt::format("{}:{}: {}", m_reports[r]->report.id, actor.id, why));
    }

    /// The words of a mention without its title: from the first word that the actor's name begins with.
    [[nodiscard]] std::string core_name(std::size_t r, const Mention& mention, const Actor& actor) const {
        const std::string_view text = words(m_reports[r]->report.text, mention.span);
        const std::size_t at = text.find(actor.name.substr(0, actor.name.find(' ')));
        return std::string(at == std::string_view::npos ? last_word(text) : text.substr(at));
    }

    static void finish(MergedActor& actor) {
        std::sort(actor.aliases.begin(), actor.aliases.end());
        actor.aliases.erase(std::unique(actor.aliases.begin(), actor.aliases.end()), actor.aliases.end());
        std::erase(actor.aliases, actor.name);
        std::erase(actor.aliases, std::string());
        constexpr std::size_t most_reasons = 20;
        if (actor.why.size() > most_reasons) actor.why.resize(most_reasons);
    }

    const std::vector<const CodedReport*>& m_reports;
    ActorTable m_table;
    std::unordered_map<std::string, std::size_t> m_by_key;
    std::unordered_map<std::string, std::set<std::size_t>> m_by_last_name;
};

} // namespace

ActorTable join_actors(const std::vector<const CodedReport*>& reports) {
    return Joiner(reports).run();
}

} // namespace dateline::merge
