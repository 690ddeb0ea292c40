#include "who/noun_words.hpp"

#include <string>
#include <unordered_map>

#include "base/error.hpp"
#include "base/text.hpp"

namespace dateline::data {
std::string_view who_nouns();
}

namespace dateline::who {

namespace {

struct NounWord {
    char gender = 0;
    bool loose = false;
    bool speech = false;
    bool shared = false;
    std::uint64_t groups = 0;
};

using Table = std::unordered_map<std::string_view, NounWord>;

Table read_table() {
    Table table;
    std::uint64_t group = 1;
    for_each_data_line(data::who_nouns(), [&](std::string_view line, int at) {
        const auto fields = split(line, ' ');
        const std::string_view name = fields[0];
        if (name != "m" && name != "f" && name != "same" && name != "loose" && name != "say" &&
            name != "shared")
            throw error("data/who/nouns.txt:{}: no class is called {}", at, name);
        for (std::size_t i = 1; i < fields.size(); ++i) {
            NounWord& word = table[fields[i]];
            if (name == "same") word.groups |= group;
            if (name == "loose") word.loose = true;
            if (name == "say") word.speech = true;
            if (name == "shared") word.shared = true;
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

} // namespace

std::string_view gender_of_noun(std::string_view noun) {
    const char gender = word_of(noun).gender;
    return gender == 'm' ? "m" : gender == 'f' ? "f" : "";
}

std::uint64_t groups_of_noun(std::string_view noun) {
    return word_of(noun).groups;
}

bool is_loose_noun(std::string_view noun) {
    return word_of(noun).loose;
}

bool is_speech_verb(std::string_view verb) {
    return word_of(verb).speech;
}

bool is_shared_act(std::string_view noun) {
    return word_of(noun).shared;
}

} // namespace dateline::who
