#pragma once

#include <vector>

#include "what/arguments.hpp"

namespace dateline::what {

/// Drops what is given: `gave two million in food to help the islanders`.
void drop_goods(const ReportWords& words, std::vector<TokenIndex>& recipients);

/// `an inquiry into claims that guards beat prisoners`: takes the guards for the claims.
void take_accused_of_claims(const ReportWords& words, std::vector<TokenIndex>& recipients);

/// Drops whom the deed was done to that is blamed: `condemned the killing of two nurses`. True when it left
/// nobody.
bool drop_sufferers(const ReportWords& words, const Arguments& arguments,
                    std::vector<TokenIndex>& recipients);

/// Drops what a noun is about: `charges of fraud`.
void drop_matter(const ReportWords& words, const Arguments& arguments, std::vector<TokenIndex>& recipients);

/// Adds the land of people without a name: `helped people hit by the flood in Beira`.
void add_home_of_people(const ReportWords& words, std::vector<TokenIndex>& recipients);

} // namespace dateline::what
