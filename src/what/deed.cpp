// From the auxiliaries to the last phrase that hangs on the verb without a comma; relative and other finite
// clauses stay out, they tell of something else.

#include "what/deed.hpp"

#include <string_view>

namespace dateline::what {

namespace {

constexpr TokenIndex most_words = 25;

bool is_quotation_mark(std::string_view text) {
    return text == "\"" || text == "\xE2\x80\x9C" || text == "\xE2\x80\x9D";
}

bool is_auxiliary(Dep dep) {
    return dep == Dep::aux || dep == Dep::auxpass || dep == Dep::neg;
}

/// `the troops that Russia has massed`, `the report she wrote`: what it was done to stands before the clause.
/// Not so in `Kyiv, where he met her`.
bool lacks_its_object(const ReportWords& words, TokenIndex verb) {
    if (words.at(verb).dep != Dep::relcl) return false;
    bool has_own_subject = false, is_of_place = false;
    for (const TokenIndex child : words.parse().children(verb)) {
        const Token& token = words.at(child);
        has_own_subject |=
            (token.dep == Dep::nsubj || token.dep == Dep::nsubjpass) && !is_relative_pronoun(token);
        is_of_place |= token.tag == Tag::wrb;
    }
    return has_own_subject && !is_of_place;
}

/// Finite, an infinitive or a participle with its auxiliary, or one that shares that of the verb before it.
bool can_be_told(const ReportWords& words, TokenIndex verb) {
    const Token& token = words.at(verb);
    if (token.tag == Tag::vbd || token.tag == Tag::vbz || token.tag == Tag::vbp) return true;
    for (const TokenIndex child : words.parse().children(verb))
        if (child < verb && is_auxiliary(words.at(child).dep)) return true;
    return token.dep == Dep::conj && token.tag == Tag::vbn;
}

/// The auxiliaries and adverbs that stand right before the verb.
TokenIndex first_word(const ReportWords& words, TokenIndex verb) {
    TokenIndex first = verb;
    while (first > words.parse().sentence_of(verb).first) {
        const Token& before = words.at(first - 1);
        const bool belongs = before.head == verb && (is_auxiliary(before.dep) || before.dep == Dep::advmod);
        if (!belongs) break;
        --first;
    }
    while (first < verb && words.at(first).dep == Dep::advmod) ++first; // `also`, `then`, `recently`
    return first;
}

bool hangs_on(Dep dep) {
    switch (dep) {
    case Dep::dobj:
    case Dep::dative:
    case Dep::prep:
    case Dep::prt:
    case Dep::acomp:
    case Dep::attr:
    case Dep::oprd:
    case Dep::xcomp:
    case Dep::agent:
    case Dep::npadvmod:
    case Dep::advmod:
    case Dep::neg: return true;
    default: return false;
    }
}

bool is_other_clause(Dep dep) {
    return dep == Dep::relcl || dep == Dep::advcl || dep == Dep::parataxis || dep == Dep::ccomp;
}

/// The last word of a phrase, clauses that hang on it cut off with all behind them.
TokenIndex end_of_phrase(const ReportWords& words, TokenIndex head) {
    TokenIndex last = head;
    for (const TokenIndex child : words.parse().children(head)) {
        if (child < head) continue;
        const Token& token = words.at(child);
        if (is_other_clause(token.dep)) break;
        if (token.dep == Dep::punct || token.dep == Dep::cc) continue; // counts with what stands behind it
        const TokenIndex end = end_of_phrase(words, child);
        const bool is_measure = token.dep == Dep::npadvmod || token.dep == Dep::appos;
        if (end != token.right_edge && is_measure) break; // `on Thursday, a day after she left`
        last = end;
        if (end != token.right_edge) break;
    }
    return last;
}

TokenIndex last_word(const ReportWords& words, TokenIndex verb) {
    TokenIndex last = verb;
    for (const TokenIndex child : words.parse().children(verb)) {
        if (child < verb) continue;
        if (!hangs_on(words.at(child).dep)) break;
        const TokenIndex end = end_of_phrase(words, child);
        if (end - verb >= most_words) break;
        last = end;
        if (end != words.at(child).right_edge) break;
    }
    return last;
}

/// The verb of an event; of a noun the one whose subject brings it about: `held talks`, not `the talks
/// failed`.
TokenIndex verb_of(const ReportWords& words, const Arguments& arguments) {
    if (!arguments.noun) return arguments.trigger;
    const bool is_brought_about = arguments.subject != no_token && words.is_actor(arguments.subject);
    return is_brought_about && arguments.carrier < arguments.trigger ? arguments.carrier : no_token;
}

/// The end of words that open no bracket or quotation without closing it: `posted on X (formerly Twitter`
/// ends before the bracket, `for "consultation` takes in the mark behind it.
TokenIndex balanced(const ReportWords& words, TokenIndex first, TokenIndex last) {
    TokenIndex bracket = no_token, quote = no_token;
    for (TokenIndex t = first; t <= last; ++t) {
        const std::string_view text = words.at(t).text;
        if (text == "(") bracket = t;
        if (text == ")") bracket = no_token;
        if (is_quotation_mark(text)) quote = quote == no_token ? t : no_token;
    }
    if (bracket != no_token) return bracket - 1;
    if (quote == no_token) return last;
    const bool closes = last + 1 < words.parse().size() && is_quotation_mark(words.at(last + 1).text);
    return closes ? last + 1 : quote - 1;
}

} // namespace

std::optional<Span> deed_of(const ReportWords& words, const Arguments& arguments) {
    const TokenIndex verb = verb_of(words, arguments);
    if (verb == no_token || !words.is_verb(verb) || !can_be_told(words, verb)) return std::nullopt;
    if (lacks_its_object(words, verb)) return std::nullopt;
    const TokenIndex first = first_word(words, verb);
    const TokenIndex last = balanced(words, first, last_word(words, verb));
    const char start = words.at(first).text.front();
    constexpr std::string_view apostrophes = "'\xE2"; // `'re working` goes with a pronoun only
    if (last < verb || apostrophes.find(start) != std::string_view::npos) return std::nullopt;
    return words.parse().span_of(first, last + 1);
}

} // namespace dateline::what
