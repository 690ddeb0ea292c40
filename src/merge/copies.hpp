#pragma once

#include <vector>

#include "merge/reports.hpp"
#include "record/merged.hpp"

namespace dateline::merge {

/// Groups of reports that share most of their five-word shingles; the earliest of a group is its original.
std::vector<Copy> find_copies(const Reports& reports);

} // namespace dateline::merge
