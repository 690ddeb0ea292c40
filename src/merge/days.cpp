#include "merge/days.hpp"

#include <charconv>
#include <chrono>

namespace dateline::merge {

std::int32_t day_number(std::string_view iso) {
    int year = 0, month = 0, day = 0;
    const auto read = [&](std::size_t at, std::size_t length, int& out) {
        return std::from_chars(iso.data() + at, iso.data() + at + length, out).ptr ==
               iso.data() + at + length;
    };
    if (iso.size() < 10 || !read(0, 4, year) || !read(5, 2, month) || !read(8, 2, day)) return unknown_day;
    const std::chrono::year_month_day date{std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok()) return unknown_day;
    return static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count());
}

} // namespace dateline::merge
