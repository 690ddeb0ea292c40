// Status, polarity and certainty, found by climbing from the event word to the root. Each word on the way
// that governs the event (an auxiliary, a negation, `plans to`, `failed to`, `denied that`) has an effect
// from data/what/status.txt; effects are composed inside out, as in Saurí and Pustejovsky's FactBank and
// Nairn, Condoravdi and Karttunen's polarity projection of implicative verbs.

#include "what/status.hpp"

#include <algorithm>

namespace dateline::what {

namespace {

constexpr int max_depth = 10;

bool is_unreal(std::string_view status) {
    return status == "planned" || status == "possible" || status == "conditional" || status == "requested" ||
           status == "hypothetical";
}

char kind_of(const Token& token) {
    switch (token.pos) {
    case Pos::verb:
    case Pos::aux: return 'v';
    case Pos::noun:
    case Pos::propn: return 'n';
    case Pos::adj: return 'a';
    case Pos::adv: return 'r';
    default: return ' ';
    }
}

class ModalityFinder {
  public:
    explicit ModalityFinder(const ReportWords& words) : m_words(words) {}

    Modality of(TokenIndex token, int depth) {
        if (depth > max_depth) return {};
        Modality own = m_words.is_verb(token) ? of_verb(token, depth) : of_noun(token, depth);
        add_adverbs(token, own);
        return own;
    }

  private:
    [[nodiscard]] const Effect* effect_of(TokenIndex token) const {
        const Token& word = m_words.at(token);
        return m_words.lexicon().governors().find(word.lemma, kind_of(word));
    }

    static Modality combine(const Effect& effect, const Modality& outer, TokenIndex governor) {
        if (effect.same) return outer;
        Modality result;
        result.governor = governor;
        result.status = effect.status;
        result.negative = effect.negative;
        if (!effect.certainty.empty()) result.certainty = effect.certainty;
        const bool factual = effect.status == "happened" || effect.status == "ongoing";
        if (outer.negative && effect.status != "requested") result.negative = !effect.negative;
        if (factual && is_unreal(outer.status)) {
            result.status = outer.status;
            result.certainty = outer.certainty;
        }
        return result;
    }

    void add_adverbs(TokenIndex token, Modality& modality) const {
        for (const TokenIndex c : m_words.parse().children(token)) {
            const Token& word = m_words.at(c);
            if (word.dep != Dep::advmod && word.dep != Dep::amod) continue;
            const Effect* effect = m_words.lexicon().governors().find(word.lower, 'r');
            if (effect != nullptr && modality.certainty == "certain") modality.certainty = effect->certainty;
        }
    }

    struct Local { // what stands at the verb itself
        bool negative = false, to = false, future = false, may = false, must = false, would = false;
        bool progressive = false, any_auxiliary = false, finite = false, if_mark = false;
    };

    [[nodiscard]] Local local_of(TokenIndex verb) const {
        Local local;
        bool be = false;
        for (const TokenIndex c : m_words.parse().children(verb)) {
            const Token& word = m_words.at(c);
            if (word.dep == Dep::neg ||
                (word.dep == Dep::advmod &&
                 (word.lower == "never" || word.lower == "longer" || word.lower == "hardly")))
                local.negative = true;
            if (word.dep == Dep::nsubj || word.dep == Dep::nsubjpass)
                local.negative |= word.lower == "nobody" || word.lower == "none" || has_no(c);
            if (word.dep == Dep::mark)
                local.if_mark |= word.lower == "if" || word.lower == "unless" || word.lower == "whether";
            if (word.dep != Dep::aux && word.dep != Dep::auxpass) continue;
            local.any_auxiliary |= word.tag != Tag::to;
            local.finite |=
                word.tag == Tag::md || word.tag == Tag::vbz || word.tag == Tag::vbd || word.tag == Tag::vbp;
            local.to |= word.tag == Tag::to;
            local.future |=
                word.lemma == "will" || word.lower == "shall" || word.lower == "'ll" || word.lower == "wo";
            local.would |= word.lower == "would" || word.lower == "'d";
            local.may |=
                word.lower == "may" || word.lower == "might" || word.lower == "could" || word.lower == "can";
            local.must |= word.lower == "must" || word.lower == "should" || word.lower == "ought";
            be |= word.lemma == "be";
        }
        const Tag tag = m_words.at(verb).tag;
        local.finite |= tag == Tag::vbd || tag == Tag::vbz || tag == Tag::vbp;
        if (local.would) local.future = false;
        local.progressive = be && m_words.at(verb).tag == Tag::vbg;
        return local;
    }

