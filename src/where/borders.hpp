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

/// True when an Arabic article with its hyphen stands in front: `Kut` of `al-Kut`.
bool is_behind_arabic_article(const Lookup& lookup, TokenIndex first);
/// The name with the Arabic article in front of it, where some place is called so; else as it is.
Stretch with_arabic_article(const Lookup& lookup, Stretch name);

/// The names that a stretch holds, cut at commas, `and` and slashes unless the gazetteer knows the whole.
std::vector<Stretch> separate_names(const Lookup& lookup, Stretch name);

} // namespace dateline::where
