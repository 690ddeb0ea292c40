// The receiver of what is given, where a clause stands between the gift and him: `returned a vase that dates
// from 1700 to Peru`.

#include "what/receivers.hpp"

#include <algorithm>

namespace dateline::what {

namespace {

/// The receiver that parsers hang somewhere below the clause: `a cup with the head of the queen to Peru`.
Oblique receiver_below(const ReportWords& words, TokenIndex node, int depth) {
    for (const TokenIndex c : words.parse().children(node)) {
        const Token& token = words.at(c);
        if (c < node || (token.dep != Dep::prep && token.dep != Dep::dative)) continue;
        const TokenIndex object = object_of_preposition(words, c);
        if (object == no_token) continue;
        // `a copy of his letter to the king`
        const bool of_event = words.is_noun(node) &&
                              !words.lexicon().frames_of(words.at(node).lemma, words.at(node).pos).empty();
        if (token.lower == "to" && words.is_actor(object) && !of_event) return {"to", c, object};
        if (depth > 3 || token.lower == "to") continue;
        const Oblique below = receiver_below(words, object, depth + 1);
        if (below.object != no_token) return below;
    }
    return {};
}

/// `returned the land it had taken from Peru`: to Peru.
Oblique owner_before(const ReportWords& words, TokenIndex clause) {
    if (!words.lexicon().has(WordList::taking, words.at(clause).lemma)) return {};
    for (const TokenIndex c : words.parse().children(clause)) {
        if (words.at(c).dep != Dep::prep || words.at(c).lower != "from") continue;
        const TokenIndex object = object_of_preposition(words, c);
        if (object != no_token && words.is_actor(object)) return {"to", c, object};
    }
    return {};
}

/// The clauses in the phrase of a gift: `a list of clients who owe money`.
void add_clauses_below(const ReportWords& words, TokenIndex gift, std::vector<TokenIndex>& clauses) {
    if (gift == no_token) return;
    for (const TokenIndex c : words.parse().children(gift)) {
        if (words.at(c).dep == Dep::relcl || words.at(c).dep == Dep::acl) clauses.push_back(c);
        if (words.at(c).dep == Dep::prep && words.at(c).lower == "of" && c > gift)
            add_clauses_below(words, words.parse().child(c, Dep::pobj), clauses);
    }
}

} // namespace

/// `returned a vase that dates from 1700 to Peru`: parsers hang the receiver at the last verb before it.
void add_receiver_behind_clause(const ReportWords& words, Arguments& out) {
    const std::string_view lemma = words.at(out.trigger).lemma;
    if (!words.lexicon().has(WordList::transfer, lemma) || words.is_actor(out.object)) return;
    const auto given = [&](const Oblique& oblique) {
        return oblique.word == "to" && words.is_actor(oblique.object);
    };
    if (std::any_of(out.obliques.begin(), out.obliques.end(), given)) return;
    std::vector<TokenIndex> clauses;
    add_clauses_below(words, out.object, clauses);
    for (const TokenIndex c : words.parse().children(out.trigger)) // `the letter, missing since May, to Peru`
        if (words.at(c).dep == Dep::advcl && words.at(c).tag == Tag::vbg && c > out.object)
            clauses.push_back(c);
    for (const TokenIndex clause : clauses) {
        const Oblique receiver = receiver_below(words, clause, 0);
        if (receiver.object != no_token) return out.obliques.push_back(receiver);
    }
    if (!words.lexicon().has(WordList::restoring, lemma)) return;
    for (const TokenIndex clause : clauses) {
        const Oblique owner = owner_before(words, clause);
        if (owner.object != no_token) return out.obliques.push_back(owner);
    }
}

} // namespace dateline::what
