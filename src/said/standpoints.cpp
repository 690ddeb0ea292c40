// Attributions without a verb or noun of saying: `according to X`, `in X's view`. What the rest of the clause
// says is the content.

#include "said/standpoints.hpp"

#include <algorithm>

#include "said/phrases.hpp"
#include "said/reported_clause.hpp"
#include "said/words.hpp"

namespace dateline::said {

namespace {

/// What `according to` belongs to: all clauses of the sentence that it closes, not only the last.
TokenIndex reported_head(const Parse& parse, TokenIndex according) {
    TokenIndex head = parse.at(according).head;
    TokenIndex comma = according - 1; // it may stand inside marks
    if (comma > 0 && parse.at(comma).tag == Tag::close_quote) --comma;
    if (head == according || comma < 0 || parse.at(comma).text != ",") return head;
    for (int steps = 0; steps < 8; ++steps) {
        const Dep dep = parse.at(head).dep;
        if (dep != Dep::conj && dep != Dep::ccomp && dep != Dep::xcomp && dep != Dep::advcl) break;
        head = parse.at(head).head;
    }
    return head;
}

/// The noun behind `according to`, also where the parser made it the subject or the object of a verb.
TokenIndex authority(const Parse& parse, TokenIndex to, TokenIndex last) {
    if (const TokenIndex object = parse.child(to, Dep::pobj); object != no_token) return object;
    TokenIndex noun = to + 1;
    while (noun < last && parse.at(noun).text != "," &&
           (parse.at(noun).left_edge > to + 1 ||
            (parse.at(noun).pos != Pos::noun && parse.at(noun).pos != Pos::propn)))
        ++noun;
    if (noun < last && parse.at(noun).text != ",") return noun;
    const TokenIndex verb = parse.child(to - 1, Dep::pcomp); // `according to show | insiders`
    return verb == to + 1 ? parse.child(verb, Dep::dobj) : no_token;
}

/// A finite verb outside relative clauses.
bool has_main_verb(const Parse& parse, Stretch words) {
    for (TokenIndex t = words.first; t < words.last; ++t)
        if (is_finite(parse.at(t)) && parse.at(t).dep != Dep::relcl) return true;
    return false;
}

} // namespace

std::optional<Attribution> in_view_of(const Parse& parse, const Paragraphs& paragraphs, TokenIndex token) {
    const TokenIndex view = token, in = parse.at(view).head;
    if (parse.at(view).dep != Dep::pobj || parse.at(in).lower != "in") return std::nullopt;
    if (!is_on(WordList::view, parse.at(view).lower)) return std::nullopt;
    const TokenIndex owner = parse.child(view, Dep::poss);
    if (owner == no_token || parse.at(view).right_edge != view || parse.at(owner).left_edge != in + 1)
        return std::nullopt;
    Attribution attribution;
    attribution.cue = view;
    attribution.cue_span = parse.at(view).span;
    attribution.kind = CueKind::belief;
    attribution.source = owner;
    attribution.source_span = source_phrase(parse, owner);
    attribution.rule = "in somebody's view";
    const Stretch sentence = paragraphs.sentence_part(token);
    const Token& above = parse.at(parse.at(in).head);
    add_around(parse, std::max(above.left_edge, behind_connective(parse, sentence)),
               std::min(above.right_edge + 1, sentence.last), in, view + 1, attribution.contents);
    return attribution.contents.empty() ? std::nullopt : std::optional(attribution);
}

std::optional<Attribution> to_somebody(const Parse& parse, const Paragraphs& paragraphs, TokenIndex token) {
    if (parse.at(token).lower != "to" || token + 2 >= parse.size() || parse.at(token + 2).text != ",")
        return std::nullopt;
    const Stretch sentence = paragraphs.sentence_part(token);
    const bool opens =
        token == behind_connective(parse, sentence) || (token > 0 && parse.at(token - 1).pos == Pos::sconj);
    if (!opens || token + 3 >= sentence.last || !is_on(WordList::beholder, parse.at(token + 1).lower))
        return std::nullopt;
    Attribution attribution;
    attribution.cue = token;
    attribution.cue_span = parse.at(token).span;
    attribution.kind = CueKind::belief;
    attribution.source = token + 1;
    attribution.source_span = parse.at(token + 1).span;
    attribution.rule = "to somebody";
    attribution.contents.push_back(trimmed(parse, token + 3, sentence.last));
    return attribution.contents.back().empty() ? std::nullopt : std::optional(attribution);
}

std::optional<Attribution> by_estimate(const Parse& parse, const Paragraphs& paragraphs, TokenIndex token) {
    const Token& word = parse.at(token);
    const bool by = word.lower == "by";
    if (!by && word.lower != "in") return std::nullopt;
    const TokenIndex object = parse.child(token, Dep::pobj);
    if (object == no_token || object < token ||
        !is_on(by ? WordList::estimate : WordList::survey, parse.at(object).lemma))
        return std::nullopt;
    const Stretch sentence = paragraphs.sentence_part(token);
    const TokenIndex end = parse.at(object).right_edge + 1;
    const bool opens =
        token == behind_connective(parse, sentence) && end < sentence.last && parse.at(end).text == ",";
    const bool is_inserted = by && token > sentence.first && parse.at(token - 1).text == ",";
    const TokenIndex head = word.head;
    if ((!opens && !is_inserted) || head == token || end > sentence.last) return std::nullopt;
    Attribution attribution;
    attribution.cue = token;
    attribution.cue_span = word.span;
    attribution.source = object;
    attribution.source_span = source_phrase(parse, object);
    attribution.rule = "by somebody's figures";
    add_around(parse, std::max(parse.at(head).left_edge, behind_connective(parse, sentence)),
               std::min(parse.at(head).right_edge + 1, sentence.last), token, end, attribution.contents);
    return attribution.contents.empty() ? std::nullopt : std::optional(attribution);
}

std::optional<Attribution> shown_at_end(const Parse& parse, const Paragraphs& paragraphs, TokenIndex token) {
    if (!is_on(WordList::showing, parse.at(token).lower)) return std::nullopt;
    const Stretch sentence = paragraphs.sentence_part(token);
    if (token + 1 < sentence.last && parse.at(token + 1).tag != Tag::period) return std::nullopt;
    TokenIndex comma = token - 1, document = no_token;
    for (; comma > sentence.first && parse.at(comma).text != ","; --comma) {
        if (is_finite(parse.at(comma))) return std::nullopt;
        if (is_on(WordList::document, parse.at(comma).lemma)) document = comma;
    }
    if (document == no_token || !has_main_verb(parse, {sentence.first, comma})) return std::nullopt;
    Attribution attribution;
    attribution.cue = token;
    attribution.cue_span = parse.at(token).span;
    attribution.source = document;
    attribution.source_span = trimmed(parse, comma + 1, token);
    attribution.kind = CueKind::finding;
    attribution.rule = "a document shows";
    attribution.contents.push_back(trimmed(parse, behind_connective(parse, sentence), comma));
    return attribution;
}

std::optional<Attribution> according_to(const Parse& parse, const Paragraphs& paragraphs, TokenIndex token) {
    const Token& word = parse.at(token);
    if (word.lower != "according" || token + 2 >= parse.size() || parse.at(token + 1).lower != "to")
        return std::nullopt;
    const Stretch sentence = paragraphs.sentence_part(token);
    const TokenIndex object = authority(parse, token + 1, sentence.last);
    if (object == no_token || is_on(WordList::measure, parse.at(object).lemma)) return std::nullopt;
    Attribution attribution;
    attribution.cue = token;
    attribution.cue_span = parse.span_of(token, token + 2);
    attribution.source = object;
    attribution.source_span = source_phrase(parse, object);
    attribution.rule = "according to";
    Stretch around{behind_connective(parse, sentence), sentence.last};
    const TokenIndex source_end =
        is_under(parse, object, token + 1) ? parse.at(token + 1).right_edge : parse.at(object).right_edge;
    TokenIndex end = std::min(std::max(source_end, object) + 1, sentence.last);
    if (token <= sentence.first + 1) { // the parser may draw the clause behind the comma into the source
        TokenIndex comma = object + 1;
        while (comma < end && parse.at(comma).text != ",") ++comma;
        TokenIndex last = sentence.last;
        while (last > comma && parse.at(last - 1).pos == Pos::space) --last;
        if (comma < end && parse.at(object).right_edge + 2 >= last) {
            end = comma;
            attribution.source_span = trimmed(parse, token + 2, comma);
        }
    } else if (const TokenIndex head = reported_head(parse, token); head != token) {
        around.first = std::max(around.first, parse.at(head).left_edge);
        around.last = std::min(around.last, parse.at(head).right_edge + 1);
    }
    add_around(parse, around.first, around.last, token, end, attribution.contents);
    return attribution.contents.empty() ? std::nullopt : std::optional(attribution);
}

} // namespace dateline::said
