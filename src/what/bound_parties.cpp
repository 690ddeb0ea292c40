// Parties that a clause or phrase beside an event names: whom its condition binds, whose deed it answers.

#include "what/bound_parties.hpp"

#include "what/clause_marks.hpp"
#include "what/party_search.hpp"

namespace dateline::what {

namespace {

bool is_named_party(const ReportWords& words, TokenIndex t, TokenIndex doer) {
    return t != no_token && t != doer && words.is_actor(t) && (words.built_in(t) & built_in_pronoun) == 0;
}

/// Subject or agent of a clause.
TokenIndex party_of_clause(const ReportWords& words, TokenIndex clause, TokenIndex doer) {
    const TokenIndex subject = surface_subject(words, clause);
    if (is_named_party(words, subject, doer)) return subject;
    const TokenIndex agent = agent_of_passive(words, clause);
    return is_named_party(words, agent, doer) ? agent : no_token;
}

/// Whom the condition of a clause binds.
TokenIndex party_bound_in(const ReportWords& words, TokenIndex clause, TokenIndex doer) {
    for (const TokenIndex c : words.parse().children(clause)) {
        if (words.at(c).dep != Dep::advcl || c < clause) continue;
        const ClauseMarks marks = clause_marks(words, c);
        if (!marks.if_mark && !marks.until_mark) continue;
        const TokenIndex party = party_of_clause(words, c, doer);
        if (party != no_token) return party;
    }
    return no_token;
}

/// The deed that an event follows: the verb behind `after X did`, the noun behind `after the deal with X`.
TokenIndex deed_before(const ReportWords& words, TokenIndex c) {
    const Token& token = words.at(c);
    if (token.dep == Dep::advcl) return clause_marks(words, c).after_mark ? c : no_token;
    if (token.dep != Dep::prep) return no_token;
    const TokenIndex object = object_of_preposition(words, c);
    if (token.lower == "after" || token.lower == "following") return object;
    // `in response to X's decision`
    if (token.lower != "in" || object == no_token || words.at(object).lower != "response") return no_token;
    const TokenIndex to = words.parse().child(object, Dep::prep);
    return to != no_token && words.at(to).lower == "to" ? object_of_preposition(words, to) : no_token;
}

} // namespace

TokenIndex party_of_condition(const ReportWords& words, const Arguments& arguments) {
    const TokenIndex party = party_bound_in(words, arguments.trigger, arguments.subject);
    if (party != no_token) return party;
    for (const TokenIndex c : words.parse().children(arguments.trigger)) {
        const Dep dep = words.at(c).dep;
        if (dep != Dep::acl && dep != Dep::ccomp) continue;
        const TokenIndex bound = party_bound_in(words, c, surface_subject(words, c));
        if (bound != no_token) return bound;
    }
    if (arguments.object == no_token || words.is_actor(arguments.object)) return no_token;
    // parsers hang the condition at the last verb: `will not lift the ban it set in May unless X pays`
    for (const TokenIndex c : words.parse().children(arguments.object)) {
        if (words.at(c).dep != Dep::relcl || c < arguments.object || has_infinitive_mark(words, c)) continue;
        const TokenIndex bound = party_bound_in(words, c, arguments.subject);
        if (bound != no_token) return bound;
    }
    return no_token;
}

namespace {

TokenIndex party_of_deed_before(const ReportWords& words, TokenIndex clause, TokenIndex doer) {
    for (const TokenIndex c : words.parse().children(clause)) {
        const TokenIndex deed = c < clause ? no_token : deed_before(words, c);
        if (deed == no_token) continue;
        if (is_named_party(words, deed, doer)) return deed;
        const TokenIndex party = words.is_verb(deed) ? party_of_clause(words, deed, doer) : no_token;
        if (party != no_token) return party;
        PartySearch search;
        search.roots.push_back(deed);
        search.taken.push_back(doer);
        search.wanted = built_in_actor;
        const TokenIndex below = party_below(words, search);
        if (is_named_party(words, below, doer)) return below;
    }
    return no_token;
}

} // namespace

TokenIndex party_of_cause(const ReportWords& words, const Arguments& arguments) {
    const TokenIndex party = party_of_deed_before(words, arguments.trigger, arguments.subject);
    if (party != no_token || arguments.object == no_token) return party;
    // parsers hang it at the last verb: `called off a strike that had shut schools after X gave in`
    for (const TokenIndex c : words.parse().children(arguments.object)) {
        if (words.at(c).dep != Dep::relcl || c < arguments.object) continue;
        const TokenIndex other = party_of_deed_before(words, c, arguments.subject);
        if (other != no_token) return other;
    }
    return no_token;
}

} // namespace dateline::what
