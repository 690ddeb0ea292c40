#pragma once

#include <cstdint>
#include <string_view>

namespace dateline::merge {

/// The bit of a word that parts one happening from another of its kind (`data/merge/order_words.txt`), in any
/// case; one for all words of a line, 0 for other words.
std::uint8_t order_bit(std::string_view word);

/// The bit of `another`.
std::uint8_t another_bit();

} // namespace dateline::merge
