#include "where/forms.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "where/borders.hpp"
#include "where/place_words.hpp"

namespace dateline::where {

bool is_chained(const Lookup& lookup, TokenIndex i) {
    if (i < 2) return false;
    const std::string_view mark = lookup.at(i - 1).text;
    const std::string_view before = lookup.at(i - 2).text;
    if (mark == "-") return before == "D" || before == "R" || before == "I"; // `D-Md.`
    return mark == "," && lookup.is_capitalised(i - 2) && lookup.at(i - 2).pos != Pos::adv;
}

namespace {

class AbbreviationFinder {
  public:
    explicit AbbreviationFinder(const Lookup& lookup) : m_lookup(lookup) {}

    std::vector<WrittenPlace> run() {
        for (TokenIndex i = 0; i < size(); ++i) {
            if (!m_lookup.is_capitalised(i)) continue;
            TokenIndex last = i + 1;
            const std::uint32_t division = division_of(i, last);
            if (division == 0) {
                add_party_place(i);
            } else if (is_division(i, last)) {
                m_found.push_back({{i, last}, division, 0});
                if (is_chained(m_lookup, i) && at(i - 1).text == ",") add_before(i - 1);
            }
            i = last - 1;
        }
        return std::move(m_found);
    }

  private:
    [[nodiscard]] const Token& at(TokenIndex i) const { return m_lookup.at(i); }
    [[nodiscard]] TokenIndex size() const { return m_lookup.parse().size(); }
    [[nodiscard]] std::string_view text(TokenIndex first, TokenIndex last) const {
        const Span span = m_lookup.parse().span_of(first, last);
        return m_lookup.parse().text.substr(span.start, span.end - span.start);
    }

    /// The division an abbreviation at the token stands for, with a point or a second part in a token of its
    /// own.
    std::uint32_t division_of(TokenIndex i, TokenIndex& last) const {
        constexpr std::size_t longest = 8; // bytes
        if (at(i).text.size() > longest) return 0;
        for (TokenIndex more = std::min(size(), i + 3); more > i; --more) {
            const std::string_view words = text(i, more);
            const std::uint32_t division = words.size() > longest ? 0 : abbreviated_division(words);
            if (division == 0) continue;
            last = more;
            return division;
        }
        return 0;
    }

    [[nodiscard]] bool is_division(TokenIndex i, TokenIndex last) const {
        const std::string_view words = text(i, last);
        const bool is_degree =
            words.size() == 2 && i > 1 && at(i - 2).name_type == NameType::person; // `Ada Example, MD`
        if (is_chained(m_lookup, i) && !is_degree)
            return words.ends_with('.') || last >= size() || !m_lookup.is_capitalised(last);
        const bool is_year = i > 0 && at(i - 1).pos == Pos::num; // `250 B.C.`
        return is_plain_abbreviation(words) && at(i).name_type != NameType::person && !is_year;
    }

    /// `D-N.Y.`, `R-Springfield`: the party and the place in one token or in three.
    void add_party_place(TokenIndex i) {
        const std::string_view token = at(i).text;
        const bool party = token[0] == 'D' || token[0] == 'R' || token[0] == 'I';
        if (!party || token.size() < 4 || token[1] != '-' || !is_upper(token[2])) return;
        const std::uint32_t division = abbreviated_division(token.substr(2));
        if (division != 0 || m_lookup.is_known_text(token.substr(2)))
            m_found.push_back({{i, i + 1}, division, 2});
    }

    /// The town in front of a comma and a state: as many capitalised words as the gazetteer knows together.
    void add_before(TokenIndex comma) {
        constexpr TokenIndex longest = 4;
        TokenIndex first = comma;
        while (first > 0 && comma - first < longest && m_lookup.is_capitalised(first - 1) &&
               at(first - 1).pos != Pos::space && at(first - 1).text != ".")
            --first;
        for (TokenIndex start = first; start < comma; ++start)
            if (m_lookup.is_known({start, comma})) {
                m_found.push_back({{start, comma}, 0, 0});
                return;
            }
        while (first < comma && at(first).pos != Pos::propn) ++first;
        const Stretch words = trimmed_name(m_lookup, {first, comma});
        if (!words.empty() && at(words.first).name_type != NameType::person) m_found.push_back({words, 0, 0});
    }

    const Lookup& m_lookup;
    std::vector<WrittenPlace> m_found;
};

class FeatureFinder {
  public:
    explicit FeatureFinder(const Lookup& lookup) : m_lookup(lookup) {}

    std::vector<Stretch> run() {
        for (TokenIndex i = 0; i < size(); ++i) {
            if (!m_lookup.is_capitalised(i)) continue;
            const std::uint32_t classes = classes_of(at(i).lower);
            if ((classes & word_class::numbered_road) != 0 && i + 1 < size() &&
                is_digit(at(i + 1).text.front()))
                m_found.push_back({i, i + 2});
            else if ((classes & (word_class::road | word_class::feature)) != 0)
                add_ending(i);
        }
        return std::move(m_found);
    }

  private:
    [[nodiscard]] const Token& at(TokenIndex i) const { return m_lookup.at(i); }
    [[nodiscard]] TokenIndex size() const { return m_lookup.parse().size(); }

    /// Capitalised words up to the word for a road or a water; numbers of houses in front stay out.
    void add_ending(TokenIndex end) {
        constexpr TokenIndex longest = 4;
        if (!ends_name(end)) return;
        TokenIndex first = end;
        while (first > 0 && end - first < longest && m_lookup.is_capitalised(first - 1) && is_part(first - 1))
            --first;
        const NameType type = at(end).name_type;
        if (first < end && type != NameType::work_of_art && type != NameType::person)
            m_found.push_back({first, end + (is_number(end + 1) ? 2 : 1)});
    }

    /// `County Road 225`.
    [[nodiscard]] bool is_number(TokenIndex i) const {
        return i < size() && is_digit(at(i).text.front()) && at(i - 1).lower == "road";
    }

    /// No word of the same name follows: not `Wall Street Journal`.
    [[nodiscard]] bool ends_name(TokenIndex i) const {
        if (at(i).name < 0) return i + 1 >= size() || at(i + 1).name >= 0 || !m_lookup.is_capitalised(i + 1);
        const TokenIndex last = m_lookup.parse().names[static_cast<std::size_t>(at(i).name)].last;
        return last == i + 1 || !m_lookup.is_capitalised(i + 1);
    }

    [[nodiscard]] bool is_part(TokenIndex i) const {
        const Pos pos = at(i).pos;
        return (pos == Pos::propn || pos == Pos::adj || pos == Pos::noun) && at(i).lower != "the" &&
               at(i).text != ".";
    }

    const Lookup& m_lookup;
    std::vector<Stretch> m_found;
};

} // namespace

std::vector<WrittenPlace> abbreviated_places(const Lookup& lookup) {
    return AbbreviationFinder(lookup).run();
}

std::vector<Stretch> named_features(const Lookup& lookup) {
    return FeatureFinder(lookup).run();
}

} // namespace dateline::where
