// From the auxiliaries to the last phrase that hangs on the verb without a comma; relative and other finite
// clauses stay out, they tell of something else.

#include "what/deed.hpp"

#include <algorithm>
#include <string_view>

#include "what/participant_span.hpp"

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
    // `the pact she opposed and vowed to leave`, `the guns polls show they want banned`
    for (int i = 0; i < 6; ++i) {
        const Dep dep = words.at(verb).dep;
        const bool below =
            (dep == Dep::conj || dep == Dep::xcomp || dep == Dep::ccomp) && words.is_verb(verb);
        if (!below || words.at(verb).head == verb) break;
        if (dep == Dep::ccomp && words.parse().has_child(verb, Dep::dobj)) break;
        verb = words.at(verb).head;
    }
    // `what they are proposing`
    const TokenIndex object = words.parse().child(verb, Dep::dobj);
    if (object != no_token && object < verb && is_relative_pronoun(words.at(object))) return true;
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
        if (child < verb && is_auxiliary(words.at(child).dep) && words.at(child).dep != Dep::neg) return true;
    return token.dep == Dep::conj && token.tag == Tag::vbn;
}

/// The auxiliaries and adverbs that stand right before the verb: `had long ago been hacked`.
TokenIndex first_word(const ReportWords& words, TokenIndex verb) {
    TokenIndex first = verb;
    while (first > words.parse().sentence_of(verb).first) {
        const Token& before = words.at(first - 1);
        const bool of_adverb = before.dep == Dep::advmod && before.head >= first && before.head < verb;
        const bool belongs =
            of_adverb || (before.head == verb && (is_auxiliary(before.dep) || before.dep == Dep::advmod));
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
        // `praised the step, other countries did not`: parsers take who acts next for another word for the
        // step
        if (token.dep == Dep::appos && words.is_actor(child) != words.is_actor(head)) break;
        if (token.dep == Dep::punct || token.dep == Dep::cc) continue; // counts with what stands behind it
        const TokenIndex end = end_of_phrase(words, child);
        const bool is_measure = token.dep == Dep::npadvmod || token.dep == Dep::appos;
        if (end != token.right_edge && is_measure) break; // `on Thursday, a day after she left`
        last = end;
        if (end != token.right_edge) break;
    }
    return last;
}

/// The last word of all that hangs on a word but for the comma that closes it.
TokenIndex last_but_comma(const ReportWords& words, TokenIndex head) {
    const TokenIndex edge = words.at(head).right_edge;
    return edge > head && words.at(edge).dep == Dep::punct ? edge - 1 : edge;
}

TokenIndex last_word(const ReportWords& words, TokenIndex verb) {
    TokenIndex last = verb;
    for (const TokenIndex child : words.parse().children(verb)) {
        if (child < verb) continue;
        if (!hangs_on(words.at(child).dep)) break;
        const TokenIndex end = end_of_phrase(words, child);
        if (end - verb >= most_words) break;
        last = end;
        if (end < last_but_comma(words, child)) break;
    }
    return last;
}

/// Without what nothing can end with: `favoured limits on`, `renewed his pledge to his`, `vowed to`.
TokenIndex without_openers(const ReportWords& words, TokenIndex verb, TokenIndex last) {
    while (last > verb) {
        const Token& token = words.at(last);
        const bool opens = token.tag == Tag::to || token.tag == Tag::prps || token.tag == Tag::dt ||
                           token.dep == Dep::prep || token.dep == Dep::cc;
        if (!opens) break;
        --last;
    }
    return last;
}

/// `Chad will allow`, `may have begun`: what the verb is of was cut off.
bool is_cut_short(const ReportWords& words, TokenIndex last) {
    if (!words.is_verb(last)) return false;
    for (const TokenIndex c : words.parse().children(last)) {
        const Dep dep = words.at(c).dep;
        if (c > last && (dep == Dep::dobj || dep == Dep::ccomp || dep == Dep::xcomp)) return true;
    }
    return false;
}

/// Finite, or an infinitive that is planned: `voted to leave`, `due to leave`; not `the refusal to leave`,
/// `able to leave`.
bool stands_alone(const ReportWords& words, TokenIndex first, TokenIndex verb) {
    if (words.at(first).dep == Dep::neg && words.at(first + 1).tag == Tag::to) return false;
    if (words.at(first).tag == Tag::to && words.at(first + 1).lemma == "have")
        return false; // `to have been robbed`
    const Tag tag = words.at(first).tag;
    if (tag != Tag::to) return tag != Tag::vbg && tag != Tag::vb && tag != Tag::vbn;
    const Token& token = words.at(verb);
    if (token.dep != Dep::xcomp || words.is_verb(token.head)) return token.dep == Dep::xcomp;
    const Effect* effect = words.lexicon().governors().find(words.at(token.head).lower, 'a');
    return effect != nullptr && effect->status == "planned" && !effect->negative;
}

/// Whether the verb is told of one of the parties: not `The raid ended when police came` of the police.
bool is_of_a_party(const ReportWords& words, TokenIndex verb, const Roles& roles) {
    const TokenIndex subject = surface_subject(words, verb);
    if (subject == no_token) return false;
    const auto has = [&](const std::vector<TokenIndex>& side) {
        const std::vector<TokenIndex> list = with_conjuncts(words, subject);
        return std::any_of(side.begin(), side.end(), [&](TokenIndex t) {
            return std::find(list.begin(), list.end(), t) != list.end() || t == whole_of(words, subject);
        });
    };
    return has(roles.actors) || has(roles.recipients);
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

std::optional<Span> deed_of(const ReportWords& words, const Arguments& arguments, const Roles& roles) {
    const TokenIndex verb = verb_of(words, arguments);
    if (verb == no_token || !words.is_verb(verb) || !can_be_told(words, verb)) return std::nullopt;
    if (lacks_its_object(words, verb) || !is_of_a_party(words, verb, roles)) return std::nullopt;
    const TokenIndex first = first_word(words, verb);
    if (!stands_alone(words, first, verb)) return std::nullopt;
    const TokenIndex last = without_openers(words, verb, balanced(words, first, last_word(words, verb)));
    if (is_cut_short(words, last)) return std::nullopt;
    const char start = words.at(first).text.front();
    constexpr std::string_view apostrophes = "'\xE2"; // `'re working` goes with a pronoun only
    if (last < verb || apostrophes.find(start) != std::string_view::npos) return std::nullopt;
    return words.parse().span_of(first, last + 1);
}

} // namespace dateline::what
