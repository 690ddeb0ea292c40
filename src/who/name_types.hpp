#pragma once

#include <vector>

#include "who/name_spans.hpp"

namespace dateline::who {

/// Settles the types of names by what each says, what stands around it, and what is said of the same name
/// elsewhere in the report.
void settle_types(std::vector<FoundName>& names, const Parse& parse, const std::vector<Place>& places,
                  const ActorBook& book);

} // namespace dateline::who
