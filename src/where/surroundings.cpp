#include "where/surroundings.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "where/borders.hpp"
#include "where/place_words.hpp"

namespace dateline::where {

void Surroundings::take(Stretch words) {
    for (TokenIndex i = words.first; i < words.last; ++i) m_is_place[static_cast<std::size_t>(i)] = 1;
}

bool Surroundings::is_free(Stretch words) const {
    for (TokenIndex i = words.first; i < words.last; ++i)
        if (is_taken(i)) return false;
    return !words.empty();
}

bool Surroundings::is_break(TokenIndex i) const {
    return at(i).pos == Pos::space || at(i).text == "." || at(i).text.find('\n') != std::string_view::npos;
}

bool Surroundings::joins(TokenIndex i) const {
    return at(i).text == "," || at(i).lower == "and" || at(i).lower == "or";
}

TokenIndex Surroundings::in_front_of(TokenIndex first) const {
    return is_behind_arabic_article(m_lookup, first) ? first - 3 : first - 1;
}

bool Surroundings::is_behind(TokenIndex first, std::uint32_t classes) const {
    TokenIndex before = in_front_of(first);
    while (before >= 0 && (at(before).lower == "the" || is_word(at(before).lower, word_class::direction)))
        --before;
    return before >= 0 && is_word(at(before).lower, classes);
}

bool Surroundings::is_behind_preposition(TokenIndex first) const {
    return is_behind(first, word_class::place_preposition);
}

bool Surroundings::says_place(Stretch words) const {
    return is_behind(words.first, word_class::sure_preposition) || is_home(words.first) ||
           is_before_container(words) || is_before_local(words.last) || is_in_list(words) ||
           is_dateline(words);
}

bool Surroundings::is_behind_sure_preposition(TokenIndex first) const {
    const TokenIndex before = in_front_of(first);
    return before >= 0 && is_word(at(before).lower, word_class::sure_preposition);
}

bool Surroundings::is_home(TokenIndex first) const {
    if (first < 2) return false;
    const Token& before = at(first - 1);
    const Token& second = at(first - 2);
    if (before.lower == "of")
        return second.text == "," || second.name_type == NameType::person ||
               is_word(second.lower, word_class::division) ||
               (is_word(second.lower, word_class::area) && !m_lookup.is_capitalised(first - 2));
    const bool party = second.text == "D" || second.text == "R" || second.text == "I";
    return before.text == "-" && party;
}

bool Surroundings::is_behind_title(TokenIndex first) const {
    return first > 0 && m_lookup.is_capitalised(first - 1) && is_word(at(first - 1).lower, word_class::title);
}

bool Surroundings::is_before_local(TokenIndex last) const {
    if (last + 1 < size() && at(last).text == "-" && at(last + 1).lower == "based") return true;
    return last < size() && is_word(at(last).lower, word_class::local | word_class::area) &&
           !m_lookup.is_capitalised(last);
}

bool Surroundings::is_before_container(Stretch words) const {
    if (words.last + 1 >= size()) return false;
    const std::string_view mark = at(words.last).text;
    if (mark != "," && mark != "[" && mark != "(") return false;
    const TokenIndex next = words.last + 1;
    if (is_taken(next) && abbreviated_division(at(next).text) != 0) return true;
    if (at(next).name_type != NameType::gpe || at(next).name < 0) return false;
    const Name& name = m_lookup.parse().names[static_cast<std::size_t>(at(next).name)];
    if (owns(name.last) && at(words.first).name_type == NameType::person) return false; // `Ada, Peru's envoy`
    return name.first == next && m_lookup.is_country_or_division(m_lookup.find({next, name.last}));
}

bool Surroundings::is_in_list(Stretch words) const {
    const auto taken = [&](TokenIndex i) { return i >= 0 && i < size() && is_taken(i); };
    TokenIndex before = words.first - 1;
    if (before > 0 && joins(before) && joins(before - 1)) --before;
    if (before > 0 && joins(before) && taken(before - 1)) return true;
    TokenIndex behind = words.last;
    if (behind + 1 < size() && joins(behind) && joins(behind + 1)) ++behind;
    return behind < size() && joins(behind) && taken(behind + 1);
}

bool Surroundings::is_before_age(TokenIndex last) const {
    return last + 2 < size() && at(last).text == "," && at(last + 1).pos == Pos::num &&
           at(last + 1).text.size() == 2 && (at(last + 2).text == "," || at(last + 2).text == ".");
}

bool Surroundings::is_dateline(Stretch words) const {
    if ((words.first > 0 && !is_break(words.first - 1)) || words.last >= size()) return false;
    const Span span = m_lookup.parse().span_of(words.first, words.last);
    for (const char c : m_lookup.parse().text.substr(span.start, span.end - span.start))
        if (is_lower(c)) return false;
    const std::string_view next = at(words.last).text;
    if (next == ":") return m_lookup.is_big(m_lookup.find(words)); // else somebody speaks, in an interview
    return next == "--" || next == "—" || next == "–" || next == "-" || next == "(" || next == "," ||
           next == "”";
}

bool Surroundings::is_before_counties(TokenIndex last) const {
    constexpr TokenIndex reach = 24;
    const TokenIndex end = std::min(size(), last + reach);
    for (TokenIndex i = last; i < end; ++i) {
        if (at(i).lower == "counties" || at(i).lower == "parishes") return true;
        if (!joins(i) && !m_lookup.is_capitalised(i)) return false;
    }
    return false;
}

bool Surroundings::is_of_politician(TokenIndex first) const {
    if (first < 2 || (at(first - 1).lower != "of" && at(first - 1).lower != "from")) return false;
    constexpr TokenIndex longest = 5; // `Sen. Ada B. Example (R) of X`
    TokenIndex i = first - 2;
    while (i > 0 && first - i < longest && !is_word(at(i).lower, word_class::state_office) &&
           (m_lookup.is_capitalised(i) || at(i).pos == Pos::punct) && at(i).text != ",")
        --i;
    return is_word(at(i).lower, word_class::state_office);
}

KindHint Surroundings::hint(Stretch words) const {
    if (is_dateline(words)) return KindHint::city;
    if (is_of_politician(words.first)) return KindHint::division;
    if (words.first > 1 && at(words.first - 1).lower == "of") {
        const std::string_view noun = at(words.first - 2).lower;
        if (noun == "city" || noun == "town" || noun == "village") return KindHint::city;
        if (noun == "province" || noun == "state" || noun == "region") return KindHint::division;
        if (noun == "county" || noun == "district") return KindHint::county;
        if (noun == "university") return KindHint::university;
    }
    const TokenIndex next = owns(words.last) ? words.last + 1 : words.last;
    if (next < size()) {
        const std::string_view noun = at(next).lower;
        if (noun == "state" || noun == "province") return KindHint::division;
        if (noun == "city" || noun == "town" || noun == "mayor" || noun == "police") return KindHint::city;
        if (is_word(noun, word_class::state_office)) return KindHint::division;
    }
    return is_before_counties(words.last) ? KindHint::county : KindHint::none;
}

} // namespace dateline::where
