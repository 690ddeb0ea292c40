// Status, polarity and certainty, found by climbing from the event word to the root. Each word on the way
// that governs the event (an auxiliary, a negation, `plans to`, `failed to`, `denied that`) has an effect
// from data/what/status.txt; effects are composed inside out, as in Saurí and Pustejovsky's FactBank and
// Nairn, Condoravdi and Karttunen's polarity projection of implicative verbs. What no word governs but what
// stands inside something not (yet) real, a clause of time below a plan, a means of an attempt, is no more
// real than that.

#include "what/status.hpp"

#include <algorithm>

#include "what/auxiliaries.hpp"
#include "what/modality_finder.hpp"

namespace dateline::what {

namespace {

constexpr int max_depth = 10;

} // namespace

Modality ModalityFinder::of(TokenIndex token, int depth) {
    if (depth > max_depth) return {};
    Modality own = m_words.is_verb(token) ? of_verb(token, depth) : of_noun(token, depth);
    add_adverbs(token, own);
    return own;
}

const Effect* ModalityFinder::effect_of(TokenIndex token, std::string_view preposition) const {
    const Token& word = m_words.at(token);
    if (preposition.empty()) preposition = particle_of(token);
    return m_words.lexicon().governors().find(word.lemma, kind_of(word), preposition);
}

/// `off` of `called off`; empty when there is none.
std::string_view ModalityFinder::particle_of(TokenIndex verb) const {
    for (const TokenIndex c : m_words.parse().children(verb))
        if (m_words.at(c).dep == Dep::prt) return m_words.at(c).lower;
    return {};
}

bool ModalityFinder::has_adverb(TokenIndex token, std::string_view adverb) const {
    for (const TokenIndex c : m_words.parse().children(token))
        if (m_words.at(c).dep == Dep::advmod && m_words.at(c).lower == adverb) return true;
    return false;
}

/// `has not yet left`, `has yet to leave`, but `Yet they did not leave`
bool ModalityFinder::is_yet(TokenIndex verb) const {
    TokenIndex first = verb;
    for (const TokenIndex c : m_words.parse().children(verb)) {
        const Token& word = m_words.at(c);
        if (word.dep == Dep::aux || word.dep == Dep::auxpass) first = std::min(first, c);
        if (word.dep == Dep::advmod && word.lower == "yet" && c > first) return true;
    }
    return false;
}

Modality ModalityFinder::explained(Modality modality, TokenIndex governor) const {
    modality.why = "governed by " + std::string(m_words.at(governor).lemma);
    return modality;
}

/// `a vote likely to hurt the bank`: likely is what follows, not the vote.
bool ModalityFinder::governs_itself(TokenIndex adjective) const {
    return adjective > m_words.at(adjective).head && m_words.parse().has_child(adjective, Dep::xcomp);
}

void ModalityFinder::add_adverbs(TokenIndex token, Modality& modality) const {
    for (const TokenIndex c : m_words.parse().children(token)) {
        const Token& word = m_words.at(c);
        if (word.dep != Dep::advmod && word.dep != Dep::amod) continue;
        if (governs_itself(c)) continue;
        const Effect* effect = m_words.lexicon().governors().find(word.lower, 'r');
        if (effect == nullptr) continue;
        if (!effect->certainty.empty() && modality.certainty == "certain")
            modality.certainty = effect->certainty;
        // `nearly died`, but `nearly doubled`
        if (effect->negative && word.dep == Dep::advmod && m_words.is_verb(token) &&
            !m_words.lexicon().has(WordList::graded, m_words.at(token).lemma))
            modality.negative = true;
    }
}

Modality ModalityFinder::of_verb(TokenIndex verb, int depth) {
    const Token& token = m_words.at(verb);
    const ClauseMarks marks = clause_marks(m_words, verb);
    const Modality context = from_context(verb, marks, depth);
    Modality modality = by_auxiliaries(m_words, verb, marks, context);
    const bool told = token.dep == Dep::ccomp ||
                      ((token.dep == Dep::acl || token.dep == Dep::conj) && marks.that_mark) ||
                      is_bare_content(verb, marks);
    if (told && !context.why.empty()) { // `denied that he would`, `fears it will`
        modality.negative = context.negative;
        if (surety(context.certainty) < surety(modality.certainty)) modality.certainty = context.certainty;
        if (is_unreal(context.status) && context.status != "planned" && context.status != "requested")
            modality.status = context.status;
    }
    if (is_yes_no_question(m_words, verb)) return {"possible", false, "possible", no_token, "asked"};
    if (is_imperative(m_words, verb)) modality = {"requested", false, "possible", no_token, "imperative"};
    if (marks.if_mark) modality = {"conditional", false, "possible", no_token, "if"};
    if (marks.negative != object_denies(verb)) modality.negative = !modality.negative;
    if (marks.of_few) modality.certainty = "possible";
    const bool is_weak = is_outlook(verb, marks) || is_restricted(verb) || is_yet(verb) ||
                         m_words.lexicon().has(WordList::neg_raising, m_words.at(verb).lemma);
    if (marks.negative && modality.negative && is_weak && modality.certainty == "certain")
        modality.certainty = "probable";
    return modality;
}

/// `do not see it coming`: an opinion, as against `did not see it`.
bool ModalityFinder::is_outlook(TokenIndex verb, const ClauseMarks& marks) const {
    return m_words.at(verb).lemma == "see" && m_words.at(verb).tag == Tag::vb && !marks.past && !marks.may &&
           !marks.future && !marks.would;
}

/// `was not fully paid`, `there was no immediate answer`: something may have been.
bool ModalityFinder::is_restricted(TokenIndex token) const {
    bool denied = !m_words.is_verb(token); // `really did not` is no such thing
    for (const TokenIndex c : m_words.parse().children(token)) {
        const Token& word = m_words.at(c);
        denied |= word.dep == Dep::neg;
        if (denied && c < token && (word.dep == Dep::advmod || word.dep == Dep::amod) &&
            m_words.lexicon().has(WordList::restricting, word.lower))
            return true;
        if (denied && is_amount(c)) return true;
    }
    return false;
}

/// `does not see much growth`, `are not made in great numbers`: some.
bool ModalityFinder::is_amount(TokenIndex part) const {
    const Token& word = m_words.at(part);
    if (word.dep == Dep::prep && word.lower == "in") {
        const TokenIndex inner = m_words.parse().child(part, Dep::pobj);
        return inner != no_token && m_words.parse().has_child(inner, Dep::amod) &&
               m_words.lexicon().has(WordList::amount, m_words.at(inner).lemma);
    }
    if (word.dep != Dep::dobj) return false;
    const TokenIndex how = m_words.parse().child(part, Dep::amod);
    return how != no_token && (m_words.at(how).lower == "much" || m_words.at(how).lower == "many");
}

/// `took no action`, `killed no civilians`
bool ModalityFinder::object_denies(TokenIndex verb) const {
    const TokenIndex object = m_words.parse().child(verb, Dep::dobj);
    if (object == no_token) return false;
    const std::string_view word = m_words.at(object).lower;
    if (word == "nothing" || word == "nobody" || word == "none") return true;
    if (!has_no(m_words, object)) return false;
    const std::string_view lemma = m_words.at(verb).lemma;
    if (lemma == "see") return false; // `sees no end to it` does see
    const bool is_act = m_words.lexicon().has(WordList::light, lemma) &&
                        !m_words.lexicon().frames_of(m_words.at(object).lemma, Pos::noun).empty();
    return is_act || m_words.is_actor(object) || lemma == "have" || lemma == "take";
}

Modality ModalityFinder::from_context(TokenIndex verb, const ClauseMarks& marks, int depth) {
    const Token& token = m_words.at(verb);
    if (token.head == verb) {
        if (marks.not_yet_mark && marks.finite && !marks.past && !marks.perfect &&
            token.tag != Tag::vbd) // `At least until they leave.`
            return {"planned", false, "probable", no_token, "until"};
        if (!marks.to) return {};
        // headline infinitive: `Pope to visit Iraq`, but `To hold on or to get out.`
        return marks.has_subject ? Modality{"planned", false, "certain", no_token, "infinitive at the root"}
                                 : Modality{"possible", false, "possible", no_token, "infinitive of nobody"};
    }
    if (is_even_less(verb)) return of(token.head, depth + 1);
    if (token.dep == Dep::ccomp && stands_apart(verb)) return {};
    switch (token.dep) {
    case Dep::xcomp:
    case Dep::ccomp: return governed(verb, token.head, marks, depth);
    case Dep::pobj: // a gerund taken for a noun
    case Dep::pcomp: return behind_preposition(verb, depth);
    case Dep::acl:
        if (!marks.to) return of_clause_at_noun(verb, marks, depth);
        return is_person_addressed(token.head) ? governed(verb, m_words.at(token.head).head, marks, depth)
                                               : infinitive_of_noun(verb, depth);
    case Dep::relcl:
        return marks.to ? infinitive_of_noun(verb, depth) : of_clause_at_noun(verb, marks, depth);
    case Dep::conj: return second_of_list(verb, marks, depth);
    case Dep::advcl:
        if (const TokenIndex mark = m_words.parse().child(verb, Dep::mark);
            mark > 0 && m_words.at(mark).lower == "than" && m_words.at(mark - 1).lower == "rather") {
            // `rather than attack, they left`
            Modality other = of(token.head, depth + 1);
            other.negative = !other.negative;
            return other;
        }
        return marks.to ? purpose(verb, depth) : adverbial(verb, marks, depth);
    case Dep::csubj:
        if (marks.to) return {"possible", false, "possible", no_token, "infinitive as a subject"};
        // `selling it would help`: if it is sold
        return token.tag == Tag::vbg && is_unreal(of(token.head, depth + 1).status)
                   ? Modality{"possible", false, "possible", no_token, "subject of what is not real"}
                   : Modality{};
    case Dep::acomp: // `would be prepared to pay`
    case Dep::oprd: return of_predicate(verb, depth);
    default: return {};
    }
}

/// `Profits fell: owners want help`: parsers hang the first sentence below the second, which does not govern
/// it.
bool ModalityFinder::stands_apart(TokenIndex verb) const {
    const Token& token = m_words.at(verb);
    if (verb > token.head || token.right_edge + 1 >= token.head) return false;
    const std::string_view next = m_words.at(token.right_edge + 1).lower;
    return next == ":" || next == ";";
}

/// `cannot speak, much less sing`, `let alone sing`
bool ModalityFinder::is_even_less(TokenIndex verb) const {
    if (verb < 2) return false;
    const std::string_view first = m_words.at(verb - 2).lower, second = m_words.at(verb - 1).lower;
    return (first == "much" && second == "less") || (first == "let" && second == "alone");
}

/// `forced the company to sell`: parsers hang the infinitive at whom the verb is about.
bool ModalityFinder::is_person_addressed(TokenIndex noun) const {
    const Token& token = m_words.at(noun);
    const bool object = token.dep == Dep::dobj || token.dep == Dep::nsubjpass || token.dep == Dep::dative;
    return object && m_words.is_verb(token.head) && m_words.is_actor(noun) &&
           effect_of(token.head) != nullptr;
}

/// A second verb shares what stands at the first, and its clause's place.
Modality ModalityFinder::second_of_list(TokenIndex verb, const ClauseMarks& marks, int depth) {
    const TokenIndex first = m_words.at(verb).head;
    if (!m_words.is_verb(first)) return {};
    const ClauseMarks above = clause_marks(m_words, first);
    if (above.if_mark && (marks.has_subject || marks.any_auxiliary))
        return {"conditional", false, "possible", no_token, "if"};
    if (is_rather_than(first, verb)) { // `build it rather than tear it down`
        Modality other = of(first, depth + 1);
        other.negative = !other.negative;
        return other;
    }
    if (reports_anew(first, verb)) return of(m_words.at(first).head, depth + 1);
    // `denied that he met them or that he had left`
    if (marks.that_mark && above.that_mark && m_words.at(first).dep == Dep::ccomp)
        return governed(verb, m_words.at(first).head, marks, depth);
    if (marks.to && !above.to && !m_words.parse().has_child(first, Dep::xcomp))
        return governed(verb, first, marks, depth); // `appealed to the rebels and the army to leave`
    if (marks.has_subject) return {};               // a clause of its own: only what stands over both
    if (marks.any_auxiliary) return {};
    const Tag tag = m_words.at(verb).tag;
    const bool bare = tag == Tag::vb && (above.any_auxiliary || above.to);
    if (tag != m_words.at(first).tag && !bare) return {};
    Modality modality = of(first, depth + 1);
    // `took no prisoners and left` left
    const bool by_object = object_denies(first);
    const bool by_verb = above.negative && !shares_negation(first, verb, above);
    if (by_verb != by_object && modality.status != "requested") modality.negative = !modality.negative;
    return modality;
}

/// `denied that he met them and said he had left`: parsers hang `said` into the clause.
bool ModalityFinder::reports_anew(TokenIndex first, TokenIndex second) const {
    if (m_words.at(first).dep != Dep::ccomp || !m_words.parse().has_child(second, Dep::ccomp)) return false;
    for (const std::uint32_t f : m_words.lexicon().frames_of(m_words.at(second).lemma, Pos::verb))
        if (m_words.lexicon().frames()[f].speech) return true;
    return false;
}

bool ModalityFinder::is_rather_than(TokenIndex first, TokenIndex second) const {
    for (const TokenIndex c : m_words.parse().children(first))
        if (m_words.at(c).dep == Dep::cc && c > 0 && c < second)
            return m_words.at(c - 1).lower == "rather" || m_words.at(c - 1).lower == "instead";
    return false;
}

/// `will not meet or call`, `did not eat and sleep` as against `did not kill but took`, `never met and left`.
bool ModalityFinder::shares_negation(TokenIndex first, TokenIndex second, const ClauseMarks& above) const {
    std::string_view between;
    for (const TokenIndex c : m_words.parse().children(first))
        if (m_words.at(c).dep == Dep::cc && c < second) between = m_words.at(c).lower;
    const bool bare = m_words.at(second).tag == Tag::vb && above.any_auxiliary;
    return between == "or" || (bare && between == "and"); // `nor` denies by itself
}

/// `a suit seeking …`, `a hole through which oil flows`: as real as the noun, where that is new. Things of
/// a kind are there already: `wants to free soldiers captured last year`.
Modality ModalityFinder::of_clause_at_noun(TokenIndex verb, const ClauseMarks& marks, int depth) {
    const TokenIndex noun = m_words.at(verb).head;
    const Tag tag = m_words.at(verb).tag;
    if (marks.that_mark || is_bare_content(verb, marks)) return content_of_noun(noun, depth);
    if (has_no(m_words, noun)) // `no talks set for May`, `no plan that would help`
        return m_words.at(verb).dep == Dep::acl && tag == Tag::vbn
                   ? Modality{"happened", true, "certain", no_token, "of what there is none of"}
                   : Modality{"hypothetical", false, "possible", no_token, "of what there is none of"};
    if (m_words.at(noun).pos == Pos::propn) return {}; // `will not join Mali, which has troops there`
    const bool past = tag == Tag::vbd || marks.past || marks.perfect || marks.progressive;
    const Token& head = m_words.at(noun);
    // `a ship idling off Lima was scheduled to dock`
    if (head.dep == Dep::nsubjpass && m_words.parse().has_child(head.head, Dep::xcomp)) return {};
    const bool of_a_kind =
        head.lower == "those" || (head.tag == Tag::nns && m_words.parse().child(noun, Dep::det) == no_token);
    if (past || of_a_kind || !is_introduced(m_words, noun)) return {};
    return inside(of(noun, depth + 1));
}

/// `a chance the bank will cut rates`
bool ModalityFinder::is_bare_content(TokenIndex verb, const ClauseMarks& marks) const {
    const Token& token = m_words.at(verb);
    if (token.dep != Dep::acl || !marks.finite || !marks.has_subject || token.tag == Tag::vbg) return false;
    return effect_of(token.head) != nullptr;
}

/// `the possibility that`, `the demand that`
Modality ModalityFinder::content_of_noun(TokenIndex noun, int depth) {
    if (is_denied_report(noun)) return {"happened", true, "certain", no_token, "a report that is denied"};
    const Effect* effect = effect_of(noun, "that");
    if (effect == nullptr || effect->status == "planned") return {};
    return explained(combine(*effect, of(noun, depth + 1), noun), noun);
}

Modality ModalityFinder::adverbial(TokenIndex verb, const ClauseMarks& marks, int depth) {
    const Tag tag = m_words.at(verb).tag;
    const bool waits = marks.until_mark && !marks.past && tag != Tag::vbd;
    const bool bare = tag == Tag::vbg && !marks.finite && !marks.has_subject;
    if (marks.after_mark && marks.finite && !marks.past && tag != Tag::vbd) // `will leave after he has paid`
        return inside(of(m_words.at(verb).head, depth + 1));
    if (!waits && !bare) return {};
    TokenIndex above = m_words.at(verb).head;
    const TokenIndex first = m_words.at(verb).left_edge;
    if (bare && first > 0 && m_words.at(first - 1).text == ",") // `asked him to go, drawing anger`: by asking
        for (int i = 0; i < max_depth && m_words.at(above).tag == Tag::vb &&
                        (m_words.at(above).dep == Dep::xcomp ||
                         (m_words.at(above).dep == Dep::ccomp && clause_marks(m_words, above).to));
             ++i)
            above = m_words.at(above).head;
    Modality modality = inside(of(above, depth + 1));
    // `drops calls when held so`, but `nodded when asked`
    const bool any_time = tag == Tag::vbn && !marks.has_subject && !marks.any_auxiliary &&
                          !marks.not_yet_mark && m_words.at(m_words.at(verb).head).tag != Tag::vbd;
    if (waits && any_time && !is_unreal(modality.status))
        return {"conditional", false, "possible", no_token, "when, of any time"};
    if (!waits || modality.status == "conditional" || modality.status == "hypothetical") return modality;
    if (marks.not_yet_mark) // `is held until he pays`
        return {"planned", false, "probable", no_token, "until"};
    if (is_unreal(modality.status) && modality.certainty == "certain")
        modality.certainty = "probable"; // `will leave once he has paid`
    return modality;
}

Modality find_modality(const ReportWords& words, TokenIndex trigger) {
    Modality modality = ModalityFinder(words).of(trigger, 0);
    const bool factual = modality.status == "happened" || modality.status == "ongoing";
    if (modality.negative && factual) modality.status = "denied";
    return modality;
}

} // namespace dateline::what
