#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace dateline::merge {

/// Hashes of the stems of a text's words, in order and lowered; 0 stands for a common word
/// (`data/merge/common_words.txt`), which tells nothing of what a text is about.
std::vector<std::uint64_t> stems_of(std::string_view text);

/// The same, added to a list.
void add_stems(std::string_view text, std::vector<std::uint64_t>& out);

/// Calls `visit` with the hash of each word, lowered, in order: of the stem, or of the whole word when it is
/// common, and whether it is.
void for_each_stem(std::string_view text, const std::function<void(std::uint64_t, bool)>& visit);

/// Is it one of the common words, in any case?
bool is_common_word(std::string_view word);

} // namespace dateline::merge
