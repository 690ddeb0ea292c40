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

/// Letters, digits, apostrophes and hyphens, and all that is not ASCII.
inline bool is_word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '\'' ||
           c == '-' || (c & 0x80) != 0;
}

/// Calls `visit` with each word of a text; it may end the walk by returning false.
template<typename Visit>
void for_each_word(std::string_view text, const Visit& visit) {
    for (std::size_t at = 0; at < text.size();) {
        while (at < text.size() && !is_word_byte(text[at])) ++at;
        std::size_t end = at;
        while (end < text.size() && is_word_byte(text[end])) ++end;
        if (end > at && !visit(text.substr(at, end - at))) return;
        at = end;
    }
}

} // namespace dateline::merge
