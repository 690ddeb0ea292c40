#include "where/country_cues.hpp"

#include <unordered_set>
#include <vector>

#include "base/error.hpp"
#include "base/text.hpp"

namespace dateline::data {
std::string_view where_cues();
}

namespace dateline::where {

namespace {

using Table = std::unordered_map<std::string_view, std::vector<std::string_view>>; // word → countries

Table read_table() {
    Table table;
    for_each_data_line(data::where_cues(), [&](std::string_view line, int at) {
        const auto fields = split(line, '|');
        if (fields.size() != 2) throw error("data/where/cues.txt:{}: expected `country | words`", at);
        for (const std::string_view word : split(fields[1], ' '))
            if (!word.empty()) table[word].push_back(trim(fields[0]));
    });
    return table;
}

} // namespace

CountryCues country_cues(const Parse& parse) {
    static const Table table = read_table();
    CountryCues cues;
    std::unordered_set<std::string_view> met;
    for (const Token& token : parse.tokens) {
        const auto found = table.find(token.lower);
        if (found == table.end() || !met.insert(token.lower).second) continue;
        for (const std::string_view country : found->second)
            cues[country] += 1.0 / static_cast<double>(found->second.size());
    }
    return cues;
}

} // namespace dateline::where
