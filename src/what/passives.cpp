// Which verbs are in the passive, and who does what they say: with its auxiliary (`was freed`), without it
// (`the men freed on Monday`, `had the men freed`, headlines), and around the subject of a question.

#include <algorithm>

#include "what/arguments.hpp"

namespace dateline::what {

namespace {

constexpr int max_depth = 8;

/// `with five people wounded`: of what is done to somebody his is the bare participle behind `with`.
bool is_done_to_subject(const ReportWords& words, TokenIndex participle) {
    const Token& token = words.at(participle);
    if (words.at(token.head).lower != "with") return false;
    if (words.parse().child(participle, Dep::dobj) != no_token) return false;
    const auto frames = words.lexicon().frames_of(token.lemma, token.pos);
    return std::any_of(frames.begin(), frames.end(), [&](std::uint32_t f) {
        const std::string& type = words.lexicon().frames()[f].type;
        return type == "ASSAULT" || type == "COERCE";
    });
}

/// `ordered the men jailed`: parsers may take the participle for a verb of its own that the men do.
bool is_bare_participle(const ReportWords& words, TokenIndex verb) {
    const Token& token = words.at(verb);
    return token.dep == Dep::xcomp && (token.tag == Tag::vbn || token.tag == Tag::vbd) && verb > token.head &&
           words.parse().has_child(token.head, Dep::dobj) && !words.parse().has_child(verb, Dep::dobj) &&
           words.lexicon().has(WordList::small_clause, words.at(token.head).lemma);
}

/// `Ten killed in raid`, `envoy accused of spying`: headlines leave out the auxiliary.
bool is_headline_passive(const ReportWords& words, TokenIndex verb) {
    const Token& token = words.at(verb);
    if ((token.tag != Tag::vbn && token.tag != Tag::vbd) ||
        !words.lexicon().has(WordList::done_to, token.lemma))
        return false;
    if (token.head != verb && token.dep != Dep::conj && token.dep != Dep::parataxis) return false;
    for (const TokenIndex c : words.parse().children(verb)) {
        const Dep dep = words.at(c).dep;
        if (dep == Dep::dobj || dep == Dep::dative || dep == Dep::ccomp || dep == Dep::prt) return false;
        if (dep == Dep::npadvmod && c > verb && words.is_actor(c))
            return false; // `arrested on Monday two men`
    }
    if (verb + 1 >= words.parse().size()) return true;
    const Token& next = words.at(verb + 1);
    if (next.sentence != token.sentence) return true;
    const std::string_view word = next.lower; // but `shot at the crowd`, `charged into it`
    if (next.pos == Pos::punct) return true;
    return next.pos == Pos::adp && word != "at" && word != "into" && word != "upon" && word != "towards";
}

/// `Why was the envoy removed?`: parsers make the auxiliary the verb and hang the participle at it.
bool is_asked_passive(const ReportWords& words, TokenIndex verb) {
    const Token& token = words.at(verb);
    if ((token.tag != Tag::vbn && token.tag != Tag::vbd) || token.head >= verb ||
        (token.dep != Dep::acomp && token.dep != Dep::ccomp && token.dep != Dep::attr))
        return false;
    const TokenIndex subject = words.parse().child(verb, Dep::nsubj);
    return words.at(token.head).lemma == "be" && subject > token.head && subject < verb &&
           !words.parse().has_child(token.head, Dep::nsubj) && !words.parse().has_child(verb, Dep::dobj);
}

} // namespace

bool is_passive(const ReportWords& words, TokenIndex verb, int depth) {
    const Token& token = words.at(verb);
    bool auxiliary = false, active = false, agent = false;
    for (const TokenIndex c : words.parse().children(verb)) {
        const Dep dep = words.at(c).dep;
        if (dep == Dep::auxpass || dep == Dep::nsubjpass || dep == Dep::csubjpass) return true;
        agent |= dep == Dep::agent;
        active |= dep == Dep::nsubj;
        auxiliary |= dep == Dep::aux;
        // `Why was she removed?`: parsers take the auxiliary for another
        if (dep == Dep::aux && words.at(c).lemma == "be" && (token.tag == Tag::vbd || token.tag == Tag::vbn))
            return true;
    }
    if (agent) return !active || token.tag == Tag::vbn; // `conferred by telephone` is no passive
    if (!active && !auxiliary && is_bare_participle(words, verb)) return true;
    if (active && !auxiliary && (is_headline_passive(words, verb) || is_asked_passive(words, verb)))
        return true;
    // `Asked whether he would go, he left`: taggers take what opens a sentence for the past
    const bool opens = token.tag == Tag::vbd && token.dep == Dep::advcl && !active && verb < token.head &&
                       words.parse().child(verb, Dep::dobj) == no_token &&
                       !words.parse().has_child(verb, Dep::mark);
    if ((token.tag != Tag::vbn && !opens) || auxiliary || depth > max_depth) return false;
    if (active && token.dep == Dep::ccomp) // `had the men jailed`
        return words.lexicon().has(WordList::small_clause, words.at(token.head).lemma);
    if (active && token.dep == Dep::pcomp) return is_done_to_subject(words, verb);
    const TokenIndex mark = active ? words.parse().child(verb, Dep::mark) : no_token;
    if (mark != no_token && words.at(mark).lower != "with") return false; // `as the army advanced`
    if (token.dep == Dep::acl) return true;
    if (token.dep == Dep::conj && words.is_verb(token.head) && words.at(token.head).tag == Tag::vbn &&
        words.parse().child(verb, Dep::dobj) == no_token)
        return is_passive(words, token.head, depth + 1);
    return token.dep == Dep::advcl && words.parse().child(verb, Dep::dobj) == no_token;
}

} // namespace dateline::what
