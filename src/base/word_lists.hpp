#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>

namespace dateline {

/// The word lists of a data file, one a line: `list: word word …`. A word may stand on several lists. Keeps
/// views into the text. Safe to read from several threads.
class WordLists {
  public:
    /// `names` are the lists that may stand there, at most 64. Throws `Error` naming `file` and the line of
    /// any other.
    WordLists(std::string_view text, std::string_view file, std::span<const std::string_view> names);

    /// Whether the word stands on a list, told by its number among the names or by an enumerator of that
    /// value.
    template<typename List>
    [[nodiscard]] bool has(List list, std::string_view word) const {
        const auto found = m_lists.find(word);
        return found != m_lists.end() && (found->second >> static_cast<unsigned>(list) & 1U) != 0;
    }

  private:
    std::unordered_map<std::string_view, std::uint64_t> m_lists; // bit i: on the list `names[i]`
};

} // namespace dateline
