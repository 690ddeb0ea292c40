// Names that stand beside a quotation without a verb: a signature behind it, a label before it.

#include "said/signatures.hpp"

#include <algorithm>
#include <string_view>

#include "base/text.hpp"
#include "said/phrases.hpp"
#include "said/sources.hpp"
#include "said/words.hpp"

namespace dateline::said {

namespace {

bool breaks_line(const Token& token) {
    return token.text.find('\n') != std::string_view::npos;
}

Attribution signed_by(const Parse& parse, TokenIndex cue, TokenIndex source, Span name) {
    Attribution signature;
    signature.cue = cue;
    signature.cue_span = parse.at(cue).span;
    signature.source = source;
    signature.source_span = name;
    return signature;
}

/// Where the text goes on behind spaces of its line.
std::size_t behind_spaces(std::string_view text, std::size_t at) {
    constexpr std::string_view no_break_space = "\xC2\xA0";
    while (at < text.size()) {
        if (text[at] == ' ' || text[at] == '\t')
            ++at;
        else if (text.substr(at).starts_with(no_break_space))
            at += no_break_space.size();
        else
            break;
    }
    return at;
}

/// The length of the dash that a text starts with; 0 without one.
std::size_t dash_length(std::string_view text) {
    for (const std::string_view mark : {"―", "—", "–", "--"})
        if (text.starts_with(mark)) return mark.size();
    return 0;
}

/// What a line names when a name is all there is in it: few words, without the mark at its end. Empty when it
/// goes on.
std::string_view name_in(std::string_view line) {
    constexpr std::size_t longest = 60;
    for (;;) {
        const std::size_t before = line.size();
        line = trim(line);
        if (line.ends_with("\xC2\xA0")) line.remove_suffix(2);
        if (line.ends_with('.') || line.ends_with(',')) line.remove_suffix(1);
        if (line.size() == before) break;
    }
    const bool is_short = line.size() <= longest && std::count(line.begin(), line.end(), ' ') < 7;
    return is_short && !line.empty() && is_upper(line.front()) ? line : std::string_view{};
}

/// `Ada Example (Lima)` without what stands in brackets at its end.
std::string_view without_insertion(std::string_view label) {
    const std::size_t open = label.ends_with(')') ? label.rfind('(') : std::string_view::npos;
    return open == std::string_view::npos ? label : trim(label.substr(0, open));
}

/// `Former minister Ada Example`: words of which the first and the last are capital, the last names somebody,
/// and none is a finite verb.
bool is_title_and_name(const Parse& parse, std::string_view words) {
    constexpr TokenIndex most = 12;
    if (words.empty() || !is_upper(words.front())) return false;
    const std::size_t space = words.rfind(' ');
    const std::string_view last = space == std::string_view::npos ? words : words.substr(space + 1);
    const auto start = static_cast<std::uint32_t>(words.data() - parse.text.data());
    const TokenIndex first = parse.token_at(start);
    const TokenIndex end = parse.token_at(start + static_cast<std::uint32_t>(words.size()));
    if (last.empty() || !is_upper(last.front()) || end - first > most) return false;
    bool is_named = false;
    for (TokenIndex t = first; t < end; ++t) {
        const Token& token = parse.at(t);
        if (is_finite(token)) return false;
        is_named = is_named || token.name_type == NameType::person || token.name_type == NameType::org;
    }
    return is_named || (end > first && names_speaker(parse, end - 1));
}

/// A rare surname may look like a common noun to the parser.
bool may_name(const Token& token) {
    return token.pos == Pos::propn ||
           (token.pos == Pos::noun && !token.text.empty() && is_upper(token.text.front()));
}

/// What stands before a label ends there: the text's or a paragraph's start, a sentence, a quotation.
bool is_border(const Parse& parse, TokenIndex token) {
    if (token < 0) return true;
    const Token& before = parse.at(token);
    return breaks_line(before) || before.tag == Tag::period || before.tag == Tag::close_quote ||
           before.text == "]" || before.text == ")";
}

std::optional<Attribution> signature_behind(const Parse& parse, const Quotation& quotation) {
    const std::string_view text = parse.text;
    const std::size_t dash = behind_spaces(text, quotation.span.end);
    const std::size_t length = dash_length(text.substr(dash));
    if (length == 0) return std::nullopt;
    const std::size_t start = behind_spaces(text, dash + length);
    const std::string_view line = text.substr(start, text.find('\n', start) - start);
    const std::string_view name = name_in(line);
    const TokenIndex first = parse.token_at(static_cast<std::uint32_t>(start));
    if (name.empty() || first >= parse.size() || parse.at(first).pos != Pos::propn) return std::nullopt;
    const auto from = static_cast<std::uint32_t>(start), mark = static_cast<std::uint32_t>(dash);
    Attribution signature;
    signature.cue = parse.token_at(mark);
    signature.cue_span = Span{mark, mark + static_cast<std::uint32_t>(length)};
    signature.source = first;
    signature.source_span = Span{from, from + static_cast<std::uint32_t>(name.size())};
    return signature;
}

std::optional<Attribution> label_before(const Parse& parse, const Quotation& quotation) {
    constexpr TokenIndex longest = 4;
    const TokenIndex colon = quotation.first - 1;
    if (colon < 1 || parse.at(colon).text != ":") return std::nullopt;
    TokenIndex first = colon;
    while (first > 0 && colon - first < longest && may_name(parse.at(first - 1))) --first;
    if (first == colon || !is_border(parse, first - 1)) return std::nullopt;
    if (!names_speaker(parse, colon - 1)) return std::nullopt;
    if (is_on(WordList::fronted, parse.at(first).lower)) { // `Said Smith: "…"`, a name to the parser
        if (first + 1 == colon) return std::nullopt;
        return signed_by(parse, first, colon - 1, parse.span_of(first + 1, colon));
    }
    return signed_by(parse, colon, colon - 1, parse.span_of(first, colon));
}

std::optional<Attribution> long_label_before(const Parse& parse, std::uint32_t start,
                                             const Quotation& quotation) {
    constexpr std::size_t longest = 90;
    if (quotation.span.start <= start || quotation.span.start - start > longest) return std::nullopt;
    const std::string_view line = trim(parse.text.substr(start, quotation.span.start - start));
    if (!line.ends_with(':') || line.find('\n') != std::string_view::npos) return std::nullopt;
    std::string_view label = trim(line.substr(0, line.size() - 1));
    const auto end_of = [&](std::string_view part) {
        return static_cast<std::uint32_t>(part.data() + part.size() - parse.text.data());
    };
    const std::uint32_t colon = end_of(line) - 1;
    Span cue{colon, colon + 1};
    const std::size_t space = label.find(' ');
    if (space != std::string_view::npos && is_on(WordList::fronted, to_lower(label.substr(0, space)))) {
        cue = Span{end_of(label.substr(0, 0)), end_of(label.substr(0, space))};
        label = trim(label.substr(space));
    }
    if (label.starts_with("From ")) label.remove_prefix(5); // `From Example News: "…"`
    const std::string_view name = without_insertion(label);
    if (!is_title_and_name(parse, name)) return std::nullopt;
    Attribution signature;
    signature.source = parse.token_at(end_of(name) - 1);
    signature.source_span = Span{end_of(label.substr(0, 0)), end_of(label)};
    signature.cue = parse.token_at(cue.start);
    signature.cue_span = cue;
    return signature;
}

} // namespace

std::optional<Attribution> signature_beside(const Parse& parse, std::uint32_t start,
                                            const Quotation& quotation) {
    auto signature = signature_behind(parse, quotation);
    if (!signature) signature = label_before(parse, quotation);
    if (!signature) signature = long_label_before(parse, start, quotation);
    return signature;
}

} // namespace dateline::said
