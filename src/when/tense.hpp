#pragma once

#include "record/parse.hpp"

namespace dateline::when {

/// Where the verb that a time hangs on puts it. `expected` is what the present tense and `would` say: ahead,
/// unless the text tells otherwise.
enum class Direction { past, future, expected, unknown };

/// The direction of the time whose outermost token is `token`.
Direction direction_of(const Parse& parse, TokenIndex token);

} // namespace dateline::when
