// Phrases are looked up by their first word, case and all, so that a report costs one look-up a word; of
// those that fit the longest counts. Headlines of other reports that stand glued to a name are told by the
// glue and by the MORE behind them.

#include "what/page_furniture.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "base/text.hpp"

namespace dateline::data {
std::string_view page_furniture();
}

namespace dateline::what {

namespace {

using Phrases = std::unordered_map<std::string_view, std::vector<std::vector<std::string_view>>>;

/// By their first word, without it.
Phrases read_phrases() {
    Phrases phrases;
    for_each_data_line(data::page_furniture(), [&](std::string_view line, int) {
        std::vector<std::string_view> words = split(line, ' ');
        const std::string_view first = words.front();
        words.erase(words.begin());
        phrases[first].push_back(std::move(words));
    });
    return phrases;
}

/// The end of the phrase whose first word stands at `first`; `first` where it does not go on so.
TokenIndex end_of_phrase(const Parse& parse, TokenIndex first, const std::vector<std::string_view>& rest) {
    TokenIndex t = first + 1;
    for (const std::string_view word : rest) {
        if (word == "*") return parse.sentence_of(first).last;
        if (t >= parse.size() || (word != "_" && parse.at(t).text != word)) return first;
        ++t;
    }
    return t;
}

/// `SmithSenate`, `Smith2020`: a name to which the next line of the page was glued.
bool is_glued(std::string_view word) {
    constexpr std::size_t fewest = 4; // letters of the name: `McCain` and `DeMint` are whole
    for (std::size_t at = fewest; at + 2 < word.size(); ++at)
        if (is_lower(word[at - 1]) && is_lower(word[at - 2]) && is_lower(word[at - 3]) &&
            (is_upper(word[at]) || is_digit(word[at])))
            return true;
    return false;
}

/// Where the headlines begin that a page has glued to a name and closes with MORE; `last` where there are
/// none.
TokenIndex start_of_links(const Parse& parse, TokenIndex more) {
    constexpr TokenIndex most_words = 60;
    const TokenIndex first = more > most_words ? more - most_words : 0;
    for (TokenIndex t = more; t-- > first;) {
        if (parse.at(t).text == "MORE") break;
        if (is_glued(parse.at(t).text)) return t;
    }
    return more;
}

} // namespace

std::vector<std::pair<TokenIndex, TokenIndex>> page_furniture(const Parse& parse) {
    static const Phrases phrases = read_phrases();
    std::vector<std::pair<TokenIndex, TokenIndex>> out;
    for (TokenIndex t = 0; t < parse.size(); ++t) {
        if (parse.at(t).text == "MORE")
            if (const TokenIndex start = start_of_links(parse, t); start < t) out.emplace_back(start, t + 1);
        const auto found = phrases.find(parse.at(t).text);
        if (found == phrases.end()) continue;
        TokenIndex end = t;
        for (const auto& rest : found->second) end = std::max(end, end_of_phrase(parse, t, rest));
        if (end == t) continue;
        out.emplace_back(t, end);
        t = end - 1;
    }
    return out;
}

} // namespace dateline::what
