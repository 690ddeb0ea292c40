// What a name tells of who it is. People are known by first and last name (middle names come and go), bodies
// and groups by all words; those who are only described by the noun and its number.

#include "merge/actor_keys.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <fmt/format.h>

#include "base/text.hpp"

namespace dateline::data {
std::string_view merge_person_words();
std::string_view merge_body_words();
} // namespace dateline::data

namespace dateline::merge {

namespace {

std::string without_article(std::string name) {
    for (const std::string_view article : {"the ", "a ", "an "})
        if (name.starts_with(article)) return name.substr(article.size());
    return name;
}

bool is_among(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

using Groups = std::unordered_map<std::string, std::string, StringHash, std::equal_to<>>;

const Groups& person_words() {
    static const auto groups = [] {
        Groups out;
        for_each_data_line(data::merge_person_words(), [&](std::string_view line, int /*number*/) {
            const auto members = split(line, ' ');
            for (const std::string_view member : members) out.emplace(member, members.front());
        });
        return out;
    }();
    return groups;
}

/// The words that names of governments' and armies' bodies are made of.
const std::unordered_set<std::string_view>& words_of_bodies() {
    static const auto words = [] {
        std::unordered_set<std::string_view> out{"and", "for", "of", "the"};
        for_each_data_line(data::merge_body_words(), [&](std::string_view line, int /*number*/) {
            const auto columns = split(line, '|');
            if (columns.size() < 2 || !is_among(columns[1], {"government", "military"})) return;
            for (const std::string_view word : split(columns[0], ' ')) out.insert(word);
        });
        return out;
    }();
    return words;
}

/// Where the noun ends: before `of`, `who`, a comma and the like.
std::string_view noun_phrase(std::string_view name) {
    for (const std::string_view end : {" of ", " who ", " in ", " from ", " with ", " at ", " for ", " on ",
                                       " to ", " by ", " that ", ","})
        name = name.substr(0, name.find(end));
    return trim(name);
}

/// Words that leave open who is meant.
bool is_vague(std::string_view word) {
    return is_among(word,
                    {"his",  "her",     "their",   "its",   "my",      "our",  "your",  "other", "others",
                     "some", "many",    "several", "more",  "various", "any",  "no",    "both",  "all",
                     "most", "another", "these",   "those", "such",    "each", "every", "few",   "second"});
}

/// Nouns that fit anybody: only with a number do they tell who is meant.
bool fits_anybody(std::string_view noun) {
    return is_among(noun, {"man", "woman", "men", "women", "people", "person", "persons", "official",
                           "officials", "others", "members", "leaders", "children", "victims", "civilians"});
}

/// A number in digits as it stands, a small number word as digits; "" for none.
std::string number_of(std::string_view word) {
    constexpr std::array<std::string_view, 12> small = {"two", "three",  "four",   "five",
                                                        "six", "seven",  "eight",  "nine",
                                                        "ten", "eleven", "twelve", "thirteen"};
    const auto found = std::find(small.begin(), small.end(), word);
    if (found != small.end()) return std::to_string(found - small.begin() + 2);
    return std::any_of(word.begin(), word.end(), is_digit) ? std::string(word) : std::string();
}

} // namespace

bool is_of_book(const Actor& actor) {
    return actor.why.starts_with(book_mark);
}

bool is_named(const Actor& actor) {
    return std::any_of(actor.mentions.begin(), actor.mentions.end(),
                       [](const Mention& mention) { return mention.form == "name"; });
}

std::string body_name(const Actor& actor) {
    return without_article(to_lower(actor.name));
}

bool is_generic_body(const Actor& actor) {
    if (actor.kind != "government" && actor.kind != "military") return false;
    if (!actor.wikidata.empty() || !is_named(actor)) return false;
    const std::string name = body_name(actor);
    const auto parts = split(name, ' ');
    return std::all_of(parts.begin(), parts.end(),
                       [](std::string_view word) { return words_of_bodies().contains(word); });
}

std::string skeleton(std::string_view name) {
    std::string out;
    bool word_start = true;
    for (const char letter : name) {
        const char c = to_lower(letter);
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

namespace {

/// Letters only, lowered.
std::string letters_of(std::string_view word) {
    std::string out;
    for (const char c : word)
        if (is_letter(to_lower(c))) out += to_lower(c);
    return out;
}

/// Letters to change, put in or leave out.
std::size_t edits(std::string_view one, std::string_view other) {
    std::vector<std::size_t> row(other.size() + 1);
    for (std::size_t i = 0; i <= other.size(); ++i) row[i] = i;
    for (std::size_t i = 1; i <= one.size(); ++i) {
        std::size_t corner = row[0]++;
        for (std::size_t k = 1; k <= other.size(); ++k) {
            const std::size_t changed = corner + (one[i - 1] == other[k - 1] ? 0 : 1);
            corner = row[k];
            row[k] = std::min({row[k] + 1, row[k - 1] + 1, changed});
        }
    }
    return row.back();
}

} // namespace

bool are_spellings(std::string_view one, std::string_view other, Support support) {
    const std::string a = letters_of(one), b = letters_of(other);
    if (a == b) return true;
    const std::size_t shorter = std::min(a.size(), b.size());
    constexpr std::size_t short_word = 5, letters_an_edit = 4;
    if (support == Support::none && shorter < short_word) return false;
    return edits(a, b) <= std::max<std::size_t>(1, shorter / letters_an_edit);
}

std::string_view first_word(std::string_view name) {
    return name.substr(0, name.find(' '));
}

std::string_view last_word(std::string_view name) {
    const std::size_t space = name.rfind(' ');
    return space == std::string_view::npos ? name : name.substr(space + 1);
}

std::string middle_initials(std::string_view name) {
    std::string out;
    const auto parts = split(name, ' ');
    for (std::size_t i = 1; i + 1 < parts.size(); ++i)
        if (!parts[i].empty()) out += to_lower(parts[i].front());
    return out;
}

std::string_view bare_person_name(std::string_view name) {
    constexpr std::array<std::string_view, 10> titles = {"Dr.", "Dr",  "Mr.", "Mr",        "Mrs.",
                                                         "Mrs", "Ms.", "Ms",  "Professor", "Prof."};
    constexpr std::array<std::string_view, 9> endings = {"Jr.", "Jr", "Sr.", "Sr",  "II",
                                                         "III", "IV", "MD",  "M.D."};
    name = name.substr(0, name.find(','));
    while (std::find(titles.begin(), titles.end(), first_word(name)) != titles.end() &&
           name.find(' ') != std::string_view::npos)
        name.remove_prefix(name.find(' ') + 1);
    while (std::find(endings.begin(), endings.end(), last_word(name)) != endings.end() &&
           name.find(' ') != std::string_view::npos)
        name = name.substr(0, name.rfind(' '));
    return name;
}

std::string_view name_in_mention(std::string_view mention, std::string_view person) {
    const std::size_t at = mention.find(first_word(person));
    const std::string_view name = at == std::string_view::npos ? last_word(mention) : mention.substr(at);
    for (const std::string_view mark :
         {"[", "]", "(", ")", ":", ";", "\"", "|", "/", " - ", "...", "'s ", "’s ", "…", "“", "”", "–", "—"})
        if (name.find(mark) != std::string_view::npos) return {};
    const std::vector<std::string_view> words = split(name, ' ');
    if (words.size() > 1 && words.back() == words[words.size() - 2]) return {};
    const std::size_t hyphen = name.rfind('-');
    const bool is_two = hyphen != std::string_view::npos && name.substr(hyphen + 1) == last_word(person);
    return is_two ? std::string_view{} : name;
}

std::string spelling_key_of(const Actor& person) {
    const std::string_view name = bare_person_name(person.name);
    return name.find(' ') == std::string_view::npos
               ? ""
               : "p:" + skeleton(first_word(name)) + " " + skeleton(last_word(name));
}

std::string key_of(const Actor& actor) {
    if (!actor.wikidata.empty()) return "q:" + actor.wikidata;
    if (is_generic_body(actor))
        return actor.country.empty() ? "" : fmt::format("n:{}:{}", body_name(actor), actor.country);
    if (is_of_book(actor)) return "b:" + actor.name;
    if (actor.kind == "state" && !actor.country.empty() && actor.code == actor.country)
        return "s:" + actor.country + ":" + to_lower(actor.name);
    if (is_named(actor)) {
        return actor.kind == "person" ? spelling_key_of(actor) : "n:" + body_name(actor);
    }
    const bool group = actor.kind != "person" && actor.kind != "other" && actor.kind != "thing" &&
                       actor.kind != "population";
    return group && !actor.country.empty()
               ? "g:" + actor.kind + ":" + actor.country + ":" + without_article(to_lower(actor.name))
               : "";
}

std::string acronym_of(std::string_view name) {
    std::string out;
    if (name.find(' ') == std::string_view::npos) return out;
    for (const std::string_view part : split(name, ' ')) {
        if (part.empty() || !is_upper(part.front())) continue;
        const bool is_acronym = part.size() > 1 && std::all_of(part.begin(), part.end(), is_upper);
        out += is_acronym ? std::string(part) : std::string(1, part.front());
    }
    return out.size() < 3 ? "" : out;
}

Description describe(std::string_view name) {
    const std::string lower = without_article(to_lower(noun_phrase(name)));
    const auto parts = split(lower, ' ');
    Description out;
    for (const std::string_view part : parts) {
        if (is_vague(part)) return {};
        if (out.number.empty()) out.number = number_of(part);
    }
    const std::string_view head = parts.back();
    const auto known = person_words().find(head);
    if (fits_anybody(head))
        out.head = out.number.empty() ? "" : fmt::format("{} {}", out.number, head);
    else if (known != person_words().end())
        out.head = known->second;
    else if (parts.size() > 1) // a lone noun may be anybody
        out.head = lower;
    return out;
}

std::string common_noun(std::string_view noun) {
    std::string lower = to_lower(noun);
    const auto found = person_words().find(lower);
    return found == person_words().end() ? lower : found->second;
}

} // namespace dateline::merge
