#pragma once

#include <cstdint>
#include <vector>

#include "merge/reports.hpp"

namespace dateline::merge {

/// What the title and the first sentences of a report tell that another report of the same news would tell
/// somewhere, too. All lists are sorted; people are hashes of last names.
struct LeadFacts {
    std::vector<std::uint64_t> victims;                     // killed, hurt, arrested or charged
    std::vector<std::uint64_t> people, all_people;          // named more than once; anywhere in the report
    std::vector<std::uint32_t> numbers, tolls, all_numbers; // of three and more; tolls: of dead and hurt
};

std::vector<LeadFacts> lead_facts_of(const Reports& reports);

/// Both name victims, and no one in common: two like stories, not one.
bool are_other_victims(const LeadFacts& one, const LeadFacts& other);

/// Each has people in its lead whom the other does not name at all.
bool are_of_other_people(const LeadFacts& one, const LeadFacts& other);

/// Whether the dead and hurt count: of one day's news they are still being counted.
enum class Tolls : std::uint8_t { ignored, counted };

/// Each has numbers in its lead, most of which the other does not have at all.
bool have_other_numbers(const LeadFacts& one, const LeadFacts& other, Tolls tolls);

} // namespace dateline::merge
