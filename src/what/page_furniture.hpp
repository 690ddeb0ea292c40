#pragma once

#include <utility>
#include <vector>

#include "record/parse.hpp"

namespace dateline::what {

/// Tokens `[first, last)` that a page says about itself (`Story continues below`), by the phrases of
/// data/what/furniture.txt, and links to other reports that it has glued to a name (`SmithSenate votes
/// MORE`).
std::vector<std::pair<TokenIndex, TokenIndex>> page_furniture(const Parse& parse);

} // namespace dateline::what
