#pragma once

#include <vector>

#include "merge/reports.hpp"
#include "record/merged.hpp"

namespace dateline::merge {

/// The days that mattered in a pile of reports, heaviest first, each with sentences that tell what happened.
Digest find_digest(const Reports& reports);

} // namespace dateline::merge
