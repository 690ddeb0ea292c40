#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline::read {

/// A page that is not well-formed UTF-8, as UTF-8; nothing when it names another encoding (`koi8-r`), which
/// the parser of HTML knows how to read.
std::optional<std::string> western_page(std::string_view bytes);

} // namespace dateline::read
