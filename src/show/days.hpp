#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline::show {

/// `2023-11-05`, `2023-11-04 – 2023-11-05`; "" when no day is known.
std::string days(const std::string& from, const std::string& to);

/// Days since 1970-01-01 of an ISO day; nothing when it is none.
std::optional<int> day_number(std::string_view day);
/// The ISO day of a day number.
std::string day_text(int day);

} // namespace dateline::show
