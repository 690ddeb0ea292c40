#include "show/days.hpp"

#include <charconv>
#include <chrono>

#include <fmt/format.h>

namespace dateline::show {

std::string days(const std::string& from, const std::string& to) {
    if (from.empty()) return to.empty() ? "" : "until " + to;
    if (to.empty() || to == from) return from;
    return from + " \xE2\x80\x93 " + to;
}

std::optional<int> day_number(std::string_view day) {
    if (day.size() < 10 || day[4] != '-' || day[7] != '-') return std::nullopt;
    const auto number = [&](std::size_t at, std::size_t size) {
        int value = -1;
        const auto end = std::from_chars(day.data() + at, day.data() + at + size, value).ptr;
        return end == day.data() + at + size ? value : -1;
    };
    const int year = number(0, 4), month = number(5, 2), of_month = number(8, 2);
    if (year < 0 || month < 0 || of_month < 0) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(of_month))};
    if (!date.ok()) return std::nullopt;
    return static_cast<int>(std::chrono::sys_days(date).time_since_epoch().count());
}

std::string day_text(int day) {
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

} // namespace dateline::show
