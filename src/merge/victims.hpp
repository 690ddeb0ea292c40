#pragma once

#include <cstdint>
#include <vector>

#include "merge/reports.hpp"

namespace dateline::merge {

/// Whom the news of each report befell: hashes of the last names of people who are killed, hurt, arrested or
/// charged in its title or first sentence, sorted.
std::vector<std::vector<std::uint64_t>> victims_of(const Reports& reports);

/// Both name some, and no one in common: two like stories, not one.
bool are_other_victims(const std::vector<std::uint64_t>& one, const std::vector<std::uint64_t>& other);

} // namespace dateline::merge
