// Status that follows from what kind of event it is. Everything else about status is read off the words above
// the event (status.cpp).

#include "what/settled_modality.hpp"

namespace dateline::what {

namespace {

/// `decided to lift the ban`: giving way by words is done with the decision.
bool is_done_by_decision(const ReportWords& words, const Draft& draft) {
    const bool by_words = draft.type() == "CONCEDE" || (draft.type() == "RETREAT" && draft.cameo == "085");
    const TokenIndex governor = draft.modality.governor;
    return by_words && governor != no_token && !draft.modality.negative &&
           draft.modality.status == "planned" && words.at(governor).lemma == "decide" &&
           words.is_verb(governor);
}

/// `denied the charges`, `accusations were rejected`; but a lawsuit or charge that a judge dismisses was
/// brought.
bool is_denied_accusation(const ReportWords& words, const Draft& draft) {
    if (!draft.arguments.noun || draft.type() != "ACCUSE" || draft.mode != "allege") return false;
    TokenIndex noun = draft.arguments.trigger;
    for (int i = 0; i < 4 && words.at(noun).dep == Dep::conj; ++i) noun = words.at(noun).head;
    const Token& token = words.at(noun);
    if ((token.dep != Dep::dobj && token.dep != Dep::nsubjpass) || !words.is_verb(token.head)) return false;
    const std::string_view verb = words.at(token.head).lemma;
    if (draft.cameo == "115" && (verb == "dismiss" || verb == "reject")) return false;
    return words.lexicon().has(WordList::denying, verb);
}

} // namespace

void settle_modality(const ReportWords& words, Draft& draft) {
    if (is_done_by_decision(words, draft))
        draft.modality = {"happened", false, "certain", no_token, "decided"};
    else if (is_denied_accusation(words, draft))
        draft.modality = {"denied", true, "certain", no_token, "an accusation that is denied"};
}

} // namespace dateline::what
