// The rules for amounts of time: durations, distances from another time (`two days ago`) and sets.

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.hpp"
#include "when/grammar.hpp"

namespace dateline::when {

/// `two`, `20`, `twenty five`, `a hundred`, `2 1/2`.
std::optional<Grammar::Amount> Grammar::number(WordIndex i) const {
    if (m_words.at(i).number >= 0) {
        Amount amount{i + 1, m_words.at(i).number, false, false};
        if (m_words.is(i + 1, "1/2")) amount.and_half = true, ++amount.next;
        return amount;
    }
    constexpr int hundred = 100, thousand = 1000, most = 1'000'000;
    constexpr WordIndex longest = 7;
    int total = 0, current = 0;
    WordIndex at = i;
    for (; at < i + longest; ++at) {
        const int value = m_words.info(at).number;
        if (value < 0) {
            const bool joins = (m_words.is_hyphen(at) || m_words.is(at, "and")) && at > i && current >= 20 &&
                               m_words.info(at + 1).number > 0 && m_words.info(at + 1).number < 20 &&
                               !m_words.is(at + 1, "a", "an");
            if (joins) continue;
            break;
        }
        const bool article = m_words.is(at, "a", "an");
        if (article && (at > i || m_words.info(at + 1).number < hundred)) {
            // `a six year`: the article is the noun's
            if (at > i) break;
            if (m_words.info(at + 1).number > 0 || m_words.at(at + 1).number >= 0) return std::nullopt;
            ++at;
            current = 1;
            break;
        }
        if (article) continue;
        if (value >= hundred && current <= most)
            current = std::max(current, 1) * value;
        else if (current <= most)
            current += value;
        if (value == thousand) total += current, current = 0;
    }
    if (at == i) return std::nullopt;
    Amount amount{at, total + current, false, false};
    if (m_words.is(at, "and") && m_words.is(at + 1, "half", "a")) {
        const WordIndex half = m_words.is(at + 1, "a") ? at + 2 : at + 1;
        if (m_words.is(half, "half")) amount.and_half = true, amount.next = half + 1;
    }
    return amount;
}

/// A number or a vague one (`several`, `a few`, `a couple of`, `half a`), or two of which either may be meant
/// (`two to three`).
std::optional<Grammar::Amount> Grammar::counted(WordIndex i) const {
    if (m_words.is(i, "many") && m_words.is(i - 1, "as")) return std::nullopt; // `the third in as many days`
    if (m_words.is(i, "several", "some", "many", "few")) return Amount{i + 1, 0, true, false};
    const WordIndex bare = m_words.is(i, "a") ? i + 1 : i;
    if (bare > i && m_words.is(bare, "few", "number", "handful"))
        return Amount{m_words.is(bare + 1, "of") ? bare + 2 : bare + 1, 0, true, false};
    if (m_words.is(bare, "couple"))
        return Amount{m_words.is(bare + 1, "of") ? bare + 2 : bare + 1, 2, false, false};
    if (m_words.is(i, "half")) {
        const WordIndex next = m_words.is(i + 1, "a", "an", "-") ? i + 2 : i + 1;
        return Amount{next, 0, false, true};
    }
    auto amount = number(i);
    if (!amount) return amount;
    const bool either = m_words.is(amount->next, "to", "or") || m_words.is_hyphen(amount->next);
    if (either && !m_words.is(i, "a", "an")) {
        if (const auto other = number(amount->next + 1);
            other && !m_words.is(amount->next + 1, "a", "an") && other->value > amount->value) {
            amount->next = other->next;
            amount->vague = true;
        }
    }
    return amount;
}

/// Where the words of degree in front of an amount end: `about`, `at least`, `more than`, `no more than`.
WordIndex Grammar::degree(WordIndex i) const {
    WordIndex at = i;
    if (m_words.is(at, "no")) ++at;
    if (m_words.is(at, "a") && m_words.is(at + 1, "little")) at += 2;
    if (m_words.is(at, "more", "less", "fewer") && m_words.is(at + 1, "than")) return at + 2;
    if (m_words.is(i, "at") && m_words.is(i + 1, "least", "most")) return i + 2;
    if (m_words.is(i, "up", "close") && m_words.is(i + 1, "to")) return i + 2;
    if (!m_words.info(i).is_degree) return i;
    // `over two days the rebels …`: a preposition is no word of degree
    const bool loose = m_words.is(i, "over", "around", "about", "under") && m_words.token(i).dep == Dep::prep;
    return loose ? i : i + 1;
}

/// A number of units: a duration, or a distance when `ago`, `later`, `earlier` and the like follow.
Grammar::Match Grammar::amount(WordIndex i) const {
    const WordIndex outer = degree(i);
    WordIndex at = outer;
    const bool article = m_words.is(at, "the", "these", "those");
    if (article) ++at;
    const bool stretch = m_words.is(at, "past", "last", "next", "first", "coming", "previous", "following",
                                    "final", "latest", "preceding", "intervening", "same", "recent", "early");
    if (stretch) ++at;
    if (outer > i && !article && m_words.is(outer, "the")) return std::nullopt;
    const WordIndex inner = outer == i ? degree(at) : at;
    const auto amount = counted(inner);
    if (!amount) return std::nullopt;
    WordIndex next = amount->next;
    const bool hyphen = m_words.is_hyphen(next);
    if (hyphen) ++next;
    for (int adjectives = 0; adjectives < 2; ++adjectives)
        if (m_words.is(next, "full", "straight", "consecutive", "more", "long", "short", "whole", "calendar",
                       "business", "trading", "additional", "previous", "other", "single", "successive",
                       "solid"))
            ++next;
    const auto unit = m_words.info(next).unit;
    if (!unit || (m_words.is(next, "second") && !hyphen)) return std::nullopt;
    const bool one = m_words.is(inner, "a", "an") && amount->value == 1;
    if ((article || stretch) && one) return std::nullopt;
    if (*unit == Unit::quarter && m_words.year(inner) && !m_words.is_plural(next)) return std::nullopt;
    // `a year-earlier loss` is a distance
    if (one && m_words.is_hyphen(next + 1) && m_words.is(next + 2, "ago", "earlier")) return std::nullopt;
    Expression e = made(i, next + 1, Kind::duration, "DURATION");
    e.count = amount->value;
    e.vague_count = amount->vague;
    e.and_half = amount->and_half;
    e.unit = *unit;
    if (m_words.is(next, "fortnight", "fortnights")) e.count *= 2;
    const bool modifies =
        hyphen || (e.count > 1 && !m_words.is_plural(next)); // `the two-year plan`, `the two day rally`
    if (modifies && article && !stretch) e.first = inner;    // the article is the noun's
    if (one && (hyphen || m_words.is_hyphen(next + 1))) e.first = next;
    const bool alone = !stretch && !article;
    if (!finish_amount(e, next)) return std::nullopt;
    if (alone && e.kind == Kind::duration) take_distance(e);
    if (stretch && e.kind == Kind::duration) take_span_of_date(e);
    return e;
}

/// What stands behind the unit: `two years or so`, `a three-year period`, `a month-long`; false for ages and
/// fractions, which are no times.
bool Grammar::finish_amount(Expression& e, WordIndex unit_word) const {
    const WordIndex at = e.last;
    if (e.unit == Unit::quarter && (m_words.is(at, "of") || (!m_words.is_plural(unit_word) && e.count == 1) ||
                                    m_words.is_hyphen(unit_word - 1)))
        return false;
    if (is_name_of_thing(unit_word)) return false;
    if (m_words.is_hyphen(at) && m_words.is(at + 1, "old", "olds")) return false;
    if (m_words.is(at, "old")) {
        e.last = at + 1;
        e.is_wide = true; // an age counts in histories only
        return !m_words.is(at + 1, "-");
    }
    if (m_words.is(at, "of") && m_words.is(at + 1, "age")) {
        e.last = at + 2;
        e.is_wide = true;
        return true;
    }
    if (m_words.is_hyphen(at) && m_words.is(at + 1, "long")) e.last = at + 2;
    if (m_words.is(e.last, "long") && m_words.is_hyphen(unit_word - 1)) ++e.last;
    if (m_words.is(e.last, "period", "term") && m_words.is_hyphen(unit_word - 1)) ++e.last;
    if (m_words.is(e.last, "or") && m_words.is(e.last + 1, "so"))
        e.last += 2;
    else if (m_words.is(e.last, "or") && m_words.is(e.last + 1, "two") && e.count == 1 &&
             m_words.is(unit_word - 1, "a"))
        e.last += 2, e.vague_count = true;
    else if (m_words.is(e.last, "and") && m_words.is(e.last + 1, "a") && m_words.is(e.last + 2, "half"))
        e.last += 3, e.and_half = true;
    // `$5 a year`, `ten flights a day`: how often
    const bool rate =
        m_words.is(unit_word - 1, "a", "an") && e.first == unit_word - 1 && e.first > 0 &&
        e.last == unit_word + 1 && m_words.token(unit_word).dep == Dep::npadvmod &&
        !m_words.is(e.last, "ago", "earlier", "later", "before", "after", "from") &&
        (m_words.token(e.first - 1).pos == Pos::noun || m_words.token(e.first - 1).pos == Pos::num ||
         m_words.token(e.first - 1).pos == Pos::propn || m_words.is(e.first - 1, "times"));
    if (rate) {
        e.kind = Kind::set;
        e.type = "SET";
    }
    return true;
}

void Grammar::take_distance(Expression& e) const {
    const WordIndex at = e.last;
    int sign = 0;
    WordIndex last = at + 1;
    if (m_words.is(at, "ago", "hence"))
        sign = m_words.is(at, "ago") ? -1 : 1;
    else if (m_words.is(at, "earlier", "before", "previously", "prior", "beforehand"))
        sign = -1, e.anchor = Expression::Anchor::reference;
    else if (m_words.is(at, "later", "afterward", "afterwards", "after", "thereafter"))
        sign = 1, e.anchor = Expression::Anchor::reference;
    else if (m_words.is(at, "from") && m_words.is(at + 1, "now", "today"))
        sign = 1, last = at + 2;
    else
        return;
    const TokenIndex token = m_words.at(at).token;
    const Parse& parse = m_words.parse();
    const bool governs = parse.has_child(token, Dep::pobj) || parse.has_child(token, Dep::pcomp) ||
                         parse.at(token).dep == Dep::mark || parse.has_child(token, Dep::prep);
    const bool own_day = e.anchor == Expression::Anchor::reference;
    if ((m_words.is(at, "before", "after", "prior") && governs)) {
        e.anchor = Expression::Anchor::publication;
        return;
    }
    if (own_day && m_words.is(at, "earlier", "later") && m_words.is(last, "than")) return;
    e.last = last;
    e.kind = Kind::distance;
    e.type = e.unit < Unit::day ? "TIME" : "DATE";
    e.count *= sign;
    e.is_back = sign < 0;
    if (e.vague_count) {
        e.kind = Kind::fixed;
        e.value = sign < 0 ? "PAST_REF" : "FUTURE_REF";
    }
}

/// `the first ten months of 1915`, `the last week of August`: one stretch.
void Grammar::take_span_of_date(Expression& e) const {
    if (!m_words.is(e.last, "of")) return;
    Match date = month_date(e.last + 1);
    if (!date) date = year(e.last + 1);
    if (date) e.last = date->last;
}

/// `years`, `decades` with nothing before them that counts them; `months ago`, `decades-long`.
Grammar::Match Grammar::bare_units(WordIndex i) const {
    // `the last week of August`
    if (m_words.is(i, "the") && m_words.is(i + 1, "first", "last", "final", "second", "third") &&
        m_words.is(i + 2, "week", "month", "day", "days", "weeks", "months", "years") &&
        m_words.is(i + 3, "of")) {
        Expression e = made(i, i + 3, Kind::duration, "DURATION");
        e.count = 1;
        e.vague_count = m_words.is_plural(i + 2);
        e.unit = *m_words.info(i + 2).unit;
        take_span_of_date(e);
        return e.last > i + 3 ? Match(e) : std::nullopt;
    }
    const auto unit = m_words.info(i).unit;
    if (!unit) return std::nullopt;
    const bool plural = m_words.is_plural(i);
    Expression e = made(i, i + 1, Kind::duration, "DURATION");
    e.unit = *unit;
    if (m_words.is_hyphen(i + 1) && m_words.is(i + 2, "long") && *unit != Unit::quarter) {
        e.count = 1;
        e.vague_count = plural;
        e.last = i + 3;
        return e;
    }
    if (!plural || *unit == Unit::second || *unit == Unit::quarter || is_name_of_thing(i))
        return std::nullopt;
    e.vague_count = true;
    const bool told = m_words.is(i - 1, "of", "for", "in", "within", "after") ||
                      m_words.is(i + 1, "ago", "later", "of", "earlier", "afterwards");
    if (!told) return std::nullopt;
    take_distance(e);
    return e;
}

/// `every day`, `each year`, `twice a week`, `every two years`, `per month`.
Grammar::Match Grammar::set(WordIndex i) const {
    WordIndex at = i + 1;
    if (m_words.is(i, "once", "twice")) {
        if (!m_words.is(at, "a", "every")) return std::nullopt;
        ++at;
    } else if (!m_words.is(i, "every", "each", "per")) {
        return std::nullopt;
    }
    int count = 1;
    if (const auto amount = number(at); amount && m_words.info(amount->next).unit && !m_words.is(at, "a")) {
        count = amount->value;
        at = amount->next;
    }
    if (m_words.is(at, "other")) count = 2, ++at;
    if (m_words.is(at, "few")) ++at;
    const WordInfo& info = m_words.info(at);
    if (info.unit && !m_words.is(at, "second")) {
        Expression e = made(i, at + 1, Kind::set, "SET");
        e.count = count;
        e.unit = *info.unit;
        return e;
    }
    if (info.weekday != 0)
        return made(i, at + 1, Kind::set, "SET", fmt::format("XXXX-WXX-{}", int{info.weekday}));
    if (const int named = month(at); named != 0)
        return made(i, at + 1, Kind::set, "SET", fmt::format("XXXX-{:02}", named));
    if (!info.season.empty()) return made(i, at + 1, Kind::set, "SET", fmt::format("XXXX-{}", info.season));
    if (!info.part.empty()) return made(i, at + 1, Kind::set, "SET", fmt::format("XXXX-XX-XX{}", info.part));
    return std::nullopt;
}

} // namespace dateline::when
