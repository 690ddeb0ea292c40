// Values of what is told from another day: this, last, next, ago, later, the same.

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include "when/resolver.hpp"

namespace dateline::when {

using std::chrono::days;
using Anchor = Expression::Anchor;

namespace {

constexpr int days_of_week = 7;

std::string part(const Expression& e) {
    return e.hour >= 0 ? fmt::format("T{:02}:{:02}", e.hour, e.minute) : std::string(e.part_of_day);
}

/// What is a month back is called last month, so `last February` in March is the one of the year before.
std::string month_by_count(Day from, const Expression& e) {
    int year = year_of(from);
    if (e.count < 0 && e.month + 1 >= month_of(from)) --year;
    if (e.count > 0 && e.month <= month_of(from)) ++year;
    const std::string month = fmt::format("{}-{:02}", year_text(year), e.month);
    return e.day == 0 ? month : fmt::format("{}-{:02}", month, e.day);
}

/// `this weekend` behind Saturday is the one just passing, on other days the coming one; on Monday and
/// Tuesday news means the last one.
std::string weekend(Day from, int count) {
    Day monday = monday_of(from);
    const int today = weekday_of(from);
    constexpr int tuesday = 2, saturday = 6;
    if (count < 0 || (count == 0 && today <= tuesday)) monday -= days{days_of_week};
    if (count > 0 && today >= saturday) monday += days{days_of_week};
    return iso_week(monday) + "-WE";
}

std::string season_by_count(Day from, const Expression& e) {
    const auto in = [&](int year) { return fmt::format("{}-{}", year_text(year), e.value); };
    const int year = year_of(from);
    if (e.count == 0) return in(year);
    const auto bounds = range(in(year));
    if (!bounds) return in(year);
    if (e.count < 0) return bounds->second < from ? in(year) : in(year - 1);
    return bounds->first > from ? in(year) : in(year + 1);
}

/// `half a century ago`, `a year and a half later`: in years, or in months where years are halved.
std::string distance_and_half(Day from, const Expression& e) {
    constexpr int century = 100, decade = 10, months = 12, most = 1000; // longer is no time of people
    const int sign = e.is_back ? -1 : 1;
    const int count = std::min(std::abs(e.count), most);
    if (e.unit == Unit::year)
        return period(shift(from, sign * (count * months + months / 2), Unit::month), Unit::month);
    const int whole = e.unit == Unit::century ? century : decade;
    return period(shift(from, sign * (count * whole + whole / 2), Unit::year), Unit::year);
}

/// The calendar's quarter that holds most of the three months to the last day, which is the nearest one
/// to the day of publication.
std::string quarter_to(Day published, const Expression& e) {
    constexpr int half_of_year = 183, half_of_quarter = 45;
    const auto last = [&](int year) {
        return e.day == 0 ? last_of_month(year, e.month) : day_in(year, e.month, e.day);
    };
    const int year = year_of(published);
    const auto ahead = (last(year) - published).count();
    const Day end = last(ahead > half_of_year ? year - 1 : ahead < -half_of_year ? year + 1 : year);
    return period(end - days{half_of_quarter}, Unit::quarter);
}

} // namespace

std::string Resolver::deictic(const Expression& e) {
    const bool own_day = e.anchor == Anchor::publication && e.unit >= Unit::week && !m_narrative;
    const auto from = own_day ? published_base() : base(e.anchor, e);
    if (!from)
        return e.month != 0 ? fmt::format("XXXX-{:02}", e.month) : e.value == "WE" ? "XXXX-WXX-WE" : "XXXX";
    if (e.weekday != 0) {
        // `down from the previous Friday`, behind another Friday
        const auto& told = m_weekdays[static_cast<std::size_t>(e.weekday)];
        if (e.anchor == Anchor::reference && told && e.count != 0)
            return iso(*told + days{e.count * days_of_week}) + part(e);
        const int back = (weekday_of(*from) - e.weekday + days_of_week) % days_of_week;
        if (e.count < 0) return iso(*from - days{back == 0 ? days_of_week : back}) + part(e);
        if (e.count > 0) return iso(*from + days{days_of_week - back}) + part(e);
        return iso(monday_of(*from) + days{e.weekday - 1}) + part(e);
    }
    if (e.unit == Unit::quarter && e.count == 0) return quarter(*from, e);
    if (e.month != 0) return month_by_count(*from, e);
    if (e.value == "WE") return weekend(*from, e.count);
    if (!e.value.empty()) return season_by_count(*from, e);
    return period(shift(*from, e.count, e.unit), e.unit) + part(e);
}

/// What is told of `the quarter` is told when it is over; `this quarter` is the current one.
std::string Resolver::quarter(Day from, const Expression& e) const {
    if (e.month != 0) return quarter_to(from, e);
    if (m_words.is(e.first, "this") || m_words.is(e.first + 1, "current")) return period(from, Unit::quarter);
    if (m_quarter) return period(m_quarter->day, Unit::quarter);
    return period(shift(from, -1, Unit::quarter), Unit::quarter);
}

std::string Resolver::distance(const Expression& e) {
    if (e.unit < Unit::day) return duration_value(e);
    // Figures `a year ago` are those of the quarter just told.
    constexpr std::int32_t sentences_back = 6;
    bool is_period = false; // `the year-ago period`
    for (WordIndex i = e.first; i < e.last; ++i) is_period = is_period || m_words.is(i, "period", "quarter");
    if (!m_narrative && e.unit == Unit::year && e.count == -1 && m_quarter &&
        (is_period || sentence_of(e) - m_quarter->sentence <= sentences_back)) {
        m_anchor_time = m_quarter->index;
        return period(shift(m_quarter->day, -1, Unit::year), Unit::quarter);
    }
    if (e.unit >= Unit::year && e.anchor == Anchor::reference && e.count > 0 && !m_narrative)
        return years_later(e);
    const bool ago = e.anchor == Anchor::publication;
    const auto from = ago && (!m_narrative || m_published)
                          ? (m_narrative && m_told ? told_base() : published_base())
                          : base(e.anchor, e);
    // `died a couple of days later`, after what has no day
    const bool is_unknown = e.anchor == Anchor::reference && e.count > 0 && m_anchor_time < 0 &&
                            !m_narrative && is_past(direction(e));
    if (!from || is_unknown) return e.count < 0 ? "PAST_REF" : "FUTURE_REF";
    if (e.and_half && e.unit >= Unit::year) return distance_and_half(*from, e);
    return period(shift(*from, e.count, e.unit), e.unit) + part(e);
}

/// `forty years later` ends at publication at the latest, for news tells what has come to be; what it counts
/// from is the day told just before, else an event without a day, and then the year is not known.
std::string Resolver::years_later(const Expression& e) {
    constexpr std::int32_t sentences_back = 4;
    if (!m_told || sentence_of(e) - m_told->sentence > sentences_back) return "FUTURE_REF";
    const auto day = [&](Day from) {
        return e.and_half ? distance_and_half(from, e) : period(shift(from, e.count, e.unit), e.unit);
    };
    const auto bounds = range(day(m_told->day));
    if (m_published && (!bounds || bounds->first > *m_published)) return "FUTURE_REF";
    return day(*told_base());
}

std::string Resolver::same(const Expression& e) {
    // of a year or season told before no day is the same
    const bool is_apart = m_told && !m_narrative && e.unit == Unit::day && m_told->unit != Unit::day &&
                          m_told->unit != Unit::month;
    const auto from = m_told && !is_apart ? told_base() : published_base();
    if (!from) return "XXXX-XX-XX" + part(e);
    if (e.unit == Unit::day && m_told && m_told->unit == Unit::month)
        return period(*from, Unit::month) + "-XX" + part(e);
    return period(*from, e.unit) + part(e);
}

} // namespace dateline::when
