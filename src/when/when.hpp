#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/coded_report.hpp"

namespace dateline::when {

/// The time expressions of a report in text order, not overlapping, with TIMEX3 type and value and the first
/// and last day each can mean. Relative ones are resolved against `report.published`, the dateline or another
/// time; what cannot be known stays open (`XXXX-11-06`). Safe to call from several threads.
std::vector<Time> find_times(const Parse& parse, const Report& report);

/// First and last day of a period, ISO days, months or years; "" open.
struct Period {
    std::string from, to;
};

/// The days (ISO, oldest first, from 1950 to 2050) on which a report published on `XXXX-11-06` can have been:
/// those on the weekday that its own words suggest; none when they suggest none or the date is not open.
std::vector<std::string> possible_days(const Parse& parse, const Report& report);

/// Finds the year of a report published on `XXXX-11-06` when only one fits: that day must be the weekday the
/// text suggests and lie in each of the periods (terms of office of the people named). Else leaves it open.
void complete_year(const Parse& parse, const std::vector<Period>& terms, Report& report);

/// Fills the year into values that were left open for want of the report's (`XXXX-11-05`), once it is known.
void set_year(std::string_view published, std::vector<Time>& times);

} // namespace dateline::when
