// Infinitives that tell what a noun or an act is for, and what became of it.

#include "what/modality_finder.hpp"

namespace dateline::what {

/// `Rome to host the games` as a headline, `games to be held in May`: settled; else an aim.
Modality ModalityFinder::infinitive_of_noun(TokenIndex verb, int depth) {
    const TokenIndex noun = m_words.at(verb).head;
    if (auto done = done_so_much(m_words.at(noun).head, noun, depth)) return *done;
    if (auto done = takes_to_do(m_words.at(noun).head, depth)) return *done;
    if (is_one_of_a_row(noun)) {
        const Dep dep = m_words.at(noun).dep;
        if (dep != Dep::attr && dep != Dep::oprd && dep != Dep::nsubj) return {};
        const Modality outer = of(m_words.at(noun).head, depth + 1);
        if (is_ordinal(noun) && outer.status != "planned") return {}; // but `will be the first to sign`
        return inside(outer);
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
    if (effect == nullptr && m_words.at(verb).lemma == "include") // `a tour to include Lima`
        return inside(of(noun, depth + 1));
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

/// `first`, `youngest`, `only`
bool ModalityFinder::is_ordinal(TokenIndex word) const {
    const Token& token = m_words.at(word);
    return (token.tag == Tag::jjs && token.lower != "best") || token.lower == "first" ||
           token.lower == "last" || token.lower == "only" || token.lower == "latest" ||
           token.lower == "second" || token.lower == "third";
}

/// `the first state to sign`, `the first to sign`, `the youngest man to win`: they did.
bool ModalityFinder::is_one_of_a_row(TokenIndex noun) const {
    if (is_ordinal(noun)) return true;
    for (const TokenIndex c : m_words.parse().children(noun))
        if (m_words.at(c).dep == Dep::amod && is_ordinal(c)) return true;
    return false;
}

/// `To win, they are ready to talk`: what for; `To leave now, that would be wrong`: a thought.
Modality ModalityFinder::fronted_purpose(TokenIndex governor, int depth) {
    const TokenIndex subject = m_words.parse().child(governor, Dep::nsubj);
    if (subject != no_token && (m_words.at(subject).lower == "that" || m_words.at(subject).lower == "this"))
        return {"possible", false, "possible", no_token, "infinitive as a subject"};
    const Modality outer = of(governor, depth + 1);
    if (outer.status == "conditional" || outer.status == "hypothetical") return inside(outer);
    return {"planned", false, "probable", governor, "purpose"};
}

Modality ModalityFinder::purpose(TokenIndex verb, int depth) {
    const TokenIndex governor = m_words.at(verb).head;
    const std::string_view lemma = m_words.at(governor).lemma;
    const TokenIndex object = m_words.parse().child(governor, Dep::dobj);
    if (m_words.at(governor).lower == "far") // `went so far as to say`
        return of(m_words.at(governor).head, depth + 1);
    if (verb < governor) return fronted_purpose(governor, depth);
    if (auto done = done_so_much(governor, object, depth)) return *done;
    if (auto done = takes_to_do(governor, depth)) return *done;
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
