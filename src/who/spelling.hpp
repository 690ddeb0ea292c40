#pragma once

#include <string>
#include <string_view>

namespace dateline::who {

/// A name for looking up: lower case, without points, possessive ending and leading article; white space and
/// line breaks become one blank.
std::string name_key(std::string_view name);

/// Initials of the capitalised words in lower case: `International Atomic Energy Agency` → `iaea`. "" when
/// there are fewer than two.
std::string initials(std::string_view name);

/// What remains of a word (lower case) however a foreign name is put into Latin letters: consonants, those of
/// like sound made one, doubles made single, the first sound kept: `qaddafi`, `gaddafi`, `kadhafi` → `kdf`.
std::string skeleton(std::string_view word);

/// Whether at most `limit` letters must be changed, added or taken away. Time and space in the product of the
/// lengths.
bool edits_within(std::string_view a, std::string_view b, std::size_t limit);

} // namespace dateline::who
