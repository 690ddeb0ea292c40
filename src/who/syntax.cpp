#include "who/syntax.hpp"

namespace dateline::who {

namespace {

constexpr int deepest = 32; // steps up the tree: a guard against hostile parses

bool is_clause(const Token& token) {
    switch (token.dep) {
    case Dep::root:
    case Dep::ccomp:
    case Dep::advcl:
    case Dep::relcl:
    case Dep::acl:
    case Dep::xcomp:
    case Dep::pcomp:
    case Dep::csubj:
    case Dep::parataxis: return true;
    case Dep::conj: return token.pos == Pos::verb || token.pos == Pos::aux;
    default: return false;
    }
}

Role role_of(Dep dep) {
    switch (dep) {
    case Dep::nsubj: return Role::subject;
    case Dep::nsubjpass: return Role::passive_subject;
    case Dep::dobj:
    case Dep::dative: return Role::object;
    case Dep::pobj: return Role::oblique;
    case Dep::poss: return Role::possessor;
    default: return Role::other;
    }
}

} // namespace

Position position_of(const Parse& parse, TokenIndex head) {
    Position position;
    TokenIndex at = head;
    for (int step = 0; step < deepest; ++step) { // to the first of the list, to what it is an apposition of
        const Token& token = parse.at(at);
        if (token.head == at || (token.dep != Dep::conj && token.dep != Dep::appos) || is_clause(token))
            break;
        position.conjunct = position.conjunct || token.dep == Dep::conj;
        at = token.head;
    }
    position.role = role_of(parse.at(at).dep);
    if (position.role == Role::oblique) {
        const Token& preposition = parse.at(parse.at(at).head);
        if (preposition.dep == Dep::agent) position.role = Role::agent;
        if (preposition.dep == Dep::dative) position.role = Role::object;
    }
    for (int step = 0; step < deepest && !is_clause(parse.at(at)); ++step) {
        const Token& token = parse.at(at);
        if (token.head == at) break;
        const Token& above = parse.at(token.head);
        if (position.inside == no_token && (above.pos == Pos::noun || above.pos == Pos::propn))
            position.inside = token.head;
        at = token.head;
    }
    position.verb = at;
    for (int step = 0; step < deepest && parse.at(at).head != at; ++step) {
        at = parse.at(at).head;
        if (is_clause(parse.at(at)) && parse.at(at).dep != Dep::conj) ++position.depth;
    }
    return position;
}

TokenIndex verb_with_subject(const Parse& parse, TokenIndex verb) {
    for (int step = 0; step < deepest; ++step) {
        const Token& token = parse.at(verb);
        const bool shares = token.dep == Dep::conj || token.dep == Dep::xcomp || token.dep == Dep::advcl ||
                            token.dep == Dep::pcomp;
        if (!shares || token.head == verb || parse.has_child(verb, Dep::nsubj) ||
            parse.has_child(verb, Dep::nsubjpass))
            return verb;
        TokenIndex above = token.head;
        while (parse.at(above).pos == Pos::adp && parse.at(above).head != above) above = parse.at(above).head;
        verb = above;
    }
    return verb;
}

TokenIndex relative_subject(const Parse& parse, TokenIndex verb) {
    if (parse.at(verb).dep == Dep::acl && parse.at(verb).tag == Tag::vbg && parse.at(verb).head < verb)
        return parse.at(verb).head;
    if (parse.at(verb).dep != Dep::relcl) return no_token;
    for (const Dep dep : {Dep::nsubj, Dep::nsubjpass}) {
        const TokenIndex subject = parse.child(verb, dep);
        if (subject == no_token) continue;
        const std::string_view word = parse.at(subject).lower;
        return word == "who" || word == "that" || word == "which" ? parse.at(verb).head : no_token;
    }
    return no_token;
}

bool is_inside(const Parse& parse, TokenIndex inner, TokenIndex outer) {
    for (int step = 0; step < deepest && inner != outer; ++step) {
        const TokenIndex head = parse.at(inner).head;
        if (head == inner) return false;
        inner = head;
    }
    return inner == outer;
}

bool is_coordinate(const Parse& parse, TokenIndex verb, TokenIndex first) {
    TokenIndex at = verb;
    for (int step = 0; step < deepest && at != first; ++step) {
        const Token& token = parse.at(at);
        if (token.head == at || (is_clause(token) && token.dep != Dep::conj)) return false;
        at = token.head;
    }
    return at == first;
}

TokenIndex subject_ahead(const Parse& parse, TokenIndex token) {
    constexpr int steps = 8;
    constexpr TokenIndex reach = 12; // tokens from the start of the sentence
    TokenIndex at = token;
    const Sentence& sentence = parse.sentence_of(at);
    for (int step = 0; step < steps && parse.at(at).head != at; ++step) {
        const Token& t = parse.at(at);
        const bool fronted =
            (t.dep == Dep::advcl || t.dep == Dep::prep || t.dep == Dep::advmod) && t.head > at;
        if (fronted) {
            TokenIndex subject = parse.child(t.head, Dep::nsubj);
            if (subject == no_token) subject = parse.child(t.head, Dep::nsubjpass);
            if (subject != no_token && subject > at && parse.at(subject).left_edge > token &&
                at - sentence.first < reach)
                return subject;
        }
        at = t.head;
    }
    return no_token;
}

} // namespace dateline::who
