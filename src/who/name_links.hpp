#pragma once

#include <vector>

#include "who/mention.hpp"

namespace dateline::who {

/// Puts the names of one actor together by what they say, wherever they stand: a number for each mention that
/// is a name, in order of first name; -1 for other mentions.
std::vector<int> link_names(const Parse& parse, const std::vector<FoundMention>& mentions,
                            const std::vector<Place>& places);

} // namespace dateline::who
