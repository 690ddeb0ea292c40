#include "where/use.hpp"

#include <unordered_set>

namespace dateline::where {

namespace {

/// Countries and their capitals stand for governments; towns do not.
bool acts(const PlaceRecord& place) {
    return place.kind == PlaceKind::country || place.is_capital != 0;
}

/// Verbs whose object is a place even when it could be a government.
bool is_of_place(std::string_view lemma) {
    static const std::unordered_set<std::string_view> verbs{"visit", "leave", "reach",  "enter", "flee",
                                                            "tour",  "cross", "depart", "exit",  "hit"};
    return verbs.contains(lemma);
}

TokenIndex head_of(const Parse& parse, const PlaceMention& mention) {
    TokenIndex head = mention.last - 1;
    while (parse.at(head).head >= mention.first && parse.at(head).head < mention.last &&
           parse.at(head).head != head)
        head = parse.at(head).head;
    return head;
}

bool is_party(const Parse& parse, const Token& token) {
    const Token& head = parse.at(token.head);
    if (token.dep == Dep::nsubj || token.dep == Dep::agent) return head.pos == Pos::verb;
    if (token.dep == Dep::pobj)
        return head.lower == "with" || head.lower == "against" || head.dep == Dep::agent;
    return token.dep == Dep::dobj && head.pos == Pos::verb && !is_of_place(head.lemma);
}

} // namespace

std::string_view use_of(const Parse& parse, const Report& report, const PlaceMention& mention,
                        const PlaceRecord* place) {
    if (mention.standing == Standing::inside_name) return "name";
    if (report.dateline && report.dateline->span.contains(mention.span)) return "literal";
    const Token& token = parse.at(head_of(parse, mention));
    if (token.dep == Dep::compound || token.dep == Dep::amod || token.dep == Dep::nmod ||
        token.dep == Dep::poss)
        return "modifier";
    return place != nullptr && acts(*place) && is_party(parse, token) ? "actor" : "literal";
}

} // namespace dateline::where
