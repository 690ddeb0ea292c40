#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::where {

/// A place name brought to the form the gazetteer is searched by: lower case, no accents, points or
/// apostrophes, hyphens as blanks, `saint` as `st`, `mount` as `mt`, `fort` as `ft`, `co` as `county`, `twp`
/// as `township`, no leading article.
std::string normalized(std::string_view name);
/// The same into a string that is reused: no allocation for ASCII names once it is long enough.
void normalize(std::string_view name, std::string& out);

/// 64-bit key of a normalised name.
std::uint64_t name_key(std::string_view normalized_name);

} // namespace dateline::where
