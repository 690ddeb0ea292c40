#pragma once

#include <cstddef>
#include <vector>

#include "where/mentions.hpp"
#include "where/namesakes.hpp"

namespace dateline::where {

/// A name of the report with its meanings, the best first.
struct NameGroup {
    std::vector<Meaning> meanings;
    double weight = 0;               // how much it says to others, 0 to 1
    KindHint hint = KindHint::none;  // what stands beside each of its mentions
    std::vector<std::size_t> listed; // groups that stand beside it in a list
};

/// What the other names of a report say of one meaning of a name, before weights. Sums over names; a name
/// that is itself undecided speaks with all its likely meanings.
struct Votes {
    double near = 0;                              // closeness of other names
    double country = 0;                           // names in the same country
    double division = 0;                          // names in the same first-order division
    double kin = 0;                               // other first-order divisions of the country
    double named_country = 0, named_division = 0; // how surely the country, the division is named
    double listed = 0; // how surely another division of the country stands beside it in a list
};

/// Votes of the groups that are heard on a meaning of the group `own`.
Votes votes_on(const Meaning& meaning, std::size_t own, const std::vector<NameGroup>& groups,
               const std::vector<std::size_t>& heard);

} // namespace dateline::where
