// Parties of an event that stand in a clause around it: the officers who tell of an arrest, the speaker who
// binds a body, the other side of a meeting.

#include "what/clause_parties.hpp"

#include <algorithm>

#include "what/clause_marks.hpp"

namespace dateline::what {

namespace {

/// `Two men were arrested, police said`: without an agent the officers who tell of an arrest or charge
/// made it.
void look_one_clause_up(const ReportWords& words, Draft& draft) {
    const bool by_law = (draft.type() == "COERCE" && draft.mode == "arrest") || draft.mode == "convict" ||
                        draft.mode == "release" || (draft.type() == "ACCUSE" && draft.mode == "allege");
    if (!by_law || !draft.arguments.passive) return;
    TokenIndex clause = draft.arguments.trigger;
    while (words.at(clause).dep == Dep::conj && words.at(clause).head < clause)
        clause = words.at(clause).head;
    const std::uint64_t officers = words.lexicon().classes().bit_of("officers");
    const auto take_officer = [&](TokenIndex verb) {
        const TokenIndex subject = surface_subject(words, verb);
        if (subject != no_token && (words.classes(subject) & officers) != 0)
            draft.roles.actors.push_back(subject);
    };
    // but `was treated and released, police said`
    if (draft.mode != "release" && words.at(clause).dep == Dep::ccomp && words.is_verb(words.at(clause).head))
        take_officer(words.at(clause).head);
    for (const TokenIndex c : words.parse().children(clause))
        if (words.at(c).dep == Dep::advcl && draft.roles.actors.empty() && clause_marks(words, c).after_mark)
            take_officer(c); // `were freed after a court threw out the case`
}

/// `was arrested in Niger`: a state arrests on its soil. But `was held in Mali`: by anybody.
void take_state_of_arrest(const ReportWords& words, Draft& draft) {
    if (draft.type() != "COERCE" || draft.mode != "arrest" || !draft.arguments.passive ||
        !words.lexicon().has(WordList::done_to, words.at(draft.arguments.trigger).lemma))
        return;
    for (const Oblique& oblique : draft.arguments.obliques) {
        const std::uint32_t what = words.built_in(oblique.object);
        if (oblique.word == "in" && words.at(oblique.object).name_type == NameType::gpe &&
            (what & built_in_settlement) == 0 && words.is_actor(oblique.object)) {
            draft.roles.actors.push_back(oblique.object);
            return;
        }
    }
}

/// `accused the singer of assault`, `was jailed for the murder of two nurses`: who is blamed did it.
void take_blamed(const ReportWords& words, Draft& draft) {
    TokenIndex deed = draft.arguments.trigger;
    while (words.at(deed).dep == Dep::conj && words.at(deed).head < deed) deed = words.at(deed).head;
    const Token& preposition = words.at(words.at(deed).head);
    if (words.at(deed).dep != Dep::pobj || preposition.dep != Dep::prep) return;
    if (preposition.lower != "of" && preposition.lower != "with" && preposition.lower != "for") return;
    TokenIndex verb = preposition.head; // or the object, where parsers hang the phrase
    for (int i = 0; i < 2 && !words.is_verb(verb); ++i) verb = words.at(verb).head;
    if (!words.is_verb(verb) || !words.lexicon().has(WordList::blaming, words.at(verb).lemma)) return;
    const TokenIndex blamed = find_arguments(words, verb).object;
    const auto& sufferers = draft.roles.recipients;
    if (blamed != no_token && blamed < deed && words.is_actor(blamed) &&
        std::find(sufferers.begin(), sufferers.end(), blamed) == sufferers.end())
        draft.roles.actors = with_conjuncts(words, blamed);
}

/// `Officials say X was behind the raid`: who says so accuses.
void take_speaker_of_charge(const ReportWords& words, Draft& draft) {
    if (draft.type() != "ACCUSE" || draft.mode != "allege" || draft.arguments.noun ||
        !draft.match.frame->actors.empty())
        return;
    const Token& token = words.at(draft.arguments.trigger);
    if (token.dep != Dep::ccomp || !words.is_verb(token.head)) return;
    const TokenIndex speaker = surface_subject(words, token.head);
    if (speaker != no_token && words.is_actor(speaker)) draft.roles.actors.push_back(speaker);
}

/// it, they, we; his country, its government, the government
bool is_body_spoken_for(const ReportWords& words, TokenIndex doer) {
    const Token& token = words.at(doer);
    if (token.tag == Tag::prp) return token.lower == "it" || token.lower == "they" || token.lower == "we";
    if (!words.lexicon().has(WordList::spoken_for, token.lower)) return false;
    const TokenIndex owner = words.parse().child(doer, Dep::poss);
    if (owner != no_token) return words.at(owner).tag == Tag::prps;
    return token.left_edge + 1 == doer && words.at(token.left_edge).lower == "the";
}

/// `The spokesman said they back the plan`, `The mayor said her party will sign`: who binds a body by
/// saying so acts for it.
void add_speaker_of_body(const ReportWords& words, Draft& draft) {
    if (!draft.typed() || draft.arguments.noun || draft.roles.actors.size() != 1) return;
    const bool verbal = draft.type() == "AGREE" || draft.type() == "REJECT" || draft.type() == "SUPPORT" ||
                        draft.type() == "THREATEN";
    const TokenIndex clause = draft.arguments.trigger;
    if (!verbal && !clause_marks(words, clause).future) return;
    const TokenIndex doer = draft.roles.actors.front();
    const Token& token = words.at(clause);
    if (token.dep != Dep::ccomp || !words.is_verb(token.head) || !is_body_spoken_for(words, doer)) return;
    const TokenIndex speaker = surface_subject(words, token.head);
    if (speaker == no_token || speaker == doer || !words.is_actor(speaker)) return;
    const std::int32_t known = words.mentions().headed_by(doer).actor;
    if (known >= 0 && known == words.mentions().headed_by(speaker).actor) return;
    draft.roles.actors.push_back(speaker);
}

/// `During his talks with the king he discussed …`: whom he met he discussed it with.
void take_side_of_meeting(const ReportWords& words, Draft& draft) {
    if (draft.arguments.noun || draft.roles.actors.size() != 1 || !draft.roles.recipients.empty()) return;
    const std::uint64_t meetings = words.lexicon().classes().bit_of("meetings");
    for (const Oblique& oblique : draft.arguments.obliques) {
        const bool is_time = oblique.word == "during" || oblique.word == "in" || oblique.word == "at";
        if (!is_time || (words.classes(oblique.object) & meetings) == 0) continue;
        for (const TokenIndex c : words.parse().children(oblique.object)) {
            if (words.at(c).dep != Dep::prep || words.at(c).lower != "with") continue;
            const TokenIndex side = words.parse().child(c, Dep::pobj);
            if (side == no_token || !words.is_actor(side)) continue;
            draft.roles.recipients = with_conjuncts(words, side);
            return;
        }
    }
}

bool lacks_one_side(const Draft& draft) {
    if (draft.roles.actors.empty()) return true;
    const auto& obliques = draft.arguments.obliques; // `talks with X` name one side
    return draft.arguments.subject == no_token && draft.roles.recipients.empty() &&
           draft.roles.actors.size() == 1 &&
           std::any_of(obliques.begin(), obliques.end(), [&](const Oblique& oblique) {
               return oblique.word == "with" && oblique.object == draft.roles.actors.front();
           });
}

/// Prepositions behind which a meeting stands that tells when the clause is.
bool is_time_of_meeting(std::string_view word) {
    return word == "after" || word == "before" || word == "during" || word == "following" || word == "in" ||
           word == "at" || word == "since";
}

/// `flew to Lima for talks`: the clause is a visit.
bool travels(const ReportWords& words, TokenIndex verb) {
    const auto frames = words.lexicon().frames_of(words.at(verb).lemma, words.at(verb).pos);
    return std::any_of(frames.begin(), frames.end(),
                       [&](std::uint32_t f) { return words.lexicon().frames()[f].mode == "visit"; });
}

/// `After talks with X, Y left`, `flew to Lima for talks with X`: who does what the clause tells held the
/// talks.
void take_subject_of_clause(const ReportWords& words, Draft& draft) {
    if (!draft.arguments.noun || words.at(draft.arguments.trigger).dep != Dep::pobj) return;
    const TokenIndex preposition = words.at(draft.arguments.trigger).head;
    const std::string_view word = words.at(preposition).lower;
    const TokenIndex clause = clause_of(words, preposition);
    if (!words.is_verb(clause) || !(is_time_of_meeting(word) || (word == "for" && travels(words, clause))))
        return;
    const TokenIndex subject = surface_subject(words, clause);
    Roles& roles = draft.roles;
    if (roles.recipients.empty()) roles.recipients.swap(roles.actors);
    const auto& others = roles.recipients;
    if (subject != no_token && words.is_actor(subject) &&
        std::find(others.begin(), others.end(), subject) == others.end())
        roles.actors.push_back(subject);
    else if (roles.actors.empty())
        roles.recipients.swap(roles.actors);
}

} // namespace

void add_parties_of_clauses(const ReportWords& words, Draft& draft) {
    if (draft.roles.actors.empty()) look_one_clause_up(words, draft);
    if (draft.roles.actors.empty()) take_state_of_arrest(words, draft);
    if (draft.roles.actors.empty() && draft.arguments.noun && draft.typed()) take_blamed(words, draft);
    if (draft.roles.actors.empty()) take_speaker_of_charge(words, draft);
    if (draft.type() == "CONSULT" && lacks_one_side(draft)) take_subject_of_clause(words, draft);
    if (draft.type() == "CONSULT" && draft.mode != "visit") take_side_of_meeting(words, draft);
    add_speaker_of_body(words, draft);
}

} // namespace dateline::what
