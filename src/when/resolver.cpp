// Expressions become times: each is resolved against the day of publication or, in a history, against the
// last day told. A weekday or a month without its year lies in the past or the future by the tense of the
// verb it hangs on; a weekday that was told shortly before means the same day again. What cannot be known
// stays open (`XXXX`).

#include "when/resolver.hpp"

#include <algorithm>
#include <cstdlib>
#include <tuple>

#include <fmt/format.h>

#include "base/text.hpp"
#include "when/publication.hpp"

namespace dateline::when {

using std::chrono::days;
using Anchor = Expression::Anchor;

namespace {

constexpr int days_of_week = 7, days_of_quarter = 92;

/// The year's value that lies on the right side of the day: past, future, or nearest. A day of a month may
/// lie a little beyond what the tense says (`was due on Dec. 7`, told in October); a month may not.
template<typename In>
std::string nearest(Day from, Direction direction, int tolerance, In in) {
    constexpr int half_year = 183, share = 2;
    if (direction == Direction::happened) tolerance /= share;
    const int year = year_of(from);
    std::string same_year = in(year);
    const auto bounds = range(same_year);
    if (!bounds) return same_year;
    const auto ahead = (bounds->first - from).count();
    const auto behind = (from - bounds->second).count();
    if (is_past(direction)) {
        if (ahead > tolerance) return in(year - 1);
        return behind > half_year + tolerance && tolerance > 0 && in(year + 1) != same_year &&
                       (range(in(year + 1))->first - from).count() <= tolerance
                   ? in(year + 1)
                   : same_year;
    }
    if (direction == Direction::future) return behind > tolerance ? in(year + 1) : same_year;
    return ahead > half_year ? in(year - 1) : -ahead > half_year ? in(year + 1) : same_year;
}

/// A story goes on in time: of the years around the last day told, the one that is nearest to it, rather
/// behind it.
template<typename In>
std::string following(Day told, In in) {
    constexpr int back = 120; // days a story may look back without saying so
    constexpr int month = 31, year_days = 365;
    const int year = year_of(told);
    std::string best = in(year);
    const auto start = range(best);
    if (!start) return best;
    const auto distance = (start->first - told).count();
    if (distance < -back - month) return in(year + 1);
    return distance > year_days - back ? in(year - 1) : best;
}

std::string time_of_day(const Expression& e) {
    if (e.hour >= 0) return fmt::format("T{:02}:{:02}", e.hour, e.minute);
    return std::string(e.part_of_day);
}

} // namespace

Resolver::Resolver(const Words& words, const Report& report)
    : m_words(words), m_published(day_of(report.published.value)),
      m_published_anchor(report.published.from == "dateline" ? "dateline" : "published"),
      m_open_date(report.published.value) {}

std::vector<Time> Resolver::run(std::vector<Expression> expressions) {
    if (!m_published) stand_in_for_open_year(expressions);
    m_narrative = is_narrative(expressions, m_published);
    if (!m_narrative) std::erase_if(expressions, [](const Expression& e) { return e.is_wide; });
    share_years(expressions, m_words);
    std::vector<Time> times;
    times.reserve(expressions.size());
    m_expressions = &expressions;
    for (const Expression& e : expressions) times.push_back(time(e, static_cast<std::int32_t>(times.size())));
    return times;
}

/// A report published on `XXXX-11-06` is resolved as if in a year in which that day is the weekday its own
/// words suggest; the year is taken out of the values again.
void Resolver::stand_in_for_open_year(const std::vector<Expression>& expressions) {
    const std::vector<Day> possible = possible_days(m_open_date, m_words, expressions);
    if (possible.empty()) return;
    m_published = possible.back();
    m_is_year_open = true;
}

/// Takes the year that only stood in out of what was resolved with it.
void Resolver::open_year(const Expression& e, Time& time) const {
    const bool is_told = e.year || (e.kind == Kind::fixed && !e.value.empty() && is_digit(e.value.front()));
    const bool has_year =
        time.value.size() >= 4 && std::all_of(time.value.begin(), time.value.begin() + 4, is_digit);
    if (!m_is_year_open || is_told || !has_year) return;
    time.value.replace(0, 4, "XXXX");
    time.from.clear();
    time.to.clear();
}

Time Resolver::time(const Expression& e, std::int32_t index) {
    Time out;
    out.span = {m_words.at(e.first).span.start, m_words.at(e.last - 1).span.end};
    out.type = e.type;
    m_anchor.clear();
    m_anchor_time = -1;
    out.value = value(e);
    std::tie(out.from, out.to) = bounds(out.value);
    if (e.kind == Kind::duration && out.value == "FUTURE_REF") out.type = "DATE";
    out.anchor = m_anchor;
    out.anchor_time = m_anchor_time;
    remember(e, out, index);
    open_year(e, out);
    return out;
}

/// Of the token of the expression that hangs on something outside it.
Direction Resolver::direction(const Expression& e) const {
    const TokenIndex first = m_words.at(e.first).token, last = m_words.at(e.last - 1).token;
    const Parse& parse = m_words.parse();
    for (TokenIndex i = first; i <= last; ++i)
        if (parse.at(i).head < first || parse.at(i).head > last || parse.at(i).head == i)
            return direction_of(parse, i);
    return direction_of(parse, first);
}

std::optional<Day> Resolver::published_base() {
    if (m_published) m_anchor = m_published_anchor;
    return m_published;
}

std::optional<Day> Resolver::told_base() {
    if (!m_told) return std::nullopt;
    m_anchor_time = m_told->index;
    return m_told->day;
}

/// The day that an expression counts from: in a history the last day told, in news publication, or what was
/// told just before where the words ask for that (`two days later`).
std::optional<Day> Resolver::base(Anchor anchor, const Expression& e) {
    if (m_told && m_narrative) return told_base();
    constexpr std::int32_t sentences_back = 4;
    const bool is_near = e.unit == Unit::year; // a year is mostly counted from now
    const bool close = m_told && sentence_of(e) - m_told->sentence <= (is_near ? 0 : sentences_back);
    if (anchor == Anchor::reference && close) return told_base();
    return published_base();
}

std::string Resolver::value(const Expression& e) {
    switch (e.kind) {
    case Kind::fixed: return e.value;
    case Kind::day_offset: return day_offset(e);
    case Kind::holiday: return holiday(e);
    case Kind::date: return date(e);
    case Kind::monthday: return monthday(e);
    case Kind::weekday: return weekday(e);
    case Kind::deictic: return deictic(e);
    case Kind::distance: return distance(e);
    case Kind::same: return same(e);
    case Kind::duration: return duration(e);
    case Kind::set: return e.value.empty() ? duration_value(e) : e.value;
    case Kind::clock: return clock(e);
    }
    return {};
}

/// `she will be queen one day` measures nothing.
std::string Resolver::duration(const Expression& e) const {
    if (!e.value.empty()) return e.value;
    const bool is_some_day = e.last - e.first == 2 && m_words.is(e.first, "one") &&
                             m_words.is(e.first + 1, "day") &&
                             m_words.token(e.first + 1).dep == Dep::npadvmod;
    const Direction found = is_some_day ? direction(e) : Direction::unknown;
    if (found == Direction::future || found == Direction::expected) return "FUTURE_REF";
    return duration_value(e);
}

std::string Resolver::day_offset(const Expression& e) {
    if (m_narrative && e.count == 0 && e.part_of_day.empty()) return "PRESENT_REF";
    const auto from = m_narrative ? told_base() : published_base();
    if (!from) return "XXXX-XX-XX" + time_of_day(e);
    return iso(*from + days{e.count}) + time_of_day(e);
}

std::string Resolver::holiday(const Expression& e) {
    const auto in = [&](int year) -> std::string {
        const auto day = [&]() -> std::string {
            if (e.value.starts_with("XXXX-")) return year_text(year) + e.value.substr(4);
            if (e.value == "THANKSGIVING") return iso(nth_weekday(year, 11, 4, 4));
            if (e.value == "LABOR_DAY") return iso(nth_weekday(year, 9, 1, 1));
            if (e.value == "MEMORIAL_DAY") return iso(nth_weekday(year, 5, 1, -1));
            if (e.value == "ELECTION_DAY") return iso(nth_weekday(year, 11, 1, 1) + days{1});
            if (e.value == "GOOD_FRIDAY") return iso(easter(year) - days{2});
            if (e.value == "PALM_SUNDAY") return iso(easter(year) - days{7});
            if (e.value == "EASTER_MONDAY") return iso(easter(year) + days{1});
            if (e.value == "ASH_WEDNESDAY") return iso(easter(year) - days{46});
            if (e.value == "BLACK_FRIDAY") return iso(nth_weekday(year, 11, 4, 4) + days{1});
            if (e.value == "CYBER_MONDAY") return iso(nth_weekday(year, 11, 4, 4) + days{4});
            if (e.value == "SUPER_TUESDAY") return iso(nth_weekday(year, 3, 2, 1));
            return iso(easter(year));
        };
        const std::string value = day();
        const auto date = e.unit == Unit::week ? day_of(value) : std::nullopt;
        if (date) return period(*date, Unit::week);
        return value + time_of_day(e);
    };
    if (e.year) return in(*e.year);
    const auto from = base(e.anchor, e);
    if (!from) return e.value.starts_with("XXXX") && e.unit == Unit::day ? e.value : "XXXX-XX-XX";
    if (e.year_shift) return in(year_of(*from) + *e.year_shift);
    if (m_narrative) return following(*from, in);
    constexpr int tolerance = 30;
    if (e.count < 0) return nearest(*from, Direction::past, 0, in);
    if (e.count > 0) return nearest(*from, Direction::future, 0, in);
    return nearest(*from, direction(e), tolerance, in);
}

std::string Resolver::date(const Expression& e) {
    const auto in_year = [&](int year) {
        const std::string text = year_text(year);
        if (e.month == 0) return e.value.empty() ? text : text + "-" + e.value;
        if (e.day == 0) return fmt::format("{}-{:02}", text, e.month);
        if (e.unit == Unit::week) return period(day_in(year, e.month, e.day), Unit::week);
        return fmt::format("{}-{:02}-{:02}", text, e.month, e.day) + time_of_day(e);
    };
    const bool as_told = e.unit == Unit::quarter && m_quarter; // `the 1988 quarter`
    if (e.year && as_told) return year_text(*e.year) + period(m_quarter->day, Unit::quarter).substr(4);
    if (e.year) return in_year(*e.year);
    if (e.year_shift) {
        const auto from = e.anchor == Anchor::reference && m_told ? told_base() : published_base();
        if (from) {
            // What `the year-ago third quarter` is compared with may itself be of another year.
            return in_year(year_of(*from) + *e.year_shift);
        }
    }
    if (m_narrative && m_told) return following(*told_base(), in_year);
    const auto from = published_base();
    if (!from) {
        const std::string open = in_year(1);
        return "XXXX" + open.substr(4);
    }
    if (e.month == 0)
        return nearest(*from,
                       e.value.front() == 'Q' || e.value.front() == 'H' ? Direction::past : direction(e), 0,
                       in_year);
    constexpr int tolerance = 100, near_months = 65; // days
    return nearest(*from, direction(e), e.day != 0 ? tolerance : near_months, in_year);
}

std::string Resolver::monthday(const Expression& e) {
    const auto from = m_told ? told_base() : published_base();
    if (!from) return fmt::format("XXXX-XX-{:02}", e.day) + time_of_day(e);
    return fmt::format("{}-{:02}", period(*from, Unit::month), e.day) + time_of_day(e);
}

std::string Resolver::weekday(const Expression& e) {
    const auto from = base(Anchor::publication, e);
    if (!from) return fmt::format("XXXX-WXX-{}", e.weekday) + time_of_day(e);
    const Direction found = direction(e);
    auto& told = m_weekdays[static_cast<std::size_t>(e.weekday)];
    const bool near = told && std::abs((*told - *from).count()) <= days_of_week;
    const bool fits = near && (!is_past(found) || *told <= *from);
    if (found != Direction::future && fits && !m_narrative) return iso(*told) + time_of_day(e);
    const int back = (weekday_of(*from) - e.weekday + days_of_week) % days_of_week;
    const bool ahead = (found == Direction::future || found == Direction::expected) && back > 0;
    const Day day = ahead ? *from + days{days_of_week - back} : *from - days{back};
    told = day;
    return iso(day) + time_of_day(e);
}

/// The day behind a time of day: `at 2:30 p.m. (1330 GMT) on Tuesday`.
std::optional<Day> Resolver::day_behind(const Expression& e) {
    if (m_expressions == nullptr) return std::nullopt;
    WordIndex at = e.last;
    for (const Expression* next = &e + 1; next != m_expressions->data() + m_expressions->size(); ++next) {
        while (at < next->first && m_words.is(at, "(", ")", "on", ",", "local", "time")) ++at;
        if (at != next->first) return std::nullopt;
        at = next->last;
        if (next->kind == Kind::clock) continue;
        const bool is_day = next->kind == Kind::weekday || (next->kind == Kind::date && next->day != 0);
        return is_day && next->hour < 0 && next->part_of_day.empty() ? day_of(value(*next)) : std::nullopt;
    }
    return std::nullopt;
}

std::string Resolver::clock(const Expression& e) {
    if (const auto day = day_behind(e)) return iso(*day) + time_of_day(e);
    const bool near =
        m_told && m_told->unit == Unit::day && (m_narrative || sentence_of(e) - m_told->sentence <= 1);
    const auto from = near ? told_base() : published_base();
    return (from ? iso(*from) : std::string("XXXX-XX-XX")) + time_of_day(e);
}

/// True for a quarter whose figures are told. What is expected of one that is not over (`a charge in the
/// fourth quarter`), and one the figures come after (`after a flat second quarter`), leave the quarter told
/// before.
bool Resolver::is_reported(const Expression& e, Day last) const {
    if (!m_quarter || !m_published) return true;
    // The quarter of a firm's own year, whose last day is told, keeps the number it was told by.
    if (e.kind == Kind::deictic && e.month != 0) return false;
    if (last >= *m_published) return m_quarter->day + days{days_of_quarter} >= *m_published;
    const Token& noun = m_words.token(e.last - 1);
    const std::string_view before = m_words.parse().at(noun.head).lower;
    const bool is_before = noun.dep == Dep::pobj &&
                           (before == "after" || before == "since" || before == "from" || before == "than");
    return m_quarter->day <= last || !is_before;
}

/// What later expressions count from.
void Resolver::remember(const Expression& e, const Time& time, std::int32_t index) {
    if (e.kind == Kind::duration && e.unit == Unit::month) m_quarter.reset(); // `the first nine months`
    if (time.type == "SET" || time.type == "DURATION") return;
    const auto bounds = range(time.value);
    if (!bounds) return;
    const bool is_day = bounds->first == bounds->second;
    const bool deictic_year = e.kind == Kind::deictic && e.unit == Unit::year;
    if (!m_narrative && deictic_year) return;
    const Unit unit = is_day                                            ? Unit::day
                      : time.value.find("-Q") != std::string::npos      ? Unit::quarter
                      : (bounds->second - bounds->first) < days{32}     ? Unit::month
                      : (bounds->second - bounds->first) < days{32 * 7} ? Unit::quarter
                                                                        : Unit::year;
    const Told told{bounds->first, unit, index, sentence_of(e)};
    const bool is_past_year = e.year && m_published && *e.year < year_of(*m_published);
    if (unit == Unit::quarter && time.value.find("-Q") != std::string::npos && e.kind != Kind::distance &&
        e.year_shift.value_or(0) == 0 && !is_past_year && is_reported(e, bounds->second))
        m_quarter = told;
    m_told = told;
    if (is_day && !m_narrative && e.weekday != 0 && m_published)
        m_weekdays[static_cast<std::size_t>(e.weekday)] = bounds->first;
}

} // namespace dateline::when
