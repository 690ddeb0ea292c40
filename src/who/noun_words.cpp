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

constexpr std::array<std::string_view, 7> link_words{"loose",       "say",  "shared", "take",
                                                     "bring_about", "meet", "weak"};
static_assert(link_words.size() == static_cast<std::size_t>(LinkWord::weak) + 1);

struct NounWord {
    char gender = 0;
    unsigned links = 0; // bit i: `link_words[i]`
    std::uint64_t groups = 0;
};

using Table = std::unordered_map<std::string_view, NounWord>;

Table read_table() {
    Table table;
    std::uint64_t group = 1;
    for_each_data_line(data::who_nouns(), [&](std::string_view line, int at) {
        const auto fields = split(line, ' ');
        const std::string_view name = fields[0];
        const auto link = std::find(link_words.begin(), link_words.end(), name);
        if (name != "m" && name != "f" && name != "same" && link == link_words.end())
            throw error("data/who/nouns.txt:{}: no class is called {}", at, name);
        for (std::size_t i = 1; i < fields.size(); ++i) {
            NounWord& word = table[fields[i]];
            if (name == "same") word.groups |= group;
            if (link != link_words.end())
                word.links |= 1U << static_cast<unsigned>(link - link_words.begin());
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

bool is_link_word(std::string_view word, LinkWord link) {
    return (word_of(word).links >> static_cast<unsigned>(link) & 1U) != 0;
}

} // namespace dateline::who
