#pragma once

#include <cstdint>
#include <string_view>

namespace dateline::merge {

/// How many a phrase opens with: `two climbers`, `at least 23 men`, `a driver`, `his brother`; 0 when it does
/// not say. Numbers of five digits and more are capped at 99,999.
std::uint32_t how_many(std::string_view phrase);

/// The phrase behind that number: `men` of `at least 23 men`; all of it when it opens with none.
std::string_view without_number(std::string_view phrase);

} // namespace dateline::merge
