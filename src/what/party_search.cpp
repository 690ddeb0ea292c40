// Finds a party that no place of a frame names: breadth first down the tree from the trigger, through
// phrases, members of lists and clauses of purpose, to the first word that can be one.

#include "what/party_search.hpp"

#include <algorithm>

namespace dateline::what {

namespace {

constexpr std::size_t max_nodes = 40;

/// Prepositions and relations through which a party may hang below an object: `the release of soldiers held
/// by X`.
bool leads_to_party(const Token& token) {
    if (token.dep == Dep::prep)
        return token.lower == "of" || token.lower == "in" || token.lower == "for" || token.lower == "to" ||
               token.lower == "from" || token.lower == "on" || token.lower == "against" ||
               token.lower == "with" || token.lower == "between" || token.lower == "over" ||
               token.lower == "into" || token.lower == "at" || token.lower == "about" ||
               token.lower == "along" || token.lower == "near" || token.lower == "until";
    return token.dep == Dep::pobj || token.dep == Dep::dobj || token.dep == Dep::xcomp ||
           token.dep == Dep::pcomp || token.dep == Dep::dative || token.dep == Dep::acl ||
           token.dep == Dep::agent || token.dep == Dep::poss || token.dep == Dep::compound ||
           token.dep == Dep::amod || token.dep == Dep::nmod;
}

/// The second thing of a list: `set up clinics and a school in Lima`.
bool is_second_thing(const ReportWords& words, const Token& token, TokenIndex trigger) {
    if (token.head == trigger) return false; // `sanctions and a drop in aid`: another event
    return token.dep == Dep::conj && words.is_noun(token.head) && token.pos == Pos::noun;
}

/// `the ban that they put on fish`: the clause only carries the noun.
bool is_carrying_clause(const ReportWords& words, const Token& token) {
    return token.dep == Dep::relcl && !words.is_actor(token.head) &&
           words.lexicon().has(WordList::light, token.lemma);
}

/// A clause of what is to be done: `…, to help the islanders`; not `if it does not free the men`.
bool is_purpose(const ReportWords& words, TokenIndex clause, TokenIndex trigger) {
    const Token& token = words.at(clause);
    if ((token.dep != Dep::advcl && token.dep != Dep::relcl) || clause < trigger ||
        !has_infinitive_mark(words, clause))
        return false;
    const TokenIndex mark = words.parse().child(clause, Dep::mark);
    return mark == no_token ? token.tag == Tag::vb
                            : words.at(mark).lower == "for"; // `leave for him to be sent to Peru`
}

/// `called for the mayor to go`: who is to do it; but of `leave for him to be sent to Peru` not he.
bool is_subject_of_purpose(const ReportWords& words, TokenIndex t, TokenIndex trigger) {
    const Token& token = words.at(t);
    return token.dep == Dep::nsubj && token.head > t && is_purpose(words, token.head, trigger);
}

/// `helped the two sides reach a deal`: a clause without a finite verb, and its subject.
bool is_bare_clause(const ReportWords& words, TokenIndex t) {
    const Token& token = words.at(t);
    if (token.dep == Dep::nsubj) return token.head > t && is_bare_clause(words, token.head);
    // taggers take the verb behind several for a finite one: `help the king and the rebels reach a deal`
    const bool bare = token.tag == Tag::vb || (token.tag == Tag::vbp && words.at(token.head).lemma == "help");
    return token.dep == Dep::ccomp && bare && !words.parse().has_child(t, Dep::mark) &&
           !words.parse().has_child(t, Dep::aux);
}

} // namespace

bool is_somebodys_own(const ReportWords& words, TokenIndex t) {
    const TokenIndex owner = words.parse().child(t, Dep::poss);
    return owner != no_token && words.at(owner).tag == Tag::prps;
}

bool is_mere_adjective(const ReportWords& words, TokenIndex t) {
    const Token& token = words.at(t);
    return token.dep == Dep::amod && words.is_noun(token.head) && (words.built_in(t) & built_in_name) == 0;
}

TokenIndex party_below(const ReportWords& words, const PartySearch& search) {
    std::vector<TokenIndex> queue = search.roots;
    for (std::size_t i = 0; i < queue.size() && queue.size() < max_nodes; ++i)
        for (const TokenIndex c : words.parse().children(queue[i])) {
            const Token& token = words.at(c);
            if (!leads_to_party(token) && !is_second_thing(words, token, search.roots.front()) &&
                !is_carrying_clause(words, token) && !is_bare_clause(words, c) &&
                !is_purpose(words, c, search.roots.front()) &&
                !is_subject_of_purpose(words, c, search.roots.front()))
                continue;
            if (token.dep == Dep::prep && token.lower == search.barred) continue;
            // `At a meeting on Mali she called for calm`: what opens the clause is its circumstance
            if (token.dep == Dep::prep && token.lower != "in" && c < queue[i] && words.is_verb(queue[i]))
                continue;
            // `sold its candy firms`: what stands between names the thing
            if (c < queue[i] && is_somebodys_own(words, queue[i])) continue;
            // of a second thing only what hangs behind it: `school` in `a clinic and a school library`
            if (c < queue[i] && is_second_thing(words, words.at(queue[i]), search.roots.front())) continue;
            if (c == search.passed_through) {
                queue.push_back(c);
                continue;
            }
            if (std::find(search.taken.begin(), search.taken.end(), c) != search.taken.end()) continue;
            if (!is_mere_adjective(words, c) && !is_somebodys_own(words, c) && token.tag != Tag::prps &&
                (words.built_in(c) & search.wanted) != 0 && (words.classes(c) & search.passed_over) == 0 &&
                token.name_type != NameType::date)
                return c;
            queue.push_back(c);
        }
    return no_token;
}

} // namespace dateline::what
