// Status, polarity and certainty, found by climbing from the event word to the root. Each word on the way
// that governs the event (an auxiliary, a negation, `plans to`, `failed to`, `denied that`) has an effect
// from data/what/status.txt; effects are composed inside out, as in Saurí and Pustejovsky's FactBank and
// Nairn, Condoravdi and Karttunen's polarity projection of implicative verbs. What no word governs but what
// stands inside something not (yet) real, a clause of time below a plan, a means of an attempt, is no more
// real than that.

#include "what/status.hpp"

#include "what/auxiliaries.hpp"
#include "what/clause_marks.hpp"
#include "what/modality.hpp"

namespace dateline::what {

namespace {

constexpr int max_depth = 10;

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
    [[nodiscard]] const Effect* effect_of(TokenIndex token, std::string_view preposition = {}) const {
        const Token& word = m_words.at(token);
        if (preposition.empty()) preposition = particle_of(token);
        return m_words.lexicon().governors().find(word.lemma, kind_of(word), preposition);
    }

    /// `off` of `called off`; empty when there is none.
    [[nodiscard]] std::string_view particle_of(TokenIndex verb) const {
        for (const TokenIndex c : m_words.parse().children(verb))
            if (m_words.at(c).dep == Dep::prt) return m_words.at(c).lower;
        return {};
    }

    void add_adverbs(TokenIndex token, Modality& modality) const {
        for (const TokenIndex c : m_words.parse().children(token)) {
            const Token& word = m_words.at(c);
            if (word.dep != Dep::advmod && word.dep != Dep::amod) continue;
            const Effect* effect = m_words.lexicon().governors().find(word.lower, 'r');
            if (effect != nullptr && modality.certainty == "certain") modality.certainty = effect->certainty;
        }
    }

    Modality of_verb(TokenIndex verb, int depth) {
        const Token& token = m_words.at(verb);
        const ClauseMarks marks = clause_marks(m_words, verb);
        const Modality context = from_context(verb, marks, depth);
        Modality modality = by_auxiliaries(m_words, verb, marks, context);
        if (token.dep == Dep::ccomp && !context.why.empty()) { // `denied that he would`, `believes it will`
            modality.negative = context.negative;
            if (surety(context.certainty) < surety(modality.certainty))
                modality.certainty = context.certainty;
        }
        if (is_imperative(m_words, verb)) modality = {"requested", false, "possible", no_token, "imperative"};
        if (marks.if_mark) modality = {"conditional", false, "possible", no_token, "if"};
        if (marks.negative != object_denies(verb)) modality.negative = !modality.negative;
        return modality;
    }

    /// `took no action`: the noun is the act.
    [[nodiscard]] bool object_denies(TokenIndex verb) const {
        const TokenIndex object = m_words.parse().child(verb, Dep::dobj);
        if (object == no_token) return false;
        const std::string_view word = m_words.at(object).lower;
        if (word == "nothing" || word == "nobody" || word == "none") return true;
        return m_words.lexicon().is_light(m_words.at(verb).lemma) && has_no(m_words, object) &&
               !m_words.lexicon().frames_of(m_words.at(object).lemma, Pos::noun).empty();
    }

    Modality from_context(TokenIndex verb, const ClauseMarks& marks, int depth) {
        const Token& token = m_words.at(verb);
        if (token.head == verb) {
            // headline infinitive: `Pope to visit Iraq`
            if (marks.to) return {"planned", false, "certain", no_token, "infinitive at the root"};
            return {};
        }
        switch (token.dep) {
        case Dep::xcomp:
        case Dep::ccomp: return governed(verb, token.head, marks, depth);
        case Dep::pcomp: return after_preposition(token.head, depth);
        case Dep::acl:
            if (!marks.to) return of_clause_at_noun(verb, marks, depth);
            return is_person_addressed(token.head) ? governed(verb, m_words.at(token.head).head, marks, depth)
                                                   : infinitive_of_noun(verb, depth);
        case Dep::relcl:
            return marks.to ? infinitive_of_noun(verb, depth) : of_clause_at_noun(verb, marks, depth);
        case Dep::conj: return second_of_list(verb, marks, depth);
        case Dep::advcl: return marks.to ? purpose(token.head, depth) : adverbial(verb, marks, depth);
        case Dep::csubj: return inside(of(token.head, depth + 1));
        default: return {};
        }
    }

