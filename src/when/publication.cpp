// A dateline often says the month and the day only. The weekday follows from the report's own words, in this
// order of trust:
//
//   1. A weekday written with its date (`Sunday, November 5`) counts to the day of publication.
//   2. `today, Monday` and `Monday (today)`.
//   3. Otherwise each weekday in the report votes: news in the past tense is of the day of issue or just
//   before
//      it, what is planned lies just ahead. The weekday that leaves the least distance in all wins; the first
//      sentence counts double, for a wire report leads with the day it tells of.
//
// With the weekday, the years in which that date falls on it are the candidates.

#include "when/publication.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <tuple>

#include <fmt/format.h>

#include "base/text.hpp"
#include "when/tense.hpp"
#include "when/when.hpp"

namespace dateline::when {

namespace {

using Kind = Expression::Kind;
constexpr int week = 7;

/// Weekday of publication from a date that names its weekday; the year is open, so only dates close by count.
int by_dated_weekday(int month, int day, const Expression& e) {
    constexpr int any_year = 2001; // not a leap year; off by one only across the end of February
    const auto told = day_of(fmt::format("{}-{:02}-{:02}", any_year, e.month, e.day));
    const auto published = day_of(fmt::format("{}-{:02}-{:02}", any_year, month, day));
    if (!told || !published) return 0;
    auto apart = static_cast<int>((*published - *told).count());
    constexpr int half_year = 183, year = 365, close = 45;
    if (apart > half_year) apart -= year;
    if (apart < -half_year) apart += year;
    if (apart > close || apart < -close) return 0;
    return ((e.weekday - 1 + apart) % week + week) % week + 1;
}

int distance(int candidate, int weekday, Direction direction) {
    const int back = (candidate - weekday + week) % week;
    const int ahead = (week - back) % week;
    if (direction == Direction::future) return ahead;
    // What the present tense tells lies on either side.
    return direction == Direction::expected ? std::min(back, ahead) : back;
}

} // namespace

int publication_weekday(int month, int day, const Words& words, const std::vector<Expression>& expressions) {
    std::array<int, week + 1> total{};
    int votes = 0;
    for (std::size_t i = 0; i < expressions.size(); ++i) {
        const Expression& e = expressions[i];
        if (e.kind == Kind::date && e.weekday != 0 && e.day != 0)
            if (const int found = by_dated_weekday(month, day, e); found != 0) return found;
        if (e.kind != Kind::weekday) continue;
        const bool today = i > 0 && expressions[i - 1].kind == Kind::day_offset &&
                           expressions[i - 1].count == 0 && e.first - expressions[i - 1].last <= 1;
        if (today) return e.weekday;
        const Direction direction = direction_of(words.parse(), words.at(e.last - 1).token);
        const int weight = words.token(e.first).sentence == 0 ? 2 : 1;
        for (int candidate = 1; candidate <= week; ++candidate)
            total[static_cast<std::size_t>(candidate)] += weight * distance(candidate, e.weekday, direction);
        ++votes;
    }
    if (votes == 0) return 0;
    int best = 1;
    for (int candidate = 2; candidate <= week; ++candidate)
        if (total[static_cast<std::size_t>(candidate)] < total[static_cast<std::size_t>(best)])
            best = candidate;
    return best;
}

std::vector<Day> possible_days(std::string_view open_date, const Words& words,
                               const std::vector<Expression>& expressions) {
    std::vector<Day> found;
    constexpr std::size_t length = 10;
    constexpr int first_year = 1950, last_year = 2050, leap_year = 2000;
    if (!open_date.starts_with("XXXX-") || open_date.size() < length) return found;
    const std::string_view rest = open_date.substr(4, length - 4);
    const auto any = day_of(fmt::format("{}{}", leap_year, rest));
    if (!any) return found;
    const auto date = std::chrono::year_month_day{*any};
    const int weekday =
        publication_weekday(static_cast<int>(static_cast<unsigned>(date.month())),
                            static_cast<int>(static_cast<unsigned>(date.day())), words, expressions);
    for (int year = first_year; weekday != 0 && year <= last_year; ++year)
        if (const auto day = day_of(fmt::format("{}{}", year, rest)); day && weekday_of(*day) == weekday)
            found.push_back(*day);
    return found;
}

std::vector<std::string> possible_days(const Parse& parse, const Report& report) {
    const Words words(parse);
    std::vector<std::string> found;
    for (const Day day : possible_days(report.published.value, words, find_expressions(words)))
        found.push_back(iso(day));
    return found;
}

void complete_year(const Parse& parse, const std::vector<Period>& terms, Report& report) {
    Published& published = report.published;
    if (!published.value.starts_with("XXXX-") || terms.empty()) return;
    std::vector<std::string> possible = possible_days(parse, report);
    std::erase_if(possible, [&](const std::string& day) {
        return std::any_of(terms.begin(), terms.end(), [&](const Period& term) {
            return (!term.from.empty() && day < term.from) ||
                   (!term.to.empty() && day.substr(0, term.to.size()) > term.to);
        });
    });
    if (possible.size() == 1) published.value = possible.front() + published.value.substr(10);
}

void set_year(std::string_view published, std::vector<Time>& times) {
    const auto day = day_of(published);
    if (!day) return;
    for (Time& time : times) {
        if (!time.value.starts_with("XXXX-") || time.value.find('X', 4) != std::string::npos ||
            time.type == "SET")
            continue;
        const auto in_year = [&](int year) { return fmt::format("{:04}{}", year, time.value.substr(4)); };
        constexpr int half_a_year = 183;
        std::string value = in_year(year_of(*day));
        if (const auto start = day_of(bounds(value).first)) {
            const auto distance = (*start - *day).count();
            if (distance > half_a_year) value = in_year(year_of(*day) - 1);
            if (distance < -half_a_year) value = in_year(year_of(*day) + 1);
        }
        time.value = value;
        std::tie(time.from, time.to) = bounds(value);
    }
}

} // namespace dateline::when
