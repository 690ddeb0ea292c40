#pragma once

#include <vector>

#include "record/coded_report.hpp"

namespace dateline::who {

/// Names those who are only known as somebody's after whose they are: `his office` becomes `Otto Brandt's
/// office` where `his` is Otto Brandt. Whoever belongs to nobody named keeps the words of the report.
void name_after_owners(const Report& report, const Parse& parse, std::vector<Actor>& actors);

} // namespace dateline::who
