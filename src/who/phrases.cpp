// A mention's span is the noun phrase with title and modifiers, without relative clauses and what stands
// behind a comma. The parser now and then hangs a line of its own (a byline, a dateline) on the first phrase
// of the text; no phrase crosses a line break.

#include "who/phrases.hpp"

#include <algorithm>

#include "codes/countries.hpp"
#include "who/name_spans.hpp"

namespace dateline::who {

namespace {

bool is_modifier(const Token& token) {
    switch (token.dep) {
    case Dep::compound:
    case Dep::amod:
    case Dep::det:
    case Dep::nmod:
    case Dep::poss:
    case Dep::nummod:
    case Dep::quantmod:
    case Dep::predet:
    case Dep::advmod: return true;
    default: return token.dep == Dep::punct && token.text == "-";
    }
}

} // namespace

Phrases::Phrases(const Parse& parse, const std::vector<Place>& places)
    : m_parse(parse), m_places(places), m_place_of(parse.tokens.size(), -1) {
    for (std::size_t p = 0; p < places.size(); ++p)
        for (TokenIndex i = parse.token_at(places[p].span.start);
             i < parse.size() && parse.at(i).span.start < places[p].span.end; ++i)
            if (m_place_of[static_cast<std::size_t>(i)] < 0)
                m_place_of[static_cast<std::size_t>(i)] = static_cast<std::int32_t>(p);
}

TokenIndex Phrases::head_of(TokenIndex first, TokenIndex last) const {
    for (TokenIndex i = last - 1; i >= first; --i) {
        const TokenIndex head = m_parse.at(i).head;
        if (head < first || head >= last || head == i) return i;
    }
    return last - 1;
}

TokenIndex Phrases::left_end(TokenIndex head, TokenIndex first) const {
    TokenIndex left = first;
    for (const TokenIndex c : m_parse.children(head)) {
        if (c >= first) break;
        const Token& child = m_parse.at(c);
        if (is_modifier(child) && child.left_edge < left) left = child.left_edge;
    }
    for (TokenIndex i = head - 1; i >= left; --i)
        if (is_break(m_parse.at(i))) left = i + 1;
    for (bool skipped = false; left < head; ++left) { // `nearly`, `at least`
        const Token& token = m_parse.at(left);
        const bool degree =
            token.pos == Pos::adv || (skipped && (token.lower == "least" || token.lower == "most"));
        if (!degree && token.pos != Pos::punct && token.pos != Pos::space) break;
        skipped = skipped || degree;
    }
    return left;
}

Span Phrases::name_phrase(TokenIndex head, TokenIndex first, TokenIndex last) const {
    return m_parse.span_of(left_end(head, first), std::max(last, head + 1));
}

Span Phrases::noun_phrase(TokenIndex head) const {
    constexpr TokenIndex longest = 8; // tokens of the phrase behind the head
    TokenIndex right = head + 1;
    const TokenIndex of = m_parse.child(head, Dep::prep);
    if (of == right && m_parse.at(of).lower == "of" && m_parse.at(of).right_edge - head < longest) {
        right = m_parse.at(of).right_edge + 1;
        for (TokenIndex i = of; i < right; ++i) {
            const Token& token = m_parse.at(i);
            if (token.text == "," || token.dep == Dep::relcl || token.lower == "who" || is_break(token))
                right = i;
        }
    }
    return m_parse.span_of(left_end(head, head), right);
}

std::string Phrases::country_of_modifiers(TokenIndex head, TokenIndex first) const {
    std::string found;
    for (const TokenIndex c : m_parse.children(head)) {
        const Token& child = m_parse.at(c);
        if (c >= first && child.dep != Dep::prep) continue;
        if (child.dep == Dep::prep) {
            if ((child.lower != "of" && child.lower != "in") || c < head) continue;
            const TokenIndex object = m_parse.child(c, Dep::pobj);
            if (object != no_token && found.empty()) found = country_of_token(object);
            continue;
        }
        if (child.dep == Dep::npadvmod) continue; // `Iran` in `Iran-backed`: a sponsor is no origin
        if (std::string code = country_of_token(c); !code.empty()) found = std::move(code);
    }
    return found;
}

std::string Phrases::country_of_token(TokenIndex token) const {
    const Token& t = m_parse.at(token);
    if (t.name < 0)
        return std::string(t.pos == Pos::adj || t.pos == Pos::propn ? codes::country_of_demonym(t.text)
                                                                    : std::string_view{});
    const Name& name = m_parse.names[static_cast<std::size_t>(t.name)];
    const std::string_view text = words(m_parse.text, name.span);
    if (name.type == NameType::norp) return std::string(codes::country_of_demonym(text));
    const std::ptrdiff_t found = name.type == NameType::org ? -1 : place_at(name.first);
    if (found >= 0) return place(found).country;
    if (name.type != NameType::gpe && name.type != NameType::loc) return {};
    return std::string(codes::country_of_name(text));
}

} // namespace dateline::who
