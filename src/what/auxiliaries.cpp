#include "what/auxiliaries.hpp"

#include "what/arguments.hpp"

namespace dateline::what {

namespace {

/// `even if they resign`, `whether or not they do`, `if they have to`: the main clause holds in any case.
bool is_even_if(const ReportWords& words, TokenIndex clause) {
    const TokenIndex first = words.at(clause).left_edge;
    if (words.at(first).lower == "even" || words.at(first).lower == "whether") return true;
    const TokenIndex last = words.at(clause).right_edge;
    if (words.at(clause).lemma == "have" && words.at(last).lower == "to") return true;
    return first > 0 && words.at(first - 1).lower == "even";
}

bool has_if_clause(const ReportWords& words, TokenIndex verb) {
    for (const TokenIndex c : words.parse().children(verb))
        if (words.at(c).dep == Dep::advcl && clause_marks(words, c).if_mark && !is_even_if(words, c))
            return true;
    return false;
}

bool has_auxiliary(const ReportWords& words, TokenIndex verb, std::string_view auxiliary) {
    for (const TokenIndex c : words.parse().children(verb))
        if (words.at(c).dep == Dep::aux && words.at(c).lower == auxiliary) return true;
    return false;
}

bool has_adverb(const ReportWords& words, TokenIndex verb, std::string_view adverb) {
    for (const TokenIndex c : words.parse().children(verb))
        if (words.at(c).dep == Dep::advmod && words.at(c).lower == adverb) return true;
    return false;
}

/// Inside somebody's words, or the report's own?
bool is_quoted(const ReportWords& words, TokenIndex token) {
    const Span span = words.at(token).span;
    for (const Quote& quote : words.coded().quotes)
        if (quote.span.contains(span)) return true;
    return false;
}

/// `must leave` is asked of someone, and as the news itself tells it a duty; `must have left`, `must be
/// dreaming` is a conclusion, `should have left` a reproach; `the deal should help` an expectation, `we must
/// help` a resolve.
Modality duty(const ReportWords& words, TokenIndex verb, const ClauseMarks& marks) {
    if (marks.perfect && !has_auxiliary(words, verb, "must")) // they did not
        return {"hypothetical", false, "possible", no_token, "should have"};
    if (marks.perfect || marks.progressive) return {"happened", false, "probable", no_token, "must have"};
    const TokenIndex subject = words.parse().child(verb, Dep::nsubj);
    if (subject != no_token) {
        const std::string_view who = words.at(subject).lower;
        if (who == "we" || who == "i") return {"planned", false, "probable", no_token, "must, of oneself"};
        const bool acts = words.is_actor(subject) || words.at(subject).tag == Tag::prp;
        if (!words.is_actor(subject) && has_auxiliary(words, verb, "should"))
            return {"planned", false, "probable", no_token, "should, of a thing"};
        if (acts && has_auxiliary(words, verb, "must") && !is_quoted(words, verb))
            return {"planned", false, "probable", no_token, "must, of a duty"};
    }
    return {"requested", false, "possible", no_token, "must, should"};
}

/// `a warrant was issued so that he could be held`: what for.
bool is_purpose(const ReportWords& words, TokenIndex verb) {
    const TokenIndex mark = words.parse().child(verb, Dep::mark);
    return words.at(verb).dep == Dep::advcl && mark != no_token && words.at(mark).lower == "so";
}

/// `Shots can be heard on the film`, `you can see the crater`: they are, one does.
bool is_perceived(const ReportWords& words, TokenIndex verb) {
    const std::string_view lemma = words.at(verb).lemma;
    return (lemma == "see" || lemma == "hear" || lemma == "smell" || lemma == "feel") &&
           (has_auxiliary(words, verb, "can") || has_auxiliary(words, verb, "could")) &&
           (words.parse().has_child(verb, Dep::auxpass) ||
            (words.parse().has_child(verb, Dep::dobj) && !has_if_clause(words, verb)));
}

/// `Police could not arrest him`, `the vest could not stop the bullet`, as the news itself tells it: they did
/// not.
bool is_inability(const ReportWords& words, TokenIndex verb) {
    const TokenIndex subject = words.parse().child(verb, Dep::nsubj);
    const bool acts =
        subject != no_token && (words.is_actor(subject) || words.parse().has_child(verb, Dep::dobj));
    return words.at(verb).dep == Dep::root && acts && has_auxiliary(words, verb, "could");
}

/// `could not be clearer`, `could not come at a worse time`: it is so, in the highest degree.
bool is_utmost(const ReportWords& words, TokenIndex verb) {
    const auto compared = [&](TokenIndex adjective) {
        const TokenIndex more = words.parse().child(adjective, Dep::advmod);
        return words.at(adjective).tag == Tag::jjr || (more != no_token && words.at(more).tag == Tag::rbr);
    };
    const TokenIndex predicate = words.parse().child(verb, Dep::acomp);
    if (predicate != no_token) return compared(predicate) && !words.parse().has_child(predicate, Dep::prep);
    for (const TokenIndex c : words.parse().children(verb)) {
        if (words.at(c).dep != Dep::prep) continue;
        const TokenIndex when = words.parse().child(c, Dep::pobj);
        if (when == no_token || (words.at(when).lemma != "time" && words.at(when).lemma != "moment"))
            continue;
        const TokenIndex adjective = words.parse().child(when, Dep::amod);
        if (adjective != no_token && compared(adjective)) return true;
    }
    return false;
}

/// `said it would` looks ahead from the past; elsewhere `would` is a thought.
Modality would(const ReportWords& words, TokenIndex verb, const ClauseMarks& marks) {
    const Token& token = words.at(verb);
    const bool reported = token.dep == Dep::ccomp || token.dep == Dep::relcl || token.dep == Dep::conj;
    if (has_if_clause(words, verb)) return {"conditional", false, "possible", no_token, "would … if"};
    if (marks.perfect) return {"hypothetical", false, "possible", no_token, "would have"};
    if (token.dep == Dep::root && has_adverb(words, verb, "why"))
        return {"hypothetical", false, "possible", no_token, "why would"};
    if (token.dep == Dep::ccomp) {
        const TokenIndex subject = surface_subject(words, verb);
        const bool of_thing = subject != no_token && !words.is_actor(subject) && words.is_noun(subject);
        const bool forecast = of_thing || words.parse().has_child(verb, Dep::csubj);
        return {"planned", false, forecast ? "probable" : "certain", no_token, "would, reported"};
    }
    if (reported) return {"planned", false, "probable", no_token, "would"};
    return {"planned", false, "probable", no_token, "would"};
}

/// `If you see it, call us`, `To see it, call us`
bool is_proviso(const ReportWords& words, TokenIndex clause) {
    if (words.at(clause).dep != Dep::advcl) return false;
    const ClauseMarks marks = clause_marks(words, clause);
    return marks.if_mark || marks.until_mark || marks.to;
}

} // namespace

Modality by_auxiliaries(const ReportWords& words, TokenIndex verb, const ClauseMarks& marks,
                        const Modality& context) {
    if (marks.must) return duty(words, verb, marks);
    if (has_auxiliary(words, verb, "need")) // `they need not leave`
        return {"possible", false, "possible", no_token, "need"};
    if (is_perceived(words, verb)) return context;
    if (marks.may && marks.negative && is_utmost(words, verb))
        return {"happened", true, "certain", no_token, "could not more"}; // the caller turns it round
    if (marks.perfect && has_auxiliary(words, verb, "could"))
        return {"hypothetical", false, "possible", no_token, "could have"};
    if (marks.may && marks.negative && is_inability(words, verb))
        return {"happened", false, "probable", no_token, "could not"}; // the negation is added by the caller
    if (marks.may && !marks.negative && is_purpose(words, verb))
        return {"planned", false, "probable", no_token, "purpose"};
    if (marks.may && !is_unreal(context.status)) return {"possible", false, "possible", no_token, "may"};
    if (marks.future && has_if_clause(words, verb))
        return {"conditional", false, "possible", no_token, "will … if"};
    if (marks.future) return {"planned", false, "certain", no_token, "will"};
    if (marks.would) return would(words, verb, marks);
    Modality modality = context;
    if (marks.progressive && modality.status == "happened") modality.status = "ongoing";
    return modality;
}

bool is_yes_no_question(const ReportWords& words, TokenIndex verb) {
    if (words.at(verb).head != verb) return false;
    const Sentence& sentence = words.parse().sentences[static_cast<std::size_t>(words.at(verb).sentence)];
    if (words.at(sentence.last - 1).lower != "?") return false;
    bool inverted = false, has_subject = false;
    for (const TokenIndex c : words.parse().children(verb)) {
        const Token& word = words.at(c);
        has_subject = word.dep == Dep::nsubj || word.dep == Dep::nsubjpass || word.dep == Dep::expl;
        if (has_subject) { // `Is he ready?`
            inverted |= words.at(verb).lemma == "be" && c > verb;
            break;
        }
        inverted |= word.dep == Dep::aux || word.dep == Dep::auxpass;
    }
    if (!inverted || !has_subject) return false;
    for (TokenIndex t = sentence.first; t < sentence.last; ++t)
        if (const Tag tag = words.at(t).tag; tag == Tag::wp || tag == Tag::wrb || tag == Tag::wdt)
            return false;
    return true;
}

bool is_imperative(const ReportWords& words, TokenIndex verb) {
    const Token& token = words.at(verb);
    const bool quoted = token.dep == Dep::ccomp && verb < token.head; // `Send him back, they said`
    if ((token.head != verb && !quoted) || token.tag != Tag::vb || token.lemma == "thank") return false;
    for (const TokenIndex c : words.parse().children(verb)) {
        if (c > verb) break;
        const Token& word = words.at(c);
        const bool opens = word.dep == Dep::punct || word.dep == Dep::neg || word.dep == Dep::intj ||
                           word.dep == Dep::cc || is_proviso(words, c) || word.lower == "do" ||
                           word.lower == "so" || word.lower == "just" || word.lower == "please";
        if (!opens) return false;
    }
    return true;
}

} // namespace dateline::what
