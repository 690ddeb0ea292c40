#pragma once

#include "record/parse.hpp"

namespace dateline::when {

/// Where the verb that a time hangs on puts it. `happened` is the past of what the verb itself tells of that
/// time (`was dismissed on Feb. 13`), `past` that of what stands around it (`extended the offer to Nov. 20`).
/// `expected` is what the present tense and `would` say: ahead, unless the text tells otherwise.
enum class Direction { happened, past, future, expected, unknown };

/// True for both kinds of past.
constexpr bool is_past(Direction direction) {
    return direction == Direction::happened || direction == Direction::past;
}

/// The direction of the time whose outermost token is `token`.
Direction direction_of(const Parse& parse, TokenIndex token);

} // namespace dateline::when
