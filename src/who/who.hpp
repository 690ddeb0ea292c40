#pragma once

#include <vector>

#include "record/coded_report.hpp"
#include "where/gazetteer.hpp"
#include "who/actor_book.hpp"

namespace dateline::who {

/// The names of a report: the language model's, corrected by what the report itself, the gazetteer (through
/// `places` and by itself) and the actor book know. Safe to call from several threads.
std::vector<NameSpan> find_names(const Parse& parse, const Report& report, const std::vector<Place>& places,
                                 const ActorBook& book, const where::Gazetteer& gazetteer);

/// The people, organisations, states and groups of a report with all their mentions (names, common nouns,
/// pronouns), their kind, country, sectors, role and CAMEO code. The gazetteer tells the country of places
/// within names. Ids are `a1`, `a2`, … in order of first mention. May set `use` of places that stand for a
/// government. Safe to call from several threads.
std::vector<Actor> find_actors(const Parse& parse, const Report& report, const std::vector<NameSpan>& names,
                               std::vector<Place>& places, const ActorBook& book,
                               const where::Gazetteer& gazetteer);

} // namespace dateline::who
