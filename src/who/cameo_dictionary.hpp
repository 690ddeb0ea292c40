#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::who {

/// A code of an actor or agent in a CAMEO dictionary and the days it holds (ISO, both ends inclusive; ""
/// open).
struct DictionaryCode {
    std::string code; // letters and digits; `~` stands for the country of agents
    std::string from, to;
};

/// An entry of a CAMEO dictionary: names as written (`KING_HUSSEIN_`) and codes, the undated one is the
/// default.
struct DictionaryEntry {
    std::vector<std::string> names;
    std::vector<DictionaryCode> codes;
    int line = 0;
};

/// What could not be carried, with the line it stands on.
struct DictionaryProblem {
    int line = 0;
    std::string what;
};

struct Dictionary {
    std::vector<DictionaryEntry> entries;
    std::vector<DictionaryProblem> problems;
    bool of_agents = false; // nouns with roles (`[~COP]`) instead of names with countries
};

/// Reads an actor or agent dictionary in the format of TABARI, PETRARCH or PETRARCH2. Lines that are not
/// understood become problems; nothing is thrown.
Dictionary read_dictionary(std::string_view text);

/// A day of a dictionary (`030501`, `20030501`, `2003-05-01`, `2003`) as ISO; "" when it is none. Two-digit
/// years from 30 on are of the 20th century.
std::string dictionary_day(std::string_view text);

} // namespace dateline::who
