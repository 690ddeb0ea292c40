#include "where/place_words.hpp"

#include <unordered_map>

#include "base/error.hpp"
#include "base/text.hpp"
#include "where/gazetteer.hpp"

namespace dateline::data {
std::string_view where_abbreviations();
std::string_view where_words();
} // namespace dateline::data

namespace dateline::where {

namespace {

std::uint32_t class_of(std::string_view name, int line) {
    constexpr std::string_view names[] = {"direction",
                                          "area",
                                          "division",
                                          "body",
                                          "body_of",
                                          "road",
                                          "numbered_road",
                                          "no_place",
                                          "local",
                                          "place_preposition",
                                          "sure_preposition",
                                          "weak_preposition",
                                          "outlet",
                                          "civic",
                                          "common",
                                          "town_office",
                                          "feature",
                                          "title",
                                          "speech",
                                          "state_office",
                                          "learning",
                                          "family",
                                          "arabic_article"};
    for (std::size_t i = 0; i < std::size(names); ++i)
        if (names[i] == name) return std::uint32_t{1} << i;
    throw error("data/where/words.txt:{}: unknown class of words: {}", line, name);
}

std::unordered_map<std::string_view, std::uint32_t> read_words() {
    std::unordered_map<std::string_view, std::uint32_t> table;
    for_each_data_line(data::where_words(), [&](std::string_view line, int at) {
        const std::size_t bar = line.find('|');
        if (bar == std::string_view::npos)
            throw error("data/where/words.txt:{}: expected `class | words`", at);
        const std::uint32_t bit = class_of(trim(line.substr(0, bar)), at);
        for (const std::string_view word : split(line.substr(bar + 1), ' '))
            if (!word.empty()) table[word] |= bit;
    });
    return table;
}

struct Abbreviation {
    std::uint32_t division = 0;
    bool is_plain = false;
};

std::unordered_map<std::string_view, Abbreviation> read_abbreviations() {
    std::unordered_map<std::string_view, Abbreviation> table;
    for_each_data_line(data::where_abbreviations(), [&](std::string_view line, int at) {
        const auto fields = split(line, '|');
        if (fields.size() != 2 && fields.size() != 3)
            throw error("data/where/abbreviations.txt:{}: expected an abbreviation and a code", at);
        table.emplace(fields[0], Abbreviation{Gazetteer::division_key(fields[1]),
                                              fields.size() == 3 && fields[2] == "plain"});
    });
    return table;
}

Abbreviation abbreviation(std::string_view word) {
    static const auto table = read_abbreviations();
    const auto found = table.find(word);
    return found == table.end() ? Abbreviation{} : found->second;
}

} // namespace

std::uint32_t classes_of(std::string_view lower) {
    static const auto table = read_words();
    const auto found = table.find(lower);
    return found == table.end() ? 0 : found->second;
}

std::uint32_t abbreviated_division(std::string_view word) {
    return abbreviation(word).division;
}

bool is_plain_abbreviation(std::string_view word) {
    return abbreviation(word).is_plain;
}

} // namespace dateline::where
