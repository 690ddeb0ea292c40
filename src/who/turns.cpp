// A transcript puts the speaker's name and a colon in front of what is said, a turn a paragraph:
// `Ada Example: I was there.` It is one when three paragraphs or more open so, two speakers are named, and
// one of them twice. A turn that ends with a question mark is put to whoever speaks next.

#include "who/turns.hpp"

#include <string>
#include <unordered_map>

#include "base/text.hpp"
#include "who/name_spans.hpp"

namespace dateline::who {

namespace {

constexpr TokenIndex longest_label = 5; // tokens

/// The colon of the label that opens at `first`; `no_token` when no label does.
TokenIndex colon_of(const Parse& parse, TokenIndex first) {
    for (TokenIndex i = first; i < parse.size() && i - first <= longest_label; ++i) {
        const Token& token = parse.at(i);
        if (token.text == ":") {
            const bool said = i + 1 < parse.size() && !is_break(parse.at(i + 1));
            return i > first && said ? i : no_token;
        }
        if (!is_upper(token.text.front()) && token.text != "." && token.text != "-") return no_token;
    }
    return no_token;
}

std::string_view label_of(const Parse& parse, const Turn& turn) {
    return words(parse.text, parse.span_of(turn.label, turn.first - 1));
}

bool is_question(const Parse& parse, const Turn& turn) {
    for (TokenIndex i = turn.last - 1; i >= turn.first; --i)
        if (!is_break(parse.at(i)) && parse.at(i).pos != Pos::space) return parse.at(i).text == "?";
    return false;
}

bool is_transcript(const Parse& parse, const std::vector<Turn>& turns) {
    std::unordered_map<std::string_view, int> speakers;
    bool again = false;
    for (const Turn& turn : turns) again = ++speakers[label_of(parse, turn)] > 1 || again;
    return turns.size() >= 3 && speakers.size() >= 2 && again;
}

} // namespace

std::vector<Turn> find_turns(const Parse& parse) {
    std::vector<Turn> turns;
    for (TokenIndex i = 0; i < parse.size(); ++i) {
        if (i > 0 && !is_break(parse.at(i - 1))) continue;
        const TokenIndex colon = colon_of(parse, i);
        if (colon == no_token) continue;
        if (!turns.empty()) turns.back().last = i;
        turns.push_back({colon + 1, parse.size(), i, no_token});
    }
    if (!is_transcript(parse, turns)) return {};
    for (std::size_t t = 0; t + 1 < turns.size(); ++t)
        if (is_question(parse, turns[t]) && label_of(parse, turns[t]) != label_of(parse, turns[t + 1]))
            turns[t].addressee = turns[t + 1].label;
    return turns;
}

} // namespace dateline::who
