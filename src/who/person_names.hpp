#pragma once

#include "who/mention.hpp"
#include "who/phrases.hpp"

namespace dateline::who {

/// Fills in what a person's name at tokens `[first, last)` tells with the words in front of it: span with the
/// title, entry of the actor book, office on the report's day, nation, gender, and whether it is named as
/// somebody's kin.
void read_person_name(FoundMention& mention, TokenIndex first, TokenIndex last, const Parse& parse,
                      const Report& report, const Phrases& phrases, const ActorBook& book);

} // namespace dateline::who