    /// `forced the company to sell`: parsers hang the infinitive at whom the verb is about.
    [[nodiscard]] bool is_person_addressed(TokenIndex noun) const {
        const Token& token = m_words.at(noun);
        const bool object = token.dep == Dep::dobj || token.dep == Dep::nsubjpass || token.dep == Dep::dative;
        return object && m_words.is_verb(token.head) && m_words.is_actor(noun) &&
               effect_of(token.head) != nullptr;
    }

    /// A second verb shares what stands at the first, and its clause's place.
    Modality second_of_list(TokenIndex verb, const ClauseMarks& marks, int depth) {
        const TokenIndex first = m_words.at(verb).head;
        if (!m_words.is_verb(first)) return {};
        const ClauseMarks above = clause_marks(m_words, first);
        if (marks.has_subject) // a clause of its own: only what stands over both
            return above.if_mark ? Modality{"conditional", false, "possible", no_token, "if"} : Modality{};
        if (marks.any_auxiliary) return {};
        const Tag tag = m_words.at(verb).tag;
        const bool bare = tag == Tag::vb && (above.any_auxiliary || above.to);
        if (tag != m_words.at(first).tag && !bare) return {};
        Modality modality = of(first, depth + 1);
        if (above.negative && modality.status != "requested") modality.negative = !modality.negative;
        return modality;
    }

    /// `a suit seeking …`, `a hole through which oil flows`: as real as the noun, where that is new.
    Modality of_clause_at_noun(TokenIndex verb, const ClauseMarks& marks, int depth) {
        const TokenIndex noun = m_words.at(verb).head;
        const Tag tag = m_words.at(verb).tag;
        if (marks.that_mark) return content_of_noun(noun, depth);
        if (tag == Tag::vbd || marks.past || marks.perfect || !is_introduced(m_words, noun)) return {};
        return inside(of(noun, depth + 1));
    }

    /// `the possibility that`, `the demand that`
    Modality content_of_noun(TokenIndex noun, int depth) {
        const Effect* effect = effect_of(noun);
        if (effect == nullptr || effect->status == "planned") return {};
        Modality result = combine(*effect, of(noun, depth + 1), noun);
        result.why = "governed by " + std::string(m_words.at(noun).lemma);
        return result;
    }

    Modality adverbial(TokenIndex verb, const ClauseMarks& marks, int depth) {
        const Tag tag = m_words.at(verb).tag;
        const bool waits = marks.until_mark && !marks.past && tag != Tag::vbd;
        const bool bare = tag == Tag::vbg && !marks.finite && !marks.has_subject;
        if (!waits && !bare) return {};
        return inside(of(m_words.at(verb).head, depth + 1));
    }

    /// What an infinitive below `be` depends on: `it is hard to sell`, `the aim is to sell`.
    [[nodiscard]] TokenIndex predicate_of(TokenIndex be) const {
        for (const Dep dep : {Dep::acomp, Dep::attr, Dep::oprd}) {
            const TokenIndex c = m_words.parse().child(be, dep);
            if (c != no_token && m_words.at(c).tag != Tag::wp) return c;
        }
        const TokenIndex subject = m_words.parse().child(be, Dep::nsubj);
        return subject != no_token && effect_of(subject) != nullptr ? subject : no_token;
    }

    /// `X to V`, `X that …` with X a verb or adjective.
    Modality governed(TokenIndex verb, TokenIndex governor, const ClauseMarks& marks, int depth) {
        const Token& token = m_words.at(governor);
        if (token.lemma == "call" && marks.to && m_words.parse().has_child(governor, Dep::oprd))
            return of(governor, depth + 1); // `called him to say`
        if (marks.to && (token.lemma == "be" || token.lemma == "have") && is_yet(governor))
            return {"happened", true, "certain", no_token, "yet to"};
        if (token.lemma == "be" && marks.to) return below_be(governor, depth);
        if (token.lemma == "go" && token.tag == Tag::vbg && marks.to)
            return ahead(governor, depth, "going to");
        const Effect* effect = effect_of(governor);
        if (effect == nullptr) return ungoverned(governor, marks);
        // finite clauses after verbs that only ask for infinitives (`insisted that he was`) state, not
        // request
        // (`demanded that he be freed` has no finite verb and does ask)
        const bool finite = !marks.to && marks.finite && m_words.at(verb).tag != Tag::vb;
        if (finite && effect->status == "requested" && !marks.must) return {};
        if (finite && effect->status == "planned" && token.lemma != "expect" && token.lemma != "predict" &&
            token.lemma != "forecast" && token.lemma != "anticipate")
            return {};
        Modality result = combine(*effect, of(governor, depth + 1), governor);
        result.why = "governed by " + std::string(token.lemma);
        return result;
    }

