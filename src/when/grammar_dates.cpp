// The rules for dates that name their day or month.

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.hpp"
#include "when/grammar.hpp"

namespace dateline::when {

namespace {

constexpr int last_day = 31;
constexpr int before_christ = 1; // 1 BC is the year 0

} // namespace

/// `2023-11-06`, whole or in the pieces that a tokenizer makes of it; `10/27/89`.
Grammar::Match Grammar::iso_date(WordIndex i) const {
    const Word& word = m_words.at(i);
    if (word.text.empty() || !is_digit(word.text.front())) return std::nullopt;
    if (const auto date = day_of(word.text); date && word.text.size() == 10)
        return made(i, i + 1, Kind::fixed, "DATE", std::string(word.text));
    if (m_words.year(i) && m_words.is(i + 1, "-") && m_words.is(i + 3, "-")) {
        const Word& day = m_words.at(i + 4);
        const auto value = fmt::format("{}-{}-{}", word.text, m_words.at(i + 2).text, day.text);
        bool whole = value.size() == 10 && day_of(value).has_value();
        for (WordIndex k = i + 1; k <= i + 4; ++k) whole = whole && m_words.is_glued(k);
        if (whole) return made(i, i + 5, Kind::fixed, "DATE", value);
    }
    if (word.text.find('/') == std::string_view::npos) return std::nullopt;
    const auto parts = split(word.text, '/');
    if (parts.size() != 3) return std::nullopt;
    std::array<int, 3> numbers{};
    for (std::size_t k = 0; k < parts.size(); ++k) {
        if (parts[k].empty() || parts[k].size() > 4 ||
            !std::all_of(parts[k].begin(), parts[k].end(), is_digit))
            return std::nullopt;
        for (const char c : parts[k]) numbers[k] = numbers[k] * 10 + (c - '0');
    }
    auto [month, day, year] = numbers;
    constexpr int turn = 40; // two digits up to this are of this century
    if (parts[2].size() == 2) year += year > turn ? 1900 : 2000;
    const auto value = fmt::format("{:04}-{:02}-{:02}", year, month, day);
    return day_of(value) ? Match(made(i, i + 1, Kind::fixed, "DATE", value)) : std::nullopt;
}

/// What the model takes for a name is a time where it opens a sentence alone (`Today, we …`) or is a feast
/// (`Palm Sunday`).
bool Grammar::is_time_in_spite(const Phrase& phrase, WordIndex first, WordIndex last) const {
    if (phrase.words.size() == 1) {
        const bool opens = first == 0 || m_words.token(first - 1).sentence != m_words.token(first).sentence ||
                           m_words.is(first - 1, "\"", "`", "``", "\xE2\x80\x9C");
        return opens && !m_words.is_capital(last);
    }
    return m_words.is_capital(last - 1) && phrase.type == "DATE" && !phrase.value.starts_with("DAY") &&
           !phrase.value.ends_with("_REF");
}

Grammar::Match Grammar::phrase(WordIndex i) const {
    for (const Phrase& phrase : m_words.info(i).phrases) {
        WordIndex at = i;
        for (const std::string_view word : phrase.words)
            if (m_words.lower(at) == word)
                ++at;
            else
                break;
        if (at - i != static_cast<WordIndex>(phrase.words.size())) continue;
        if (m_words.is_capital(i) && is_name_of_thing(i) && !is_time_in_spite(phrase, i, at))
            return std::nullopt;
        const bool is_plain = phrase.type == "SET" || phrase.value.starts_with("DAY");
        if (is_plain && opens_name(at - 1)) return std::nullopt;
        Expression e = made(i, at, Kind::fixed, std::string(phrase.type), std::string(phrase.value));
        e.is_wide = phrase.is_wide;
        const Token& last = m_words.token(at - 1);
        // `the past three summers`, `the future king`: the words say more than the phrase does.
        if (phrase.words.size() > 1 && phrase.words.front() == "the" &&
            (last.dep == Dep::amod || last.dep == Dep::compound))
            return std::nullopt;
        if (e.value.starts_with("DAY")) {
            e.kind = Kind::day_offset;
            e.count = (e.value[3] == '-' ? -1 : 1) * (e.value[4] - '0');
            if (phrase.value.size() > 5) e.part_of_day = phrase.value.substr(5);
            e.value.clear();
        } else if (e.value.starts_with("XXXX-") ||
                   (!e.value.ends_with("_REF") && is_upper(e.value.front()) &&
                    e.value.find('_') != std::string::npos) ||
                   e.value == "EASTER" || e.value == "THANKSGIVING") {
            e.kind = Kind::holiday;
            if (e.type == "SET") e.kind = Kind::set;
            if (m_words.is(e.last, "week")) e.unit = Unit::week, ++e.last; // `Easter week`
        }
        return e;
    }
    return std::nullopt;
}

/// The month a word names, 0 when it names none or means something else (`the long march`, `may`).
int Grammar::month(WordIndex i) const {
    const int found = m_words.info(i).month;
    if (found == 0 || !m_words.is_capital(i)) return 0;
    const bool has_number = m_words.at(i + 1).number >= 0 || m_words.at(i + 1).ordinal != 0 ||
                            (m_words.at(i - 1).number >= 0 && m_words.at(i - 1).number <= last_day);
    if (has_number) return found;
    if (is_name_of_thing(i)) return 0;
    // where a Theresa May is told of, `May` alone is she, unless words of time stand before it
    if ((m_people & (1U << static_cast<unsigned>(found))) != 0 &&
        !m_words.is(i - 1, "in", "since", "until", "till", "during", "through", "of", "last", "this", "next",
                    "early", "late", "mid", "-"))
        return 0;
    // `the annual March for Life`
    const WordIndex next = m_words.is(i + 2, "the") ? i + 3 : i + 2;
    if (m_words.is(i, "march") && m_words.is(i + 1, "for", "of", "against", "on") && m_words.is_capital(next))
        return 0;
    const Token& token = m_words.token(i);
    if (m_words.is(i, "may", "march", "jan", "sun.", "august", "april", "june") &&
        token.name_type != NameType::date) {
        if (m_words.is(i, "may", "march", "jan") && token.pos != Pos::propn) return 0;
        return token.dep == Dep::pobj || token.dep == Dep::npadvmod || token.dep == Dep::conj ? found : 0;
    }
    if (m_words.is(i, "march") && (token.dep == Dep::dobj || token.dep == Dep::nsubj ||
                                   (m_words.is_capital(i - 1) && m_words.info(i - 1).weekday == 0 && i > 0 &&
                                    m_words.token(i - 1).pos == Pos::propn)))
        return 0;
    return found;
}

/// The day of a month a word writes: `6`, `6th`, `the sixth`; 0 for none.
int Grammar::day_number(WordIndex i) const {
    const Word& word = m_words.at(i);
    if (word.number > 0 && word.number <= last_day && word.text.size() <= 2) return word.number;
    if (word.ordinal > 0 && word.ordinal <= last_day && !m_words.is(i + 1, "century", "quarter"))
        return word.ordinal;
    return 0;
}

bool Grammar::is_bc(WordIndex i) const {
    return m_words.is(i, "bc", "b.c.", "bce", "b.c", "b.c.e.");
}

bool Grammar::is_joiner(WordIndex i) const {
    return m_words.is_hyphen(i) || m_words.is(i, "to", "and", "or", "&");
}

/// Takes `, 1998`, ` 1998`, ` of 480 BC` behind a month, day or part of a year.
void Grammar::take_year(Expression& e) const {
    WordIndex at = e.last;
    if (m_words.is(at, ",", "of")) ++at;
    if (m_words.is(at, "the") && m_words.is(at + 1, "year")) at += 2;
    if (at < m_words.size() && m_words.token(at).sentence != m_words.token(e.first).sentence) return;
    const Word& word = m_words.at(at);
    if (word.number > 0 && is_bc(at + 1)) {
        e.year = before_christ - word.number;
        e.last = at + 2;
        return;
    }
    auto found = m_words.year(at);
    WordIndex next = at + 1;
    if (!found)
        if (const Match spelled = spelled_year(at)) found = spelled->year, next = spelled->last;
    if (!found || m_words.is(next, "%") || (m_words.info(next).unit && m_words.is_plural(next))) return;
    e.year = found;
    e.last = next;
}

/// `November 6, 2023`, `Monday, Nov. 6`, `March the 3rd`, `May 1998`.
Grammar::Match Grammar::month_date(WordIndex i) const {
    WordIndex at = i;
    if (m_words.info(i).weekday != 0 && (m_words.is(i + 1, ",") || month(i + 1) != 0))
        at = m_words.is(i + 1, ",") ? i + 2 : i + 1;
    const int named = month(at);
    if (named == 0) return std::nullopt;
    Expression e = made(i, at + 1, Kind::date);
    e.month = named;
    e.weekday = at == i ? 0 : m_words.info(i).weekday;
    const WordIndex next = m_words.is(at + 1, "the") ? at + 2 : at + 1;
    if (const int day = day_number(next);
        day != 0 && (next > at + 1 || m_words.at(next).number >= 0 || m_words.at(next).ordinal != 0)) {
        // `June 8.5 million`, `the March first lady`
        const bool counts = m_words.info(next + 1).unit && m_words.is_plural(next + 1);
        if (!counts) {
            e.day = day;
            e.last = next + 1;
        }
    }
    if (at != i && e.day == 0) return std::nullopt;
    take_year(e);
    take_known_year(e);
    return e;
}

/// `the Sept. 11 attacks`, whatever the year of the report; not those in or on some other place, as in
/// Benghazi.
void Grammar::take_known_year(Expression& e) const {
    constexpr int september = 9, eleventh = 11, year = 2001;
    if (e.year || e.month != september || e.day != eleventh) return;
    const WordIndex noun = m_words.is(e.last, "terror", "terrorist") ? e.last + 1 : e.last;
    if (m_words.is(noun, "attacks", "attackers", "hijackers", "hijackings") &&
        !m_words.is(noun + 1, "in", "on", "at", "against"))
        e.year = year;
}

/// `6 November 2023`, `the 28th of March`, `Monday 6 November`.
Grammar::Match Grammar::day_month(WordIndex i) const {
    WordIndex at = i;
    if (m_words.info(at).weekday != 0) ++at;
    if (at > i && m_words.is(at, ",")) ++at;
    if (m_words.is(at, "the")) ++at;
    const int day = day_number(at);
    if (day == 0) return std::nullopt;
    const WordIndex next = m_words.is(at + 1, "of") ? at + 2 : at + 1;
    const int named = month(next);
    if (named == 0) return std::nullopt;
    Expression e = made(i, next + 1, Kind::date);
    e.month = named;
    e.day = day;
    e.weekday = m_words.info(i).weekday;
    take_year(e);
    // `The 21 January execution`: the article is the noun's.
    if (m_words.is(i, "the") && m_words.at(at).number >= 0 && e.last < m_words.size() &&
        m_words.token(next).dep == Dep::compound)
        ++e.first;
    return e;
}

/// The first end of `22-25 April 1951`, `15 to 22 February`.
Grammar::Match Grammar::day_of_range(WordIndex i) const {
    const WordIndex at = m_words.is(i, "the") ? i + 1 : i;
    const int day = day_number(at);
    if (day == 0 || !is_joiner(at + 1)) return std::nullopt;
    const Match other = day_month(at + 2);
    if (!other || other->weekday != 0 || other->day <= day) return std::nullopt;
    Expression e = made(i, at + 1, Kind::date);
    e.month = other->month;
    e.day = day;
    e.year = other->year;
    return e;
}

/// `the 28th`, `the 28th of that month`, without the month.
Grammar::Match Grammar::monthday(WordIndex i) const {
    if (!m_words.is(i, "the")) return std::nullopt;
    const Word& word = m_words.at(i + 1);
    if (word.ordinal <= 0 || word.ordinal > last_day) return std::nullopt;
    Expression e = made(i, i + 2, Kind::monthday);
    e.day = word.ordinal;
    e.anchor = Expression::Anchor::reference;
    if (m_words.is(i + 2, "of") && m_words.is(i + 3, "the", "that", "this") && m_words.is(i + 4, "month")) {
        e.last = i + 5;
        return e;
    }
    const bool alone = is_digit(word.text.front()) && m_words.is(i - 1, "on", "by", "until", "from", "to") &&
                       m_words.token(i + 1).dep == Dep::pobj && !m_words.is(i + 2, "of", "century");
    return alone ? Match(e) : std::nullopt;
}

} // namespace dateline::when
