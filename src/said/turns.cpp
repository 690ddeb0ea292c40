#include "said/turns.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "base/text.hpp"
#include "said/phrases.hpp"
#include "said/quotation.hpp"
#include "said/sources.hpp"
#include "said/words.hpp"

namespace dateline::said {

namespace {

constexpr std::size_t longest_label = 40;
constexpr std::size_t fewest_turns = 3;
constexpr std::size_t longest_headline_label = 60;
constexpr int most_spaces = 4; // in a headline's label

/// The opening mark of a transcript quoted as a whole.
std::size_t mark_length(std::string_view paragraph) {
    for (const std::string_view mark : {"\"", "“", "''"})
        if (paragraph.starts_with(mark)) return mark.size();
    return 0;
}

/// A paragraph's label, without the colon: up to five words that all start with a capital. Empty without one.
std::string_view label_of(std::string_view paragraph) {
    const std::size_t colon = paragraph.substr(0, longest_label).find(':');
    if (colon == std::string_view::npos || colon == 0 ||
        (colon + 1 < paragraph.size() && !is_space(paragraph[colon + 1])))
        return {};
    const std::string_view label = paragraph.substr(0, colon);
    const auto parts = split(label, ' ');
    const auto is_capital = [](std::string_view word) { return !word.empty() && is_upper(word.front()); };
    return parts.size() <= 5 && std::all_of(parts.begin(), parts.end(), is_capital) ? label
                                                                                    : std::string_view{};
}

/// The turn from a label at `start` to `end`.
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

/// A turn is whole sentences: the mark that ends the last one belongs to it.
void take_last_mark(const Parse& parse, std::uint32_t end, Attribution& turn) {
    if (turn.contents.empty()) return;
    std::uint32_t& last = turn.contents.back().end;
    while (last < end && std::string_view(".?!").find(parse.text[last]) != std::string_view::npos) ++last;
}

/// The name in front of a headline's colon: behind a rubric (`EXCLUSIVE – Ada Example: …`), before what it is
/// about or whom it speaks to (`Example on Taxes: …`).
std::string_view name_of_label(std::string_view label) {
    for (const std::string_view dash : {" – ", " — ", " - "})
        if (const std::size_t at = label.rfind(dash); at != std::string_view::npos)
            label.remove_prefix(at + dash.size());
    for (const std::string_view behind : {" on ", " On ", " to ", " To "})
        label = label.substr(0, label.find(behind));
    return label;
}

/// A name alone, not `Road Map for Ada Example`, `Example's Last Word`.
bool is_bare_name(const Parse& parse, TokenIndex first, TokenIndex last) {
    for (TokenIndex t = first; t < last; ++t) {
        const Token& token = parse.at(t);
        if (token.pos == Pos::adp || token.pos == Pos::cconj || token.tag == Tag::pos) return false;
    }
    return true;
}

/// `Ada Example: The Plan Has Failed`
std::optional<Attribution> labelled_headline(const Parse& parse, std::uint32_t body_start) {
    const std::string_view title = trim(parse.text.substr(0, body_start));
    const std::size_t colon = title.substr(0, longest_headline_label).find(": ");
    if (colon == std::string_view::npos || colon == 0) return std::nullopt;
    const std::string_view name = name_of_label(title.substr(0, colon));
    if (name.empty() || !is_upper(name.front()) || std::count(name.begin(), name.end(), ' ') > most_spaces)
        return std::nullopt;
    const auto offset = [&](const char* at) { return static_cast<std::uint32_t>(at - parse.text.data()); };
    const std::uint32_t start = offset(name.data());
    const TokenIndex last = parse.token_at(start + static_cast<std::uint32_t>(name.size())) - 1;
    if (last < 0 || parse.at(last).pos == Pos::num || !is_bare_name(parse, parse.token_at(start), last) ||
        (!names_speaker(parse, last) && !is_on(WordList::document, parse.at(last).lower)))
        return std::nullopt;
    Attribution headline =
        turn_at(parse, start, offset(title.data() + colon) - start, offset(title.data() + title.size()));
    headline.source = last;
    headline.source_span = Span{start, start + static_cast<std::uint32_t>(name.size())};
    return headline;
}

/// A paragraph with a label.
struct Labelled {
    std::uint32_t start = 0; // of the label
    std::size_t paragraph = 0;
    std::string_view label;
    bool alone = false;     // the words stand in the next paragraph
    bool is_marked = false; // the words stand in quotation marks
    bool speaks = false;
};

std::uint32_t paragraph_end(const Parse& parse, const std::vector<std::uint32_t>& starts,
                            std::size_t number) {
    return number + 1 < starts.size() ? starts[number + 1] : static_cast<std::uint32_t>(parse.text.size());
}

std::vector<Labelled> labels_of(const Parse& parse, const Paragraphs& paragraphs) {
    const std::vector<std::uint32_t>& starts = paragraphs.starts();
    std::vector<Labelled> found;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const std::string_view paragraph =
            parse.text.substr(starts[i], paragraph_end(parse, starts, i) - starts[i]);
        const std::size_t mark = mark_length(paragraph);
        const std::string_view label = label_of(paragraph.substr(mark));
        if (label.empty()) continue;
        const std::string_view behind = trim(paragraph.substr(mark + label.size() + 1));
        found.push_back({starts[i] + static_cast<std::uint32_t>(mark), i, label, behind.empty(),
                         opens_with_mark(behind), false});
    }
    return found;
}

bool is_capitals(std::string_view label) {
    return std::none_of(label.begin(), label.end(), is_lower);
}

/// Keeps the labels of speakers: `Q` and `A`, roles, names of people and organisations, however written; not
/// `Pros`, `VERDICT`. Where they stand in capitals, so do names that the model does not know.
void keep_speakers(const Parse& parse, std::vector<Labelled>& labels) {
    std::unordered_set<std::string_view> names; // words of them, in lower case
    for (const Token& token : parse.tokens)
        if (token.name_type == NameType::person || token.name_type == NameType::org)
            names.insert(token.lower);
    std::unordered_map<std::string_view, int> uses;
    bool in_capitals = true;
    for (Labelled& turn : labels) {
        const TokenIndex behind = parse.token_at(turn.start + static_cast<std::uint32_t>(turn.label.size()));
        const std::string_view word = behind > 0 ? parse.at(behind - 1).lower : std::string_view{};
        turn.speaks =
            turn.label == "Q" || turn.label == "A" || names.contains(word) || is_on(WordList::role, word);
        if (turn.speaks) in_capitals = in_capitals && is_capitals(turn.label);
    }
    const bool any = std::any_of(labels.begin(), labels.end(), [](const Labelled& t) { return t.speaks; });
    std::erase_if(labels, [&](const Labelled& turn) {
        const bool is_like_them =
            any && in_capitals && is_capitals(turn.label) && !turn.label.starts_with("THE ");
        return !turn.speaks && !is_like_them;
    });
    for (const Labelled& turn : labels) ++uses[turn.label];
    // two that take turns: a single one that comes back (`Opinion:`) is a rubric
    if (std::count_if(uses.begin(), uses.end(), [](const auto& use) { return use.second > 1; }) < 2)
        labels.clear();
}

bool ends_sentence(std::string_view paragraph) {
    paragraph = trim(paragraph);
    return !paragraph.empty() && !is_lower(paragraph.back()) && !is_upper(paragraph.back());
}

/// Where a turn ends: with the paragraph before the next label when that is near, else with its own. Lines
/// that end no sentence in front of a label are headings of what follows.
std::uint32_t end_of_turn(const Parse& parse, const std::vector<std::uint32_t>& starts,
                          const std::vector<Labelled>& labels, std::size_t number) {
    constexpr std::size_t most_paragraphs = 6;
    const Labelled& turn = labels[number];
    const std::size_t own = std::min(turn.paragraph + (turn.alone ? 1 : 0), starts.size() - 1);
    std::size_t last = own;
    const bool is_next_near =
        number + 1 < labels.size() && labels[number + 1].paragraph - turn.paragraph <= most_paragraphs;
    if (is_next_near && !turn.is_marked) last = std::max(own, labels[number + 1].paragraph - 1);
    const auto paragraph = [&](std::size_t i) {
        return parse.text.substr(starts[i], paragraph_end(parse, starts, i) - starts[i]);
    };
    while (last > own && !ends_sentence(paragraph(last))) --last;
    return paragraph_end(parse, starts, last);
}

} // namespace

std::vector<Attribution> find_turns(const Parse& parse, std::uint32_t body_start,
                                    const Paragraphs& paragraphs) {
    std::vector<Attribution> turns;
    std::vector<Labelled> labels = labels_of(parse, paragraphs);
    if (labels.size() >= fewest_turns) keep_speakers(parse, labels);
    if (labels.size() >= fewest_turns)
        for (std::size_t i = 0; i < labels.size(); ++i) {
            const Labelled& turn = labels[i];
            const std::uint32_t end = end_of_turn(parse, paragraphs.starts(), labels, i);
            turns.push_back(turn_at(parse, turn.start, turn.label.size(), end));
            take_last_mark(parse, end, turns.back());
        }
    if (auto headline = labelled_headline(parse, body_start)) turns.push_back(std::move(*headline));
    std::erase_if(turns, [](const Attribution& turn) { return turn.contents.empty(); });
    return turns;
}

} // namespace dateline::said
