#pragma once

#include <vector>

#include "where/lookup.hpp"

namespace dateline::where {

/// Without article, directions the gazetteer does not know with it, possessive, closing marks, numbers and
/// common nouns at its ends.
Stretch trimmed_name(const Lookup& lookup, Stretch name);

/// The longest name the gazetteer knows that holds the stretch and at most a few words more: `Guinea` in
/// `Guinea-Bissau`, `Paris` in `St. Paris`. The stretch itself when there is none.
Stretch widened_name(const Lookup& lookup, Stretch name);

/// The names that a stretch holds, cut at commas, `and` and slashes unless the gazetteer knows the whole.
std::vector<Stretch> separate_names(const Lookup& lookup, Stretch name);

} // namespace dateline::where
