#include "who/name_words.hpp"

#include <array>
#include <string>
#include <unordered_map>
#include <utility>

#include "base/error.hpp"
#include "base/text.hpp"

namespace dateline::data {
std::string_view who_name_words();
}

namespace dateline::who {

namespace {

using Table = std::unordered_map<std::string_view, std::uint64_t>;

std::uint64_t class_of(std::string_view name, int line) {
    static constexpr std::array classes{
        std::pair{std::string_view("org"), NameWord::org},
        std::pair{std::string_view("org_of"), NameWord::org_of},
        std::pair{std::string_view("firm"), NameWord::firm},
        std::pair{std::string_view("place"), NameWord::place},
        std::pair{std::string_view("building"), NameWord::building},
        std::pair{std::string_view("place_of"), NameWord::place_of},
        std::pair{std::string_view("place_noun"), NameWord::place_noun},
        std::pair{std::string_view("org_noun"), NameWord::org_noun},
        std::pair{std::string_view("human_verb"), NameWord::human_verb},
        std::pair{std::string_view("kin"), NameWord::kin},
        std::pair{std::string_view("none"), NameWord::none},
        std::pair{std::string_view("event"), NameWord::event},
        std::pair{std::string_view("award"), NameWord::award},
        std::pair{std::string_view("law"), NameWord::law},
        std::pair{std::string_view("of_place"), NameWord::of_place},
        std::pair{std::string_view("of_org"), NameWord::of_org},
        std::pair{std::string_view("of_nation"), NameWord::of_nation},
        std::pair{std::string_view("of_team"), NameWord::of_team},
        std::pair{std::string_view("team_verb"), NameWord::team_verb},
        std::pair{std::string_view("sport"), NameWord::sport},
        std::pair{std::string_view("of_person"), NameWord::of_person},
        std::pair{std::string_view("of_other"), NameWord::of_other},
        std::pair{std::string_view("unit"), NameWord::unit},
        std::pair{std::string_view("title"), NameWord::title},
        std::pair{std::string_view("no_title"), NameWord::no_title},
        std::pair{std::string_view("event_first"), NameWord::event_first},
        std::pair{std::string_view("praise"), NameWord::praise},
        std::pair{std::string_view("place_head"), NameWord::place_head},
        std::pair{std::string_view("place_verb"), NameWord::place_verb},
        std::pair{std::string_view("headline"), NameWord::headline},
        std::pair{std::string_view("work_noun"), NameWord::work_noun},
        std::pair{std::string_view("day"), NameWord::day},
        std::pair{std::string_view("shop"), NameWord::shop},
        std::pair{std::string_view("product"), NameWord::product},
        std::pair{std::string_view("byname"), NameWord::byname},
        std::pair{std::string_view("rank"), NameWord::rank},
        std::pair{std::string_view("prefix"), NameWord::prefix},
    };
    for (const auto& [text, word_class] : classes)
        if (text == name) return static_cast<std::uint64_t>(word_class);
    throw error("data/who/name_words.txt:{}: no class is called {}", line, name);
}

Table read_table() {
    Table table;
    for_each_data_line(data::who_name_words(), [&](std::string_view line, int at) {
        const auto fields = split(line, ' ');
        const std::uint64_t word_class = class_of(fields[0], at);
        for (std::size_t i = 1; i < fields.size(); ++i) table[fields[i]] |= word_class;
    });
    return table;
}

} // namespace

bool is_name_word(std::string_view lower, NameWord word_class) {
    static const Table table = read_table();
    const auto found = table.find(lower);
    return found != table.end() && (found->second & static_cast<std::uint64_t>(word_class)) != 0;
}

} // namespace dateline::who
