#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace dateline::train {

/// A pronoun with its answer: words of whom it stands for, `-` for no actor, `?` for somebody not named yet.
struct MarkedPronoun {
    std::uint32_t start = 0; // byte in the text
    std::string answer;
};

struct MarkedText {
    std::string text;
    std::vector<MarkedPronoun> pronouns;
};

/// Passages of a file, parted by blank lines, with marks `[she=Keller]` taken out; lines that open with `#`
/// are comments. Throws `Error` naming the file when it cannot be read or a mark is broken.
std::vector<MarkedText> read_marked(const std::filesystem::path& path);

} // namespace dateline::train
