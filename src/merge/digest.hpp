#pragma once

#include <vector>

#include "record/merged.hpp"

namespace dateline::merge {

/// The days that mattered in a pile of reports, heaviest first, each with sentences that tell what happened.
Digest find_digest(const std::vector<const CodedReport*>& reports);

} // namespace dateline::merge