    [[nodiscard]] bool has_no(TokenIndex noun) const {
        const TokenIndex det = m_words.parse().child(noun, Dep::det);
        return det != no_token && m_words.at(det).lower == "no";
    }

    [[nodiscard]] bool has_if_clause(TokenIndex verb) const {
        for (const TokenIndex c : m_words.parse().children(verb))
            if (m_words.at(c).dep == Dep::advcl && local_of(c).if_mark) return true;
        return false;
    }

    Modality of_verb(TokenIndex verb, int depth) {
        const Token& token = m_words.at(verb);
        const Local local = local_of(verb);
        Modality modality = from_context(verb, local, depth);
        if (local.must)
            modality = {"requested", false, "possible", no_token, "must, should"};
        else if (local.may && !is_unreal(modality.status))
            modality = {"possible", false, "possible", no_token, "may"};
        else if (local.future)
            modality = {has_if_clause(verb) ? "conditional" : "planned", false, "certain", no_token, "will"};
        else if (local.would)
            modality = would(verb);
        else if (local.progressive && modality.status == "happened")
            modality.status = "ongoing";
        if (modality.status == "conditional" && local.future) modality.certainty = "possible";
        if (local.if_mark) modality = {"conditional", false, "possible", no_token, "if"};
        if (local.negative || object_has_no(verb, token)) modality.negative = !modality.negative;
        return modality;
    }

    [[nodiscard]] bool object_has_no(TokenIndex verb, const Token& token) const {
        const TokenIndex object = m_words.parse().child(verb, Dep::dobj);
        return object != no_token && m_words.lexicon().is_light(token.lemma) && has_no(object);
    }

    /// `said it would` looks ahead from the past; elsewhere `would` is a thought.
    Modality would(TokenIndex verb) const {
        const Token& token = m_words.at(verb);
        const bool reported = token.dep == Dep::ccomp || token.dep == Dep::relcl || token.dep == Dep::conj;
        if (has_if_clause(verb)) return {"conditional", false, "possible", no_token, "would … if"};
        if (token.dep == Dep::ccomp) return {"planned", false, "certain", no_token, "would, reported"};
        if (reported) return {"planned", false, "probable", no_token, "would"};
        bool have = false;
        for (const TokenIndex c : m_words.parse().children(verb)) have |= m_words.at(c).lower == "have";
        if (have) return {"hypothetical", false, "possible", no_token, "would have"};
        return {"planned", false, "probable", no_token, "would"};
    }

    Modality from_context(TokenIndex verb, const Local& local, int depth) {
        const Token& token = m_words.at(verb);
        if (token.head == verb) {
            // headline infinitive: `Pope to visit Iraq`
            if (local.to) return {"planned", false, "certain", no_token, "infinitive at the root"};
            return {};
        }
        switch (token.dep) {
        case Dep::xcomp:
        case Dep::ccomp: return governed(token.head, local, depth);
        case Dep::pcomp: return after_preposition(token.head, depth);
        case Dep::acl: return local.to ? infinitive_of_noun(token.head, depth) : Modality{};
        case Dep::conj:
            return m_words.is_verb(token.head) && !local.any_auxiliary &&
                           m_words.at(token.head).tag == token.tag
                       ? of_verb_without_negation(token.head, depth)
                       : Modality{};
        case Dep::advcl: return local.to ? purpose(verb, token.head, depth) : Modality{};
        default: return {};
        }
    }