    [[nodiscard]] Modality ungoverned(TokenIndex governor, const ClauseMarks& marks) const {
        const Token& token = m_words.at(governor);
        if (!marks.to) return {};
        if (token.pos == Pos::verb && token.lemma != "be" && token.lemma != "say")
            return {"planned", false, "certain", governor, "infinitive"};
        if (token.pos == Pos::adj) // `hard to sell`, `unfair to punish`
            return {"possible", false, "possible", governor, "infinitive of an adjective"};
        return {};
    }

    /// `has yet to answer`, `is yet to be seen`
    [[nodiscard]] bool is_yet(TokenIndex governor) const {
        for (const TokenIndex c : m_words.parse().children(governor))
            if (m_words.at(c).dep == Dep::advmod && m_words.at(c).lower == "yet") return true;
        return false;
    }

    Modality ahead(TokenIndex governor, int depth, const char* why) {
        static const Effect future{.status = "planned"};
        Modality result = combine(future, of(governor, depth + 1), governor);
        result.why = why;
        return result;
    }

    Modality below_be(TokenIndex be, int depth) {
        const TokenIndex predicate = predicate_of(be);
        if (predicate == no_token) return ahead(be, depth, "is to");
        static const Effect thought{.status = "possible", .certainty = "possible"};
        const Effect* effect = effect_of(predicate);
        Modality result = combine(effect != nullptr ? *effect : thought, of(be, depth + 1), predicate);
        result.why = "governed by " + std::string(m_words.at(predicate).lemma);
        return result;
    }

    Modality after_preposition(TokenIndex preposition, int depth) {
        const TokenIndex governor = m_words.at(preposition).head;
        const std::string_view word = m_words.at(preposition).lower;
        if (governor == preposition) return {};
        if (word == "without") return without(governor, depth);
        if (word == "instead") return {"happened", true, "certain", no_token, "instead"};
        if (word == "against" && m_words.is_verb(governor))
            return {"planned", true, "certain", governor, "against"};
        const bool adverbial = word == "by" || word == "after" || word == "in" || word == "before" ||
                               word == "since" || word == "while" || word == "when" || word == "upon";
        const Effect* effect = adverbial ? nullptr : effect_of(governor, word);
        static const Effect use{.status = "possible", .certainty = "possible"}; // `a means for ending`
        if (effect == nullptr && word == "for" && m_words.is_noun(governor)) effect = &use;
        if (word == "before" && is_present(governor))
            return {"planned", false, "probable", no_token, "before"};
        if (effect == nullptr) return inside(of(governor, depth + 1));
        Modality result = combine(*effect, of(governor, depth + 1), governor);
        result.why = "governed by " + std::string(m_words.at(governor).lemma);
        return result;
    }

    /// `is the last stop before going home`: what comes after what is now.
    [[nodiscard]] bool is_present(TokenIndex verb) const {
        for (int i = 0; i < max_depth && m_words.at(verb).dep == Dep::xcomp; ++i)
            verb = m_words.at(verb).head;
        const Tag tag = m_words.at(verb).tag;
        return tag == Tag::vbz || tag == Tag::vbp;
    }

    /// `left without paying` did not pay; `cannot leave without paying` leaves it open.
    Modality without(TokenIndex governor, int depth) {
        const Modality outer = of(governor, depth + 1);
        if (outer.negative || is_unreal(outer.status))
            return {"hypothetical", false, "possible", no_token, "without, of what is not real"};
        return {"happened", true, "certain", no_token, "without"};
    }

