// Names that stand beside a quotation without a verb: a signature behind it, a label before it.

#include "said/signatures.hpp"

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
    constexpr TokenIndex longest = 8;
    const TokenIndex dash = quotation.last;
    if (dash + 1 >= parse.size()) return std::nullopt;
    const std::string_view mark = parse.at(dash).text;
    if (mark != "―" && mark != "—" && mark != "–" && mark != "--") return std::nullopt;
    TokenIndex end = dash + 1;
    while (end < parse.size() && end < dash + longest && !breaks_line(parse.at(end))) ++end;
    const Span name = trimmed(parse, dash + 1, end);
    if (end == dash + longest || name.empty() || parse.at(dash + 1).pos != Pos::propn) return std::nullopt;
    return signed_by(parse, dash, dash + 1, name);
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
