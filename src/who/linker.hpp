#pragma once

#include <vector>

#include "who/mention.hpp"

namespace dateline::who {

/// Puts mentions that stand for one actor together: the number of each mention's actor. Numbers start at 0 in
/// order of first mention; -1 for a pronoun nobody fits.
std::vector<int> link_mentions(const Parse& parse, const std::vector<FoundMention>& mentions,
                               const std::vector<Place>& places);

} // namespace dateline::who
