#include "said/phrases.hpp"

#include <algorithm>
#include <string_view>

#include "base/text.hpp"
#include "said/words.hpp"

namespace dateline::said {

namespace {

bool breaks_line(const Token& token) {
    return token.pos == Pos::space && token.text.find('\n') != std::string_view::npos;
}

bool is_trimmed(const Token& token) {
    if (token.pos == Pos::space) return true;
    if (token.tag == Tag::open_quote || token.tag == Tag::close_quote || token.text == "\"") return false;
    if (token.text == "“" || token.text == "”" || token.text == "%" || token.text == "$") return false;
    if (token.text == ")" || token.text == "(" || token.text == "]" || token.text == "[") return false;
    return token.pos == Pos::punct;
}

bool is_mark_of_speech(const Token& token) {
    return token.text == "\"" || token.text == "“" || token.text == "”" || token.text == "''" ||
           token.text == "``";
}

/// `Army Capt. Ada Example`, where the parser ended a sentence at the point: the title belongs to the name.
TokenIndex with_rank(const Parse& parse, TokenIndex first) {
    if (first < 2 || !ends_rank(parse, first - 1)) return first;
    first -= 2;
    while (first > 0 && parse.at(first - 1).dep == Dep::compound && parse.at(first - 1).pos != Pos::punct &&
           parse.at(first - 1).head > first - 1)
        --first;
    return first;
}

/// Where the phrase starts: not before a line break, a colon, the dash behind a dateline, or a mark of
/// quotation that has no partner.
TokenIndex source_start(const Parse& parse, TokenIndex head) {
    TokenIndex first = parse.at(head).left_edge, last_dash = no_token, last_mark = no_token;
    int dashes = 0, marks = 0;
    for (TokenIndex t = first; t < head; ++t) {
        if (breaks_line(parse.at(t)) || parse.at(t).text == ":") first = t + 1, dashes = marks = 0;
        if (is_dash(parse, t)) last_dash = t, ++dashes;
        if (is_mark_of_speech(parse.at(t))) last_mark = t, ++marks;
    }
    if (dashes % 2 == 1) first = std::max(first, last_dash + 1);
    if (marks % 2 == 1) first = std::max(first, last_mark + 1);
    if (const Pos pos = parse.at(first).pos; pos == Pos::adp || pos == Pos::adv) // `on Sunday, the militia`
        for (TokenIndex t = head - 1; t > first; --t)
            if (parse.at(t).text == ",") {
                first = t + 1;
                break;
            }
    const std::string_view word = parse.at(first).lower;
    return first < head && word == "even" ? first + 1 : with_rank(parse, first);
}

/// `Smith on Monday`, which the parser ties to the name.
bool is_time_phrase(const Parse& parse, TokenIndex preposition) {
    const TokenIndex object = parse.child(preposition, Dep::pobj);
    return object != no_token &&
           (parse.at(object).name_type == NameType::date || parse.at(object).name_type == NameType::time);
}

/// `said Smith in a statement`: where he said it is no part of his name.
bool is_occasion(const Parse& parse, TokenIndex head, TokenIndex preposition) {
    const std::string_view word = parse.at(preposition).lower;
    if (parse.at(head).pos != Pos::propn ||
        (word != "in" && word != "on" && word != "at" && word != "during"))
        return false;
    const TokenIndex object = parse.child(preposition, Dep::pobj);
    return object != no_token && is_on(WordList::occasion, parse.at(object).lemma);
}

/// Where the phrase ends: before a participle clause, a floating `both`, a time, an occasion, a line break.
TokenIndex source_end(const Parse& parse, TokenIndex head) {
    TokenIndex last = parse.at(head).right_edge + 1;
    const bool is_root = parse.at(head).dep == Dep::root;
    for (const TokenIndex child : parse.children(head)) {
        const Token& part = parse.at(child);
        if (part.left_edge <= head) continue;
        const bool is_participle = part.dep == Dep::acl && part.tag == Tag::vbg && child == part.left_edge;
        const bool is_future = part.dep == Dep::acl && is_root && child > part.left_edge &&
                               parse.at(part.left_edge).tag == Tag::to; // `Government to announce cuts`
        const bool is_floating = part.lower == "both" || part.lower == "all" || part.lower == "each";
        const bool is_time =
            part.dep == Dep::prep && (is_time_phrase(parse, child) || is_occasion(parse, head, child));
        const bool is_relative = part.dep == Dep::relcl && parse.at(part.left_edge - 1).text == ",";
        if (is_participle || is_future || is_floating || is_time || is_relative)
            last = std::min(last, part.left_edge);
    }
    for (TokenIndex t = head + 1; t < last; ++t)
        if (breaks_line(parse.at(t)) || parse.at(t).text == ":") return t;
    return last;
}

/// True when the mark at `end` closes what a like mark behind `head` opened: `Smith, the mayor,`.
bool closes_insertion(const Parse& parse, TokenIndex head, TokenIndex end) {
    if (end >= parse.size() || parse.at(end).pos != Pos::punct) return false;
    const std::string_view mark = parse.at(end).text;
    if (mark != "," && mark != "–" && mark != "—" && mark != "--") return false;
    for (TokenIndex t = head + 1; t < end; ++t)
        if (parse.at(t).text == mark) return true;
    return false;
}

} // namespace

bool is_dash(const Parse& parse, TokenIndex at) {
    if (at < 0) return false;
    const Token& token = parse.at(at);
    if (token.text == "–" || token.text == "—" || token.text == "―" || token.text == "--") return true;
    return token.text == "-" && at > 0 && at + 1 < parse.size() &&
           parse.at(at - 1).span.end < token.span.start && token.span.end < parse.at(at + 1).span.start;
}

bool is_under(const Parse& parse, TokenIndex token, TokenIndex head) {
    return parse.at(head).left_edge <= token && token <= parse.at(head).right_edge;
}

bool is_below(const Parse& parse, TokenIndex token, TokenIndex head) {
    for (int steps = 0; steps < 40 && token != head; ++steps) {
        if (parse.at(token).head == token) return false;
        token = parse.at(token).head;
    }
    return token == head;
}

Span trimmed(const Parse& parse, TokenIndex first, TokenIndex last) {
    while (first < last && is_trimmed(parse.at(first))) ++first;
    while (first < last && (is_trimmed(parse.at(last - 1)) || parse.at(last - 1).pos == Pos::cconj)) --last;
    return first < last ? parse.span_of(first, last) : Span{};
}

Span source_phrase(const Parse& parse, TokenIndex head) {
    const Token& token = parse.at(head);
    const TokenIndex first = source_start(parse, head);
    TokenIndex last = source_end(parse, head);
    const Span span = trimmed(parse, first, last);
    if (span.empty()) return token.span;
    while (last > first && parse.at(last - 1).span.end > span.end) --last;
    return closes_insertion(parse, head, last) ? Span{span.start, parse.at(last).span.end} : span;
}

Span cue_phrase(const Parse& parse, TokenIndex cue, TokenIndex preposition) {
    TokenIndex first = cue, last = cue + 1;
    const auto is_modifier = [&](const Token& word) { // `repeatedly said`, his `repeated claim`
        return word.head == cue &&
               ((word.dep == Dep::advmod && word.pos == Pos::adv) || word.dep == Dep::amod);
    };
    while (first > 0 && is_modifier(parse.at(first - 1))) --first;
    if (first > 0 && first < cue && parse.at(first - 1).pos == Pos::aux) first = cue;
    if (first > 0 && parse.at(first - 1).tag == Tag::to && parse.at(first - 1).head == cue) --first;
    if (last < parse.size() && parse.at(last).dep == Dep::prt && parse.at(last).head == cue) ++last;
    const auto is_manner = [&](TokenIndex t) { // `said bluntly`, `spoke openly of`
        return t < parse.size() && parse.at(t).dep == Dep::advmod && parse.at(t).head == cue &&
               parse.at(t).pos == Pos::adv && parse.at(t).left_edge == t && parse.at(t).right_edge == t &&
               parse.at(t).tag == Tag::rb && parse.at(t).lower != "so"; // `thinks so`: that is what
    };
    if (parse.at(cue).pos == Pos::verb && is_manner(last)) ++last;
    if (preposition == last) ++last;
    return parse.span_of(first, last);
}

bool is_apart(const Parse& parse, TokenIndex participle) {
    const Token& token = parse.at(participle);
    const bool has_adverb = participle > 0 && parse.at(participle - 1).dep == Dep::advmod &&
                            parse.at(participle - 1).head == participle;
    const TokenIndex before = participle - (has_adverb ? 2 : 1);
    if (token.tag != Tag::vbg || before < 1) return false;
    return parse.at(before).text == "," ||
           (parse.at(before).tag == Tag::close_quote && parse.at(before - 1).text == ",");
}

bool is_finite(const Token& verb) {
    return verb.tag == Tag::vbd || verb.tag == Tag::vbz || verb.tag == Tag::vbp;
}

bool ends_rank(const Parse& parse, TokenIndex point) {
    return point > 0 && parse.at(point).text == "." && is_on(WordList::rank, parse.at(point - 1).lower);
}

Span content_phrase(const Parse& parse, TokenIndex head) {
    return trimmed(parse, parse.at(head).left_edge, parse.at(head).right_edge + 1);
}

} // namespace dateline::said
