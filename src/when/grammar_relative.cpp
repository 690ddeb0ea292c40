// The rules for times that are told from another day: weekdays, this/last/next, the same day, parts of a day.

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.hpp"
#include "when/grammar.hpp"

namespace dateline::when {

using Anchor = Expression::Anchor;

Grammar::Match Grammar::weekday(WordIndex i) const {
    const int day = m_words.info(i).weekday;
    if (day == 0 || !m_words.is_capital(i)) return std::nullopt;
    if (m_words.is(i, "sun.", "sat.", "mon.", "wed.") && m_words.token(i).name_type != NameType::date)
        return std::nullopt;
    if (is_name_of_thing(i) && m_words.token(i).name_type != NameType::gpe) return std::nullopt;
    if (ends_name(i)) return std::nullopt; // a band, a film
    Expression e = made(i, i + 1, Kind::weekday);
    e.weekday = day;
    if (m_words.lower(i).ends_with("days")) { // every Monday
        e.kind = Kind::set;
        e.type = "SET";
        e.value = fmt::format("XXXX-WXX-{}", day);
    }
    return e;
}

namespace {

struct Direct {
    int count = 0;
    Anchor anchor = Anchor::publication;
};

std::optional<Direct> direct(std::string_view word) {
    constexpr std::array<std::pair<std::string_view, int>, 15> words{{{"this", 0},
                                                                      {"current", 0},
                                                                      {"latest", 0},
                                                                      {"last", -1},
                                                                      {"past", -1},
                                                                      {"next", 1},
                                                                      {"coming", 1},
                                                                      {"upcoming", 1},
                                                                      {"previous", -1},
                                                                      {"preceding", -1},
                                                                      {"prior", -1},
                                                                      {"following", 1},
                                                                      {"subsequent", 1},
                                                                      {"ensuing", 1},
                                                                      {"present", 0}}};
    for (const auto& [name, count] : words)
        if (name == word) {
            const bool told = name == "previous" || name == "preceding" || name == "prior" ||
                              name == "following" || name == "subsequent" || name == "ensuing";
            return Direct{count, told ? Anchor::reference : Anchor::publication};
        }
    return std::nullopt;
}

} // namespace

/// `this`, `last`, `next`, `the past`, `the coming` with a unit, season, month, weekday or weekend; `the
/// weekend`, `the week`, `the quarter`, `the year ended …`.
Grammar::Match Grammar::deictic(WordIndex i) const {
    WordIndex at = i;
    const bool article = m_words.is(at, "the");
    // `said that last week …`: there it is no demonstrative
    const bool demonstrative = m_words.is(at, "this", "that") && m_words.token(at).dep != Dep::mark;
    if (article || (demonstrative && direct(m_words.lower(at + 1)) && !m_words.is(at + 1, "this"))) ++at;
    const auto found = direct(m_words.lower(at));
    if (!found) {
        if (!article) return std::nullopt;
        Expression e = made(i, at + 1, Kind::deictic);
        e.anchor = Anchor::reference;
        if (m_words.is(at, "weekend")) {
            e.value = "WE";
            e.anchor = Anchor::publication;
            return e;
        }
        if (m_words.is(at, "quarter", "week")) {
            if (m_words.is(at + 1, "of") && m_words.is(at, "quarter")) return std::nullopt;
            e.anchor = Anchor::publication;
            e.unit = *m_words.info(at).unit;
            take_own_date(e);
            return e;
        }
        if (m_words.is(at, "fiscal", "full")) ++at;
        if (!m_words.is(at, "year")) return std::nullopt;
        const bool ended = m_words.is(at + 1, "ended", "ending");
        if (!ended && at == i + 1) return std::nullopt;
        e.last = at + 1;
        e.unit = Unit::year;
        e.anchor = Anchor::publication;
        if (ended) {
            e.kind = Kind::duration;
            e.type = "DURATION";
            e.count = 1;
        }
        return e;
    }
    const std::string_view word = m_words.lower(at);
    ++at;
    Anchor anchor = found->anchor;
    if (word == "next" && article) anchor = Anchor::reference; // the next day
    if (m_words.is(at, "fiscal", "calendar")) ++at;
    Expression e = made(i, at + 1, Kind::deictic);
    e.count = found->count;
    e.anchor = anchor;
    const WordInfo& info = m_words.info(at);
    if (m_words.is_capital(i) && is_name_of_thing(at)) return std::nullopt;
    if (info.unit && !m_words.is_plural(at) && *info.unit >= Unit::day && info.weekday == 0) {
        if (word == "past" && article) { // the past year is a stretch
            e.kind = Kind::duration;
            e.type = "DURATION";
            e.count = 1;
        }
        e.unit = *info.unit;
        if (m_words.is(e.last, "or") && m_words.is(e.last + 1, "so")) e.last += 2;
        return e;
    }
    if (m_words.is(at, "period") && word == "latest")
        e.unit = Unit::quarter;
    else if (m_words.is(at, "weekend"))
        e.value = "WE";
    else if (!info.season.empty())
        e.value = info.season;
    else if (const int named = month(at)) {
        e.month = named;
        if (const int day = day_number(at + 1); day != 0) e.day = day, ++e.last;
    } else if (info.weekday != 0)
        e.weekday = info.weekday;
    else if (const auto* phrase = info.phrases.empty() ? nullptr : &info.phrases.front();
             phrase != nullptr && m_words.is_capital(at) && word != "past") {
        const Match holiday = this->phrase(at);
        if (!holiday || holiday->kind != Kind::holiday) return std::nullopt;
        Expression h = *holiday;
        h.first = i;
        h.count = found->count;
        return h;
    } else if (!info.part.empty() && (word == "next" || word == "following" || word == "previous")) {
        e.unit = Unit::day;
        e.part_of_day = info.part;
        e.type = "TIME";
        e.anchor = Anchor::reference;
    } else
        return std::nullopt;
    return e;
}

/// `the quarter ended Sept. 30`, whose date stays a time of its own; `the week of March 6`, `the quarter a
/// year ago`, which are one time.
void Grammar::take_own_date(Expression& e) const {
    if (e.unit == Unit::quarter && m_words.is(e.last, "ended", "ending")) {
        if (const Match end = month_date(e.last + 1)) e.month = end->month, e.day = end->day;
    } else if (e.unit == Unit::quarter && m_words.is(e.last, "a") && m_words.is(e.last + 1, "year") &&
               m_words.is(e.last + 2, "ago", "earlier", "before")) {
        e.kind = Kind::distance;
        e.unit = Unit::year;
        e.count = -1;
        e.last += 3;
    } else if (e.unit == Unit::week && m_words.is(e.last, "of")) {
        const Match day = month_date(e.last + 1);
        if (!day || day->day == 0) return;
        const WordIndex first = e.first;
        e = *day;
        e.first = first;
        e.unit = Unit::week;
    }
}

/// `that day`, `the same day`, `the day before`, `that same year`.
Grammar::Match Grammar::same(WordIndex i) const {
    WordIndex at = i;
    if (m_words.is(at, "that", "the")) ++at;
    const bool told = m_words.is(i, "that") || m_words.is(at, "same", "very");
    if (m_words.is(at, "same", "very")) ++at;
    if (at == i) return std::nullopt;
    const auto& info = m_words.info(at);
    if (told && m_words.is(i, "that") && !info.part.empty() && !m_words.is_plural(at)) {
        Expression e = made(i, at + 1, Kind::same, "TIME");
        e.unit = Unit::day;
        e.part_of_day = info.part;
        return e;
    }
    if (told && m_words.is(at, "time") && m_words.is(i, "the")) {
        Expression e = made(i, at + 1, Kind::same);
        e.unit = Unit::day;
        e.is_wide = true;
        return e;
    }
    if (!info.unit || *info.unit < Unit::day || m_words.is_plural(at)) return std::nullopt;
    Expression e = made(i, at + 1, Kind::same);
    e.unit = *info.unit;
    if (told) return e;
    if (e.unit == Unit::day && m_words.is(i - 1, "in") &&
        m_words.is(i - 2, "later", "earlier", "late", "early"))
        return e; // `later in the day`
    const WordIndex behind = at + 1;
    if (m_words.is(behind, "before", "after", "earlier", "later", "previously")) {
        if (m_words.is(behind, "before", "after")) {
            const TokenIndex token = m_words.at(behind).token;
            if (m_words.parse().has_child(token, Dep::pobj) || m_words.parse().has_child(token, Dep::pcomp) ||
                m_words.parse().at(token).dep == Dep::mark)
                return std::nullopt;
        }
        e.kind = Kind::distance;
        e.count = m_words.is(behind, "after", "later") ? 1 : -1;
        e.anchor = Anchor::reference;
        e.last = behind + 1;
        return e;
    }
    return std::nullopt;
}

/// Where `last year`, `a year ago`, `the year before`, `the previous year` ends that starts at a word; `at`
/// when none does.
WordIndex Grammar::behind_last_year(WordIndex at) const {
    if (m_words.is(at, "last")) return m_words.is(at + 1, "year") ? at + 2 : at;
    const bool ago = m_words.is(at, "a", "one") && m_words.is(at + 1, "year") &&
                     m_words.is(at + 2, "ago", "earlier", "before");
    const bool before =
        m_words.is(at, "the") && m_words.is(at + 1, "year") && m_words.is(at + 2, "before", "earlier");
    const bool previous =
        m_words.is(at, "the") && m_words.is(at + 1, "previous", "prior") && m_words.is(at + 2, "year");
    return ago || before || previous ? at + 3 : at;
}

/// `the corresponding period last year`, `the same quarter a year earlier`, `last year's period`.
Grammar::Match Grammar::period_last_year(WordIndex i) const {
    Expression e = made(i, i + 4, Kind::distance);
    e.count = -1;
    e.unit = Unit::year;
    if (m_words.is(i, "last") && m_words.is(i + 1, "year") && m_words.is(i + 2, "'s", "\xE2\x80\x99s") &&
        m_words.is(i + 3, "quarter", "period"))
        return e;
    if (!m_words.is(i, "the") || !m_words.is(i + 1, "same", "comparable", "corresponding", "like") ||
        !m_words.is(i + 2, "quarter", "period"))
        return std::nullopt;
    const WordIndex at = m_words.is(i + 3, "of", "in") ? i + 4 : i + 3;
    e.last = behind_last_year(at);
    return e.last > at ? Match(e) : std::nullopt;
}

/// `year-ago`, `the year-earlier quarter`, `a year-earlier period`.
Grammar::Match Grammar::year_ago(WordIndex i) const {
    if (Match period = period_last_year(i)) return period;
    WordIndex at = i;
    if (m_words.is(at, "the")) ++at;
    if (m_words.is(at, "comparable", "same", "corresponding") && at > i) ++at;
    const auto& info = m_words.info(at);
    if (!info.unit || *info.unit < Unit::day || m_words.is_plural(at) || !m_words.is_hyphen(at + 1) ||
        !m_words.is(at + 2, "ago", "earlier"))
        return std::nullopt;
    Expression e = made(i, at + 3, Kind::distance);
    e.count = -1;
    e.unit = *info.unit;
    if (const Match months = amount(e.last);
        months && months->unit == Unit::month && *info.unit == Unit::year) {
        e = *months; // `the year-earlier nine months`
        e.first = i;
        return e;
    }
    const WordIndex noun = m_words.at(e.last).ordinal > 0 ? e.last + 1 : e.last;
    if (m_words.is(noun, "quarter", "period", "month", "half")) {
        e.last = noun + 1;
        if (noun > at + 3 && m_words.is(noun, "quarter")) {
            e.value = fmt::format("Q{}", m_words.at(noun - 1).ordinal);
            e.kind = Kind::date;
            e.year_shift = -1;
        }
    } else if (at > i) {
        ++e.first; // the article is the noun's: the year-earlier profit
        if (m_words.is(e.first, "comparable", "same", "corresponding")) ++e.first;
    }
    return e;
}

/// `the morning of April 19`, `the early hours of Monday`, `Sunday's early hours`, `at night`.
Grammar::Match Grammar::day_part(WordIndex i) {
    WordIndex at = m_words.is(i, "the") ? i + 1 : i;
    std::string_view part;
    if (m_words.is(at, "early", "late", "wee", "small") && m_words.is(at + 1, "hours")) {
        part = m_words.is(at, "late") ? "TNI" : "TMO";
        at += 2;
    } else {
        if (m_words.is(at, "early", "late"))
            at += m_words.is(at + 1, "in") && m_words.is(at + 2, "the") ? 3 : 1;
        part = m_words.info(at).part;
        if (part.empty()) return std::nullopt;
        ++at;
        if (m_words.is(at, "hours")) ++at;
    }
    constexpr int deepest = 2;
    if (m_words.is(at, "of", "on") && m_depth < deepest) {
        ++m_depth;
        Match date = longest(at + 1);
        --m_depth;
        const bool is_day = date && (date->kind == Kind::weekday || date->kind == Kind::monthday ||
                                     date->kind == Kind::day_offset || date->kind == Kind::same ||
                                     ((date->kind == Kind::date || date->kind == Kind::deictic) &&
                                      (date->day != 0 || date->weekday != 0)));
        if (is_day && date->part_of_day.empty() && date->hour < 0 && date->type == "DATE") {
            date->first = i;
            date->part_of_day = part;
            date->type = "TIME";
            return date;
        }
    }
    // Without a day it counts in histories only: `at night`, `a night attack`.
    Expression e =
        made(m_words.is(i, "the") ? at - 1 : i, at, Kind::fixed, "TIME", fmt::format("XXXX-XX-XX{}", part));
    e.is_wide = true;
    return e;
}

} // namespace dateline::when
