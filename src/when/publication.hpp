#pragma once

#include <string_view>
#include <vector>

#include "when/expression.hpp"

namespace dateline::when {

/// The days an open date of publication (`XXXX-11-06`) can be, oldest first, from 1950 to 2050: those on the
/// weekday that the report's own words suggest. None when they suggest none or the date is not of that form.
std::vector<Day> possible_days(std::string_view open_date, const Words& words,
                               const std::vector<Expression>& expressions);

/// ISO weekday (1 Monday) of the day of publication as the report itself suggests; 0 when it says nothing.
/// `month` and `day` are those of publication.
int publication_weekday(int month, int day, const Words& words, const std::vector<Expression>& expressions);

} // namespace dateline::when
