#pragma once

#include <string>
#include <utility>
#include <vector>

#include "merge/actors.hpp"
#include "merge/reports.hpp"

namespace dateline::merge {

/// All members of the second actor become members of the first, which keeps its id and name. The second is
/// left without members until `drop_empty`.
void join_two(ActorTable& actors, std::size_t first, std::size_t second, const std::string& decision);

/// Takes actors of reports (report, index in it) out of whatever they belong to and makes one new actor of
/// them.
void part_actors(ActorTable& actors, const Reports& reports,
                 const std::vector<std::pair<std::size_t, std::size_t>>& parted, const std::string& decision);

/// Gives the actor a name; the former one becomes an alias.
void rename_actor(ActorTable& actors, std::size_t index, const std::string& name,
                  const std::string& decision);

/// Removes actors without members; indexes move up.
void drop_empty(ActorTable& actors);

} // namespace dateline::merge
