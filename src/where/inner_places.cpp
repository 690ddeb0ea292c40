// A place opens the name (`Paris Police Department`), or one of the names joined in it, or follows `of`
// (`Bank of Canada`). How much the rest of the name must say depends on the place: nothing for a country or a
// place the report names elsewhere, a word for a body for a big one, a word for a body that every town has
// for a small one.

#include "where/inner_places.hpp"

#include <algorithm>

#include "codes/countries.hpp"
#include "where/place_words.hpp"

namespace dateline::where {

namespace {

constexpr TokenIndex longest = 4; // tokens of a place inside another name
constexpr std::uint32_t not_opening = word_class::body | word_class::body_of | word_class::outlet |
                                      word_class::no_place | word_class::common | word_class::direction;

class InnerFinder {
  public:
    InnerFinder(const Lookup& lookup, Stretch name, const std::unordered_set<std::uint64_t>& seen)
        : m_lookup(lookup), m_name(name), m_seen(seen) {}

    std::vector<Stretch> run() {
        while (!m_name.empty() && m_lookup.at(m_name.first).lower == "the") ++m_name.first;
        find_front(m_name.first);
        for (TokenIndex i = m_name.first + 1; i + 1 < m_name.last; ++i) {
            const std::string_view lower = at(i).lower;
            if (lower == "and" || lower == "&" || lower == "-" || lower == "–" || lower == ",")
                find_front(i + 1);
            if (lower == "of" || lower == "in" || lower == "at" || lower == "for") find_behind_of(i);
        }
        find_back();
        return std::move(m_found);
    }

  private:
    [[nodiscard]] const Token& at(TokenIndex i) const { return m_lookup.at(i); }

    /// Classes of the words between two tokens, together.
    [[nodiscard]] std::uint32_t classes(TokenIndex first, TokenIndex last) const {
        std::uint32_t found = 0;
        for (TokenIndex i = first; i < last; ++i) found |= classes_of(at(i).lower);
        return found;
    }

    [[nodiscard]] bool is_outlet(TokenIndex first, TokenIndex last) const {
        for (TokenIndex i = first; i < last; ++i)
            if (!is_word(at(i).lower, word_class::outlet)) return false;
        return first < last;
    }

    [[nodiscard]] bool is_seen(Stretch words) const { return m_seen.contains(m_lookup.key(words)); }

    /// An ordinary word, a people, an abbreviation: no place unless more is known.
    [[nodiscard]] bool is_plain_word(Stretch words, std::uint32_t not_these) const {
        if (words.last - words.first != 1) return false;
        return (classes_of(at(words.first).lower) & not_these) != 0 || m_lookup.is_acronym(words) ||
               !codes::country_of_demonym(at(words.first).text).empty();
    }

    void find_front(TokenIndex first) {
        if (first >= m_name.last || find_prefix(first)) return;
        TokenIndex behind = first;
        while (behind < m_name.last && is_word(at(behind).lower, word_class::direction)) ++behind;
        if (behind > first) find_prefix(behind);
    }

    /// A place that opens a later part of the name: only one the report names elsewhere, or a division.
    void find_joined(TokenIndex first) {
        for (TokenIndex last = std::min(m_name.last, first + longest); last > first; --last) {
            const Stretch words{first, last};
            const Lookup::Entries entries = m_lookup.find(words);
            if (entries.empty() || !m_lookup.is_capitalised(first) || overlaps(words)) continue;
            const bool is_sure =
                m_lookup.has_county_form(words) || m_lookup.is_country_or_division(entries) || is_seen(words);
            if (is_sure && !is_plain_word(words, not_opening)) m_found.push_back(words);
            return;
        }
    }

    bool find_prefix(TokenIndex first) {
        for (TokenIndex last = std::min(m_name.last - 1, first + longest); last > first; --last) {
            if (!m_lookup.is_capitalised(last - 1)) continue;
            const Stretch words{first, last};
            const Lookup::Entries entries = m_lookup.find(words);
            if (entries.empty()) continue;
            if (overlaps(words) || !opens(words, entries)) return false;
            m_found.push_back(words);
            return true;
        }
        return false;
    }

