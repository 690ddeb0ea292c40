#pragma once

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/error.hpp"

namespace dateline::where {

/// The number a field of a table holds, 0 for an empty field. Throws `Error` that begins with `where`.
template<typename Number>
Number number(std::string_view field, const std::string& where) {
    Number value{};
    if (field.empty()) return value;
    const auto result = std::from_chars(field.data(), field.data() + field.size(), value);
    if (result.ec != std::errc{} || result.ptr != field.data() + field.size())
        throw error("{}: not a number: {}", where, field);
    return value;
}

/// Number of a place's names as its record holds it.
inline std::uint8_t name_count(std::size_t names) {
    return static_cast<std::uint8_t>(std::min<std::size_t>(names, 255));
}

} // namespace dateline::where
