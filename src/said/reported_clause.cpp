// The content of a cue that takes a clause. It stands behind the cue (`she said the plan had failed`), before
// it (`the plan had failed, she said`) or around it (`the plan, she said, had failed`). Where the words
// behind the cue belong to its clause, that is all; where the cue's own clause stands between commas, the
// sentence around it is the content. Where the parser found neither, what follows the verb `say` to the
// sentence's end.

#include "said/reported_clause.hpp"

#include <algorithm>
#include <string_view>

#include "said/content_end.hpp"
#include "said/phrases.hpp"
#include "said/words.hpp"

namespace dateline::said {

namespace {

bool has_subject(const Parse& parse, TokenIndex verb) {
    return parse.has_child(verb, Dep::nsubj) || parse.has_child(verb, Dep::nsubjpass) ||
           parse.has_child(verb, Dep::csubj) || parse.has_child(verb, Dep::expl);
}

/// Tokens [first, last): the cue with its speaker, its auxiliaries and what stands behind it up to the next
/// comma.
Stretch cue_clause(const Parse& parse, TokenIndex cue, TokenIndex source, TokenIndex content) {
    Stretch region{cue, cue + 1};
    const auto take = [&](TokenIndex first, TokenIndex last) {
        region.first = std::min(region.first, first);
        region.last = std::max(region.last, last);
    };
    if (source != no_token && parse.at(source).head == cue)
        take(parse.at(source).left_edge, parse.at(source).right_edge + 1);
    for (const TokenIndex child : parse.children(cue)) {
        const Token& token = parse.at(child);
        if (child == content || token.pos == Pos::punct) continue;
        const bool is_between = token.left_edge >= region.first && child < cue;
        const bool is_auxiliary = token.dep == Dep::aux || token.dep == Dep::neg;
        const bool is_said =
            parse.at(cue).lemma == "say" && (token.dep == Dep::dobj || token.dep == Dep::xcomp ||
                                             (token.dep == Dep::nsubj && source != no_token && source < cue));
        const bool is_behind = token.left_edge == region.last && !is_said;
        if (!is_between && !is_auxiliary && !is_behind) continue;
        const bool holds = content != no_token && child < content && content <= token.right_edge;
        take(token.left_edge,
             holds ? parse.at(content).left_edge : token.right_edge + 1); // `told them he had`
    }
    return region;
}

/// `told the forum he was against it`, where the parser hung the clause on the listener.
TokenIndex told_clause(const Parse& parse, TokenIndex cue, TokenIndex listener) {
    const Token& verb = parse.at(cue);
    if (!is_on(WordList::listener, verb.lemma)) return no_token;
    for (const TokenIndex child : parse.children(listener)) {
        const Token& clause = parse.at(child);
        const Token& first = parse.at(clause.left_edge);
        const bool is_relative = first.tag == Tag::wp || first.tag == Tag::wrb ||
                                 (first.tag == Tag::wdt && first.dep != Dep::mark);
        if (clause.dep == Dep::relcl && !is_relative && has_subject(parse, child)) return child;
    }
    return no_token;
}

/// `saw him speak`: nothing is reported.
bool is_small_clause(const Parse& parse, TokenIndex cue, TokenIndex clause) {
    const std::string_view lemma = parse.at(cue).lemma;
    if (lemma != "see" && lemma != "hear" && lemma != "feel" && lemma != "notice") return false;
    const Token& verb = parse.at(clause);
    return (verb.tag == Tag::vb || verb.tag == Tag::vbg) && !parse.has_child(clause, Dep::aux) &&
           !parse.has_child(clause, Dep::mark);
}

/// `asked on Monday if it had failed`, `have not said when it failed`: parsers take them for circumstances.
bool is_question(const Parse& parse, TokenIndex cue, TokenIndex clause) {
    const Token& token = parse.at(clause);
    if (token.dep != Dep::advcl || token.left_edge <= cue || parse.at(token.left_edge - 1).text == ",")
        return false;
    const Token& verb = parse.at(cue);
    const bool asks = verb.lemma == "ask" || verb.lemma == "wonder" ||
                      (verb.lemma == "say" && parse.has_child(cue, Dep::neg));
    const Token& first = parse.at(token.left_edge);
    return asks && (first.tag == Tag::wrb || first.lower == "if" || first.lower == "whether");
}

/// The clause under the cue that is its content.
TokenIndex content_clause(const Parse& parse, TokenIndex cue, CuePart part) {
    TokenIndex found = no_token;
    for (const TokenIndex child : parse.children(cue)) {
        const Token& token = parse.at(child);
        const bool is_clause =
            (token.dep == Dep::ccomp && !is_small_clause(parse, cue, child)) ||
            (part != CuePart::verb && token.dep == Dep::acl && parse.has_child(child, Dep::mark)) ||
            (part == CuePart::adjective && token.dep == Dep::advcl && token.left_edge == cue + 1 &&
             !parse.has_child(child, Dep::mark) && has_subject(parse, child)) ||
            (token.dep == Dep::xcomp && !is_infinitive(parse, child) && has_subject(parse, child)) ||
            is_question(parse, cue, child);
        if (is_clause && child > cue) return child; // rather than one before the cue
        if (is_clause && found == no_token) found = child;
        if (token.dep == Dep::advcl && token.left_edge > cue && parse.at(token.left_edge).lower == "that")
            found = child;
        if (token.dep == Dep::dobj && part == CuePart::verb)
            if (const TokenIndex told = told_clause(parse, cue, child); told != no_token) found = told;
    }
    return found;
}

bool has_finite_verb(const Parse& parse, Stretch words) {
    for (TokenIndex t = words.first; t < words.last; ++t)
        if (has_subject(parse, t)) return true;
    return false;
}

/// `those gifts, she said, paid for it`, where the parser found a participle
bool has_past_verb(const Parse& parse, Stretch words) {
    for (TokenIndex t = words.first; t < words.last; ++t)
        if (parse.at(t).tag == Tag::vbd || parse.at(t).tag == Tag::vbn) return true;
    return false;
}

/// A clause of its own; not `an officer who had served there, Smith pleaded guilty`.
bool has_main_clause(const Parse& parse, Stretch words) {
    for (TokenIndex t = words.first; t < words.last; ++t)
        if (parse.at(t).dep != Dep::relcl && has_subject(parse, t)) return true;
    return false;
}

/// No token before the first: trees from outside may cross, so that a phrase behind a verb starts the text.
bool is_comma(const Parse& parse, TokenIndex at) {
    if (at < 0) return false;
    const std::string_view text = parse.at(at).text;
    return text == "," || text == "–" || text == "—" || text == "--";
}

/// A cue with an object of its own reports nothing around it; `…, she told reporters` does.
bool has_own_object(const Parse& parse, TokenIndex cue) {
    const std::string_view lemma = parse.at(cue).lemma;
    if (is_on(WordList::listener, lemma)) return false;
    const TokenIndex object = parse.child(cue, Dep::dobj);
    return object != no_token && object > cue && !is_comma(parse, parse.at(object).left_edge - 1);
}

/// `he "won a prize," she said`: the comma stands inside the mark that closes words of a longer clause.
bool closes_mixed(const Parse& parse, TokenIndex mark, Stretch sentence) {
    if (mark <= sentence.first || parse.at(mark).tag != Tag::close_quote || !is_comma(parse, mark - 1))
        return false;
    TokenIndex open = mark - 1;
    while (open > sentence.first && parse.at(open).tag != Tag::open_quote) --open;
    TokenIndex first = sentence.first;
    while (first < open && parse.at(first).pos == Pos::space) ++first;
    return open > first;
}

/// The words right behind the cue's own clause belong to `clause`.
bool is_followed(const Parse& parse, TokenIndex clause, Stretch own, Stretch stretch) {
    if (clause == no_token || clause < own.last || own.last >= stretch.last) return false;
    return parse.at(own.last).pos != Pos::punct && is_below(parse, own.last, clause);
}

/// `When shells fell, the army responded`: what stands before the cue tells when or why it spoke.
bool has_only_circumstances(const Parse& parse, TokenIndex cue, Stretch own) {
    bool has_any = false;
    for (const TokenIndex child : parse.children(cue)) {
        const Token& token = parse.at(child);
        if (child >= own.first || token.pos == Pos::punct || token.pos == Pos::space) continue;
        const bool is_clause =
            token.dep == Dep::advcl && token.left_edge < child &&
            (parse.at(token.left_edge).dep == Dep::mark || parse.at(token.left_edge).tag == Tag::wrb);
        if (!is_clause && token.dep != Dep::prep && token.dep != Dep::advmod && token.dep != Dep::npadvmod &&
            token.dep != Dep::cc)
            return false;
        has_any = has_any || is_clause || token.dep == Dep::prep;
    }
    return has_any;
}

/// The cue's clause stands between commas, or a comma and an end, inside the sentence it reports.
bool is_parenthetical(const Parse& parse, TokenIndex cue, Stretch own, Stretch sentence) {
    const TokenIndex mark = parse.child(cue, Dep::mark);
    if (mark != no_token && mark < own.first && parse.at(mark).lower == "that")
        return false; // `noted that on Monday, she objected`
    TokenIndex last = sentence.last;
    while (last > own.last && parse.at(last - 1).pos == Pos::space) --last;
    const bool at_start = own.first <= sentence.first;
    const bool at_end = own.last >= last || parse.at(own.last).tag == Tag::period;
    const bool comma_before =
        !at_start && (is_comma(parse, own.first - 1) || closes_mixed(parse, own.first - 1, sentence));
    const bool comma_behind = !at_end && is_comma(parse, own.last);
    const bool ends_clause = comma_behind && own.last + 1 < sentence.last &&
                             parse.at(own.last + 1).pos == Pos::cconj; // `he may say so, but it fails`
    if (!comma_before && (!at_start || !comma_behind || ends_clause)) return false;
    if (!comma_behind && !at_end) return false;
    if (at_end && has_only_circumstances(parse, cue, own)) return false;
    const bool is_headline = at_end && cue > sentence.first && parse.at(cue).text == "Says";
    return is_headline || has_main_clause(parse, {sentence.first, own.first}) ||
           has_finite_verb(parse, {own.last, sentence.last}) ||
           (comma_before && comma_behind && parse.at(cue).lemma == "say" &&
            has_past_verb(parse, {own.last, sentence.last}));
}

/// `…, which, she said, had failed`: the sentence before the relative pronoun is the reporter's.
TokenIndex start_around(const Parse& parse, Stretch own, Stretch sentence) {
    const TokenIndex pronoun = own.first - 2;
    const Tag tag = pronoun < sentence.first ? Tag::other : parse.at(pronoun).tag;
    return tag == Tag::wdt || tag == Tag::wp ? pronoun : behind_connective(parse, sentence);
}

/// `it had failed, she said, citing costs`: what hangs on the cue behind its comma is the reporter's.
TokenIndex end_around(const Parse& parse, TokenIndex cue, Stretch own, Stretch sentence) {
    for (const TokenIndex child : parse.children(cue)) {
        const Token& token = parse.at(child);
        const bool is_own = token.dep == Dep::advcl || token.dep == Dep::conj || token.dep == Dep::prep;
        const bool is_participle = parse.at(token.left_edge).tag == Tag::vbg || is_apart(parse, child);
        if (is_own && token.left_edge >= own.last && is_participle) return token.left_edge;
    }
    return sentence.last;
}

/// What `say` says where the parser found no clause: all that follows, unless a mark or a preposition does.
Span rest_of_sentence(const Parse& parse, TokenIndex first, Stretch sentence) {
    if (first >= sentence.last || first + 1 >= sentence.last) return {};
    const Token& token = parse.at(first);
    if (token.pos == Pos::punct || token.pos == Pos::space || token.pos == Pos::cconj) return {};
    if (token.lower == "nothing") return {};
    if (token.pos == Pos::adp && token.lower != "that") return {};
    const auto is_verb = [&](TokenIndex t) {
        return parse.at(t).pos == Pos::verb || parse.at(t).pos == Pos::aux;
    };
    TokenIndex verb = first;
    while (verb < sentence.last && !is_verb(verb)) ++verb;
    if (verb == sentence.last) return {}; // `said yes`, `said his piece`
    return trimmed(parse, first, sentence.last);
}

/// `said for the first time that it had failed`, which the parser hung on the time: the first clause with
/// `that` in front of other verbs.
Span clause_with_that(const Parse& parse, TokenIndex cue, Stretch sentence) {
    constexpr TokenIndex reach = 12;
    for (TokenIndex t = cue + 1; t < std::min(sentence.last, cue + reach); ++t) {
        const Token& token = parse.at(t);
        if (token.pos == Pos::verb || token.text == ";" || token.text == ":") return {};
        if (token.lower != "that" || (token.tag != Tag::in && token.tag != Tag::wdt)) continue;
        const Token& verb = parse.at(token.head);
        if (token.head <= t || (verb.dep != Dep::relcl && verb.dep != Dep::acl)) return {};
        const Token& noun = parse.at(verb.head);
        const Token& preposition = parse.at(noun.head);
        const bool of_circumstance =
            noun.dep == Dep::pobj && preposition.head == cue && preposition.lower != "of";
        if (!of_circumstance || token.dep == Dep::nsubj || token.dep == Dep::nsubjpass) return {};
        return trimmed(parse, t, std::min(verb.right_edge + 1, sentence.last));
    }
    return {};
}

/// `said letting her lead | puts it at risk`: the gerund is what the verb behind it is said of.
bool is_subject(const Parse& parse, TokenIndex gerund) {
    for (const TokenIndex child : parse.children(gerund)) {
        const Token& verb = parse.at(child);
        if (verb.dep == Dep::ccomp && is_finite(verb) && !parse.has_child(child, Dep::mark)) return true;
    }
    return false;
}

/// `thinks so`, `said as much`: words that stand for what was said before.
Span words_for_clause(const Parse& parse, TokenIndex cue, Stretch sentence) {
    const TokenIndex last =
        cue + 1 < sentence.last && parse.at(cue + 1).lower == "so" ? cue + 2
        : cue + 2 < sentence.last && parse.at(cue + 1).lower == "as" && parse.at(cue + 2).lower == "much"
            ? cue + 3
            : cue + 1;
    if (last == cue + 1) return {};
    const bool ends = last >= sentence.last || parse.at(last).pos == Pos::punct ||
                      parse.at(last).pos == Pos::space || parse.at(last).pos == Pos::adp;
    return ends ? trimmed(parse, cue + 1, last) : Span{};
}

/// `vowed to leave`, `decided last year to leave`, `proposed leaving`: what it reports stands behind it.
bool has_own_complement(const Parse& parse, TokenIndex cue) {
    for (const TokenIndex child : parse.children(cue)) {
        const Token& token = parse.at(child);
        if (child < cue || token.dep != Dep::xcomp) continue;
        if (is_infinitive(parse, child) && parse.at(token.left_edge - 1).text != ",") return true;
        if (token.left_edge != cue + 1) continue;
        if (token.tag == Tag::vbg) return parse.at(cue).lemma != "say" || !is_subject(parse, child);
    }
    return false;
}

} // namespace

TokenIndex behind_connective(const Parse& parse, Stretch sentence) {
    TokenIndex first = sentence.first;
    while (first < sentence.last && parse.at(first).pos == Pos::space) ++first;
    if (first + 1 >= sentence.last) return first;
    const std::string_view word = parse.at(first).lower;
    if (!is_on(WordList::connective, word)) return first;
    const bool is_plain = word == "but" || word == "and";
    return is_plain || is_comma(parse, first + 1) ? first + 1 : first;
}

bool has_particle_to(const Parse& parse, TokenIndex verb) {
    for (const TokenIndex child : parse.children(verb))
        if (parse.at(child).tag == Tag::to && child < verb) return true;
    return false;
}

bool is_infinitive(const Parse& parse, TokenIndex verb) {
    return has_particle_to(parse, verb) && !has_subject(parse, verb);
}

void add_around(const Parse& parse, TokenIndex first, TokenIndex last, TokenIndex hole_first,
                TokenIndex hole_last, std::vector<Span>& pieces) {
    if (hole_first <= first || hole_first >= last) {
        if (hole_first <= first) first = std::max(first, hole_last);
        const Span span = trimmed(parse, first, last);
        if (!span.empty()) pieces.push_back(span);
        return;
    }
    for (const Span span : {trimmed(parse, first, hole_first), trimmed(parse, hole_last, last)})
        if (!span.empty()) pieces.push_back(span);
}

/// `which she said had failed`: the pronoun is the subject of what she said.
TokenIndex relative_before(const Parse& parse, Stretch own, TokenIndex clause) {
    const TokenIndex pronoun = own.first - 1;
    if (pronoun < 0 || own.last >= parse.size()) return no_token;
    const Token &token = parse.at(pronoun), &verb = parse.at(own.last);
    const bool is_pronoun = token.lower == "which" || token.lower == "who" || token.lower == "what";
    if (!is_pronoun || (verb.pos != Pos::aux && verb.pos != Pos::verb)) return no_token;
    return parse.child(clause, Dep::nsubj) > own.last ? no_token : pronoun; // it has a subject of its own
}

std::vector<Span> reported_clause(const Parse& parse, const CueLexicon& cues, TokenIndex cue, CuePart part,
                                  TokenIndex source, Stretch stretch) {
    std::vector<Span> pieces;
    const TokenIndex clause = content_clause(parse, cue, part);
    const bool is_ahead = clause != no_token && clause < cue;
    if (clause < cue && has_own_complement(parse, cue)) return pieces; // `it was late; they vowed to go`
    const bool quotes =
        parse.at(cue).lemma == "quote" || parse.at(cue).lemma == "cite"; // `quoted her as saying`
    if (is_ahead && !quotes && has_own_object(parse, cue)) return pieces;
    const Stretch own = cue_clause(parse, cue, source, clause);
    if (is_followed(parse, clause, own, stretch)) {
        TokenIndex last = std::min(end_of_content(parse, cues, clause), stretch.last);
        if (part == CuePart::verb) last = behind_strays(parse, cue, last, stretch);
        if (const TokenIndex pronoun = relative_before(parse, own, clause); pronoun != no_token)
            pieces.push_back(parse.at(pronoun).span);
        if (const Span piece = trimmed(parse, own.last, last); !piece.empty()) pieces.push_back(piece);
        return pieces;
    }
    const bool has_own_source = source != no_token && own.first <= source && source < own.last;
    if (part == CuePart::verb && has_own_source && !has_own_object(parse, cue) &&
        !has_own_complement(parse, cue) && is_parenthetical(parse, cue, own, stretch)) {
        add_around(parse, start_around(parse, own, stretch), end_around(parse, cue, own, stretch), own.first,
                   own.last, pieces);
        return pieces;
    }
    if (part == CuePart::verb && has_own_source)
        if (const Span piece = words_for_clause(parse, cue, stretch); !piece.empty()) return {piece};
    if (clause == no_token && part == CuePart::verb && has_own_source)
        if (const Span piece = clause_with_that(parse, cue, stretch); !piece.empty()) return {piece};
    if (clause == no_token && has_own_source && parse.at(cue).lemma == "say") {
        if (const Span piece = rest_of_sentence(parse, own.last, stretch); !piece.empty())
            pieces.push_back(piece);
        return pieces;
    }
    if (clause != no_token)
        add_around(parse, std::max(parse.at(clause).left_edge, stretch.first),
                   std::min(end_of_content(parse, cues, clause), stretch.last), own.first, own.last, pieces);
    return pieces;
}

} // namespace dateline::said
