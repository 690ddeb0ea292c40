// How far the words of a participant reach: the mention that the `who` room found, or the noun phrase around
// the head, and behind it what says which one is meant.

#include "what/participant_span.hpp"

#include <algorithm>

namespace dateline::what {

TokenIndex first_of_two_nations(const ReportWords& words, TokenIndex head) {
    for (const TokenIndex c : words.parse().children(head)) {
        if (c > head) break;
        if ((words.built_in(c) & built_in_name) == 0 || !words.is_actor(c) || words.at(c).dep == Dep::poss)
            continue;
        const TokenIndex second = words.parse().child(c, Dep::conj);
        if (second != no_token && second < head && words.is_actor(second)) return c;
    }
    return no_token;
}

TokenIndex whole_of(const ReportWords& words, TokenIndex head) {
    const Token& token = words.at(head);
    if (!words.lexicon().has(WordList::partitive, token.lower) &&
        (token.tag != Tag::nns || !words.lexicon().has(WordList::partitive, token.lemma)))
        return head;
    const TokenIndex of = words.parse().child(head, Dep::prep);
    if (of != head + 1 || words.at(of).lower != "of") return head;
    const TokenIndex whole = words.parse().child(of, Dep::pobj);
    return whole > of ? whole : head;
}

namespace {

/// The last word of a phrase before a clause, an apposition or a comma that opens no list; `no_token` when
/// hardly more than its preposition is left.
TokenIndex end_before_clause(const ReportWords& words, TokenIndex phrase) {
    TokenIndex last = no_token;
    for (TokenIndex t = phrase; t <= words.at(phrase).right_edge; ++t) {
        const Token& token = words.at(t);
        const Dep dep = token.dep;
        const bool opens = words.is_verb(t) || dep == Dep::relcl || dep == Dep::acl || dep == Dep::pcomp ||
                           dep == Dep::appos || token.tag == Tag::wdt || token.tag == Tag::wp ||
                           (token.lower == "," && !words.parse().has_child(token.head, Dep::conj));
        if (opens) break;
        if (words.is_noun(t)) last = t;
    }
    return last;
}

/// Prepositions behind a noun that say which are meant.
bool tells_which(std::string_view word) {
    return word == "in" || word == "of" || word == "from" || word == "at" || word == "near" ||
           word == "across";
}

/// `teachers in Lima`: of a noun the phrases right behind it belong to it.
TokenIndex end_of_phrase(const ReportWords& words, TokenIndex head) {
    if (words.at(head).pos != Pos::noun) return head;
    // `convicted the banker of fraud`: what the verb says of him
    const bool is_charged = words.at(head).dep == Dep::dobj &&
                            words.lexicon().has(WordList::of_object, words.at(words.at(head).head).lemma);
    TokenIndex last = head;
    for (const TokenIndex c : words.parse().children(head)) {
        const Token& token = words.at(c);
        if (c <= head || token.left_edge != last + 1) continue;
        if (is_charged && token.lower == "of") break;
        if (token.dep != Dep::prep || !tells_which(token.lower)) break;
        const TokenIndex end = end_before_clause(words, c);
        if (end == no_token) break;
        last = end;
        if (end != token.right_edge) break;
    }
    return last;
}

} // namespace

Participant participant_at(const ReportWords& words, TokenIndex head) {
    const MentionRef ref = words.mentions().headed_by(head);
    if (ref.actor >= 0) {
        const Actor& actor = words.coded().actors[static_cast<std::size_t>(ref.actor)];
        Span span = actor.mentions[static_cast<std::size_t>(ref.mention)].span;
        span.end = std::max(span.end, words.at(end_of_phrase(words, head)).span.end);
        // `British and EU negotiators` are two parties, the British ones named before
        const TokenIndex nation = first_of_two_nations(words, head);
        if (nation != no_token)
            span.start = std::max(span.start, words.at(words.parse().child(nation, Dep::conj)).span.start);
        return {ref.actor, span};
    }
    // a token inside a longer mention of which it is not the head (`Iranian` in `Iranian warplanes`) names no
    // actor by itself
    TokenIndex first = head, last = head;
    for (const TokenIndex c : words.parse().children(head)) {
        const Token& token = words.at(c);
        const bool modifies = token.dep == Dep::det || token.dep == Dep::amod || token.dep == Dep::compound ||
                              token.dep == Dep::nummod || token.dep == Dep::poss || token.dep == Dep::nmod ||
                              token.dep == Dep::quantmod || token.dep == Dep::predet ||
                              token.dep == Dep::advmod;
        if (modifies && c < head) first = std::min(first, token.left_edge);
    }
    const Token& token = words.at(head);
    if (token.name >= 0) {
        const Name& name = words.parse().names[static_cast<std::size_t>(token.name)];
        first = std::min(first, name.first);
        last = std::max(last, name.last - 1);
    }
    // a phrase behind the head belongs to it as long as no comma or clause comes between: `members of the
    // council`
    for (const TokenIndex c : words.parse().children(head)) {
        if (c <= head || words.at(c).left_edge != last + 1) continue;
        if (words.at(c).dep != Dep::prep) break;
        const TokenIndex end = end_before_clause(words, c);
        if (end == no_token) break;
        last = end;
        if (end != words.at(c).right_edge) break;
    }
    if (last == head) last = whole_of(words, head);
    const TokenIndex nation = first_of_two_nations(words, head);
    if (nation != no_token) first = words.parse().child(nation, Dep::conj);
    const bool place_or_body = token.name_type == NameType::gpe || token.name_type == NameType::org ||
                               token.name_type == NameType::norp;
    const std::int32_t actor = place_or_body && first == last ? words.actor_named(head) : -1;
    return {actor, words.parse().span_of(first, last + 1)};
}

} // namespace dateline::what
