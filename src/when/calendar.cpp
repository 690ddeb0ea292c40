#include "when/calendar.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "base/text.hpp"

namespace dateline::when {

namespace {

using namespace std::chrono;

std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || result.ec != std::errc{} || result.ptr != text.data() + text.size())
        return std::nullopt;
    return value;
}

year_month_day parts(Day day) {
    return year_month_day{day};
}

Day make_day(int y, int m, int d) {
    return sys_days{year{y} / month{static_cast<unsigned>(m)} / std::chrono::day{static_cast<unsigned>(d)}};
}

} // namespace

std::optional<Day> day_of(std::string_view iso) {
    if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
    const auto y = number(iso.substr(0, 4));
    const auto m = number(iso.substr(5, 2));
    const auto d = number(iso.substr(8, 2));
    if (!y || !m || !d) return std::nullopt;
    const year_month_day date{year{*y}, month{static_cast<unsigned>(*m)},
                              std::chrono::day{static_cast<unsigned>(*d)}};
    return date.ok() ? std::optional(sys_days{date}) : std::nullopt;
}

int year_of(Day day) {
    return static_cast<int>(parts(day).year());
}
int month_of(Day day) {
    return static_cast<int>(static_cast<unsigned>(parts(day).month()));
}
int weekday_of(Day day) {
    return static_cast<int>(weekday{day}.iso_encoding());
}
Day monday_of(Day day) {
    return day - days{weekday_of(day) - 1};
}

std::string iso(Day day) {
    return fmt::format("{}-{:02}-{:02}", year_text(year_of(day)), month_of(day),
                       static_cast<unsigned>(parts(day).day()));
}

std::string year_text(int year) {
    return year >= 1 ? fmt::format("{:04}", year) : fmt::format("BC{:04}", 1 - year);
}

std::string iso_week(Day day) {
    const Day thursday = monday_of(day) + days{3}; // its year is the week's year
    const Day first = make_day(year_of(thursday), 1, 1);
    return fmt::format("{}-W{:02}", year_text(year_of(thursday)), (thursday - first).count() / 7 + 1);
}

Day last_of_month(int y, int m) {
    return sys_days{year_month_day_last{year{y}, month_day_last{month{static_cast<unsigned>(m)}}}};
}
Day day_in(int y, int m, int d) {
    return std::min(make_day(y, m, d), last_of_month(y, m));
}
Day first_of_month(int y, int m) {
    return make_day(y, m, 1);
}

Day add_months(Day day, int count) {
    const auto moved = parts(day) + months{count};
    return moved.ok() ? sys_days{moved}
                      : last_of_month(static_cast<int>(moved.year()),
                                      static_cast<int>(static_cast<unsigned>(moved.month())));
}

Day shift(Day day, int count, Unit unit) {
    constexpr int most = 20'000; // keeps years within the calendar's range
    if (count > most || count < -most) return day;
    switch (unit) {
    case Unit::day: return day + days{count};
    case Unit::week: return day + days{7 * count};
    case Unit::month: return add_months(day, count);
    case Unit::quarter: return add_months(day, 3 * count);
    case Unit::year: return add_months(day, 12 * count);
    case Unit::decade: return add_months(day, 120 * count);
    case Unit::century: return add_months(day, 1200 * count);
    default: return day;
    }
}

std::string period(Day day, Unit unit) {
    std::string year = year_text(year_of(day));
    const std::size_t era = year_of(day) < 1 ? 2 : 0; // letters in front of the digits
    switch (unit) {
    case Unit::week: return iso_week(day);
    case Unit::month: return fmt::format("{}-{:02}", year, month_of(day));
    case Unit::quarter: return fmt::format("{}-Q{}", year, (month_of(day) - 1) / 3 + 1);
    case Unit::year: return year;
    case Unit::decade: return year.substr(0, era + 3);
    case Unit::century: return year.substr(0, era + 2);
    default: return iso(day);
    }
}

