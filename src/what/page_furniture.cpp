// Phrases are looked up by their first word, case and all, so that a report costs one look-up a word; of
// those that fit the longest counts.

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

} // namespace

std::vector<std::pair<TokenIndex, TokenIndex>> page_furniture(const Parse& parse) {
    static const Phrases phrases = read_phrases();
    std::vector<std::pair<TokenIndex, TokenIndex>> out;
    for (TokenIndex t = 0; t < parse.size(); ++t) {
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
