#pragma once

#include <bit>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.hpp"

namespace dateline::language {

/// Words, each with a number, in one piece of memory: building it costs little, as the words stay where they
/// are.
class WordTable {
  public:
    /// Makes room for `count` more words.
    void reserve(std::size_t count) {
        const std::vector<Entry> old = std::move(m_entries);
        m_entries = std::vector<Entry>(std::bit_ceil((m_count + count) * 3 / 2 + 1));
        for (const Entry& entry : old)
            if (entry.word.data() != nullptr) place(entry);
    }
    /// Adds a word that there is room for; the text must outlive the table.
    void add(std::string_view word, std::size_t value = 0) {
        place({word, value});
        ++m_count;
    }
    /// The number of a word; null when it has none.
    [[nodiscard]] const std::size_t* find(std::string_view word) const {
        if (m_entries.empty()) return nullptr;
        for (std::size_t at = StringHash{}(word);; ++at) {
            const Entry& entry = m_entries[at & (m_entries.size() - 1)];
            if (entry.word.data() == nullptr) return nullptr;
            if (entry.word == word) return &entry.value;
        }
    }

  private:
    struct Entry {
        std::string_view word; // no data: a free place
        std::size_t value = 0;
    };
    void place(const Entry& entry) {
        std::size_t at = StringHash{}(entry.word);
        while (m_entries[at & (m_entries.size() - 1)].word.data() != nullptr) ++at;
        m_entries[at & (m_entries.size() - 1)] = entry;
    }

    std::vector<Entry> m_entries; // open addressing, a power of two long
    std::size_t m_count = 0;
};

} // namespace dateline::language
