#pragma once

#include <string>
#include <string_view>

namespace dateline::store {

/// The bytes as a zlib stream (RFC 1950), packed for speed.
std::string deflated(std::string_view bytes);

/// The bytes of a zlib stream. Throws `Error` when it is none or is cut off.
std::string inflated(std::string_view stream);

} // namespace dateline::store
