// Event nouns and adjectives: as real as the verb that carries them, what governs them, or what they stand
// inside of.

#include "what/modality_finder.hpp"

namespace dateline::what {

namespace {

bool is_year(std::string_view text) {
    return text.size() == 4 && (text.starts_with("1") || text.starts_with("20")) &&
           text.find_first_not_of("0123456789") == std::string_view::npos;
}

} // namespace

Modality ModalityFinder::of_noun(TokenIndex noun, int depth) {
    Modality modality = noun_context(noun, depth);
    add_adjectives(noun, modality);
    add_clauses(noun, modality);
    if (has_no(m_words, noun) && !modality.negative) modality.negative = true;
    if (is_hardly_any(m_words, noun)) modality.certainty = "possible";
    if (modality.negative && modality.certainty == "certain" && is_restricted(noun))
        modality.certainty = "probable";
    if (modality.status == "happened" && m_words.lexicon().has(WordList::lasting, m_words.at(noun).lemma) &&
        !is_over(noun) && !is_of_a_year(noun))
        modality.status = "ongoing";
    return modality;
}

/// `the war ended`, but `the war ended his career`
bool ModalityFinder::is_over(TokenIndex noun) const {
    const Token& token = m_words.at(noun);
    if ((token.dep != Dep::nsubj && token.dep != Dep::nsubjpass) || !m_words.is_verb(token.head))
        return false;
    const Token& verb = m_words.at(token.head);
    if (verb.tag != Tag::vbd && verb.tag != Tag::vbn) return false;
    if (!m_words.lexicon().has(WordList::ending, verb.lemma)) return false;
    if (token.dep == Dep::nsubj && m_words.parse().has_child(token.head, Dep::dobj)) return false;
    const ClauseMarks marks = clause_marks(m_words, token.head);
    return !marks.negative && !marks.may && !marks.future && !marks.would;
}

/// `the 2016 blockade`
bool ModalityFinder::is_of_a_year(TokenIndex noun) const {
    for (const TokenIndex c : m_words.parse().children(noun))
        if (c < noun && m_words.at(c).pos == Pos::num &&
            (m_words.at(c).name_type == NameType::date || is_year(m_words.at(c).text)))
            return true;
    return false;
}

void ModalityFinder::add_adjectives(TokenIndex noun, Modality& modality) const {
    for (const TokenIndex c : m_words.parse().children(noun)) {
        const Token& word = m_words.at(c);
        if (word.dep == Dep::det && word.lower == "any" &&
            !modality.negative) { // whether there is one or not
            if (!is_unreal(modality.status)) modality.status = "possible";
            modality.certainty = "possible";
        }
        if (word.dep != Dep::amod || (c > 0 && m_words.at(c - 1).lower == "-")) continue; // `pre-planned`
        if (governs_itself(c)) continue;
        const Effect* effect = m_words.lexicon().governors().find(word.lower, 'a');
        const bool off = modality.status == "cancelled" || modality.status == "denied"; // and was planned
        if (effect != nullptr && !effect->clause && !off) modality = combine(*effect, modality, c);
    }
}

/// `a congress to be held in May`, `a strike planned for Monday`: what the noun's own clause says of it.
void ModalityFinder::add_clauses(TokenIndex noun, Modality& modality) const {
    if (is_unreal(modality.status) || modality.negative) return;
    for (const TokenIndex c : m_words.parse().children(noun)) {
        const Token& word = m_words.at(c);
        if (word.dep != Dep::acl && word.dep != Dep::relcl) continue;
        const ClauseMarks marks = clause_marks(m_words, c);
        static const Effect ahead{.status = "planned"};
        if (marks.to && m_words.parse().has_child(c, Dep::auxpass) && !is_one_of_a_row(noun))
            modality = combine(ahead, modality, no_token);
        if (word.tag != Tag::vbn || marks.any_auxiliary || word.dep != Dep::acl) continue;
        const bool sets = word.lemma == "plan" || word.lemma == "schedule" || word.lemma == "set" ||
                          word.lemma == "expect" || word.lower == "slated" || word.lemma == "forecast";
        const Effect* effect = effect_of(c);
        if (sets && effect != nullptr) modality = explained(combine(*effect, modality, no_token), c);
    }
}

/// `any attack` leaves open whether there is one; `did not see any attack` denies it.
void ModalityFinder::add_any(TokenIndex noun, Modality& modality) const {
    const TokenIndex verb = m_words.at(noun).head;
    if (!is_unreal(modality.status) && m_words.is_verb(verb) && clause_marks(m_words, verb).negative) {
        modality.negative = true;
        return;
    }
    if (!is_unreal(modality.status)) modality.status = "possible";
    modality.certainty = "possible";
}

Modality ModalityFinder::noun_context(TokenIndex noun, int depth) {
    const Token& token = m_words.at(noun);
    if (token.head == noun) return {};
    switch (token.dep) {
    case Dep::conj: return of(token.head, depth + 1);
    case Dep::pcomp: // a gerund taken for a noun
    case Dep::pobj: return behind_preposition(noun, depth);
    case Dep::compound: { // `the invasion plan`
        const Effect* effect = effect_of(token.head, before_noun);
        if (effect == nullptr) return {};
        return explained(combine(*effect, of(token.head, depth + 1), token.head), token.head);
    }
    case Dep::acomp:
    case Dep::oprd: return m_words.is_verb(token.head) ? of_predicate(noun, depth) : Modality{};
    case Dep::attr:
        if (m_words.is_verb(token.head) && is_introduced(m_words, noun)) return of_predicate(noun, depth);
        [[fallthrough]];
    case Dep::dobj:
    case Dep::nsubj:
    case Dep::nsubjpass: return m_words.is_verb(token.head) ? of_argument(noun, depth) : Modality{};
    default: return {};
    }
}

/// `might be willing`, `is not a threat`, `there will be talks`: as real as the verb says; `appears ready`.
Modality ModalityFinder::of_predicate(TokenIndex word, int depth) {
    const TokenIndex verb = m_words.at(word).head;
    Modality result = of(verb, depth + 1);
    const Effect* effect = effect_of(verb);
    const bool of_looks = effect != nullptr && !effect->same && !effect->clause && !is_unreal(effect->status);
    if (of_looks) result = explained(combine(*effect, result, verb), verb);
    if (has_no(m_words, word)) result.negative = false; // counted once, at the word
    result.governor = no_token;
    return result;
}

Modality ModalityFinder::of_argument(TokenIndex noun, int depth) {
    const Token& token = m_words.at(noun);
    if (is_taken_for_known(noun)) return {};
    const Effect* effect = effect_on_object(noun);
    if (effect != nullptr && !effect->same) {
        const Modality outer = of(token.head, depth + 1);
        if (is_foreseen(noun)) return {};
        // `The war could have been avoided`: it was not
        if (effect->negative && outer.status == "hypothetical" && !is_introduced(m_words, noun)) return {};
        // `vowed to continue the war`, but `to resume the talks`
        if (m_words.at(token.head).lemma == "continue" && is_unreal(outer.status) &&
            !is_introduced(m_words, noun))
            return {"ongoing", false, "certain", no_token, "it is to go on"};
        // `asked them to stop the war`
        if (effect->negative && is_unreal(outer.status) &&
            m_words.lexicon().has(WordList::presuppose, m_words.at(token.head).lemma) &&
            !is_introduced(m_words, noun))
            return {};
        return explained(combine(*effect, outer, token.head), token.head);
    }
    if (const Effect* likely = effect_of_predicate(noun); likely != nullptr)
        return explained(combine(*likely, of(token.head, depth + 1), no_token), token.head);
    // `the war could have consequences` says nothing of whether there is a war; `could take place` does
    const TokenIndex object = m_words.parse().child(token.head, Dep::dobj);
    const bool acts_on = (object != no_token && m_words.at(object).lower != "place") ||
                         m_words.parse().has_child(token.head, Dep::ccomp);
    const std::string_view verb = m_words.at(token.head).lemma;
    const bool carries = m_words.lexicon().has(WordList::light, verb) ||
                         m_words.lexicon().has(WordList::carrying, verb) ||
                         (verb == "go" && has_adverb(token.head, "ahead"));
    if (carries && (token.dep != Dep::nsubj || !acts_on)) {
        Modality carried = of(token.head, depth + 1);
        if (has_no(m_words, noun)) carried.negative = false; // counted once, at the noun
        return carried;
    }
    const Effect* permits = token.dep == Dep::dobj ? effect_of(token.head) : nullptr;
    if (permits != nullptr && permits->things)
        if (const Modality outer = of(token.head, depth + 1); outer.negative) // `will not allow attacks`
            return explained(
                {is_unreal(outer.status) ? outer.status : "happened", true, outer.certainty, no_token, ""},
                token.head);
    if (effect != nullptr || !is_introduced(m_words, noun) || is_report(noun)) return {};
    const Modality outer = of(token.head, depth + 1);
    return token.dep == Dep::dobj ? inside_any(outer) : inside(outer);
}

/// `The move had been widely expected`: it came.
bool ModalityFinder::is_foreseen(TokenIndex noun) const {
    const Token& token = m_words.at(noun);
    if (token.dep != Dep::nsubjpass || m_words.at(token.head).lemma != "expect") return false;
    const ClauseMarks marks = clause_marks(m_words, token.head);
    return marks.perfect && !marks.negative && !is_introduced(m_words, noun) &&
           !m_words.parse().has_child(token.head, Dep::xcomp);
}

/// `may end attacks`, `opposes the war`: there is one.
bool ModalityFinder::is_taken_for_known(TokenIndex noun) const {
    const Token& token = m_words.at(noun);
    if (token.dep == Dep::nsubj || !m_words.lexicon().has(WordList::presuppose, m_words.at(token.head).lemma))
        return false;
    const Effect* effect = effect_of(token.head);
    return effect == nullptr || (is_unreal(effect->status) && !is_introduced(m_words, noun));
}

/// `A war is unlikely`: the adjective tells of its subject.
const Effect* ModalityFinder::effect_of_predicate(TokenIndex noun) const {
    const Token& token = m_words.at(noun);
    if (token.dep != Dep::nsubj || is_report(noun)) return nullptr;
    TokenIndex adjective = m_words.parse().child(token.head, Dep::acomp);
    if (adjective == no_token) adjective = m_words.parse().child(token.head, Dep::oprd);
    if (adjective == no_token || m_words.at(adjective).pos != Pos::adj) return nullptr;
    const Effect* effect = m_words.lexicon().governors().find(m_words.at(adjective).lower, 'a');
    return effect == nullptr || effect->clause || effect->same ? nullptr : effect;
}

/// `attempted to address reports`: what was said was said.
bool ModalityFinder::is_report(TokenIndex noun) const {
    return (m_words.classes(noun) & m_words.lexicon().classes().bit_of("demands")) != 0;
}

/// `rejected claims that`, `denied reports of`, `claims that … were false`
bool ModalityFinder::is_denied_report(TokenIndex noun) const {
    if (!m_words.is_noun(noun) ||
        (m_words.classes(noun) & m_words.lexicon().classes().bit_of("allegations")) == 0)
        return false;
    const Token& token = m_words.at(noun);
    if (!m_words.is_verb(token.head) || clause_marks(m_words, token.head).negative) return false;
    if (token.dep == Dep::nsubj) {
        const TokenIndex predicate = m_words.parse().child(token.head, Dep::acomp);
        const Effect* effect = predicate == no_token ? nullptr : effect_of(predicate);
        return effect != nullptr && effect->status == "denied";
    }
    return (token.dep == Dep::dobj || token.dep == Dep::nsubjpass) &&
           m_words.lexicon().has(WordList::denying, m_words.at(token.head).lemma);
}

const Effect* ModalityFinder::effect_on_object(TokenIndex noun) const {
    const Token& token = m_words.at(noun);
    const Effect* effect = token.dep == Dep::nsubj ? nullptr : effect_of(token.head);
    if (effect == nullptr || effect->clause) return nullptr;
    // `imports were denied duty-free entry`, `the visit was aimed at a truce`: the subject is there
    if (token.dep == Dep::nsubjpass) {
        const std::string_view verb = m_words.at(token.head).lemma;
        if (m_words.parse().has_child(token.head, Dep::dobj) || verb == "aim" || verb == "design" ||
            verb == "intend")
            return nullptr;
    }
    // `denied the request`, `accepted the request`, `dismissed the suit`, `rejected objections`: the request
    // itself was made
    const std::string_view verb = m_words.at(token.head).lemma;
    const bool takes_up =
        verb == "accept" || verb == "approve" || verb == "consider" || verb == "weigh" || verb == "mull";
    const bool past =
        (effect->negative && effect->status != "cancelled") || (takes_up && !is_introduced(m_words, noun));
    if (!past) return effect;
    const WordClasses& classes = m_words.lexicon().classes();
    const bool brought = (m_words.classes(noun) & (classes.bit_of("legal") | classes.bit_of("concern"))) != 0;
    return brought || is_report(noun) ? nullptr : effect;
}

Modality ModalityFinder::noun_behind(TokenIndex noun, TokenIndex preposition, TokenIndex governor,
                                     int depth) {
    const std::string_view word = m_words.at(preposition).lower;
    governor = owner_of(preposition, governor);
    const Effect* effect = effect_through(governor, word);
    // `talks on the war`, `the purpose of the visit`: there is one
    const std::string_view above = m_words.at(governor).lemma;
    const bool of_known = word == "of" && m_words.lexicon().has(WordList::concerning, above);
    if ((word == "on" || of_known) && !is_introduced(m_words, noun)) effect = nullptr;
    if (effect != nullptr) return explained(combine(*effect, of(governor, depth + 1), governor), governor);
    const bool then = word == "before" || word == "until" || word == "during";
    const bool by_then = then && m_words.is_verb(governor) &&
                         !m_words.lexicon().has(WordList::lasting, m_words.at(noun).lemma);
    const bool apart = !is_introduced(m_words, noun) || is_cause(preposition, governor) ||
                       // `must respond to a petition`
                       ((word == "to" || word == "in") && is_report(noun));
    if (apart && !by_then) return {};
    const Modality outer = of(governor, depth + 1);
    if (by_then && outer.status == "planned") // `will leave before the vote`
        return {"planned", false, "certain", no_token, "by then"};
    if (apart) return {};
    return m_words.is_actor(noun) ? inside(outer) : inside_any(outer);
}

/// `lifted barriers to trade`: parsers hang at the verb what belongs to its object.
TokenIndex ModalityFinder::owner_of(TokenIndex preposition, TokenIndex governor) const {
    const TokenIndex object = m_words.parse().child(governor, Dep::dobj);
    if (object == no_token || object > preposition || !m_words.is_verb(governor)) return governor;
    const std::string_view word = m_words.at(preposition).lower;
    const Effect* effect = effect_of(object, word);
    const bool listed_so = effect != nullptr && effect != effect_of(object) && is_unreal(effect->status);
    return listed_so && effect_through(governor, word) == nullptr ? object : governor;
}

/// `will leave because of attacks`, `despite attacks`, `in response to attacks`, `wants an end to attacks`:
/// these are there already.
bool ModalityFinder::is_cause(TokenIndex preposition, TokenIndex governor) const {
    const std::string_view word = m_words.at(preposition).lower;
    if (word == "because" || word == "despite" || word == "amid" || word == "following" || word == "given" ||
        word == "over")
        return true;
    const std::string_view above = m_words.at(governor).lemma;
    if (word == "of" && above == "spite") return true;
    if (word == "with" && m_words.lexicon().has(WordList::coping, above)) return true;
    const bool stops = above == "end" || above == "halt" || above == "solution" || above == "cessation";
    return m_words.is_noun(governor) && ((stops && (word == "of" || word == "to")) ||
                                         (word == "to" && m_words.lexicon().has(WordList::linking, above)));
}

/// What a word says of the noun behind its preposition.
const Effect* ModalityFinder::effect_through(TokenIndex governor, std::string_view word) const {
    if (word != "for" && word != "of" && word != "to" && word != "on" && word != "against" &&
        word != "from" && word != "in")
        return nullptr;
    if (governor > 0 && m_words.at(governor - 1).lower == "in" &&
        m_words.lexicon().has(WordList::idiom, m_words.at(governor).lower))
        return nullptr; // `is in charge of the mission`
    const Effect* effect = effect_of(governor, word);
    if (effect != nullptr && effect->clause && m_words.is_noun(governor)) return nullptr;
    const auto listed_so = [&] { // the word with this preposition, not the word alone
        return effect == nullptr || effect->clause || effect == effect_of(governor) ? nullptr : effect;
    };
    if (word == "to" && m_words.is_verb(governor)) return listed_so(); // `agree to`; `go to` means places
    if (word == "for" && m_words.is_verb(governor)) {                  // `offered help for the wounded`
        const TokenIndex object = m_words.parse().child(governor, Dep::dobj);
        if (object != no_token && !m_words.is_actor(object) && m_words.at(object).tag != Tag::prp)
            return nullptr;
    }
    const bool of_verb = word == "of" && m_words.is_verb(governor) && m_words.at(governor).lemma != "accuse";
    if (word == "against" || word == "from" || word == "in" || of_verb) return listed_so();
    const bool stated = effect != nullptr && !is_unreal(effect->status) && !effect->negative;
    // `on a visit to Lima she asked them to leave`
    const bool beside = word == "on" && effect != nullptr && effect->clause && m_words.is_verb(governor);
    return (word == "on" && stated) || beside ? nullptr : effect;
}

} // namespace dateline::what
