#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "merge/claim_view.hpp"
#include "merge/scratch_file.hpp"

namespace dateline::merge {

/// The views of one report and the words of the sentences they stand in.
struct ViewPage {
    std::vector<ClaimView> claims;
    std::vector<SentenceWords> sentences;
};

/// Numbers for hashes that come again and again.
class HashBook {
  public:
    std::uint32_t number(std::uint64_t hash);
    [[nodiscard]] std::uint64_t hash(std::uint32_t number) const { return m_hashes[number]; }

  private:
    std::unordered_map<std::uint64_t, std::uint32_t> m_numbers;
    std::vector<std::uint64_t> m_hashes;
};

/// Pages in a temporary file: to read one back takes a small part of the time of making it anew, and no
/// memory is held by those that nobody looks at.
class PackedViews {
  public:
    /// Adds the page of the next report. Weights of words are not kept.
    void add(const ViewPage& page);
    /// The page of a report, its words without weights.
    [[nodiscard]] ViewPage read(std::size_t report) const;

  private:
    struct Place {
        std::uint64_t at = 0;
        std::uint32_t size = 0; // bytes
    };
    ScratchFile m_file;
    std::vector<Place> m_places;
    HashBook m_book;
    mutable std::string m_bytes; // one piece of memory for all pages
};

} // namespace dateline::merge
