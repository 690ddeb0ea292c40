#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace dateline::merge {

/// How long claims of a block may still meet others, as reports come in order of publication.
enum class Reach : std::uint8_t { report, story, month, always };

/// Claims that share something and so are compared.
struct Block {
    Reach reach = Reach::always;
    std::uint64_t key = 0;
};

/// The claims of each block, latest first. What can meet no others any more is forgotten, so that memory
/// grows with the blocks that stay open only.
class BlockIndex {
  public:
    /// Opens a report: blocks of the report before are closed, those of a month when it is another `month`
    /// (any number that tells months apart).
    void open_report(std::uint64_t month);
    /// Blocks of `Reach::story` belong to this story from now on.
    void open_story(std::ptrdiff_t story) { m_story = story; }
    /// No further report of the story comes.
    void close_story(std::ptrdiff_t story) { m_stories.erase(story); }

    /// Visits the `most` latest claims of the block, the latest first, and adds this one.
    template<typename Visit>
    void meet(const Block& block, std::uint32_t claim, std::size_t most, Visit visit) {
        Table& table = table_of(block.reach);
        std::uint32_t& head = table.heads.try_emplace(block.key, none).first->second;
        for (std::uint32_t at = head; at != none && most > 0; at = table.entries[at].before, --most)
            visit(table.entries[at].claim);
        table.entries.push_back({claim, head});
        head = static_cast<std::uint32_t>(table.entries.size() - 1);
    }

  private:
    static constexpr std::uint32_t none = UINT32_MAX;
    struct Entry {
        std::uint32_t claim, before; // the entry of the block before this one
    };
    struct Table {
        std::unordered_map<std::uint64_t, std::uint32_t> heads; // block to its latest entry
        std::vector<Entry> entries;
    };

    Table& table_of(Reach reach);

    Table m_report, m_month, m_always;
    std::unordered_map<std::ptrdiff_t, Table> m_stories;
    std::ptrdiff_t m_story = -1;
    std::uint64_t m_open_month = 0;
};

} // namespace dateline::merge
