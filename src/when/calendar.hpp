#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace dateline::when {

using Day = std::chrono::sys_days;

enum class Unit { second, minute, hour, day, week, month, quarter, year, decade, century };
/// The day of an ISO date or timestamp with year, month and day; nothing for anything else.
std::optional<Day> day_of(std::string_view iso);
std::string iso(Day day);
/// Astronomical: 0 is 1 BC.
int year_of(Day day);
/// `1998`, `BC0480`.
std::string year_text(int year);
/// 1 to 12.
int month_of(Day day);
/// ISO 8601: 1 Monday to 7 Sunday.
int weekday_of(Day day);
/// `2023-W45`.
std::string iso_week(Day day);
/// The Monday of the day's week.
Day monday_of(Day day);
/// The same day of another month, or that month's last day.
Day add_months(Day day, int months);
/// The day of a month of 1 to 12; its last day where the month is shorter.
Day day_in(int year, int month, int day);
Day first_of_month(int year, int month);
Day last_of_month(int year, int month);
/// A period around a day in TIMEX3 form: `2023-11-05`, `2023-W44`, `2023-11`, `2023-Q4`, `2023`, `202`, `20`.
std::string period(Day day, Unit unit);
/// A day so many units away.
Day shift(Day day, int count, Unit unit);
/// First and last day a TIMEX3 date value can mean; nothing when it leaves the year open or is no date.
std::optional<std::pair<Day, Day>> range(std::string_view value);
/// The same as ISO dates, of our era only; else empty.
std::pair<std::string, std::string> bounds(std::string_view value);
/// Easter Sunday of a year (the anonymous Gregorian algorithm).
Day easter(int year);
/// The n-th weekday of a month (n from 1), or the last one (n = -1).
Day nth_weekday(int year, int month, int weekday, int n);

} // namespace dateline::when
