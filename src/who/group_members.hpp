#pragma once

#include <vector>

#include "record/coded_report.hpp"

namespace dateline::who {

/// Fills `members` of groups that say how many they are (`the two leaders`, `both sides`) when the sentences
/// just before name exactly that many actors of their kind.
void fill_members(const Parse& parse, std::vector<Actor>& actors);

} // namespace dateline::who
