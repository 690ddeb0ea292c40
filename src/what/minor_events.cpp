// States, and verbs that only say how an act of which a noun tells comes about, are claims where it is
// denied, planned, wished for, asked or supposed. Told as plain facts they would fill a record with what
// nobody did.

#include "what/minor_events.hpp"

#include "what/clause_marks.hpp"

namespace dateline::what {

namespace {

/// `they did not`: stands for another verb; `has nothing to do with it` is a phrase.
bool is_mere_do(const ReportWords& words, TokenIndex t) {
    const Token& token = words.at(t);
    if (token.lemma != "do") return false;
    const TokenIndex behind = words.parse().child(t, Dep::prep);
    if (behind != no_token && words.at(behind).lower == "with") return true;
    const bool finite = token.tag == Tag::vbd || token.tag == Tag::vbz || token.tag == Tag::vbp;
    return finite && !words.parse().has_child(t, Dep::dobj);
}

} // namespace

bool is_state(const ReportWords& words, TokenIndex t) {
    const Token& token = words.at(t);
    if (token.pos == Pos::adj) return words.lexicon().has(WordList::state_adjective, token.lower);
    if (token.pos == Pos::noun) return words.lexicon().has(WordList::state_noun, token.lemma);
    if (token.pos != Pos::verb || !words.lexicon().has(WordList::state, token.lemma)) return false;
    if (token.lemma == "be" || token.tag == Tag::md || is_mere_do(words, t)) return false;
    const bool is_participle = token.tag == Tag::vbn && !words.parse().has_child(t, Dep::aux) &&
                               !words.parse().has_child(t, Dep::auxpass);
    if (is_participle) return false;                // `a school located in Lima`
    return !words.parse().has_child(t, Dep::xcomp); // `has to leave`, `seems to sleep`: of another verb
}

bool is_future_going(const ReportWords& words, TokenIndex t) {
    const Token& token = words.at(t);
    if (token.lower != "gon" && (token.lemma != "go" || token.tag != Tag::vbg)) return false;
    const TokenIndex act = words.parse().child(t, Dep::xcomp);
    return act != no_token && words.parse().has_child(t, Dep::aux) && clause_marks(words, act).to;
}

bool is_plain(const Modality& modality) {
    return !is_unreal(modality.status) && !modality.negative && modality.certainty == "certain" &&
           (modality.status == "happened" || modality.status == "ongoing");
}

} // namespace dateline::what