    [[nodiscard]] bool opens(Stretch words, Lookup::Entries entries) const {
        const TokenIndex next = words.last;
        if (is_outlet(next, m_name.last)) return false; // `Washington Post`
        if (m_lookup.has_county_form(words)) return true;
        const bool one_plain = words.last - words.first == 1 &&
                               is_word(at(words.first).lower, word_class::common | word_class::direction);
        if (m_lookup.is_country_or_division(entries) && !one_plain) return m_lookup.is_capitalised(next);
        const std::uint32_t rest = classes(next, m_name.last);
        if (is_plain_word(words, word_class::body | word_class::direction | word_class::common)) return false;
        if (is_seen(words))
            return (rest & (word_class::body | word_class::civic)) != 0 || at(next).lower != "'s";
        if (is_plain_word(words, not_opening)) return false;
        if ((rest & word_class::town_office) != 0) return m_lookup.is_main(entries);
        // `George Mason University`: a word more in front of the body makes a person of all but big cities.
        constexpr std::uint32_t known_town = 20'000, known_city = 500'000;
        const bool parted =
            words.last - words.first == 1 && next + 1 < m_name.last && classes_of(at(next).lower) == 0;
        if (parted && m_lookup.population(entries) < known_city) return false;
        return (rest & (word_class::body | word_class::civic)) != 0 &&
               m_lookup.population(entries) >= known_town;
    }

    /// `X of Y`: the longest Y behind the token.
    void find_behind_of(TokenIndex of) {
        TokenIndex first = of + 1;
        if (at(first).lower == "the" && first + 1 < m_name.last) ++first;
        for (TokenIndex last = std::min(m_name.last, first + longest); last > first; --last) {
            const Stretch words{first, last};
            const Lookup::Entries entries = m_lookup.find(words);
            if (entries.empty() || !m_lookup.has_capital(words)) continue;
            if (is_plain_word(words, word_class::direction)) continue;
            if (closes(of, words, entries)) m_found.push_back(words);
            return;
        }
        if (first + 1 < m_name.last && is_word(at(first).lower, word_class::direction)) find_behind_of(first);
    }

    [[nodiscard]] bool closes(TokenIndex of, Stretch words, Lookup::Entries entries) const {
        if (at(words.first).lower == "america" || at(words.first).lower == "americas") return false;
        if (overlaps(words) || is_plain_word(words, word_class::common | word_class::body)) return false;
        if (m_lookup.has_county_form(words) || m_lookup.is_country_or_division(entries)) return true;
        if (is_seen(words) || (words.last - words.first > 2 && m_lookup.is_big(entries))) return true;
        return words.last == m_name.last && m_lookup.population(entries) > 0 &&
               (classes(m_name.first, of) & (word_class::body_of | word_class::civic)) != 0;
    }

    /// A place the report names elsewhere at the end: `Rodeo Gainesville`.
    void find_back() {
        for (TokenIndex first = std::max(m_name.first + 1, m_name.last - longest); first < m_name.last;
             ++first) {
            const Stretch words{first, m_name.last};
            if (!m_lookup.is_capitalised(first) || overlaps(words)) continue;
            if (m_lookup.find(words).empty() || !is_seen(words)) continue;
            if (!is_plain_word(words, word_class::body | word_class::common)) m_found.push_back(words);
            return;
        }
    }

    [[nodiscard]] bool overlaps(Stretch words) const {
        return std::any_of(m_found.begin(), m_found.end(), [&](Stretch found) {
            return found.first < words.last && words.first < found.last;
        });
    }

    const Lookup& m_lookup;
    Stretch m_name;
    const std::unordered_set<std::uint64_t>& m_seen;
    std::vector<Stretch> m_found;
};

} // namespace

std::vector<Stretch> inner_places(const Lookup& lookup, Stretch name,
                                  const std::unordered_set<std::uint64_t>& seen) {
    if (name.last - name.first < 2) return {};
    return InnerFinder(lookup, name, seen).run();
}

} // namespace dateline::where
