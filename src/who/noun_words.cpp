#include "who/noun_words.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/error.hpp"
#include "base/text.hpp"

namespace dateline::data {
std::string_view who_nouns();
}

namespace dateline::who {

namespace {

/// Classes that a word is in or not, in the order of their bits.
constexpr std::array<std::string_view, 7> plain_classes{"loose",       "say",  "shared", "take",
                                                        "bring_about", "meet", "weak"};
enum class PlainClass { loose, say, shared, take, bring_about, meet, weak };

struct NounWord {
    char gender = 0;
    std::uint8_t plain = 0;
    std::uint64_t groups = 0;
};

using Table = std::unordered_map<std::string_view, NounWord>;

Table read_table() {
    Table table;
    std::uint64_t group = 1;
    for_each_data_line(data::who_nouns(), [&](std::string_view line, int at) {
        const auto fields = split(line, ' ');
        const std::string_view name = fields[0];
        const auto plain = std::find(plain_classes.begin(), plain_classes.end(), name);
        if (name != "m" && name != "f" && name != "same" && plain == plain_classes.end())
            throw error("data/who/nouns.txt:{}: no class is called {}", at, name);
        for (std::size_t i = 1; i < fields.size(); ++i) {
            NounWord& word = table[fields[i]];
            if (name == "same") word.groups |= group;
            if (plain != plain_classes.end())
                word.plain |= static_cast<std::uint8_t>(1U << (plain - plain_classes.begin()));
            if (name == "m" || name == "f") word.gender = name.front();
        }
        if (name != "same") return;
        if (group == 0) throw error("data/who/nouns.txt:{}: more than 64 groups", at);
        group <<= 1U;
    });
    return table;
}

const NounWord& word_of(std::string_view text) {
    static const Table table = read_table();
    static constexpr NounWord nothing;
    const auto found = table.find(text);
    return found == table.end() ? nothing : found->second;
}

bool is_in(std::string_view text, PlainClass plain) {
    return (static_cast<unsigned>(word_of(text).plain) >> static_cast<unsigned>(plain) & 1U) != 0;
}

} // namespace

std::string_view gender_of_noun(std::string_view noun) {
    const char gender = word_of(noun).gender;
    return gender == 'm' ? "m" : gender == 'f' ? "f" : "";
}

std::uint64_t groups_of_noun(std::string_view noun) {
    return word_of(noun).groups;
}

bool is_loose_noun(std::string_view noun) {
    return is_in(noun, PlainClass::loose);
}

bool is_speech_verb(std::string_view verb) {
    return is_in(verb, PlainClass::say);
}

bool is_shared_act(std::string_view noun) {
    return is_in(noun, PlainClass::shared);
}

bool is_taking_verb(std::string_view verb) {
    return is_in(verb, PlainClass::take);
}

bool is_effect_verb(std::string_view verb) {
    return is_in(verb, PlainClass::bring_about);
}

bool is_meeting_verb(std::string_view verb) {
    return is_in(verb, PlainClass::meet);
}

bool is_weak_verb(std::string_view verb) {
    return is_in(verb, PlainClass::weak);
}

} // namespace dateline::who
