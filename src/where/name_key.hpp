#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::where {

/// A place name brought to the form the gazetteer is searched by: lower case, no accents, points or
/// apostrophes, hyphens as blanks, `saint` as `st`, `mount` as `mt`, `fort` as `ft`, no leading article.
std::string normalized(std::string_view name);

/// 64-bit key of a normalised name.
std::uint64_t name_key(std::string_view normalized_name);

} // namespace dateline::where
