// Infinitives, clauses and gerunds: what the word above them says of them.

#include "what/auxiliaries.hpp"
#include "what/modality_finder.hpp"

namespace dateline::what {

namespace {

constexpr int max_steps = 10;

} // namespace

/// What an infinitive below `be` depends on: `it is hard to sell`, `the aim is to sell`.
TokenIndex ModalityFinder::predicate_of(TokenIndex be) const {
    for (const Dep dep : {Dep::acomp, Dep::attr, Dep::oprd}) {
        const TokenIndex c = m_words.parse().child(be, dep);
        if (c != no_token && m_words.at(c).tag != Tag::wp) return c;
    }
    const TokenIndex subject = m_words.parse().child(be, Dep::nsubj);
    return subject != no_token && effect_of(subject) != nullptr ? subject : no_token;
}

/// Phrases whose words mean together what none of them says: `has yet to leave`, `is going to leave`.
std::optional<Modality> ModalityFinder::set_phrase(TokenIndex verb, TokenIndex governor,
                                                   const ClauseMarks& marks, int depth) {
    const Token& token = m_words.at(governor);
    if (token.lemma == "call" && marks.to && m_words.parse().has_child(governor, Dep::oprd))
        return of(governor, depth + 1); // `called him to say`
    if (token.lemma == "call" && m_words.at(verb).tag == Tag::vbg)
        return Modality{};                                        // `called selling it a mistake`
    if (token.lemma == "let" && is_imperative(m_words, governor)) // `let us go`
        return Modality{"requested", false, "possible", no_token, "let"};
    if (!marks.to) return {};
    const bool yet = (token.lemma == "be" || token.lemma == "have") && is_yet(governor);
    if (m_words.at(verb).lower == "seen" && (yet || token.lemma == "remain"))
        return Modality{"possible", false, "possible", no_token, "yet to be seen"};
    if (yet) return Modality{"happened", true, "probable", no_token, "yet to"};
    if (token.lemma == "be") return below_be(governor, depth);
    if (token.lemma == "have") return below_have(governor, depth);
    if (auto done = takes_to_do(governor, depth)) return *done;
    if (token.lemma == "go" && token.tag == Tag::vbg) return ahead(governor, depth, "going to");
    if (is_performed(verb, governor)) return Modality{};
    if (is_habit(governor)) return of(governor, depth + 1);
    if (token.lower == "lucky" || token.lower == "fortunate")
        if (of(governor, depth + 1).status == "planned") // `will be lucky to win`
            return Modality{"possible", false, "possible", governor, "lucky to"};
    return done_so_much(governor, m_words.parse().child(governor, Dep::dobj), depth);
}

/// What a word says of its infinitive, gerund or clause.
const Effect* ModalityFinder::effect_on_clause(TokenIndex verb, TokenIndex governor,
                                               const ClauseMarks& marks) const {
    const Effect* effect = effect_of(governor);
    // `they suppose he left`, `he was supposed to leave`
    if (marks.to && particle_of(governor).empty() && (effect == nullptr || effect->clause))
        effect = effect_of(governor, "to");
    if (effect != nullptr || !marks.to || marks.perfect ||
        !m_words.lexicon().has(WordList::light, m_words.at(governor).lemma))
        return effect;
    // `launched an operation to arrest them`: the noun says how real it is
    const TokenIndex carried = m_words.parse().child(governor, Dep::dobj);
    const Effect* drive = carried != no_token && carried < verb ? effect_of(carried) : nullptr;
    return drive != nullptr && drive->same ? drive : nullptr;
}

/// `X to V`, `X that …` with X a verb or adjective.
Modality ModalityFinder::governed(TokenIndex verb, TokenIndex governor, const ClauseMarks& marks, int depth) {
    if (const TokenIndex adjective = marks.to ? no_token : judging(governor); adjective != no_token) {
        Modality result = combine(*effect_of(adjective), of(governor, depth + 1), no_token);
        const bool past = m_words.at(verb).tag == Tag::vbd || marks.past || marks.perfect;
        if (past && result.status == "planned") result.status = "happened"; // `likely that they left`
        return explained(result, adjective);
    }
    if (auto phrase = set_phrase(verb, governor, marks, depth)) return *phrase;
    const Effect* effect = effect_on_clause(verb, governor, marks);
    if (effect == nullptr && marks.to && marks.perfect) // `claims to have been robbed`
        return {"happened", false, "probable", no_token, "to have"};
    if (effect == nullptr) return ungoverned(governor, marks);
    if (only_states(verb, governor, *effect, marks)) return {};
    if (effect->status == "possible" && has_adverb(governor, "unsuccessfully"))
        return {"happened", true, "certain", governor, "unsuccessfully"};
    if (effect->status == "possible" && (fails_behind(governor, verb) || fails_behind(verb, verb)))
        return {"happened", true, "certain", governor, "tried and failed"};
    if (effect->things && is_done_by_thing(governor)) return of(governor, depth + 1);
    Modality result = explained(combine(*effect, of(governor, depth + 1), governor), governor);
    if (is_former_plan(governor) && result.certainty == "certain") result.certainty = "probable";
    return result;
}

/// `did nothing to stop it`, `did little to help`, `does not do enough to win`: they did not, as good as.
/// Nothing for other amounts, which leave it to the rest of the sentence.
std::optional<Modality> ModalityFinder::done_so_much(TokenIndex verb, TokenIndex amount, int depth) {
    if (m_words.at(verb).lemma != "do" || amount == no_token) return {};
    const std::string_view word = m_words.at(amount).lower;
    const bool is_enough = word == "much" || word == "enough" || word == "anything";
    if (word != "nothing" && word != "little" && !is_enough) return {};
    Modality result = of(verb, depth + 1);
    if (is_enough && !result.negative) return {};
    result.negative = true;
    if (word != "nothing" && result.certainty == "certain") result.certainty = "probable";
    return explained(result, verb);
}

bool ModalityFinder::is_time(TokenIndex noun) const {
    return noun != no_token &&
           (m_words.at(noun).name_type == NameType::time || m_words.at(noun).name_type == NameType::date);
}

/// `it took them a year to agree`, `took to the streets to protest`: so they did; `it takes years to win`: a
/// thought. Nothing for what steps are taken for.
std::optional<Modality> ModalityFinder::takes_to_do(TokenIndex take, int depth) {
    if (m_words.at(take).lemma != "take") return {};
    const TokenIndex object = m_words.parse().child(take, Dep::dobj);
    const TokenIndex aside =
        m_words.parse().child(take, Dep::npadvmod); // `took steps yesterday to …` tells when
    const bool of_time = is_time(object) || (is_time(aside) && m_words.parse().has_child(aside, Dep::nummod));
    const TokenIndex preposition = m_words.parse().child(take, Dep::prep);
    const bool goes = object == no_token && preposition != no_token && m_words.at(preposition).lower == "to";
    if (!of_time && !goes) return {};
    const Modality outer = of(take, depth + 1);
    if (of_time && !is_unreal(outer.status) && is_present(take))
        return Modality{"possible", false, "possible", no_token, "what it takes"};
    return explained(outer, take);
}

/// `I want to thank them`: who says that he wants to does it by saying so.
bool ModalityFinder::is_performed(TokenIndex verb, TokenIndex governor) const {
    const std::string_view lemma = m_words.at(governor).lemma;
    if (lemma != "want" && lemma != "like" && lemma != "wish") return false;
    if (!m_words.lexicon().has(WordList::performed, m_words.at(verb).lemma)) return false;
    const TokenIndex subject = m_words.parse().child(governor, Dep::nsubj);
    if (subject == no_token || m_words.parse().has_child(governor, Dep::neg)) return false;
    return m_words.at(subject).lower == "i" || m_words.at(subject).lower == "we";
}

/// `he likes to fish`, but `would like to`
bool ModalityFinder::is_habit(TokenIndex governor) const {
    const std::string_view lemma = m_words.at(governor).lemma;
    if (!m_words.is_verb(governor) || (lemma != "like" && lemma != "love")) return false;
    const ClauseMarks marks = clause_marks(m_words, governor);
    return !marks.would && !marks.may && !marks.future && !marks.negative;
}

/// `had been set to open`: of what was to be, and may have come otherwise.
bool ModalityFinder::is_former_plan(TokenIndex governor) const {
    const std::string_view lemma = m_words.at(governor).lemma;
    const bool sets = lemma == "set" || lemma == "schedule" || lemma == "slate" || lemma == "slat";
    return sets && clause_marks(m_words, governor).perfect && clause_marks(m_words, governor).past;
}

/// `it is unlikely that`: the adjective that says how sure the clause is; `no_token` without one.
TokenIndex ModalityFinder::judging(TokenIndex governor) const {
    const TokenIndex adjective =
        m_words.at(governor).lemma == "be" ? m_words.parse().child(governor, Dep::acomp) : governor;
    if (adjective == no_token || m_words.at(adjective).pos != Pos::adj) return no_token;
    const Effect* effect = effect_of(adjective);
    return effect == nullptr || effect->same ? no_token : adjective;
}

/// Finite clauses after verbs that only ask for infinitives state, not request: `insisted that he was`
/// (`demanded that he be freed` has no finite verb and does ask); after verbs of seeing they are known:
/// `did not see that he was hit`.
bool ModalityFinder::only_states(TokenIndex verb, TokenIndex governor, const Effect& effect,
                                 const ClauseMarks& marks) const {
    if (effect.same && effect.clause) return marks.that_mark || (marks.finite && marks.any_auxiliary);
    if (marks.to || !marks.finite) return false; // `did not stay` has a finite verb too
    const std::string_view lemma = m_words.at(governor).lemma;
    if (effect.status == "requested") {
        // `proposes that they stay` looks finite with a plural; `insists that they stay` may be
        // and so does what is told of the past without being past: `insisted that they stay`
        const bool states = lemma == "insist" || lemma == "suggest" || lemma == "tell";
        const Tag told = m_words.at(governor).tag;
        const TokenIndex who = m_words.parse().child(governor, Dep::nsubj);
        const bool has_asked = told == Tag::vbn && who != no_token && m_words.is_actor(who); // no study
        const bool back = (told == Tag::vbd || has_asked) && marks.that_mark;
        const bool asks = m_words.at(verb).tag == Tag::vbp && !marks.any_auxiliary && (!states || back);
        return !marks.must && !asks;
    }
    return effect.status == "planned" && lemma != "expect" && lemma != "predict" && lemma != "forecast" &&
           lemma != "anticipate";
}

/// `The camera allows users to record`: what a thing enables goes on, what somebody permits may not be used.
bool ModalityFinder::is_done_by_thing(TokenIndex verb) const {
    TokenIndex subject = m_words.parse().child(verb, Dep::nsubj);
    if (subject == no_token) return false;
    const Token& token = m_words.at(subject);
    if ((token.tag == Tag::wdt || token.tag == Tag::wp) && m_words.at(verb).dep == Dep::relcl)
        subject = m_words.at(verb).head;
    return !m_words.is_actor(subject) && m_words.at(subject).tag != Tag::prp;
}

Modality ModalityFinder::ungoverned(TokenIndex governor, const ClauseMarks& marks) const {
    const Token& token = m_words.at(governor);
    if (!marks.to) return {};
    if (token.pos == Pos::verb && token.lemma != "be" && token.lemma != "say")
        return {"planned", false, "certain", governor, "infinitive"};
    if (token.pos == Pos::adj) // `hard to sell`, `too weak to attack`
        return {"possible", has_adverb(governor, "too"), "possible", governor, "infinitive of an adjective"};
    return {};
}

Modality ModalityFinder::ahead(TokenIndex governor, int depth, const char* why) {
    static const Effect future{.status = "planned"};
    Modality result = combine(future, of(governor, depth + 1), governor);
    result.why = why;
    return result;
}

Modality ModalityFinder::below_be(TokenIndex be, int depth) {
    const TokenIndex predicate = predicate_of(be);
    static const Effect thought{.status = "possible", .certainty = "possible"};
    if (predicate == no_token) {
        const TokenIndex subject = m_words.parse().child(be, Dep::nsubj);
        const bool pointing = subject != no_token && m_words.at(subject).tag == Tag::dt;
        return pointing ? combine(thought, of(be, depth + 1), no_token) // `there is one way, that is to sell`
                        : ahead(be, depth, "is to");
    }
    const Effect* effect = effect_of(predicate);
    Modality result = combine(effect != nullptr ? *effect : thought, of(be, depth + 1), predicate);
    if (effect == nullptr && has_adverb(predicate, "too")) result.negative = !result.negative;
    return explained(result, predicate);
}

/// `had to leave` left; `has to leave` will; `has two weeks to leave` may.
Modality ModalityFinder::below_have(TokenIndex have, int depth) {
    const Modality outer = of(have, depth + 1);
    const TokenIndex object = m_words.parse().child(have, Dep::dobj);
    static const Effect choice{.status = "possible", .certainty = "possible"};
    static const Effect duty{.status = "planned", .certainty = "probable"};
    if (object != no_token) {
        const Effect* effect = effect_of(object);
        return explained(combine(effect != nullptr ? *effect : choice, outer, object), object);
    }
    if (outer.negative && !is_unreal(outer.status)) // `does not have to leave` may leave all the same
        return {"possible", true, "possible", no_token, "not have to"};
    return is_present(have) && !is_unreal(outer.status) ? explained(combine(duty, outer, have), have) : outer;
}

/// What stands above a preposition; of `accused the bank of planning`, wherever parsers hang it, the verb.
TokenIndex ModalityFinder::accusing(TokenIndex preposition) const {
    TokenIndex governor = m_words.at(preposition).head;
    // `wants to move away from using it`
    if (m_words.at(governor).dep == Dep::advmod && m_words.at(governor).pos == Pos::adv &&
        effect_of(governor, m_words.at(preposition).lower) == nullptr)
        governor = m_words.at(governor).head;
    const Token& token = m_words.at(governor);
    const bool object = token.dep == Dep::dobj || token.dep == Dep::nsubjpass;
    if (!object || m_words.at(preposition).lower != "of" || !m_words.is_verb(token.head)) return governor;
    const bool of_verb = m_words.lexicon().has(WordList::of_object, m_words.at(token.head).lemma);
    return of_verb && m_words.is_actor(governor) ? token.head : governor;
}

/// A gerund or a noun behind a preposition.
Modality ModalityFinder::behind_preposition(TokenIndex inner, int depth) {
    const TokenIndex preposition = m_words.at(inner).head;
    const TokenIndex governor = accusing(preposition);
    if (governor == preposition) return {};
    if (m_words.at(preposition).lower == "without") return without(governor, depth);
    if (m_words.parse().has_child(preposition, Dep::neg)) // `not for money`, `not as an answer but …`
        return {"happened", true, "certain", no_token, "not so"};
    if (m_words.at(preposition).lower == "of" && is_denied_report(governor))
        return {"happened", true, "certain", no_token, "a report that is denied"};
    return m_words.is_verb(inner) ? verb_behind(inner, preposition, governor, depth)
                                  : noun_behind(inner, preposition, governor, depth);
}

Modality ModalityFinder::verb_behind(TokenIndex verb, TokenIndex preposition, TokenIndex governor,
                                     int depth) {
    const std::string_view word = m_words.at(preposition).lower;
    const std::string_view ahead = preposition > 0 ? m_words.at(preposition - 1).lower : std::string_view{};
    if (word == "instead" || (word == "of" && ahead == "instead") || (word == "than" && ahead == "rather"))
        return {"happened", true, "certain", no_token, "instead"};
    if (word == "against" && m_words.is_verb(governor))
        return {"planned", true, "probable", governor, "against"};
    const bool adverbial = word == "by" || word == "after" || word == "in" || word == "before" ||
                           word == "since" || word == "while" || word == "when" || word == "upon";
    const Effect* effect = effect_of(governor, word);
    const bool finite = m_words.is_verb(verb) && m_words.at(verb).tag != Tag::vbg;
    // of these, only what is listed with the preposition
    const bool of_deed = word == "to" && m_words.is_verb(governor); // `pleaded guilty to lying`
    if ((adverbial || finite || of_deed) && effect == effect_of(governor)) effect = nullptr;
    if (effect == nullptr && finite) return {};                             // `told them about who attacked`
    static const Effect use{.status = "possible", .certainty = "possible"}; // `a means for ending`
    if (effect == nullptr && word == "for" && m_words.is_noun(governor)) effect = &use;
    if (word == "before" && is_present(governor)) return {"planned", false, "probable", no_token, "before"};
    const Modality outer = of(governor, depth + 1);
    if (effect != nullptr) return explained(combine(*effect, outer, governor), governor);
    if (m_words.is_noun(governor) && has_no(m_words, governor)) // `had no part in planning it`
        return {is_unreal(outer.status) ? outer.status : "happened", true, outer.certainty, no_token,
                "no part in it"};
    if (word == "by" && is_attempt(outer.governor)) // `tried to end it by shooting`: they shot
        if (const Modality attempt = of(outer.governor, depth + 1); !is_unreal(attempt.status))
            return attempt;
    Modality result = word == "by" || word == "into" ? inside_any(outer) : inside(outer);
    if (word == "by" && !is_unreal(outer.status) && !outer.negative)
        result.certainty = outer.certainty; // `is thought to have won by cheating`
    return result;
}

bool ModalityFinder::is_attempt(TokenIndex word) const {
    if (word == no_token) return false;
    const std::string_view lemma = m_words.at(word).lemma;
    return m_words.is_verb(word) ? lemma == "try" || lemma == "attempt"
                                 : m_words.lexicon().has(WordList::attempt, lemma);
}

/// `is the last stop before going home`: what comes after what is now.
bool ModalityFinder::is_present(TokenIndex verb) const {
    for (int i = 0; i < max_steps && m_words.at(verb).dep == Dep::xcomp; ++i) verb = m_words.at(verb).head;
    const Tag tag = m_words.at(verb).tag;
    return tag == Tag::vbz || tag == Tag::vbp;
}

/// `left without paying` did not pay; `cannot leave without paying` leaves it open.
Modality ModalityFinder::without(TokenIndex governor, int depth) {
    const bool of_subject = m_words.is_noun(governor) && m_words.at(governor).dep == Dep::nsubj &&
                            is_introduced(m_words, governor); // `a deal without checks is not acceptable`
    const Modality outer = of(of_subject ? m_words.at(governor).head : governor, depth + 1);
    if (outer.negative || is_unreal(outer.status))
        return {"hypothetical", false, "possible", no_token, "without, of what is not real"};
    return {"happened", true, "certain", no_token, "without"};
}

} // namespace dateline::what
