#include "merge/merge.hpp"

namespace dateline::merge {

Record merge(const std::vector<CodedReport>& /*reports*/) { return {}; }

} // namespace dateline::merge
