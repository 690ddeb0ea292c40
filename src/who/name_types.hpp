#pragma once

#include <vector>

#include "where/gazetteer.hpp"
#include "who/name_spans.hpp"

namespace dateline::who {

/// Settles the types of names by what each says, what stands around it, and what is said of the same name
/// elsewhere in the report.
void settle_types(std::vector<FoundName>& names, const Parse& parse, const ActorBook& book,
                  const where::Gazetteer& gazetteer);

/// Takes out of headlines' names what the rest of the report shows to be common words.
void check_headlines(std::vector<FoundName>& names, const Parse& parse, const ActorBook& book,
                     const where::Gazetteer& gazetteer);

} // namespace dateline::who
