// Names the world's reports are full of (clubs, companies, contests, peoples), as `data/who/names/` lists
// them, looked up by the bytes of the text. A filter over the first two bytes keeps most tokens from being
// looked up.

#include "who/known_names.hpp"

#include <bitset>
#include <unordered_map>

#include "base/error.hpp"
#include "base/text.hpp"
#include "who/name_spans.hpp"

namespace dateline::data {
std::string_view who_known_names();
}

namespace dateline::who {

namespace {

struct Table {
    std::unordered_map<std::string_view, KnownName> names;
    std::bitset<65536> starts; // first two bytes of a name
};

std::size_t start_of(std::string_view text) {
    return text.size() < 2 ? 0
                           : static_cast<std::size_t>(static_cast<unsigned char>(text[0])) << 8U |
                                 static_cast<unsigned char>(text[1]);
}

Table read_table() {
    Table table;
    for_each_data_line(data::who_known_names(), [&](std::string_view line, int at) {
        const std::size_t space = line.find(' ');
        KnownName known;
        known.is_team = line.substr(0, space) == "TEAM";
        known.type = known.is_team ? NameType::org : name_type_of(line.substr(0, space));
        if (space == std::string_view::npos || known.type == NameType::other)
            throw error("data/who/names: line {} opens with no type of name", at);
        std::string_view rest = line.substr(space + 1);
        while (!rest.empty()) {
            const std::size_t end = rest.find(" ; ");
            const std::string_view name = trim(rest.substr(0, end));
            table.names.emplace(name, known);
            table.starts.set(start_of(name));
            rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 3);
        }
    });
    return table;
}

const Table& table() {
    static const Table read = read_table();
    return read;
}

} // namespace

std::optional<KnownName> known_name(std::string_view text) {
    const auto found = table().names.find(text);
    if (found == table().names.end()) return std::nullopt;
    return found->second;
}

KnownSpan longest_known_name(const Parse& parse, TokenIndex first) {
    constexpr TokenIndex longest = 6;
    KnownSpan best{first, {}};
    const std::uint32_t start = parse.at(first).span.start;
    if (!table().starts.test(start_of(parse.text.substr(start, 2)))) return best;
    for (TokenIndex last = first + 1; last <= parse.size() && last - first <= longest; ++last) {
        if (parse.at(last - 1).pos == Pos::space) break;
        const auto known = known_name(words(parse.text, name_span(parse, first, last)));
        if (known) best = {last, *known};
    }
    return best;
}

} // namespace dateline::who
