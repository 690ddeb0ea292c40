#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "base/big_array.hpp"

namespace dateline {

/// Numbers by 64-bit keys that are good hashes of something: two things are taken for one when their keys are
/// equal, which among a million of them happens once in ten million tables.
class KeyTable {
  public:
    /// Room for `expected` keys; it grows when there are more.
    explicit KeyTable(std::size_t expected = 0) : m_entries(places_for(expected)) {}

    /// The number of a key; null when it has none.
    [[nodiscard]] const std::uint32_t* find(std::uint64_t key) const {
        const Entry& entry = m_entries[place_of(key)];
        return entry.is_taken ? &entry.value : nullptr;
    }
    [[nodiscard]] std::uint32_t* find(std::uint64_t key) {
        Entry& entry = m_entries[place_of(key)];
        return entry.is_taken ? &entry.value : nullptr;
    }
    /// Gives a new key its number; a known one keeps the number it has. Returns whether it was new.
    bool add(std::uint64_t key, std::uint32_t value) {
        if (2 * (m_count + 1) > m_entries.size()) grow();
        Entry& entry = m_entries[place_of(key)];
        if (entry.is_taken) return false;
        entry = {key, value, true};
        ++m_count;
        return true;
    }
    [[nodiscard]] std::size_t size() const { return m_count; }

  private:
    struct Entry {
        std::uint64_t key;
        std::uint32_t value;
        bool is_taken;
    };
    static std::size_t places_for(std::size_t count) { return std::bit_ceil(2 * count + 1); }
    /// Where the key is, or the free place where it belongs.
    [[nodiscard]] std::size_t place_of(std::uint64_t key) const {
        const std::size_t mask = m_entries.size() - 1;
        std::size_t at = (key ^ key >> 32U) & mask;
        while (m_entries[at].is_taken && m_entries[at].key != key) at = (at + 1) & mask;
        return at;
    }
    void grow() {
        const BigArray<Entry> old = std::exchange(m_entries, BigArray<Entry>(2 * m_entries.size()));
        for (const Entry& entry : old.span())
            if (entry.is_taken) m_entries[place_of(entry.key)] = entry;
    }

    BigArray<Entry> m_entries; // open addressing, a power of two long, half of it free at least
    std::size_t m_count = 0;
};

/// Lists of numbers by such keys.
class KeyedLists {
  public:
    static constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);
    /// Room for `expected` numbers in all lists; it grows when there are more.
    explicit KeyedLists(std::size_t expected = 0) : m_first(expected) { m_links.reserve(expected); }

    /// A link of a key's list, in the order of `add`: the first, and the one behind another; `none` at the
    /// end.
    [[nodiscard]] std::uint32_t first(std::uint64_t key) const {
        const std::uint32_t* found = m_first.find(key);
        return found == nullptr ? none : *found;
    }
    [[nodiscard]] std::uint32_t next(std::uint32_t link) const { return m_links[link].next; }
    /// The number in a link.
    [[nodiscard]] std::uint32_t operator[](std::uint32_t link) const { return m_links[link].value; }

    /// Puts a number at the end of the key's list.
    void add(std::uint64_t key, std::uint32_t value) {
        const auto link = static_cast<std::uint32_t>(m_links.size());
        m_links.push_back({value, none});
        if (m_first.add(key, link)) return;
        std::uint32_t last = *m_first.find(key);
        while (m_links[last].next != none) last = m_links[last].next;
        m_links[last].next = link;
    }
    /// Makes a key's list one of this number only.
    void replace(std::uint64_t key, std::uint32_t value) {
        const auto link = static_cast<std::uint32_t>(m_links.size());
        m_links.push_back({value, none});
        if (!m_first.add(key, link)) *m_first.find(key) = link;
    }

  private:
    struct Link {
        std::uint32_t value;
        std::uint32_t next;
    };
    KeyTable m_first; // key → its first link
    std::vector<Link> m_links;
};

} // namespace dateline
