#pragma once

#include <vector>

#include "merge/reports.hpp"
#include "record/merged.hpp"

namespace dateline::merge {

/// Reports of one news event each, two or more a story. `reports` must come in order of publication.
std::vector<Story> find_stories(const Reports& reports);

} // namespace dateline::merge
