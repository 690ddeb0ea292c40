#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline::merge {

/// How a phrase points at what it names: `a raid`, `the raid`; open where no article tells.
enum class Article : std::uint8_t { open, indefinite, definite };

/// The words on both sides of a trigger, in its sentence.
struct Surroundings {
    static constexpr std::size_t words = 6; // on each side
    using Side = std::array<std::uint32_t, words>;

    /// Hashes, the nearest first; 0 behind the last. Of common words (`data/merge/common_words.txt`) the
    /// lowest bit is 0, of others it is 1 and the hash is that of their stem.
    Side before{}, behind{};
    Article article = Article::open;
    bool is_noun = false; // an article, a preposition or `of` beside it says so

    friend bool operator==(const Surroundings&, const Surroundings&) = default;
};

/// Reads the words of a sentence before and behind a trigger. `content` becomes the hashes of those of about
/// six words on each side that are not common, sorted.
Surroundings surroundings(std::string_view before, std::string_view behind,
                          std::vector<std::uint32_t>& content);

/// How many words in a row, with the triggers in their midst, are the same; the triggers do not count.
std::size_t shared_run(const Surroundings& one, const Surroundings& other);

/// Whether both have words behind the trigger that are not common, and none in common.
bool go_on_otherwise(const Surroundings& one, const Surroundings& other);

} // namespace dateline::merge
