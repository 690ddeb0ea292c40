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

/// `X to V`, `X that …` with X a verb or adjective.
Modality ModalityFinder::governed(TokenIndex verb, TokenIndex governor, const ClauseMarks& marks, int depth) {
    const Token& token = m_words.at(governor);
    if (token.lemma == "call" && marks.to && m_words.parse().has_child(governor, Dep::oprd))
        return of(governor, depth + 1);                                       // `called him to say`
    if (token.lemma == "call" && m_words.at(verb).tag == Tag::vbg) return {}; // `called selling it a mistake`
    if (marks.to && (token.lemma == "be" || token.lemma == "have") && has_adverb(governor, "yet"))
        return {"happened", true, "certain", no_token, "yet to"};
    if (!marks.to)
        if (const TokenIndex adjective = judging(governor); adjective != no_token) {
            Modality result = combine(*effect_of(adjective), of(governor, depth + 1), no_token);
            const bool past = m_words.at(verb).tag == Tag::vbd || marks.past || marks.perfect;
            if (past && result.status == "planned") result.status = "happened"; // `likely that they left`
            return explained(result, adjective);
        }
    if (token.lemma == "be" && marks.to) return below_be(governor, depth);
    if (token.lemma == "have" && marks.to) return below_have(governor, depth);
    if (token.lemma == "go" && token.tag == Tag::vbg && marks.to) return ahead(governor, depth, "going to");
    if (token.lemma == "let" && is_imperative(m_words, governor)) // `let us go`
        return {"requested", false, "possible", no_token, "let"};
    if (marks.to && is_performed(verb, governor)) return {};
    if (marks.to)
        if (auto done = done_so_much(governor, m_words.parse().child(governor, Dep::dobj), depth))
            return *done;
    const Effect* effect = effect_of(governor);
    // `they suppose he left`, `he was supposed to leave`
    if (marks.to && particle_of(governor).empty() && (effect == nullptr || effect->clause))
        effect = effect_of(governor, "to");
    if (effect == nullptr && marks.to && marks.perfect) // `claims to have been robbed`
        return {"happened", false, "probable", no_token, "to have"};
    if (effect == nullptr && marks.to && m_words.lexicon().has(WordList::light, token.lemma)) {
        // `launched an operation to arrest them`: the noun says how real it is
        const TokenIndex carried = m_words.parse().child(governor, Dep::dobj);
        const Effect* drive = carried != no_token && carried < verb ? effect_of(carried) : nullptr;
        if (drive != nullptr && drive->same) return combine(*drive, of(governor, depth + 1), carried);
    }
    if (effect == nullptr) return ungoverned(governor, marks);
    if (only_states(verb, governor, *effect, marks)) return {};
    if (effect->status == "possible" && has_adverb(governor, "unsuccessfully"))
        return {"happened", true, "certain", governor, "unsuccessfully"};
    if (effect->status == "possible" && (fails_behind(governor, verb) || fails_behind(verb, verb)))
        return {"happened", true, "certain", governor, "tried and failed"};
    if (effect->things && is_done_by_thing(governor)) return of(governor, depth + 1);
    return explained(combine(*effect, of(governor, depth + 1), governor), governor);
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

/// `I want to thank them`: who says that he wants to does it by saying so.
bool ModalityFinder::is_performed(TokenIndex verb, TokenIndex governor) const {
    const std::string_view lemma = m_words.at(governor).lemma;
    if (lemma != "want" && lemma != "like" && lemma != "wish") return false;
    if (!m_words.lexicon().has(WordList::performed, m_words.at(verb).lemma)) return false;
    const TokenIndex subject = m_words.parse().child(governor, Dep::nsubj);
    if (subject == no_token || m_words.parse().has_child(governor, Dep::neg)) return false;
    return m_words.at(subject).lower == "i" || m_words.at(subject).lower == "we";
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
    if (predicate == no_token) return ahead(be, depth, "is to");
    static const Effect thought{.status = "possible", .certainty = "possible"};
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
    Modality result = word == "by" || word == "into" ? inside_any(outer) : inside(outer);
    if (word == "by" && !is_unreal(outer.status) && !outer.negative)
        result.certainty = outer.certainty; // `is thought to have won by cheating`
    return result;
}

/// `is the last stop before going home`: what comes after what is now.
bool ModalityFinder::is_present(TokenIndex verb) const {
    for (int i = 0; i < max_steps && m_words.at(verb).dep == Dep::xcomp; ++i) verb = m_words.at(verb).head;
    const Tag tag = m_words.at(verb).tag;
    return tag == Tag::vbz || tag == Tag::vbp;
}

/// `left without paying` did not pay; `cannot leave without paying` leaves it open.
Modality ModalityFinder::without(TokenIndex governor, int depth) {
    const Modality outer = of(governor, depth + 1);
    if (outer.negative || is_unreal(outer.status))
        return {"hypothetical", false, "possible", no_token, "without, of what is not real"};
    return {"happened", true, "certain", no_token, "without"};
}

/// `Rome to host the games` as a headline, `games to be held in May`: settled; else an aim.
Modality ModalityFinder::infinitive_of_noun(TokenIndex verb, int depth) {
    const TokenIndex noun = m_words.at(verb).head;
    if (auto done = done_so_much(m_words.at(noun).head, noun, depth)) return *done;
    if (is_one_of_a_row(noun)) {
        const Dep dep = m_words.at(noun).dep;
        const bool told = dep == Dep::attr || dep == Dep::oprd || dep == Dep::nsubj;
        return told ? inside(of(m_words.at(noun).head, depth + 1)) : Modality{};
    }
    if (const Effect* refused = refusal_of(noun); refused != nullptr) {
        const TokenIndex by = m_words.at(noun).head;
        Modality result = explained(combine(*refused, of(by, depth + 1), by), by);
        result.governor = noun; // it remains the content of the request
        return result;
    }
    const TokenIndex preposition = m_words.at(noun).head;
    if (m_words.at(noun).dep == Dep::pobj && m_words.at(preposition).lower == "for" &&
        m_words.is_actor(noun)) {
        const TokenIndex by = m_words.at(preposition).head; // `called for the party to be expelled`
        if (const Effect* asked = effect_of(by, "for"); asked != nullptr)
            return explained(combine(*asked, of(by, depth + 1), by), by);
    }
    const Effect* effect = effect_of(noun);
    if (effect != nullptr && effect->status == "possible" && is_in_vain(noun))
        return {"happened", true, "certain", noun, "an effort that failed"};
    const bool headline = m_words.at(noun).head == noun && m_words.is_actor(noun);
    if (effect == nullptr && (headline || m_words.parse().has_child(verb, Dep::auxpass)))
        return {"planned", false, "certain", no_token, "infinitive of what is settled"};
    static const Effect aim{.status = "planned", .certainty = "probable"};
    return combine(effect != nullptr ? *effect : aim, of(noun, depth + 1), noun);
}

/// `efforts to free them failed`, `a failed attempt to free them`
bool ModalityFinder::is_in_vain(TokenIndex noun) const {
    const Lexicon& lexicon = m_words.lexicon();
    if (!lexicon.has(WordList::attempt, m_words.at(noun).lemma)) return false;
    for (const TokenIndex c : m_words.parse().children(noun))
        if (m_words.at(c).dep == Dep::amod && lexicon.has(WordList::vain, m_words.at(c).lower)) return true;
    const TokenIndex verb = m_words.at(noun).head;
    return m_words.at(noun).dep == Dep::nsubj && fails(verb) && !clause_marks(m_words, verb).negative;
}

/// `failed`, `fell through`: told as a fact, of nothing more.
bool ModalityFinder::fails(TokenIndex verb) const {
    const Token& token = m_words.at(verb);
    const bool is_fact = token.tag == Tag::vbd || token.tag == Tag::vbn;
    return is_fact && (token.lemma == "fail" || (token.lemma == "fall" && particle_of(verb) == "through")) &&
           !m_words.parse().has_child(verb, Dep::xcomp);
}

/// `tried to leave but failed`, wherever parsers hang the second verb.
bool ModalityFinder::fails_behind(TokenIndex first, TokenIndex verb) const {
    for (const TokenIndex c : m_words.parse().children(first))
        if (m_words.at(c).dep == Dep::conj && c > verb && fails(c)) return true;
    return false;
}

/// `rejected a plan to build`, `denied the request to go`: it was planned, asked, and is not to be.
const Effect* ModalityFinder::refusal_of(TokenIndex noun) const {
    const Token& token = m_words.at(noun);
    if ((token.dep != Dep::dobj && token.dep != Dep::nsubjpass) || !is_report(noun)) return nullptr;
    const Effect* effect = m_words.is_verb(token.head) ? effect_of(token.head) : nullptr;
    return effect != nullptr && effect->negative && !effect->clause ? effect : nullptr;
}

/// `the first state to sign`, `the youngest man to win`: they did.
bool ModalityFinder::is_one_of_a_row(TokenIndex noun) const {
    for (const TokenIndex c : m_words.parse().children(noun)) {
        const Token& word = m_words.at(c);
        if (word.dep != Dep::amod) continue;
        if ((word.tag == Tag::jjs && word.lower != "best") || word.lower == "first" || word.lower == "last" ||
            word.lower == "only" || word.lower == "latest" || word.lower == "second" || word.lower == "third")
            return true;
    }
    return false;
}

Modality ModalityFinder::purpose(TokenIndex verb, int depth) {
    const TokenIndex governor = m_words.at(verb).head;
    const std::string_view lemma = m_words.at(governor).lemma;
    const TokenIndex object = m_words.parse().child(governor, Dep::dobj);
    if (auto done = done_so_much(governor, object, depth)) return *done;
    // `came to know it`: knew it in the end
    if (lemma == "come" && m_words.lexicon().has(WordList::insight, m_words.at(verb).lemma))
        return of(governor, depth + 1);
    if (object != no_token && (lemma == "call" || lemma == "phone" || lemma == "telephone"))
        return of(governor, depth + 1);
    const Effect* of_object = object == no_token ? nullptr : effect_of(object);
    if (of_object != nullptr && of_object->same)
        return of(governor, depth + 1);                                   // `launched a raid to free X`
    if (object != no_token && lemma == "make" && has_no(m_words, object)) // `makes no sense to leave`
        return {"possible", true, "possible", governor, "no sense in it"};
    const TokenIndex is = m_words.parse().child(governor, Dep::attr);
    if (is != no_token && is_one_of_a_row(is)) return inside(of(governor, depth + 1));
    if (m_words.at(verb).lemma == "include") return inside(of(governor, depth + 1)); // `widened to include`
    const TokenIndex predicate = m_words.parse().child(governor, Dep::acomp);
    const TokenIndex by = predicate == no_token ? governor : predicate; // `it is hard for X to V`
    const Effect* effect = effect_of(by, "to");
    if (effect != nullptr && effect->same && object == no_token && by == governor)
        effect = nullptr; // `has to talk to win`, but `got him to talk`
    if (effect != nullptr && (m_words.is_verb(by) || m_words.at(by).pos == Pos::adj))
        return explained(combine(*effect, of(governor, depth + 1), by), by);
    const Modality outer = of(governor, depth + 1);
    if (outer.status == "conditional" || outer.status == "hypothetical") return inside(outer);
    return {"planned", false, "probable", governor, "purpose"};
}

} // namespace dateline::what
