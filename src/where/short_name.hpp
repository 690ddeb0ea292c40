#pragma once

#include <cstdint>
#include <string_view>

#include "where/gazetteer_writer.hpp"

namespace dateline::where {

/// Enters a division also under its name without the word for its kind: Laurel County as `Laurel`,
/// `Province of X` as `X`. Such names rank as `NameRank::part` for second-order divisions.
void add_short_names(GazetteerWriter& writer, const PlaceRecord& place, std::uint32_t index,
                     std::string_view name);

} // namespace dateline::where
