#pragma once

#include <vector>

#include "record/merged.hpp"

namespace dateline::merge {

/// The record of a pile of coded reports. Their `parse` is not needed. The same set of reports gives the same
/// record, ids included, in whatever order they come.
Record merge(const std::vector<CodedReport>& reports);

} // namespace dateline::merge
