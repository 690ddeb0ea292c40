#pragma once

#include <vector>

#include "what/words.hpp"

namespace dateline::what {

/// The parts a sentence tells of those it counts: `three children` of `four civilians, including three
/// children`. `noun` is the head of those counted, `whole` the largest figure they can stand for; a part is
/// no larger.
std::vector<CountPart> parts_of(const ReportWords& words, TokenIndex noun, double whole);

} // namespace dateline::what
