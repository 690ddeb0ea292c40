#pragma once

#include <vector>

#include "record/merged.hpp"

namespace dateline::merge {

/// Groups of reports that share most of their five-word shingles; the earliest of a group is its original.
std::vector<Copy> find_copies(const std::vector<const CodedReport*>& reports);

} // namespace dateline::merge
