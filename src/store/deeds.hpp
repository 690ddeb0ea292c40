#pragma once

#include <string>

#include "record/coded_report.hpp"

namespace dateline::store {

/// What a claim says was done, to stand behind the names of those whom it is told of.
struct Deed {
    std::string words; // `spoke with Ada Example on Monday`; ""
    std::string of;    // `actors`, `recipients` or `parties` (both together); ""
};

/// Pronouns for a party are replaced by its name. Empty when the words do not go with the names of one side,
/// because none or both of them stand in it.
Deed deed_of(const CodedReport& coded, const Claim& claim);

} // namespace dateline::store
