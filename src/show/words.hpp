#pragma once

#include <cstdint>
#include <string_view>

namespace dateline::show {

/// The word lists of this room, as they stand in `data/show/words.txt`.
enum class WordList : std::uint8_t { nobody, headless, saying, light, about, number };

/// Whether words (in any case) stand on a list.
bool is_on(WordList list, std::string_view words);

} // namespace dateline::show
