#pragma once

#include <vector>

#include "record/coded_report.hpp"
#include "what/lexicon.hpp"

namespace dateline::what {

/// What the report says happened, will happen or did not happen, in text order: `coded` holds everything the
/// earlier rooms found, its `claims` are ignored. Ids are `c1`, `c2`, …. Safe to call from several threads.
std::vector<Claim> find_claims(const CodedReport& coded, const Lexicon& lexicon);

} // namespace dateline::what
