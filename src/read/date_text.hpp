#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::read {

/// A calendar day written at the start of a text.
struct DateMatch {
    std::string value;      // `2023-11-06`, or `XXXX-11-06` when no year is written
    std::size_t length = 0; // bytes it takes
};

/// Matches a day at the very start of `text`: `2023-11-06`, `2023/11/06`, `November 6, 2023`, `Nov. 6`,
/// `6 November 2023`, with a weekday in front (`Monday, Nov 6`). Numeric forms that could be read two ways
/// (`11/06/2023`) match only when one reading is no date.
std::optional<DateMatch> match_date(std::string_view text);

/// The first day in a path or URL (`/2023/11/06/`, `2023-11-06-title`, `20231106`), ISO; "" without one.
std::string date_in_path(std::string_view path);

} // namespace dateline::read
