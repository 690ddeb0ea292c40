#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "merge/decisions.hpp"
#include "merge/events.hpp"

namespace dateline::merge {

/// The groups when each has joined that of its target; a target stays itself. In order of their first claim.
EventGroups join_groups(const EventGroups& groups, const std::vector<std::uint32_t>& targets);

/// Whether a user has parted a claim of one group from a claim of the other.
bool are_parted(std::span<const std::uint32_t> one, std::span<const std::uint32_t> other,
                const Decisions& decisions);

} // namespace dateline::merge
