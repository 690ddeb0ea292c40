#pragma once

#include <utility>
#include <vector>

#include "record/parse.hpp"

namespace dateline::what {

/// Tokens `[first, last)` that a page says about itself (`Story continues below`), by the phrases of
/// data/what/furniture.txt, in order.
std::vector<std::pair<TokenIndex, TokenIndex>> page_furniture(const Parse& parse);

} // namespace dateline::what
