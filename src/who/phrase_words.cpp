// Three lexica, each read once and looked up by hash. Within a body's name the longest phrase that the
// lexicon has decides, since `people's liberation army` is no `army` of a state's; what stands in front of
// `of` says what the body is, what stands behind it what it is about.

#include "who/phrase_words.hpp"

#include <array>
#include <unordered_map>
#include <utility>

#include "base/error.hpp"
#include "base/text.hpp"

namespace dateline::data {
std::string_view who_body_words();
std::string_view who_peoples();
std::string_view who_phrase_words();
} // namespace dateline::data

namespace dateline::who {

namespace {

struct WordUse {
    std::uint16_t classes = 0;
    std::string_view sector;
};

std::vector<std::string> sector_list(std::string_view field) {
    std::vector<std::string> sectors;
    for (const std::string_view sector : split(field, ' '))
        if (!sector.empty() && sector != "-") sectors.emplace_back(sector);
    return sectors;
}

std::uint16_t class_of(std::string_view name) {
    static constexpr std::array classes{
        std::pair{std::string_view("employed"), PhraseWord::employed},
        std::pair{std::string_view("collective"), PhraseWord::collective},
        std::pair{std::string_view("worn"), PhraseWord::worn},
        std::pair{std::string_view("page"), PhraseWord::page},
        std::pair{std::string_view("sender"), PhraseWord::sender},
        std::pair{std::string_view("local"), PhraseWord::local},
        std::pair{std::string_view("given"), PhraseWord::given},
        std::pair{std::string_view("common"), PhraseWord::common},
        std::pair{std::string_view("degree"), PhraseWord::degree},
    };
    for (const auto& [text, word_class] : classes)
        if (text == name) return static_cast<std::uint16_t>(word_class);
    return 0;
}

std::unordered_map<std::string_view, WordUse> read_words() {
    std::unordered_map<std::string_view, WordUse> table;
    for_each_data_line(data::who_phrase_words(), [&](std::string_view line, int at) {
        const auto fields = split(line, ' ');
        const std::uint16_t word_class = class_of(fields[0]);
        if (word_class == 0 && (fields[0].size() != 3 || !is_upper(fields[0][0])))
            throw error("data/who/phrase_words.txt:{}: no class is called {}", at, fields[0]);
        for (std::size_t i = 1; i < fields.size(); ++i) {
            WordUse& use = table[fields[i]];
            use.classes = static_cast<std::uint16_t>(use.classes | word_class);
            if (word_class == 0) use.sector = fields[0];
        }
    });
    return table;
}

std::unordered_map<std::string_view, BodyWords> read_body_words() {
    std::unordered_map<std::string_view, BodyWords> table;
    for_each_data_line(data::who_body_words(), [&](std::string_view line, int at) {
        const auto fields = split(line, '|');
        if (fields.size() != 3) throw error("data/who/body_words.txt:{}: expected three fields", at);
        table[fields[0]] = {fields[0], fields[1], sector_list(fields[2])};
    });
    return table;
}

std::unordered_map<std::string_view, Homeland> read_homelands() {
    std::unordered_map<std::string_view, Homeland> table;
    for_each_data_line(data::who_peoples(), [&](std::string_view line, int at) {
        const auto fields = split(line, '|');
        if (fields.size() != 4) throw error("data/who/peoples.txt:{}: expected four fields", at);
        for (const std::string_view name : split(fields[1], ';'))
            table[trim(name)] = {fields[2], sector_list(fields[3]), fields[0] == "region"};
    });
    return table;
}

const std::unordered_map<std::string_view, WordUse>& words() {
    static const auto table = read_words();
    return table;
}

constexpr std::size_t longest_phrase = 6; // words

/// Where the words of a name begin, and its end.
std::vector<std::size_t> word_starts(std::string_view name) {
    std::vector<std::size_t> starts{0};
    for (std::size_t i = 0; i < name.size(); ++i)
        if (name[i] == ' ') starts.push_back(i + 1);
    starts.push_back(name.size() + 1);
    return starts;
}

} // namespace

bool is_phrase_word(std::string_view lower, PhraseWord word_class) {
    const auto found = words().find(lower);
    return found != words().end() && (found->second.classes & static_cast<std::uint16_t>(word_class)) != 0;
}

std::string_view sector_of_modifier(std::string_view lower) {
    const auto found = words().find(lower);
    return found == words().end() ? std::string_view{} : found->second.sector;
}

const BodyWords* body_words(std::string_view lower_name) {
    static const auto table = read_body_words();
    const auto starts = word_starts(lower_name);
    const std::size_t count = starts.size() - 1;
    const std::size_t of = lower_name.find(" of ");
    const BodyWords* best = nullptr;
    std::size_t best_length = 0;
    bool best_is_head = false;
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t length = std::min(longest_phrase, count - i); length > 0; --length) {
            const auto phrase = lower_name.substr(starts[i], starts[i + length] - 1 - starts[i]);
            const auto found = table.find(phrase);
            if (found == table.end()) continue;
            const bool head = of == std::string_view::npos || starts[i] < of;
            if (best == nullptr || length > best_length || (length == best_length && head >= best_is_head))
                best = &found->second, best_length = length, best_is_head = head;
            break;
        }
    return best;
}

const Homeland* homeland(std::string_view name) {
    static const auto table = read_homelands();
    const auto found = table.find(name);
    return found == table.end() ? nullptr : &found->second;
}

} // namespace dateline::who
