#pragma once

#include <functional>
#include <span>
#include <vector>

#include "who/antecedents.hpp"
#include "who/mention.hpp"

namespace dateline::who {

/// Chooses among the candidates of the pronoun with this mention number: an index, or -1 for none. For
/// training the model: the linker's own choice is that of the best score.
using Chooser =
    std::function<int(std::size_t pronoun, std::span<const Candidate> candidates, const Clusters& clusters)>;

/// Puts mentions that stand for one actor together: the number of each mention's actor. Numbers start at 0 in
/// order of first mention; -1 for a mention that nobody fits.
std::vector<int> link_mentions(const Parse& parse, const std::vector<FoundMention>& mentions,
                               const std::vector<Place>& places, const Chooser& chooser = {});

} // namespace dateline::who