namespace {

using Range = std::pair<Day, Day>;

std::optional<Range> week_bounds(int y, std::string_view rest) {
    const auto week = number(rest.substr(1, 2));
    if (!week || *week < 1 || *week > 53) return std::nullopt;
    const Day monday = monday_of(make_day(y, 1, 4)) + days{7 * (*week - 1)};
    if (rest.substr(3) == "-WE") return Range{monday + days{5}, monday + days{6}};
    return Range{monday, monday + days{6}};
}

std::optional<Range> part_of_year(int y, std::string_view rest) {
    if (rest.starts_with('W')) return week_bounds(y, rest);
    if (rest.size() == 2 && rest[0] == 'Q' && rest[1] >= '1' && rest[1] <= '4') {
        const int first = 3 * (rest[1] - '1') + 1;
        return Range{first_of_month(y, first), last_of_month(y, first + 2)};
    }
    if (rest.size() == 2 && rest[0] == 'H')
        return rest[1] == '1' ? Range{make_day(y, 1, 1), make_day(y, 6, 30)}
                              : Range{make_day(y, 7, 1), make_day(y, 12, 31)};
    if (rest == "SP") return Range{make_day(y, 3, 1), make_day(y, 5, 31)};
    if (rest == "SU") return Range{make_day(y, 6, 1), make_day(y, 8, 31)};
    if (rest == "FA") return Range{make_day(y, 9, 1), make_day(y, 11, 30)};
    if (rest == "WI") return Range{make_day(y, 12, 1), last_of_month(y + 1, 2)};
    const auto m = number(rest.substr(0, 2));
    if (!m || *m < 1 || *m > 12) return std::nullopt;
    return Range{first_of_month(y, *m), last_of_month(y, *m)};
}

std::optional<Range> range_before_christ(std::string_view value) {
    constexpr std::size_t year_end = 6;
    const auto n = number(value.substr(2, 4));
    if (value.size() < year_end || !n) return std::nullopt;
    const int y = 1 - *n;
    if (value.size() == year_end) return Range{make_day(y, 1, 1), make_day(y, 12, 31)};
    value.remove_prefix(year_end + 1);
    if (value.size() >= 5 && value[2] == '-') {
        const auto m = number(value.substr(0, 2));
        const auto d = number(value.substr(3, 2));
        if (!m || !d || *m < 1 || *m > 12 || *d < 1 || *d > 31) return std::nullopt;
        const Day day = make_day(y, *m, *d);
        return Range{day, day};
    }
    return part_of_year(y, value);
}

} // namespace

std::optional<Range> range(std::string_view value) {
    if (value.starts_with("BC")) return range_before_christ(value);
    if (const std::size_t time = value.find('T'); time != std::string_view::npos && time >= 10)
        value = value.substr(0, time);
    if (const auto day = day_of(value)) return Range{*day, *day};
    if (value.size() == 3)
        if (const auto decade = number(value))
            return Range{make_day(*decade * 10, 1, 1), make_day(*decade * 10 + 9, 12, 31)};
    if (value.size() == 2)
        if (const auto century = number(value))
            return Range{make_day(*century * 100, 1, 1), make_day(*century * 100 + 99, 12, 31)};
    const auto y = number(value.substr(0, 4));
    if (value.size() < 4 || !y) return std::nullopt;
    if (value.size() == 4) return Range{make_day(*y, 1, 1), make_day(*y, 12, 31)};
    return value[4] == '-' ? part_of_year(*y, value.substr(5)) : std::nullopt;
}

std::pair<std::string, std::string> bounds(std::string_view value) {
    const auto found = range(value);
    if (!found || year_of(found->first) < 1) return {};
    return {iso(found->first), iso(found->second)};
}

Day easter(int y) {
    const int a = y % 19;
    const int b = y / 100;
    const int c = y % 100;
    const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int n = h + l - 7 * m + 114;
    return make_day(y, n / 31, n % 31 + 1);
}

Day nth_weekday(int y, int m, int wanted, int n) {
    if (n < 0) {
        const Day last = last_of_month(y, m);
        return last - days{(weekday_of(last) - wanted + 7) % 7};
    }
    const Day first = first_of_month(y, m);
    return first + days{(wanted - weekday_of(first) + 7) % 7 + 7 * (n - 1)};
}

} // namespace dateline::when
