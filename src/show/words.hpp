#pragma once

#include <cstdint>
#include <string_view>

namespace dateline::show {

/// The word lists of this room, as they stand in `data/show/words.txt`.
enum class WordList : std::uint8_t { nobody, headless, saying, light, about, number };

/// Whether words (in any case) stand on a list.
bool is_on(WordList list, std::string_view words);

/// What an event of a PLOVER type and mode (or "") is called in `data/show/event_names.txt`: `visit`; ""
/// where it has no name.
std::string_view event_name(std::string_view type, std::string_view mode);

} // namespace dateline::show
