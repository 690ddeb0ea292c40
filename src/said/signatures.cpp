// Names that stand beside a quotation without a verb: a signature behind it, a label before it.

#include "said/signatures.hpp"

#include <algorithm>
#include <string_view>

#include "base/text.hpp"
#include "said/phrases.hpp"
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

} // namespace

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

} // namespace dateline::said
