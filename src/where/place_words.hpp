#pragma once

#include <cstdint>
#include <string_view>

namespace dateline::where {

/// Classes of words in `data/where/words.txt`, as bits.
namespace word_class {
constexpr std::uint32_t direction = 1;
constexpr std::uint32_t area = 2;
constexpr std::uint32_t division = 4;
constexpr std::uint32_t body = 8;
constexpr std::uint32_t body_of = 16;
constexpr std::uint32_t road = 32;
constexpr std::uint32_t numbered_road = 64;
constexpr std::uint32_t no_place = 128;
constexpr std::uint32_t local = 256;
constexpr std::uint32_t place_preposition = 512;
constexpr std::uint32_t sure_preposition = 1024;
constexpr std::uint32_t weak_preposition = 2048;
constexpr std::uint32_t outlet = 4096;
constexpr std::uint32_t civic = 8192;
constexpr std::uint32_t common = 16384;
constexpr std::uint32_t town_office = 32768;
constexpr std::uint32_t feature = 65536;
constexpr std::uint32_t title = 131072;
constexpr std::uint32_t speech = 262144;
constexpr std::uint32_t state_office = 524288;
constexpr std::uint32_t learning = 1048576;
constexpr std::uint32_t family = 2097152;
constexpr std::uint32_t arabic_article = 4194304;
} // namespace word_class

/// The classes of a word in lower case, as bits; 0 for a word in none.
std::uint32_t classes_of(std::string_view lower);
/// True when the word is in one of the classes.
inline bool is_word(std::string_view lower, std::uint32_t classes) {
    return (classes_of(lower) & classes) != 0;
}

/// Key of the first-order division an abbreviation stands for (`Ala.`, `N.Y.`); 0 when it stands for none.
std::uint32_t abbreviated_division(std::string_view word);
/// True when the abbreviation is no word otherwise, so that it needs no town in front of it (`Calif.`).
bool is_plain_abbreviation(std::string_view word);

} // namespace dateline::where
