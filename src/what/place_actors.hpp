#pragma once

#include "record/coded_report.hpp"

namespace dateline::what {

/// Provinces, countries and regions that a claim has for a party (`the offensive in Gaza`) and that no
/// earlier room took for actors become actors of the report, one for each place; their mentions are the
/// places' where they are parties. Linear in places and participants.
void add_place_actors(CodedReport& coded);

} // namespace dateline::what
