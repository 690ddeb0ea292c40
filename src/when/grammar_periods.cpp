// The rules for years, their parts, decades and centuries: dates that name no day.

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.hpp"
#include "when/grammar.hpp"

namespace dateline::when {

namespace {

constexpr int before_christ = 1; // 1 BC is the year 0

} // namespace

/// A bare year: four digits that are no amount, `the year 2000`, `fiscal 1989`, `490 BC`.
Grammar::Match Grammar::year(WordIndex i) const {
    WordIndex at = i;
    if (m_words.is(at, "the")) ++at;
    const WordIndex noun = at;
    if (m_words.is(at, "year", "fiscal", "years")) ++at;
    if (at > i && at == noun) {
        // `the 1988 period`, what another year's figures are compared with
        if (!m_words.year(at) || !m_words.is(at + 1, "period", "quarter")) return std::nullopt;
        Expression period = made(i, at + 2, Kind::date);
        period.year = m_words.year(at);
        period.unit = Unit::quarter;
        return period;
    }
    const bool announced = at > i && !m_words.is(noun, "years");
    Expression e = made(m_words.is(noun, "years") ? at : i, at + 1, Kind::date);
    if (m_words.at(at).number > 0 && is_bc(at + 1)) {
        e.year = before_christ - m_words.at(at).number;
        e.last = at + 2;
        return e;
    }
    e.year = m_words.year(at);
    if (!e.year || (!announced && !is_year_in_context(at))) return std::nullopt;
    if (m_words.is(at + 1, "ad", "a.d.", "ce")) ++e.last;
    return e;
}

bool Grammar::is_year_in_context(WordIndex i) const {
    const Token& token = m_words.token(i);
    const bool is_date = token.name_type == NameType::date;
    constexpr int early = 1500;
    if (m_words.at(i).number < early && !is_date) return false;
    if (m_words.is(i - 1, "\xC2\xA9", "copyright")) return false; // the foot of a page
    if (is_name_of_thing(i) || token.name_type == NameType::product) return false;
    if (m_words.is(i - 1, "$", "#", "\xC2\xA3", "\xE2\x82\xAC") || m_words.is(i + 1, "%")) return false;
    if (m_words.info(i + 1).unit || (m_words.is_glued(i + 1) && m_words.is(i + 1, "/"))) return false;
    const bool counts = token.dep == Dep::nummod && token.head != m_words.at(i).token &&
                        m_words.parse().at(token.head).tag == Tag::nns && !is_date;
    return !counts && token.name_type != NameType::money && token.name_type != NameType::quantity &&
           token.name_type != NameType::org && token.name_type != NameType::person;
}

/// `nineteen ninety-seven`, `nineteen eighty`, `two thousand one`, as speech is written down.
Grammar::Match Grammar::spelled_year(WordIndex i) const {
    WordIndex at = i;
    if (m_words.is(at, "the") && m_words.is(at + 1, "year")) at += 2;
    const auto digits = [&](WordIndex k) { return m_words.at(k).number >= 0 ? -1 : m_words.info(k).number; };
    const auto below_hundred = [&](WordIndex& k) {
        int value = digits(k);
        constexpr int teens = 10, hundred = 100, tens = 20;
        if (m_words.is(k, "a", "an") || value < teens || value >= hundred) return -1;
        ++k;
        const WordIndex next = m_words.is_hyphen(k) ? k + 1 : k;
        if (value >= tens && digits(next) > 0 && digits(next) < teens && !m_words.is(next, "a", "an"))
            value += digits(next), k = next + 1;
        return value;
    };
    Expression e = made(i, i, Kind::date);
    if (m_words.is(at, "two") && m_words.is(at + 1, "thousand") && at > i) {
        e.year = 2000;
        e.last = at + 2;
        return e;
    }
    WordIndex next = at;
    const int century = below_hundred(next);
    constexpr int first = 15, last = 20;
    if (century < first || century > last || m_words.is_hyphen(next)) return std::nullopt;
    const int rest = below_hundred(next);
    if (rest < 0 || (m_words.info(next).unit && m_words.is_plural(next))) return std::nullopt;
    e.year = century * 100 + rest;
    e.last = next;
    return e;
}

/// The first end of `499-493 BC`, `264 to 241 BC`; `'99` for a year.
Grammar::Match Grammar::year_of_range(WordIndex i) const {
    const Word& word = m_words.at(i);
    if (word.number > 0 && is_joiner(i + 1) && m_words.at(i + 2).number > 0 && is_bc(i + 3)) {
        Expression e = made(i, i + 1, Kind::date);
        e.year = before_christ - word.number;
        return e;
    }
    return std::nullopt;
}

/// `third-quarter`, `the third quarter of 1990`, `the 1988 third quarter`, `this year's third quarter`.
Grammar::Match Grammar::quarter(WordIndex i) const {
    WordIndex at = i;
    std::optional<int> shift;
    std::optional<int> year;
    if (m_words.is(at, "the")) ++at;
    if (m_words.is(at, "this", "last", "next") && m_words.is(at + 1, "year") &&
        m_words.is(at + 2, "'s", "\xE2\x80\x99s")) {
        shift = m_words.is(at, "last") ? -1 : m_words.is(at, "next") ? 1 : 0;
        at += 3;
    } else if (m_words.year(at)) {
        year = m_words.year(at);
        ++at;
        if (m_words.is(at, "'s", "\xE2\x80\x99s")) ++at;
    }
    if (m_words.is(at, "fiscal")) ++at;
    if (m_words.is_hyphen(at)) ++at;
    constexpr int quarters = 4, halves = 2;
    const bool is_latter = m_words.is(at, "latter", "final", "last");
    int n = m_words.at(at).ordinal;
    if (is_digit(m_words.at(at).text.empty() ? ' ' : m_words.at(at).text.front())) n = 0;
    WordIndex next = at + 1;
    if (m_words.is_hyphen(next)) ++next;
    if (m_words.is(next, "fiscal")) ++next;
    const bool half = m_words.is(next, "half");
    if (!half && !m_words.is(next, "quarter", "quarters")) return std::nullopt;
    if (is_latter) n = half ? halves : quarters;
    if (n < 1 || n > (half ? halves : quarters)) return std::nullopt;
    // `the third-quarter loss`: the article is the noun's.
    const bool modifier = m_words.is_hyphen(next - 1) && m_words.is(i, "the") && at == i + 1;
    Expression e =
        made(modifier ? i + 1 : i, next + 1, Kind::date, "DATE", fmt::format("{}{}", half ? 'H' : 'Q', n));
    e.year = year;
    e.year_shift = shift;
    if (!year && !shift) take_year(e);
    const bool of_decade = m_words.is(e.last, "of") && !e.year;
    if (half && !e.year && !shift) {
        if (!of_decade || !m_words.is(e.last + 1, "the", "this", "last", "next") ||
            !m_words.is(e.last + 2, "year"))
            return std::nullopt;
        e.year_shift = m_words.is(e.last + 1, "last") ? -1 : m_words.is(e.last + 1, "next") ? 1 : 0;
        if (m_words.is(e.last + 1, "the")) e.anchor = Expression::Anchor::reference;
        e.last += 3;
    }
    return e;
}

Grammar::Match Grammar::season(WordIndex i) const {
    WordIndex at = m_words.is(i, "the") ? i + 1 : i;
    std::optional<int> year;
    if (m_words.year(at) && !m_words.info(at + 1).season.empty()) year = m_words.year(at), ++at;
    const std::string_view code = m_words.info(at).season;
    if (code.empty()) return std::nullopt;
    Expression e = made(i, at + 1, Kind::date, "DATE", std::string(code));
    e.year = year;
    if (!year) take_year(e);
    if (e.year) return e;
    const Token& token = m_words.token(at);
    if ((token.pos != Pos::noun && token.pos != Pos::propn) || is_name_of_thing(at)) return std::nullopt;
    if (ends_name(at)) return std::nullopt; // the Arab Spring
    e.is_wide = opens_name(at);             // of the `Spring Offensive` a history says when it was
    if (m_words.is(at, "fall", "spring") && token.name_type != NameType::date) {
        const bool alone = token.dep == Dep::pobj || token.dep == Dep::npadvmod || token.dep == Dep::compound;
        if (!alone || m_words.is(at + 1, "of") ||
            (m_words.is(at, "fall") && !m_words.is(at - 1, "in", "last", "this", "next", "during")))
            return std::nullopt;
    }
    if (m_words.is(at + 1, "of") && m_words.is(at, "fall", "spring")) return std::nullopt;
    // `the summer offensive`: the article is the noun's.
    if (at > i && (token.dep == Dep::compound || token.dep == Dep::amod || token.dep == Dep::nmod)) ++e.first;
    return e;
}

/// `the 1990s`, `the '80s`, `the 470s BC`, `the nineties`.
Grammar::Match Grammar::decade(WordIndex i) const {
    WordIndex at = m_words.is(i, "the") ? i + 1 : i;
    if (m_words.is(at, "early", "late", "mid")) at += m_words.is_hyphen(at + 1) ? 2 : 1;
    std::string_view word = m_words.lower(at);
    const auto value_of = [&](std::string text) {
        return made(i, at + 1, Kind::fixed, "DATE", std::move(text));
    };
    if (word.size() >= 3 && word.front() == '\'') word.remove_prefix(1);
    const bool marked =
        word.size() != m_words.lower(at).size() || (m_words.is(at, "'") && m_words.is_glued(at + 1));
    if (m_words.is(at, "'") && m_words.is_glued(at + 1)) word = m_words.lower(++at);
    if (word.ends_with("0s") && std::all_of(word.begin(), word.end() - 1, is_digit)) {
        constexpr std::size_t century_digits = 5, short_digits = 4, bare_digits = 3;
        if (word.size() == century_digits) return value_of(std::string(word.substr(0, 3)));
        if (word.size() == short_digits && is_bc(at + 1)) {
            Expression e = value_of(fmt::format("BC0{}", word.substr(0, 2)));
            ++e.last;
            return e;
        }
        if (word.size() == bare_digits && (marked || m_words.is(at - 1, "the", "early", "late", "-")))
            return value_of(fmt::format("19{}", word.front()));
    }
    constexpr std::array<std::string_view, 8> names{"twenties", "thirties",  "forties",  "fifties",
                                                    "sixties",  "seventies", "eighties", "nineties"};
    const auto name = std::find(names.begin(), names.end(), word);
    const bool told = m_words.is(at - 1, "the", "early", "late", "-", "mid");
    if (name == names.end() || !told || m_words.is(at - 1, "his", "her")) return std::nullopt;
    return value_of(fmt::format("19{}", name - names.begin() + 2));
}

/// `the 20th century`, `the nineteenth century`, `the 4th century BC`.
Grammar::Match Grammar::century(WordIndex i) const {
    WordIndex at = m_words.is(i, "the") ? i + 1 : i;
    if (m_words.is(at, "early", "late", "mid")) at += m_words.is_hyphen(at + 1) ? 2 : 1;
    int n = m_words.at(at).ordinal;
    constexpr int tens = 20, most = 30;
    if (m_words.info(at).number == tens && m_words.is_hyphen(at + 1) && m_words.at(at + 2).ordinal > 0)
        n = tens + m_words.at(at + 2).ordinal, at += 2;
    const WordIndex next = m_words.is_hyphen(at + 1) ? at + 2 : at + 1;
    if (n < 1 || n > most || !m_words.is(next, "century", "centuries")) return std::nullopt;
    Expression e = made(i, next + 1, Kind::fixed, "DATE", fmt::format("{:02}", n - 1));
    if (is_bc(next + 1)) {
        e.value = "BC" + e.value;
        ++e.last;
    }
    return e;
}

/// `year-end`, `year end`, `the year's end`, `month's end`.
Grammar::Match Grammar::year_end(WordIndex i) const {
    WordIndex at = m_words.is(i, "the") ? i + 1 : i;
    const WordIndex noun = at;
    if (!m_words.is(at, "year", "month")) return std::nullopt;
    ++at;
    if (m_words.is_hyphen(at) || m_words.is(at, "'s", "\xE2\x80\x99s")) ++at;
    if (!m_words.is(at, "end")) return std::nullopt;
    Expression e = made(i, at + 1, Kind::deictic);
    e.unit = *m_words.info(noun).unit;
    e.anchor = Expression::Anchor::reference;
    return e;
}

} // namespace dateline::when
