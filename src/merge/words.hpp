#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline::merge {

constexpr std::uint64_t hash_of_nothing = 14695981039346656037ULL;

/// The hash of a text that goes on with the byte.
constexpr std::uint64_t hash_with(std::uint64_t hash, char byte) {
    return (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
}

/// FNV-1a; the same on every machine, so that ids and samples are, too.
constexpr std::uint64_t hash_text(std::string_view text) {
    std::uint64_t hash = hash_of_nothing;
    for (const char c : text) hash = hash_with(hash, c);
    return hash;
}

/// Half of a hash, for lists of words.
constexpr std::uint32_t short_hash(std::uint64_t hash) {
    return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
}

/// Hashes of the words of a text, lowered; what is not an ASCII letter, a digit or above ASCII parts words.
inline std::vector<std::uint64_t> word_hashes(std::string_view text) {
    std::vector<std::uint64_t> words;
    std::uint64_t hash = hash_of_nothing;
    bool inside = false;
    for (const char c : text) {
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        const bool word =
            (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9') || (lower & 0x80) != 0;
        if (word)
            hash = hash_with(hash, lower);
        else if (inside)
            words.push_back(hash), hash = hash_of_nothing;
        inside = word;
    }
    if (inside) words.push_back(hash);
    return words;
}

} // namespace dateline::merge
