// Where a content ends. Parsers hang what the reporter goes on to tell on the clause before it, and what
// still belongs to the clause on the cue.

#include "said/content_end.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "said/coordination.hpp"
#include "said/phrases.hpp"

namespace dateline::said {

namespace {

/// A relative clause that runs to the end.
bool ends_relative(const Parse& parse, TokenIndex pronoun, TokenIndex last) {
    for (TokenIndex above = parse.at(pronoun).head, steps = 0; steps < 6; ++steps) {
        if (parse.at(above).dep == Dep::relcl) return parse.at(above).right_edge == last;
        if (parse.at(above).head == above) return false;
        above = parse.at(above).head;
    }
    return false;
}

/// `said it had failed, even accusing them`: a participle of saying, which belongs to the speaker again.
bool resumes(const Parse& parse, const CueLexicon& cues, TokenIndex participle) {
    const Token& token = parse.at(participle);
    if ((token.dep != Dep::advcl && token.dep != Dep::acl) || !is_apart(parse, participle)) return false;
    const auto* frames = cues.find(token.lemma, CuePart::verb);
    const CueKind kind = frames ? frames->front().kind : CueKind::belief;
    return kind == CueKind::speech || kind == CueKind::stance;
}

TokenIndex subject_of(const Parse& parse, TokenIndex verb) {
    const TokenIndex subject = parse.child(verb, Dep::nsubj);
    return subject != no_token ? subject : parse.child(verb, Dep::nsubjpass);
}

/// `argued that dropping the plan when it failed | was wise`: a verb right behind the content has that for
/// its subject, whatever the parser tied it to.
TokenIndex behind_subject(const Parse& parse, TokenIndex cue, TokenIndex last, Stretch stretch) {
    if (last >= stretch.last) return last;
    const Token& verb = parse.at(last);
    if ((!is_finite(verb) && verb.tag != Tag::md) || parse.at(last - 1).pos == Pos::cconj ||
        parse.at(last - 1).text == ",")
        return last;
    const bool is_auxiliary = verb.dep == Dep::aux || verb.dep == Dep::auxpass;
    const TokenIndex head = is_auxiliary ? verb.head : last;
    if (is_below(parse, cue, head)) return last; // `those who say it fails | are right`
    return std::min(std::max(parse.at(head).right_edge + 1, last), stretch.last);
}

/// `said he backs the deal | they want to sign`, two clauses to the parser: the second tells which deal.
TokenIndex behind_contact_clause(const Parse& parse, TokenIndex cue, TokenIndex last, Stretch stretch) {
    if (last >= stretch.last || is_upper(parse.at(last).text.front()) ||
        (parse.at(last - 1).pos != Pos::noun && parse.at(last - 1).pos != Pos::propn &&
         parse.at(last - 1).pos != Pos::num))
        return last;
    for (const TokenIndex child : parse.children(cue)) {
        const TokenIndex subject = parse.at(child).dep == Dep::ccomp ? subject_of(parse, child) : no_token;
        if (subject != no_token && parse.at(subject).left_edge == last)
            return std::min(parse.at(child).right_edge + 1, stretch.last);
    }
    return last;
}

} // namespace

TokenIndex end_of_content(const Parse& parse, const CueLexicon& cues, TokenIndex content) {
    const Token& head = parse.at(content);
    for (TokenIndex t = content + 2; t <= head.right_edge; ++t) {
        const Token& token = parse.at(t);
        if (equal_of_conjunct(parse, cues, t) != no_token) return std::max(content + 1, token.left_edge);
        if (const TokenIndex first = parse.at(t).left_edge; first > content + 1 && resumes(parse, cues, t))
            return first;
        if (parse.at(t - 1).text != ",") continue;
        if (is_reporters_contrast(parse, cues, t, content)) return t;
        const bool is_relative = (token.tag == Tag::wdt && token.lower == "which") ||
                                 (token.tag == Tag::wp && token.lower == "who") || token.tag == Tag::wps ||
                                 token.lower == "where";
        if (is_relative && ends_relative(parse, t, head.right_edge)) return t;
    }
    return head.right_edge + 1;
}

TokenIndex behind_strays(const Parse& parse, TokenIndex cue, TokenIndex last, Stretch stretch) {
    return behind_subject(parse, cue, behind_contact_clause(parse, cue, last, stretch), stretch);
}

} // namespace dateline::said
