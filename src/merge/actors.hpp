#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "merge/reports.hpp"
#include "record/merged.hpp"

namespace dateline::merge {

/// Actors across reports, and which of them each actor of a report is.
struct ActorTable {
    std::vector<MergedActor> actors;
    std::vector<bool> is_named; // of each actor: some report names it, not only describes it
    std::vector<std::vector<std::size_t>> of_report; // report (in order) × its actors → index into `actors`
};

/// Joins actors of reports: by entry of the actor book, by country for states, by full name in any spelling;
/// inside a story also by last name, acronym, office and description, where only one fits. What has no name
/// stays an actor of its report unless it is a body or group of the same words and country.
ActorTable join_actors(const Reports& reports, const std::vector<Story>& stories);

} // namespace dateline::merge
