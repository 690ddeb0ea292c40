// A hand-written grammar over words. At each word the rules are tried in turn; the longest match wins, the
// earlier rule on a tie. Extents follow TIMEX3 as TimeBank applies it: articles and words of degree in front
// (`the`, `early`, `nearly`) belong to the expression, prepositions do not; each end of a range is an
// expression of its own.

#include "when/grammar.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.hpp"

namespace dateline::when {

std::vector<Expression> find_expressions(const Words& words) {
    return Grammar(words).run();
}

std::vector<Expression> Grammar::run() {
    std::vector<Expression> found;
    for (WordIndex i = 0; i < m_words.size();) {
        Match match = may_start(i) ? longest(i) : std::nullopt;
        if (!match) {
            ++i;
            continue;
        }
        i = match->last;
        if (is_title(*match)) continue;
        found.push_back(std::move(*match));
        continue_range(found, i);
    }
    return found;
}

Expression Grammar::made(WordIndex first, WordIndex last, Kind kind, std::string type, std::string value) {
    Expression e;
    e.first = first;
    e.last = last;
    e.kind = kind;
    e.type = std::move(type);
    e.value = std::move(value);
    return e;
}

/// A quick look that spares most words the rules.
bool Grammar::may_start(WordIndex i) const {
    const Word& word = m_words.at(i);
    const WordInfo& info = *word.info;
    if (word.number >= 0 || word.ordinal != 0 || info.number >= 0 || info.month != 0 || info.weekday != 0 ||
        info.unit || !info.season.empty() || !info.part.empty() || info.is_degree || !info.phrases.empty())
        return true;
    constexpr std::array<std::string_view, 50> openers{
        "the",        "this",        "that",      "last",       "past",   "next",     "coming",   "current",
        "previous",   "prior",       "following", "first",      "early",  "late",     "earlier",  "later",
        "mid",        "end",         "start",     "beginning",  "middle", "each",     "every",    "per",
        "once",       "twice",       "several",   "some",       "many",   "few",      "half",     "more",
        "less",       "at",          "up",        "fiscal",     "noon",   "midnight", "same",     "latest",
        "recent",     "sometime",    "preceding", "subsequent", "close",  "no",       "upcoming", "midday",
        "midmorning", "midafternoon"};
    if (std::find(openers.begin(), openers.end(), word.lower) != openers.end()) return true;
    return !word.text.empty() && (is_digit(word.text.front()) || word.text.front() == '\'');
}

Grammar::Match Grammar::longest(WordIndex i) {
    Match best = plain(i);
    if (best) extend(*best);
    if (Match wider = modified(i); wider && (!best || wider->last > best->last)) best = std::move(wider);
    return best;
}

Grammar::Match Grammar::plain(WordIndex i) {
    Match best;
    const auto offer = [&](Match match) {
        if (match && (!best || match->last > best->last)) best = std::move(match);
    };
    offer(iso_date(i));
    offer(phrase(i));
    offer(month_date(i));
    offer(day_month(i));
    offer(day_of_range(i));
    offer(year(i));
    offer(spelled_year(i));
    offer(year_of_range(i));
    offer(weekday(i));
    offer(deictic(i));
    offer(quarter(i));
    offer(season(i));
    offer(decade(i));
    offer(century(i));
    offer(year_end(i));
    offer(year_ago(i));
    offer(amount(i));
    offer(bare_units(i));
    offer(same(i));
    offer(set(i));
    offer(clock(i));
    offer(day_part(i));
    offer(monthday(i));
    return best;
}

/// `early`, `late`, `the end of`, `mid-`, `sometime` in front of a date take part in its extent.
Grammar::Match Grammar::modified(WordIndex i) {
    const WordIndex at = m_words.is(i, "the", "this") ? i + 1 : i;
    if (m_words.is(at, "mid")) return behind(i, m_words.is_hyphen(at + 1) ? at + 2 : at + 1);
    if (m_words.is(at, "early", "late", "earlier", "later")) {
        const bool linked = m_words.is(at + 1, "in", "on");
        if (linked && m_words.is(at, "late", "early") && m_words.year(at + 2) == std::nullopt &&
            m_words.info(at + 2).season.empty() && !m_words.is(at + 2, "the"))
            return std::nullopt;
        // `earlier Friday`: the adverb orders what happened on one day
        if (m_words.is(at, "earlier", "later") && m_words.info(at + 1).weekday != 0) return std::nullopt;
        const WordIndex next = linked || m_words.is_hyphen(at + 1) ? at + 2 : at + 1;
        return behind(i, next);
    }
    if (at == i && m_words.is(at, "sometime")) return behind(i, m_words.is(at + 1, "in") ? at + 2 : at + 1);
    const auto edges = {"end", "beginning", "start", "middle", "eve", "close", "height", "rest"};
    const bool edge = std::find(edges.begin(), edges.end(), m_words.lower(at)) != edges.end();
    if (edge && m_words.is(at + 1, "of")) return behind(i, at + 2);
    if (m_words.is(at, "latter", "early", "better") && m_words.is(at + 1, "part", "half", "days", "years") &&
        m_words.is(at + 2, "of"))
        return behind(i, at + 3);
    if (m_words.is(i, "around", "about", "circa", "ca.") && m_words.at(i).token != no_token &&
        (m_words.is(i, "circa", "ca.") || m_words.token(i).dep != Dep::prep || m_words.year(i + 1))) {
        Match date = behind(i, i + 1);
        // `learnt more about the year in which …`
        const bool is_bare = date && date->kind == Kind::deictic && m_words.is(i + 1, "the");
        return is_bare ? std::nullopt : date;
    }
    // `close around year end`, but `a way around Wednesday's ruling`
    if (m_words.is(i, "around"))
        if (Match date = behind(i, i + 1)) {
            for (WordIndex k = i + 1; k < date->last; ++k)
                if (m_words.token(k).dep == Dep::pobj && m_words.token(k).head == m_words.at(i).token)
                    return date;
        }
    return std::nullopt;
}

/// The date at `at` with an extent that starts at `first`; `the year`, `the month` count here, too.
Grammar::Match Grammar::behind(WordIndex first, WordIndex at) {
    constexpr int deepest = 2; // `late in the early hours of Monday`
    if (m_depth >= deepest) return std::nullopt;
    ++m_depth;
    Match match = longest(at);
    --m_depth;
    const WordIndex noun = m_words.is(at, "the") ? at + 1 : at;
    if (!match && noun > at && m_words.is(noun, "year", "month", "week", "decade", "century")) {
        match = made(at, noun + 1, Kind::deictic);
        match->anchor = Expression::Anchor::reference;
        match->unit = *m_words.info(noun).unit;
    }
    if (!match || match->kind == Kind::duration || match->kind == Kind::set || match->is_wide ||
        match->value.ends_with("_REF"))
        return std::nullopt;
    match->first = first;
    return match;
}

/// What may follow an expression and belongs to it.
void Grammar::extend(Expression& e) {
    take_owner_year(e);
    take_apposed_date(e);
    const bool is_vague = e.vague_count || (e.kind == Kind::fixed && e.value.ends_with("_REF"));
    if (is_vague && m_words.info(e.last - 1).unit && m_words.is(e.last, "and", "or") &&
        m_words.info(e.last + 1).unit && m_words.is_plural(e.last + 1))
        e.last += 2; // `recent weeks and months`
    take_part_of_day(e);
}

/// `June last year`, `August of that year`, `Christmas 1963`.
void Grammar::take_owner_year(Expression& e) const {
    if ((e.kind != Kind::date && e.kind != Kind::holiday) || e.year) return;
    if (e.kind == Kind::holiday) {
        if (const auto year = m_words.year(e.last)) {
            e.year = year;
            ++e.last;
            return;
        }
    }
    WordIndex at = e.last;
    if (m_words.is(at, "of")) ++at;
    if (m_words.is(at, "this", "last", "next") && m_words.is(at + 1, "year")) {
        e.year_shift = m_words.is(at, "this") ? 0 : m_words.is(at, "last") ? -1 : 1;
        e.last = at + 2;
        return;
    }
    if (m_words.is(at, "the")) ++at;
    const bool linked = at > e.last;
    if (linked && m_words.is(at, "that", "same", "following", "previous", "next") &&
        m_words.is(at + 1, "year")) {
        e.year_shift = m_words.is(at, "previous") ? -1 : m_words.is(at, "following", "next") ? 1 : 0;
        e.anchor = Expression::Anchor::reference;
        e.last = at + 2;
    }
}

/// `this coming Sunday, March 8`: the date says what the weekday does.
void Grammar::take_apposed_date(Expression& e) {
    if (e.kind != Kind::deictic || e.weekday == 0) return;
    const WordIndex at = m_words.is(e.last, ",") ? e.last + 1 : e.last;
    Match date = month_date(at);
    if (!date) date = day_month(at);
    if (!date || date->day == 0 || date->weekday != 0) return;
    date->first = e.first;
    e = std::move(*date);
}

/// `Monday night`, `Nov. 6 in the morning`, `May 8 1:00AM`.
void Grammar::take_part_of_day(Expression& e) const {
    const bool is_day = e.kind == Kind::weekday || e.kind == Kind::monthday || e.kind == Kind::day_offset ||
                        e.kind == Kind::holiday || (e.kind == Kind::date && e.day != 0) ||
                        (e.kind == Kind::deictic && e.weekday != 0) ||
                        ((e.kind == Kind::same || e.kind == Kind::distance || e.kind == Kind::deictic) &&
                         e.unit == Unit::day && e.weekday == 0 && e.value.empty());
    if (!is_day || !e.part_of_day.empty() || e.hour >= 0) return;
    if (const std::string_view part = m_words.info(e.last).part; !part.empty()) {
        if (e.kind == Kind::weekday && m_words.is_plural(e.last)) { // `Sunday mornings`
            e.kind = Kind::set;
            e.value = fmt::format("XXXX-WXX-{}{}", e.weekday, part);
        }
        e.part_of_day = part;
        e.type = e.kind == Kind::set ? "SET" : "TIME";
        ++e.last;
        return;
    }
    if (e.kind != Kind::date) return;
    const WordIndex at = m_words.is(e.last, "at", ",") ? e.last + 1 : e.last;
    if (const auto time = clock_time(at); time && m_words.at(at).number < 0) {
        e.hour = time->hour;
        e.minute = time->minute;
        e.type = "TIME";
        e.last = time->last;
    }
}

/// `April 6-7`, `May 4 and 5`, `1915-17`: the other end of a range, without the month or century.
void Grammar::continue_range(std::vector<Expression>& found, WordIndex& i) const {
    while (true) {
        const Expression& before = found.back();
        if (before.kind != Kind::date || !is_joiner(i)) return;
        const Word& word = m_words.at(i + 1);
        Expression e = before;
        e.first = i + 1;
        e.last = i + 2;
        constexpr int century = 100, last_day = 31;
        const bool digits = word.text.size() <= 2 && word.number > 0 && word.number <= last_day;
        if (before.day != 0 && before.part_of_day.empty() && before.hour < 0 && digits &&
            m_words.at(before.last - 1).number == before.day && word.number > before.day) {
            if (month(i + 2) != 0 || m_words.info(i + 2).unit || m_words.is(i + 2, "%")) return;
            const Pos next = i + 2 < m_words.size() ? m_words.token(i + 2).pos : Pos::punct;
            if (!m_words.is_hyphen(i) && (next == Pos::noun || next == Pos::propn)) return;
            e.day = word.number;
            take_year(e);
        } else if (before.month == 0 && before.value.empty() && before.year && m_words.is_hyphen(i) &&
                   word.text.size() == 2 && word.number >= 0 && m_words.is_glued(i + 1) &&
                   word.number > *before.year % century) {
            e.year = *before.year / century * century + word.number;
        } else {
            return;
        }
        if (e.year && !before.year) found.back().year = e.year;
        i = e.last;
        found.push_back(std::move(e));
    }
}

namespace {

/// A month's name that is a person's last one: `Theresa May`, whichever of the two words the model knew.
bool is_last_name(const Words& words, WordIndex i) {
    const auto is_person = [&](WordIndex at) {
        return words.is_capital(at) && words.token(at).name_type == NameType::person;
    };
    if (!words.is_capital(i) || words.at(i + 1).number >= 0) return false;
    return is_person(i) || (i > 0 && is_person(i - 1));
}

} // namespace

Grammar::Grammar(const Words& words) : m_words(words) {
    for (WordIndex i = 0; i < words.size(); ++i)
        if (const int month = words.info(i).month; month != 0 && is_last_name(words, i))
            m_people |= 1U << static_cast<unsigned>(month);
}

/// A name that only looks like a time: `60 Minutes`, `Jan Kavan`, `This Week`.
bool Grammar::is_name_of_thing(WordIndex i) const {
    if (!m_words.is_capital(i)) return false;
    switch (m_words.token(i).name_type) {
    case NameType::person:
    case NameType::org:
    case NameType::work_of_art:
    case NameType::product:
    case NameType::fac:
    case NameType::gpe:
    case NameType::loc:
    case NameType::law: return true;
    default: return false;
    }
}

/// The name of a programme or a film: `High Noon`, `World Today`, and in quotation marks `60 Minutes`, `This
/// Week`.
bool Grammar::is_title(const Expression& e) const {
    const WordIndex last = e.last - 1;
    const WordInfo& info = m_words.info(last);
    if (!m_words.is_capital(last) || info.month != 0 || info.weekday != 0 || e.kind == Kind::holiday)
        return false;
    const bool plain = e.kind == Kind::deictic || e.kind == Kind::duration || e.kind == Kind::day_offset ||
                       e.kind == Kind::clock || (e.kind == Kind::fixed && e.value.ends_with("_REF"));
    if (!plain) return false;
    const bool quoted = m_words.is(e.first - 1, "\"", "\xE2\x80\x9C", "\xE2\x80\x98", "``", "''", "'");
    if (e.last - e.first > 1)
        return quoted && (m_words.is_capital(e.first) || m_words.at(e.first).number >= 0);
    const WordIndex before = e.first - 1;
    return before >= 0 && m_words.is_capital(before) &&
           m_words.token(before).head == m_words.at(last).token &&
           m_words.token(before).sentence == m_words.token(last).sentence &&
           (m_words.token(before).dep == Dep::compound || m_words.token(before).dep == Dep::amod);
}

/// A word with a capital that belongs to the capitalised one behind it: `Daily Ledger`, `Winter Games`.
bool Grammar::opens_name(WordIndex i) const {
    if (!m_words.is_capital(i) || !m_words.is_capital(i + 1)) return false;
    const Token& token = m_words.token(i);
    return m_words.token(i + 1).pos == Pos::propn && (token.dep == Dep::compound || token.dep == Dep::amod) &&
           token.head > m_words.at(i).token;
}

/// A word that a capitalised one in front makes a name of: `the Arab Spring`; not `Early
/// Sunday` and what else of time or place opens a sentence or a headline.
bool Grammar::ends_name(WordIndex i) const {
    const WordIndex before = i - 1;
    if (!m_words.is_capital(i) || !m_words.is_capital(before)) return false;
    const Token& token = m_words.token(before);
    const bool belongs =
        token.head == m_words.at(i).token && (token.dep == Dep::compound || token.dep == Dep::amod);
    const bool opens = before == 0 || m_words.token(before - 1).sentence != token.sentence;
    const NameType type = token.name_type;
    return belongs && !opens && type != NameType::date && type != NameType::time && type != NameType::other &&
           type == m_words.token(i).name_type;
}

} // namespace dateline::when