    Modality of_verb_without_negation(TokenIndex verb, int depth) {
        Modality modality = of(verb, depth + 1);
        if (local_of(verb).negative && modality.status != "requested") modality.negative = !modality.negative;
        return modality;
    }

    /// `X to V`, `X that …` with X a verb or adjective.
    Modality governed(TokenIndex governor, const Local& local, int depth) {
        const Token& token = m_words.at(governor);
        if (token.lemma == "call" && local.to && m_words.parse().has_child(governor, Dep::oprd))
            return of(governor, depth + 1); // `called him to say`
        if (token.lemma == "be" && local.to) return {"planned", false, "certain", governor, "is to"};
        if (token.lemma == "go" && token.tag == Tag::vbg && local.to)
            return {"planned", false, "certain", governor, "going to"};
        const Effect* effect = effect_of(governor);
        if (effect == nullptr && local.to && token.pos == Pos::verb && token.lemma != "be" &&
            token.lemma != "say")
            return {"planned", false, "probable", governor, "infinitive"};
        if (effect == nullptr && local.to && token.pos == Pos::adj) // `hard to sell`, `unfair to punish`
            return {"possible", false, "possible", governor, "infinitive of an adjective"};
        if (effect == nullptr) return {};
        // finite clauses after verbs that only ask for infinitives (`insisted that he was`) state, not
        // request
        // (`demanded that he be freed` has no finite verb and does ask)
        const bool finite = !local.to && local.finite;
        if (finite && effect->status == "requested" && !local.must) return {};
        if (finite && effect->status == "planned" && token.lemma != "expect" && token.lemma != "predict" &&
            token.lemma != "forecast" && token.lemma != "anticipate")
            return {};
        Modality result = combine(*effect, of(governor, depth + 1), governor);
        result.why = "governed by " + std::string(token.lemma);
        return result;
    }

    Modality after_preposition(TokenIndex preposition, int depth) {
        const TokenIndex governor = m_words.at(preposition).head;
        const std::string_view word = m_words.at(preposition).lower;
        if (governor == preposition) return {};
        if (word == "without" || word == "instead") return {"happened", true, "certain", no_token, "without"};
        if (word == "against" && m_words.is_verb(governor))
            return {"planned", true, "certain", governor, "against"};
        if (word == "by" || word == "after" || word == "in" || word == "before" || word == "since") return {};
        const Effect* effect = effect_of(governor);
        if (effect == nullptr) return {};
        Modality result = combine(*effect, of(governor, depth + 1), governor);
        result.why = "governed by " + std::string(m_words.at(governor).lemma);
        return result;
    }

    Modality infinitive_of_noun(TokenIndex noun, int depth) {
        const Effect* effect = effect_of(noun);
        static const Effect aim{"planned", false, "probable", false};
        return combine(effect != nullptr ? *effect : aim, of(noun, depth + 1), noun);
    }

    Modality purpose(TokenIndex /*verb*/, TokenIndex governor, int depth) {
        const std::string_view lemma = m_words.at(governor).lemma;
        const bool object = m_words.parse().has_child(governor, Dep::dobj);
        if (object && (lemma == "call" || lemma == "phone" || lemma == "telephone"))
            return of(governor, depth + 1);
        const Effect* effect = effect_of(governor);
        if (effect != nullptr && m_words.at(governor).pos == Pos::verb)
            return combine(*effect, of(governor, depth + 1), governor);
        return {"planned", false, "probable", governor, "purpose"};
    }

