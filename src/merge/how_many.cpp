#include "merge/how_many.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <utility>

#include "base/text.hpp"

namespace dateline::merge {

namespace {

constexpr std::size_t longest_word = 12;

const std::unordered_map<std::string_view, std::uint32_t>& number_words() {
    static const std::unordered_map<std::string_view, std::uint32_t> words = {
        {"a", 1},         {"an", 1},        {"one", 1},       {"his", 1},        {"another", 1},
        {"two", 2},       {"both", 2},      {"three", 3},     {"four", 4},       {"five", 5},
        {"six", 6},       {"seven", 7},     {"eight", 8},     {"nine", 9},       {"ten", 10},
        {"eleven", 11},   {"twelve", 12},   {"thirteen", 13}, {"dozen", 12},     {"twenty", 20},
        {"fourteen", 14}, {"fifteen", 15},  {"sixteen", 16},  {"seventeen", 17}, {"thirty", 30},
        {"forty", 40},    {"eighteen", 18}, {"nineteen", 19}, {"fifty", 50}};
    return words;
}

/// Words that may stand before a number.
bool is_about(std::string_view word) {
    constexpr std::array<std::string_view, 16> words = {"the",  "these", "those", "about", "around", "some",
                                                        "at",   "least", "more",  "than",  "over",   "nearly",
                                                        "only", "other", "all",   "up"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::uint32_t digits(std::string_view word) {
    constexpr std::uint32_t most = 99999;
    std::uint32_t number = 0;
    for (const char c : word) {
        if (c == ',') continue;
        if (!is_digit(c)) return 0;
        number = std::min(most, number * 10 + static_cast<std::uint32_t>(c - '0'));
    }
    return number;
}

/// The number a phrase opens with (0 for none), and the phrase behind it.
std::pair<std::uint32_t, std::string_view> number_and_rest(std::string_view phrase) {
    for (int left = 4; left > 0 && !phrase.empty(); --left) {
        const std::size_t end = std::min(phrase.find_first_of(" \n"), phrase.size());
        std::array<char, longest_word> letters{};
        if (end > letters.size()) break;
        for (std::size_t i = 0; i < end; ++i) letters[i] = to_lower(phrase[i]);
        const std::string_view word(letters.data(), end);
        phrase.remove_prefix(std::min(end + 1, phrase.size()));
        if (const std::uint32_t number = digits(word); number > 0) return {number, phrase};
        if (const auto found = number_words().find(word); found != number_words().end())
            return {found->second, phrase};
        if (!word.empty() && !is_about(word)) break;
    }
    return {0, {}};
}

} // namespace

std::uint32_t how_many(std::string_view phrase) {
    return number_and_rest(phrase).first;
}

std::string_view without_number(std::string_view phrase) {
    const auto [number, rest] = number_and_rest(phrase);
    return number == 0 ? phrase : rest;
}

} // namespace dateline::merge
