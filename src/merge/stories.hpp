#pragma once

#include <vector>

#include "record/merged.hpp"

namespace dateline::merge {

/// Reports of one news event each, two or more a story. `reports` must come in order of publication.
std::vector<Story> find_stories(const std::vector<const CodedReport*>& reports);

} // namespace dateline::merge
