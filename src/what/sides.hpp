#pragma once

#include <vector>

#include "what/arguments.hpp"

namespace dateline::what {

/// Adds a filler and the members of the list it opens, each once; of `leaders, including X` also X. Longer
/// sides than 16 are tables: the rest is left out.
void add_list(const ReportWords& words, TokenIndex head, std::vector<TokenIndex>& side);

/// The fillers of the first of the frame's places that names an actor, else of the first that names anything;
/// without those of the other side.
std::vector<TokenIndex> fill_side(const ReportWords& words, const Arguments& arguments,
                                  const std::vector<Argument>& places, const std::vector<TokenIndex>& other);

/// `each other`, `one another`: those named already.
bool is_each_other(const ReportWords& words, TokenIndex t);

/// `warned that he would strike`: a pronoun for one of the others.
bool is_same_as_one(const ReportWords& words, TokenIndex token, const std::vector<TokenIndex>& others);

/// `agreed to set up a fund`: what the verb is done to is not there yet and nobody's partner.
bool is_created(const ReportWords& words, TokenIndex verb);

/// Where the frame asks for an owner and there is none: the deed or text itself.
std::vector<TokenIndex> ownerless_fillers(const ReportWords& words, const Arguments& arguments,
                                          const std::vector<Argument>& places);

} // namespace dateline::what
