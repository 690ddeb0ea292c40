#include "what/auxiliaries.hpp"

namespace dateline::what {

namespace {

bool has_if_clause(const ReportWords& words, TokenIndex verb) {
    for (const TokenIndex c : words.parse().children(verb))
        if (words.at(c).dep == Dep::advcl && clause_marks(words, c).if_mark) return true;
    return false;
}

/// `must leave` is asked of someone; `must have left`, `must be dreaming` is a conclusion.
Modality duty(const ClauseMarks& marks) {
    if (marks.perfect || marks.progressive) return {"happened", false, "probable", no_token, "must have"};
    return {"requested", false, "possible", no_token, "must, should"};
}

/// `said it would` looks ahead from the past; elsewhere `would` is a thought.
Modality would(const ReportWords& words, TokenIndex verb, const ClauseMarks& marks) {
    const Token& token = words.at(verb);
    const bool reported = token.dep == Dep::ccomp || token.dep == Dep::relcl || token.dep == Dep::conj;
    if (has_if_clause(words, verb)) return {"conditional", false, "possible", no_token, "would … if"};
    if (token.dep == Dep::ccomp) return {"planned", false, "certain", no_token, "would, reported"};
    if (reported) return {"planned", false, "probable", no_token, "would"};
    if (marks.perfect) return {"hypothetical", false, "possible", no_token, "would have"};
    return {"planned", false, "probable", no_token, "would"};
}

} // namespace

Modality by_auxiliaries(const ReportWords& words, TokenIndex verb, const ClauseMarks& marks,
                        const Modality& context) {
    if (marks.must) return duty(marks);
    if (marks.may && !is_unreal(context.status)) return {"possible", false, "possible", no_token, "may"};
    if (marks.future && has_if_clause(words, verb))
        return {"conditional", false, "possible", no_token, "will … if"};
    if (marks.future) return {"planned", false, "certain", no_token, "will"};
    if (marks.would) return would(words, verb, marks);
    Modality modality = context;
    if (marks.progressive && modality.status == "happened") modality.status = "ongoing";
    return modality;
}

bool is_imperative(const ReportWords& words, TokenIndex verb) {
    const Token& token = words.at(verb);
    if (token.head != verb || token.tag != Tag::vb || token.lemma == "thank" || token.lemma == "let")
        return false;
    for (const TokenIndex c : words.parse().children(verb)) {
        if (c > verb) break;
        if (words.at(c).dep != Dep::punct && words.at(c).dep != Dep::neg && words.at(c).dep != Dep::intj &&
            words.at(c).lemma != "do")
            return false;
    }
    return true;
}

} // namespace dateline::what