    /// `Rome to host the games` as a headline, `games to be held in May`: settled; else an aim.
    Modality infinitive_of_noun(TokenIndex verb, int depth) {
        const TokenIndex noun = m_words.at(verb).head;
        const Effect* effect = effect_of(noun);
        const bool headline = m_words.at(noun).head == noun && m_words.is_actor(noun);
        if (effect == nullptr && (headline || m_words.parse().has_child(verb, Dep::auxpass)))
            return {"planned", false, "certain", no_token, "infinitive of what is settled"};
        static const Effect aim{.status = "planned", .certainty = "probable"};
        return combine(effect != nullptr ? *effect : aim, of(noun, depth + 1), noun);
    }

    Modality purpose(TokenIndex governor, int depth) {
        const std::string_view lemma = m_words.at(governor).lemma;
        const bool object = m_words.parse().has_child(governor, Dep::dobj);
        if (object && (lemma == "call" || lemma == "phone" || lemma == "telephone"))
            return of(governor, depth + 1);
        const TokenIndex noun = m_words.parse().child(governor, Dep::dobj);
        const Effect* of_noun = noun == no_token ? nullptr : effect_of(noun);
        if (of_noun != nullptr && of_noun->same)
            return of(governor, depth + 1); // `launched a raid to free X`
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
        if (has_no(m_words, noun) && !modality.negative) modality.negative = true;
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
        if (is_taken_for_known(noun)) return {};
        const Effect* effect = effect_on_object(noun);
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
            if (has_no(m_words, noun)) carried.negative = false; // counted once, at the noun
            return carried;
        }
        if (effect != nullptr || !is_introduced(m_words, noun) || is_report(noun)) return {};
        return inside(of(token.head, depth + 1));
    }

    /// `may end attacks`, `opposes the war`: there is one.
    [[nodiscard]] bool is_taken_for_known(TokenIndex noun) const {
        const Token& token = m_words.at(noun);
        if (token.dep == Dep::nsubj || !m_words.lexicon().is_presupposing(m_words.at(token.head).lemma))
            return false;
        const Effect* effect = effect_of(token.head);
        return effect == nullptr || (is_unreal(effect->status) && !is_introduced(m_words, noun));
    }

    /// `attempted to address reports`: what was said was said.
    [[nodiscard]] bool is_report(TokenIndex noun) const {
        return (m_words.classes(noun) & m_words.lexicon().classes().bit_of("demands")) != 0;
    }

    [[nodiscard]] const Effect* effect_on_object(TokenIndex noun) const {
        const Token& token = m_words.at(noun);
        const Effect* effect = token.dep == Dep::nsubj ? nullptr : effect_of(token.head);
        if (effect == nullptr || effect->clause) return nullptr;
        // `denied the request`: the request itself was made
        const bool past = effect->negative && effect->status != "cancelled";
        return past && is_report(noun) ? nullptr : effect;
    }

    Modality noun_after_preposition(TokenIndex noun, int depth) {
        const TokenIndex preposition = m_words.at(noun).head;
        const TokenIndex governor = m_words.at(preposition).head;
        const std::string_view word = m_words.at(preposition).lower;
        if (governor == preposition) return {};
        if (word == "without") return without(governor, depth);
        const Effect* effect = effect_through(governor, word);
        if (word == "on" && !is_introduced(m_words, noun))
            effect = nullptr; // `talks on the war`: there is one
        if (effect == nullptr)
            return is_introduced(m_words, noun) ? inside(of(governor, depth + 1)) : Modality{};
        Modality result = combine(*effect, of(governor, depth + 1), governor);
        result.why = "governed by " + std::string(m_words.at(governor).lemma);
        return result;
    }

    /// What a word says of the noun behind its preposition.
    [[nodiscard]] const Effect* effect_through(TokenIndex governor, std::string_view word) const {
        if (word != "for" && word != "of" && word != "to" && word != "on" && word != "against" &&
            word != "from")
            return nullptr;
        if (word == "to" && m_words.is_verb(governor)) return nullptr;
        if (word == "of" && m_words.is_verb(governor) && m_words.at(governor).lemma != "accuse")
            return nullptr;
        const Effect* effect = effect_of(governor, word);
        if (word == "against" || word == "from") {
            const Effect* any = effect_of(governor);
            return effect == any ? nullptr : effect; // only where the word is listed with the preposition
        }
        return word == "on" && effect != nullptr && !is_unreal(effect->status) ? nullptr : effect;
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
