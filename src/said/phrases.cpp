#include "said/phrases.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace dateline::said {

namespace {

constexpr std::array object_controls{
    std::string_view("ask"),   std::string_view("urge"),   std::string_view("tell"),
    std::string_view("order"), std::string_view("force"),  std::string_view("press"),
    std::string_view("lead"),  std::string_view("prompt"), std::string_view("quote")};

bool is_verb(const Token& token) {
    return token.pos == Pos::verb || token.pos == Pos::aux;
}

bool is_subject(Dep dep) {
    return dep == Dep::nsubj || dep == Dep::nsubjpass;
}

TokenIndex subject_child(const Parse& parse, TokenIndex verb) {
    for (const TokenIndex child : parse.children(verb))
        if (is_subject(parse.at(child).dep)) return child;
    return no_token;
}

TokenIndex object_of(const Parse& parse, TokenIndex preposition) {
    return parse.child(preposition, Dep::pobj);
}

/// The noun behind `by`.
TokenIndex agent_of(const Parse& parse, TokenIndex word) {
    for (const TokenIndex child : parse.children(word)) {
        const Token& token = parse.at(child);
        const bool is_by = token.dep == Dep::agent || (token.dep == Dep::prep && token.lower == "by");
        if (const TokenIndex object = is_by ? object_of(parse, child) : no_token; object != no_token)
            return object;
    }
    return no_token;
}

/// `said Smith` that the parser took for verb and object: no subject, the noun right behind the verb.
TokenIndex inverted_subject(const Parse& parse, TokenIndex verb) {
    if (verb + 1 >= parse.size()) return no_token;
    for (const TokenIndex child : parse.children(verb)) {
        const Token& token = parse.at(child);
        if (token.dep == Dep::dobj && child > verb && token.left_edge == verb + 1 &&
            token.pos == Pos::propn && (parse.at(verb).tag == Tag::vbd || parse.at(verb).tag == Tag::vbz))
            return child;
    }
    return no_token;
}

TokenIndex source_above(const Parse& parse, TokenIndex verb, int depth);

TokenIndex source_at(const Parse& parse, TokenIndex verb, int depth) {
    if (depth > 8) return no_token;
    const bool is_passive = parse.has_child(verb, Dep::auxpass);
    if (is_passive || (parse.at(verb).tag == Tag::vbn && parse.at(verb).dep == Dep::acl))
        return agent_of(parse, verb);
    if (const TokenIndex subject = subject_child(parse, verb); subject != no_token) {
        const Token& token = parse.at(subject);
        return token.lower == "it" && parse.has_child(verb, Dep::expl) ? no_token : subject;
    }
    if (const TokenIndex subject = inverted_subject(parse, verb); subject != no_token) return subject;
    return source_above(parse, verb, depth);
}

TokenIndex source_above(const Parse& parse, TokenIndex verb, int depth) {
    const Token& token = parse.at(verb);
    const TokenIndex head = token.head;
    if (head == verb) return no_token;
    const Token& above = parse.at(head);
    switch (token.dep) {
    case Dep::conj:
    case Dep::advcl:
    case Dep::xcomp:
    case Dep::dep:
    case Dep::ccomp:
        if (!is_verb(above)) return above.pos == Pos::noun || above.pos == Pos::propn ? head : no_token;
        if (token.dep == Dep::ccomp && token.tag != Tag::vbg && token.tag != Tag::vb) return no_token;
        if (token.dep == Dep::xcomp &&
            std::find(object_controls.begin(), object_controls.end(), above.lemma) != object_controls.end())
            if (const TokenIndex object = parse.child(head, Dep::dobj); object != no_token) return object;
        return parse.has_child(head, Dep::auxpass) ? subject_child(parse, head)
                                                   : source_at(parse, head, depth + 1);
    case Dep::pcomp: // `by saying`, `after saying`
        return is_verb(parse.at(above.head)) && above.head != head ? source_at(parse, above.head, depth + 1)
                                                                   : no_token;
    case Dep::acl: return head;
    default: return no_token;
    }
}

bool is_trimmed(const Token& token) {
    if (token.pos == Pos::space) return true;
    if (token.tag == Tag::open_quote || token.tag == Tag::close_quote || token.text == "\"") return false;
    if (token.text == "“" || token.text == "”" || token.text == "%" || token.text == "$") return false;
    if (token.text == ")" || token.text == "(" || token.text == "]" || token.text == "[") return false;
    return token.pos == Pos::punct;
}

} // namespace

TokenIndex source_of_verb(const Parse& parse, TokenIndex verb) {
    return source_at(parse, verb, 0);
}

TokenIndex source_of_noun(const Parse& parse, TokenIndex noun) {
    for (const TokenIndex child : parse.children(noun)) {
        const Token& token = parse.at(child);
        if (token.dep == Dep::poss) return child;
        const bool is_author = token.dep == Dep::prep &&
                               (token.lower == "by" || token.lower == "from" || token.lower == "among");
        if (const TokenIndex object = is_author ? object_of(parse, child) : no_token; object != no_token)
            return object;
    }
    // `made a statement`, `expressed concern`: whoever did
    const Token& token = parse.at(noun);
    const TokenIndex head = token.head;
    if ((token.dep == Dep::dobj || token.dep == Dep::attr) && is_verb(parse.at(head)))
        return source_of_verb(parse, head);
    return no_token;
}

bool is_under(const Parse& parse, TokenIndex token, TokenIndex head) {
    return parse.at(head).left_edge <= token && token <= parse.at(head).right_edge;
}

Span trimmed(const Parse& parse, TokenIndex first, TokenIndex last) {
    while (first < last && is_trimmed(parse.at(first))) ++first;
    while (first < last && is_trimmed(parse.at(last - 1))) --last;
    return first < last ? parse.span_of(first, last) : Span{};
}

Span source_phrase(const Parse& parse, TokenIndex head) {
    const Token& token = parse.at(head);
    TokenIndex last = token.right_edge + 1;
    for (const TokenIndex child : parse.children(head)) {
        const Token& part = parse.at(child);
        const bool is_clause = part.dep == Dep::relcl || part.dep == Dep::acl || part.dep == Dep::advcl;
        const bool is_apart = part.left_edge > head && parse.at(part.left_edge - 1).text == ",";
        if (is_clause && is_apart) last = std::min(last, part.left_edge);
    }
    TokenIndex first = token.left_edge;
    Span span = trimmed(parse, first, last);
    if (span.empty()) return token.span;
    if (parse.at(last - 1).tag == Tag::pos || parse.at(head).dep == Dep::poss) {
        while (last > first + 1 && parse.at(last - 1).tag == Tag::pos) --last;
        span = trimmed(parse, first, last);
    }
    return span.empty() ? token.span : span;
}

Span cue_phrase(const Parse& parse, TokenIndex cue, TokenIndex preposition) {
    TokenIndex first = cue, last = cue + 1;
    while (first > 0 && parse.at(first - 1).dep == Dep::advmod && parse.at(first - 1).head == cue &&
           parse.at(first - 1).pos == Pos::adv)
        --first;
    if (first > 0 && first < cue && parse.at(first - 1).pos == Pos::aux) first = cue;
    if (last < parse.size() && parse.at(last).dep == Dep::prt && parse.at(last).head == cue) ++last;
    if (preposition == last) ++last;
    return parse.span_of(first, last);
}

Span content_phrase(const Parse& parse, TokenIndex head) {
    return trimmed(parse, parse.at(head).left_edge, parse.at(head).right_edge + 1);
}

} // namespace dateline::said
