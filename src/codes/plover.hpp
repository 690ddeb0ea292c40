#pragma once

#include <optional>
#include <string_view>

namespace dateline::codes {

/// What a PLOVER type, in a mode, weighs.
struct PloverWeight {
    int quad = 0; // 1 verbal, 2 material cooperation, 3 verbal, 4 material conflict
    double score = 0;
};

/// Empty for a type that is none of the sixteen. An unknown or empty mode gives the type's own score.
std::optional<PloverWeight> plover_weight(std::string_view type, std::string_view mode);

/// True when the type has the mode.
bool is_plover_mode(std::string_view type, std::string_view mode);

} // namespace dateline::codes
