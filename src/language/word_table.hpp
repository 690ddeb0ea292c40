#pragma once

#include <bit>
#include <cstdint>
#include <string_view>
#include <utility>

#include "base/big_array.hpp"
#include "base/text.hpp"

namespace dateline::language {

/// Words, each with a number, in one piece of memory: building it costs little, as the words stay where they
/// are.
class WordTable {
  public:
    /// Makes room for `count` more words.
    void reserve(std::size_t count) {
        const BigArray<Entry> old = std::move(m_entries);
        m_entries = BigArray<Entry>(std::bit_ceil((m_count + count) * 5 / 4 + 1));
        for (const Entry& entry : old.span())
            if (entry.word != nullptr) place(entry);
    }
    /// Adds a word, shorter than 4 GB, that there is room for; the text must outlive the table.
    void add(std::string_view word, std::uint32_t value = 0) {
        place({word.data(), static_cast<std::uint32_t>(word.size()), value});
        ++m_count;
    }
    /// The number of a word; null when it has none.
    [[nodiscard]] const std::uint32_t* find(std::string_view word) const {
        if (m_entries.empty()) return nullptr;
        for (std::size_t at = StringHash{}(word);; ++at) {
            const Entry& entry = m_entries[at & (m_entries.size() - 1)];
            if (entry.word == nullptr) return nullptr;
            if (entry.text() == word) return &entry.value;
        }
    }

  private:
    struct Entry {
        const char* word; // null: a free place
        std::uint32_t size;
        std::uint32_t value;
        [[nodiscard]] std::string_view text() const { return {word, size}; }
    };
    void place(const Entry& entry) {
        std::size_t at = StringHash{}(entry.text());
        while (m_entries[at & (m_entries.size() - 1)].word != nullptr) ++at;
        m_entries[at & (m_entries.size() - 1)] = entry;
    }

    BigArray<Entry> m_entries; // open addressing, a power of two long
    std::size_t m_count = 0;
};

} // namespace dateline::language
