#pragma once

#include <cstdint>
#include <string_view>

namespace dateline::merge {

/// Stands for a day that is not known.
constexpr std::int32_t unknown_day = INT32_MIN;

/// The number of an ISO day (or of the day of a timestamp), counted from 1970-01-01; `unknown_day` for what
/// is no full day.
std::int32_t day_number(std::string_view iso);

} // namespace dateline::merge
