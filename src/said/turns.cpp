#include "said/turns.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "base/text.hpp"
#include "said/phrases.hpp"
#include "said/words.hpp"

namespace dateline::said {

namespace {

constexpr std::size_t longest_label = 40;
constexpr int fewest_turns = 3;

/// The opening mark of a transcript quoted as a whole.
std::size_t mark_length(std::string_view paragraph) {
    for (const std::string_view mark : {"\"", "“", "''"})
        if (paragraph.starts_with(mark)) return mark.size();
    return 0;
}

/// A paragraph's label, without the colon: up to five words that all start with a capital. Empty without one.
std::string_view label_of(std::string_view paragraph) {
    const std::size_t colon = paragraph.substr(0, longest_label).find(':');
    if (colon == std::string_view::npos || colon == 0 || colon + 1 >= paragraph.size() ||
        !is_space(paragraph[colon + 1]))
        return {};
    const std::string_view label = paragraph.substr(0, colon);
    const auto parts = split(label, ' ');
    const auto is_capital = [](std::string_view word) { return !word.empty() && is_upper(word.front()); };
    return parts.size() <= 5 && std::all_of(parts.begin(), parts.end(), is_capital) ? label
                                                                                    : std::string_view{};
}

/// The turn from a label at `start` to the end of its paragraph.
Attribution turn_at(const Parse& parse, std::uint32_t start, std::size_t label_size, std::uint32_t end) {
    const auto colon = static_cast<std::uint32_t>(start + label_size);
    Attribution turn;
    turn.cue_span = Span{colon, colon + 1};
    turn.source_span = Span{start, colon};
    const TokenIndex behind = parse.token_at(colon + 1);
    turn.source = std::max<TokenIndex>(parse.token_at(colon) - 1, 0);
    const Span content = trimmed(parse, behind, parse.token_at(end));
    if (!content.empty()) turn.contents.push_back({content.start, std::min(content.end, end)});
    turn.rule = "turn";
    return turn;
}

} // namespace

std::vector<Attribution> find_turns(const Parse& parse, std::uint32_t body_start,
                                    const Paragraphs& all_paragraphs) {
    const std::vector<std::uint32_t>& paragraphs = all_paragraphs.starts();
    struct Labelled {
        std::uint32_t start, end;
        std::string_view label;
    };
    std::vector<Labelled> found;
    std::unordered_map<std::string_view, int> uses;
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
        const auto end =
            i + 1 < paragraphs.size() ? paragraphs[i + 1] : static_cast<std::uint32_t>(parse.text.size());
        const std::string_view paragraph = parse.text.substr(paragraphs[i], end - paragraphs[i]);
        const std::size_t mark = mark_length(paragraph);
        const std::string_view label = label_of(paragraph.substr(mark));
        if (label.empty()) continue;
        found.push_back({paragraphs[i] + static_cast<std::uint32_t>(mark), end, label});
        ++uses[label];
    }
    std::vector<Attribution> turns;
    // two that take turns: a single label that comes back (`Opinion:`) is a rubric
    const auto speakers =
        std::count_if(uses.begin(), uses.end(), [](const auto& use) { return use.second > 1; });
    if (static_cast<int>(found.size()) >= fewest_turns && speakers > 1)
        for (const Labelled& turn : found)
            if (uses[turn.label] > 1)
                turns.push_back(turn_at(parse, turn.start, turn.label.size(), turn.end));
    const std::string_view title = trim(parse.text.substr(0, body_start));
    const std::string_view label = label_of(title);
    const TokenIndex last =
        label.empty() ? no_token : parse.token_at(static_cast<std::uint32_t>(label.size())) - 1;
    if (last >= 0 && (names_speaker(parse, last) || is_on(WordList::document, parse.at(last).lower)))
        turns.push_back(turn_at(parse, 0, label.size(), static_cast<std::uint32_t>(title.size())));
    std::erase_if(turns, [](const Attribution& turn) { return turn.contents.empty(); });
    return turns;
}

} // namespace dateline::said
