#pragma once

#include <vector>

#include "what/words.hpp"

namespace dateline::what {

/// Puts the speakers of the quotes that hold a claim into its `said_by`, outermost first, before those it
/// has. `claims` are in text order.
void add_vouchers(const CodedReport& coded, std::vector<Claim>& claims);

} // namespace dateline::what
