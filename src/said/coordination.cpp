// Parsers tie a conjunct to the nearest verb. Tense tells where that is wrong: a past verb of saying is no
// conjunct of `would order` or of a present; and a clause of its own behind a comma, with a speaker and what
// he says, but without `that`, is the reporter's again.

#include "said/coordination.hpp"

#include "said/phrases.hpp"

namespace dateline::said {

namespace {

/// The tag of the finite word of a verb's group: its first auxiliary or itself.
Tag finite_tag(const Parse& parse, TokenIndex verb) {
    for (const TokenIndex child : parse.children(verb)) {
        const Token& token = parse.at(child);
        if (child < verb && (token.dep == Dep::aux || token.dep == Dep::auxpass) && token.tag != Tag::to)
            return token.tag;
    }
    return parse.at(verb).tag;
}

bool has_subject(const Parse& parse, TokenIndex verb) {
    return parse.has_child(verb, Dep::nsubj) || parse.has_child(verb, Dep::nsubjpass);
}

bool says(const Parse& parse, const CueLexicon& cues, TokenIndex verb) {
    const auto* frames = cues.find(parse.at(verb).lemma, CuePart::verb);
    if (!frames) return false;
    const CueKind kind = frames->front().kind;
    return kind == CueKind::speech || kind == CueKind::stance;
}

bool is_pronoun(const Parse& parse, TokenIndex token) {
    return token != no_token && (parse.at(token).lower == "he" || parse.at(token).lower == "she");
}

/// `said it was late and blamed them`: `it` blames nobody.
bool is_about_thing(const Parse& parse, TokenIndex verb) {
    const TokenIndex subject = parse.child(verb, Dep::nsubj);
    if (subject == no_token) return false;
    const std::string_view word = parse.at(subject).lower;
    return word == "it" || word == "this" || word == "that" || word == "there";
}

/// Behind a comma and a conjunction.
bool stands_apart(const Parse& parse, TokenIndex verb) {
    const TokenIndex first = parse.at(verb).left_edge;
    return first >= 2 && parse.at(first - 1).pos == Pos::cconj && parse.at(first - 2).text == ",";
}

} // namespace

TokenIndex equal_of_conjunct(const Parse& parse, const CueLexicon& cues, TokenIndex conjunct) {
    constexpr int most = 4; // conjuncts in a row
    const Token& token = parse.at(conjunct);
    const bool may_say = is_finite(token) || token.tag == Tag::vbg; // `noting that it has failed and adding`
    if (token.dep != Dep::conj || !may_say || finite_tag(parse, conjunct) != token.tag) return no_token;
    TokenIndex clause = token.head;
    for (int i = 0; i < most && parse.at(clause).dep == Dep::conj; ++i) clause = parse.at(clause).head;
    const TokenIndex verb = parse.at(clause).head;
    if (parse.at(clause).dep != Dep::ccomp || clause < verb || parse.at(verb).tag != token.tag ||
        parse.has_child(conjunct, Dep::mark))
        return no_token;
    if (has_subject(parse, conjunct)) {
        const bool has_content = parse.has_child(conjunct, Dep::ccomp) ||
                                 parse.has_child(conjunct, Dep::xcomp) ||
                                 is_pronoun(parse, parse.child(conjunct, Dep::nsubj));
        return says(parse, cues, conjunct) && stands_apart(parse, conjunct) && has_content ? verb : no_token;
    }
    if (says(parse, cues, conjunct) && is_about_thing(parse, clause)) return verb;
    const Tag tense = finite_tag(parse, clause);
    // `announced she would pay and left`: no past is an equal of `would pay`, whatever it tells
    return tense == Tag::md || (tense != token.tag && says(parse, cues, conjunct)) ? verb : no_token;
}

bool is_reporters_contrast(const Parse& parse, const CueLexicon& cues, TokenIndex mark, TokenIndex content) {
    const Token& token = parse.at(mark);
    if (token.dep != Dep::mark || mark == 0 || parse.at(mark - 1).text != ",") return false;
    if (token.lower != "though" && token.lower != "although" && token.lower != "while") return false;
    const TokenIndex verb = token.head;
    const TokenIndex cue = parse.at(content).head;
    return parse.at(verb).dep == Dep::advcl && parse.at(verb).left_edge == mark && has_subject(parse, verb) &&
           says(parse, cues, verb) && cue < content && finite_tag(parse, verb) == finite_tag(parse, cue);
}

} // namespace dateline::said