    Modality of_noun(TokenIndex noun, int depth) {
        Modality modality = noun_context(noun, depth);
        for (const TokenIndex c : m_words.parse().children(noun)) {
            if (m_words.at(c).dep != Dep::amod) continue;
            const Effect* effect = m_words.lexicon().governors().find(m_words.at(c).lower, 'a');
            if (effect != nullptr) modality = combine(*effect, modality, c);
        }
        if (has_no(noun) && !modality.negative) modality.negative = true;
        if (modality.status == "happened" && m_words.lexicon().is_lasting(m_words.at(noun).lemma))
            modality.status = "ongoing";
        return modality;
    }

    Modality noun_context(TokenIndex noun, int depth) {
        const Token& token = m_words.at(noun);
        if (token.head == noun) return {};
        if (token.dep == Dep::conj) return of(token.head, depth + 1);
        if (token.dep == Dep::pobj) return noun_after_preposition(noun, depth);
        const bool argument = token.dep == Dep::dobj || token.dep == Dep::nsubjpass ||
                              token.dep == Dep::nsubj || token.dep == Dep::attr;
        if (!argument || !m_words.is_verb(token.head)) return {};
        const Effect* effect = token.dep == Dep::nsubj ? nullptr : effect_of(token.head);
        // `denied the request`: the request itself was made
        const std::uint64_t made = m_words.lexicon().classes().bit_of("demands");
        if (effect != nullptr && effect->negative && effect->status != "cancelled" &&
            (m_words.classes(noun) & made) != 0)
            effect = nullptr;
        if (effect != nullptr && !effect->same) {
            Modality result = combine(*effect, of(token.head, depth + 1), token.head);
            result.why = "governed by " + std::string(m_words.at(token.head).lemma);
            return result;
        }
        // `the war could have consequences` says nothing of whether there is a war
        const bool agent_of_other =
            token.dep == Dep::nsubj && m_words.parse().has_child(token.head, Dep::dobj);
        if (!agent_of_other && m_words.lexicon().is_light(m_words.at(token.head).lemma)) {
            Modality carried = of(token.head, depth + 1);
            if (has_no(noun)) carried.negative = false; // counted once, at the noun
            return carried;
        }
        return effect == nullptr ? inside_unreal(noun, token.head, depth) : Modality{};
    }

    /// `may need an inquiry`: what is not yet real does not make a thing real that it introduces; a definite
    /// or owned one
    /// (`may end the war`) is there already.
    Modality inside_unreal(TokenIndex noun, TokenIndex verb, int depth) {
        for (const TokenIndex c : m_words.parse().children(noun)) {
            const Token& word = m_words.at(c);
            if (word.dep == Dep::poss) return {};
            if (word.dep == Dep::det && word.lower != "a" && word.lower != "an" && word.lower != "any")
                return {};
        }
        Modality outer = of(verb, depth + 1);
        return is_unreal(outer.status) ? outer : Modality{};
    }

    Modality noun_after_preposition(TokenIndex noun, int depth) {
        const TokenIndex preposition = m_words.at(noun).head;
        const TokenIndex governor = m_words.at(preposition).head;
        const std::string_view word = m_words.at(preposition).lower;
        if (governor == preposition || (word != "for" && word != "of" && word != "to" && word != "on"))
            return {};
        if (word == "to" && m_words.is_verb(governor)) return {};
        if (word == "of" && m_words.is_verb(governor) && m_words.at(governor).lemma != "accuse") return {};
        const Effect* effect = effect_of(governor);
        if (effect == nullptr || (word == "on" && effect->status != "planned")) return {};
        Modality result = combine(*effect, of(governor, depth + 1), governor);
        result.why = "governed by " + std::string(m_words.at(governor).lemma);
        return result;
    }

    const ReportWords& m_words;
};

} // namespace

Modality find_modality(const ReportWords& words, TokenIndex trigger) {
    Modality modality = ModalityFinder(words).of(trigger, 0);
    const bool factual = modality.status == "happened" || modality.status == "ongoing";
    if (modality.negative && factual) modality.status = "denied";
    return modality;
}

} // namespace dateline::what
