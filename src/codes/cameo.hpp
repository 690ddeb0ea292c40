#pragma once

#include <optional>
#include <string_view>

namespace dateline::codes {

/// A CAMEO event code.
struct CameoEvent {
    std::string_view name;
    std::optional<double> goldstein_icews;
    std::optional<double> goldstein_gdelt;
};

/// Null for a code that CAMEO does not have. Codes are strings: `010` is not `10`. The result lives as long
/// as the program.
const CameoEvent* cameo_event(std::string_view code);

} // namespace dateline::codes
