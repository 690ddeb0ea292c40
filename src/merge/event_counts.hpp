#pragma once

#include <map>
#include <string>
#include <vector>

#include "merge/telling.hpp"

namespace dateline::merge {

/// A figure as a report gives it, with the numbers it may stand for: `at least 20` has no upper end,
/// `hundreds` neither end that one could contradict.
struct Figure {
    double value = 0, most = 0; // as told; `between 4 and 6` has two
    double low = 0, high = 0;   // what it allows
    std::string of;             // what is counted, when that is a part only: `children`, `Saudis`; "" all
    const Telling* telling = nullptr;
    const Count* count = nullptr;
};

/// By what is counted, of each report the largest figure for all that were counted: three of the four are no
/// figure of its own, and the six Saudis among the dead stand beside them only where no report counts all.
std::map<std::string, std::vector<Figure>> figures_of(const std::vector<Telling>& tellings);

/// Whether two figures can both be right: one allows the other, or rounds it, or they count different things.
bool are_alike(const Figure& one, const Figure& other);

/// Figures so far apart that they hardly mean one happening: the dead of an attack are not those of the war.
bool are_of_other_scale(const Figure& one, const Figure& other);

} // namespace dateline::merge
