#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/text.hpp"

namespace dateline::what {

/// The word classes of data/what/classes.txt, a bit each.
class WordClasses {
  public:
    /// Adds the classes of a text. Throws `Error` naming `file` and line.
    void read(std::string_view text, std::string_view file);

    /// The bit of a class; 0 when there is no such class.
    [[nodiscard]] std::uint64_t bit_of(std::string_view name) const;
    /// Bits of all classes the word belongs to.
    [[nodiscard]] std::uint64_t of(std::string_view lemma) const;
    /// Bits of the classes that hold the two words one behind the other (`tear gas`).
    [[nodiscard]] std::uint64_t of_pair(std::string_view first, std::string_view second) const;
    /// True when some pair ends with the word: spares the look-up of pairs.
    [[nodiscard]] bool ends_pair(std::string_view second) const { return m_pair_ends.contains(second); }

  private:
    using Bits = std::unordered_map<std::string, std::uint64_t, StringHash, std::equal_to<>>;
    std::vector<std::string> m_names;
    Bits m_words;
    Bits m_pair_ends;
    std::unordered_map<std::string, std::uint64_t, StringHash, std::equal_to<>> m_pairs;
};

} // namespace dateline::what
