// Verbs that only carry a noun, which names the event: `carried out a raid`, `came under attack`.

#include "what/arguments.hpp"
#include "what/clause_marks.hpp"

namespace dateline::what {

namespace {

/// `be in negotiations`, `come under attack`, `engage in talks`: the verb that puts its subject into the
/// event.
TokenIndex verb_of_state(const ReportWords& words, TokenIndex noun) {
    const TokenIndex preposition = words.at(noun).head;
    const TokenIndex verb = words.at(preposition).head;
    const std::string_view word = words.at(preposition).lower;
    if (verb == preposition || !words.is_verb(verb)) return no_token;
    const std::string_view lemma = words.at(verb).lemma;
    if (lemma == "be") return word == "in" || word == "under" || word == "on" ? verb : no_token;
    if (lemma == "come" || lemma == "go") // but `came amid protests`
        return word == "under" || word == "into" || word == "to" || word == "in" || word == "on" ||
                       word == "through" || word == "for"
                   ? verb
                   : no_token;
    const bool takes_part = lemma == "engage" || lemma == "participate" || lemma == "take";
    return takes_part && word == "in" ? verb : no_token;
}

/// `called the attack a crime` names it, `called an election` makes it.
bool is_named(const ReportWords& words, const Token& token, TokenIndex noun) {
    if (words.parse().has_child(token.head, Dep::oprd)) return true;
    const TokenIndex determiner = words.parse().child(noun, Dep::det);
    return determiner != no_token && words.at(determiner).lower != "a" && words.at(determiner).lower != "an";
}

/// `declared a curfew to begin at midnight`: parsers take the noun for the subject of a clause without a verb
/// of its own; the clause's head stands for its object.
TokenIndex verb_over_small_clause(const ReportWords& words, TokenIndex noun) {
    const Token& token = words.at(noun);
    if (token.dep != Dep::nsubj || words.at(token.head).dep != Dep::ccomp) return no_token;
    const TokenIndex verb = words.at(token.head).head;
    const bool behind = words.is_verb(verb) && verb < token.left_edge;
    return behind && !clause_marks(words, token.head).finite ? verb : no_token;
}

} // namespace

TokenIndex measure_of(const ReportWords& words, TokenIndex noun) {
    const TokenIndex of = words.at(noun).head;
    if (words.at(noun).dep != Dep::pobj || words.at(of).lower != "of" || words.at(of).head >= of) return noun;
    const Token& measure = words.at(words.at(of).head);
    const bool is_measure = measure.name_type == NameType::date || measure.name_type == NameType::time ||
                            words.lexicon().has(WordList::partitive, measure.lemma) ||
                            words.lexicon().has(WordList::partitive, measure.lower);
    return (measure.pos == Pos::noun || measure.pos == Pos::num) && is_measure ? words.at(of).head : noun;
}

TokenIndex light_verb_of(const ReportWords& words, TokenIndex event) {
    const TokenIndex noun = measure_of(words, event);
    const Token& token = words.at(noun);
    TokenIndex verb = no_token;
    if (const TokenIndex above = verb_over_small_clause(words, noun); above != no_token)
        verb = above;
    else if (token.dep == Dep::dobj || token.dep == Dep::nsubjpass || token.dep == Dep::nsubj ||
             token.dep == Dep::attr)
        verb = token.head;
    else if (token.dep == Dep::conj && token.head != noun && words.at(token.head).dep == Dep::dobj)
        verb = words.at(token.head).head;
    else if (token.dep == Dep::pobj)
        verb = verb_of_state(words, noun);
    if (verb != no_token && words.at(verb).lemma == "be" && token.dep == Dep::pobj) return verb;
    if (verb != no_token && words.is_verb(verb) && words.at(verb).lower != "following" &&
        words.lexicon().has(WordList::light, words.at(verb).lemma) &&
        !(words.at(verb).lemma == "call" && is_named(words, token, noun)))
        return verb;
    for (const TokenIndex part : {noun, event}) // `the raid carried out by X`, `a series of raids he led`
        for (const TokenIndex c : words.parse().children(part))
            if ((words.at(c).dep == Dep::acl || words.at(c).dep == Dep::relcl) &&
                words.lexicon().has(WordList::light, words.at(c).lemma))
                return c;
    return no_token;
}

} // namespace dateline::what
