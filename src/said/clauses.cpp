// Attributions by grammar. The cue's complement is the content; a cue put into the clause it reports (`the
// plan, she said, had failed`) leaves that clause in pieces around itself.

#include "said/clauses.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "said/phrases.hpp"

namespace dateline::said {

namespace {

bool is_noun(const Token& token) {
    return token.pos == Pos::noun || token.pos == Pos::propn || token.pos == Pos::pron;
}

bool has_subject(const Parse& parse, TokenIndex verb) {
    return parse.has_child(verb, Dep::nsubj) || parse.has_child(verb, Dep::nsubjpass) ||
           parse.has_child(verb, Dep::csubj) || parse.has_child(verb, Dep::expl);
}

bool is_infinitive(const Parse& parse, TokenIndex verb) {
    for (const TokenIndex child : parse.children(verb))
        if (parse.at(child).tag == Tag::to && child < verb) return !has_subject(parse, verb);
    return false;
}

/// Pieces of [first, last) around the tokens [hole_first, hole_last).
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

/// Tokens [first, last): the cue with its speaker, its auxiliaries and what stands behind it up to the next
/// comma.
struct Region {
    TokenIndex first, last;
};
Region cue_clause(const Parse& parse, TokenIndex cue, TokenIndex source, TokenIndex content) {
    Region region{cue, cue + 1};
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
        const bool is_behind = token.left_edge == region.last;
        if (is_between || is_auxiliary || is_behind) take(token.left_edge, token.right_edge + 1);
    }
    return region;
}

/// `told the forum he was against it`, where the parser hung the clause on the listener.
TokenIndex told_clause(const Parse& parse, TokenIndex cue, TokenIndex listener) {
    const Token& verb = parse.at(cue);
    if (verb.lemma != "tell" && verb.lemma != "inform" && verb.lemma != "remind" && verb.lemma != "assure")
        return no_token;
    for (const TokenIndex child : parse.children(listener)) {
        const Token& clause = parse.at(child);
        const Token& first = parse.at(clause.left_edge);
        const bool is_relative = first.tag == Tag::wp || first.tag == Tag::wdt || first.tag == Tag::wrb;
        if (clause.dep == Dep::relcl && !is_relative && parse.has_child(child, Dep::nsubj)) return child;
    }
    return no_token;
}

/// The clause under the cue that is its content.
TokenIndex content_clause(const Parse& parse, TokenIndex cue, CuePart part) {
    TokenIndex found = no_token;
    for (const TokenIndex child : parse.children(cue)) {
        const Token& token = parse.at(child);
        if (token.dep == Dep::ccomp ||
            (part != CuePart::verb && token.dep == Dep::acl && parse.has_child(child, Dep::mark)))
            return child;
        if (token.dep == Dep::xcomp && !is_infinitive(parse, child) && has_subject(parse, child))
            return child;
        if (token.dep == Dep::advcl && token.left_edge > cue && parse.at(token.left_edge).lower == "that")
            found = child;
        if (token.dep == Dep::dobj && part == CuePart::verb)
            if (const TokenIndex told = told_clause(parse, cue, child); told != no_token) found = told;
    }
    return found;
}

bool has_finite_verb(const Parse& parse, TokenIndex first, TokenIndex last) {
    for (TokenIndex t = first; t < last; ++t)
        if (has_subject(parse, t)) return true;
    return false;
}

/// A cue with an object of its own reports nothing around it; `…, she told reporters` does.
bool has_own_object(const Parse& parse, TokenIndex cue) {
    const std::string_view lemma = parse.at(cue).lemma;
    if (lemma == "tell" || lemma == "assure" || lemma == "remind" || lemma == "warn" || lemma == "inform")
        return false;
    const TokenIndex object = parse.child(cue, Dep::dobj);
    return object != no_token && object > cue;
}

/// `the plan, she said, had failed`; `the plan had failed, she said`: the cue's clause stands between commas
/// (or a comma and the end) inside the sentence it reports.
bool is_parenthetical(const Parse& parse, Region own, const Sentence& sentence) {
    const auto is_comma = [&](TokenIndex t) {
        return parse.at(t).text == "," || parse.at(t).text == "–" || parse.at(t).text == "—";
    };
    TokenIndex last = sentence.last;
    while (last > own.last && parse.at(last - 1).pos == Pos::space) --last;
    const bool at_start = own.first == sentence.first;
    const bool at_end = own.last >= last || parse.at(own.last).tag == Tag::period;
    const bool comma_before = !at_start && is_comma(own.first - 1);
    const bool comma_behind = !at_end && is_comma(own.last);
    if (!comma_before && !(at_start && comma_behind)) return false;
    if (!comma_behind && !at_end) return false;
    return has_finite_verb(parse, sentence.first, own.first) ||
           has_finite_verb(parse, own.last, sentence.last);
}

/// `said it had failed, citing costs`, `praised the plan, stressing its costs`: what a further participle of
/// saying opens belongs to the speaker again.
TokenIndex end_of_content(const Parse& parse, const CueLexicon& cues, TokenIndex content) {
    const Token& head = parse.at(content);
    for (TokenIndex t = content + 2; t <= head.right_edge; ++t) {
        const Token& token = parse.at(t);
        const bool is_participle =
            token.tag == Tag::vbg && (token.dep == Dep::advcl || token.dep == Dep::acl);
        if (!is_participle || parse.at(t - 1).text != ",") continue;
        const auto* frames = cues.find(token.lemma, CuePart::verb);
        if (frames && frames->front().kind == CueKind::speech) return t;
    }
    return head.right_edge + 1;
}

/// `it had failed, she said, citing costs`: what hangs on the cue behind its comma is the reporter's.
TokenIndex end_of_sentence_content(const Parse& parse, TokenIndex cue, Region own, const Sentence& sentence) {
    for (const TokenIndex child : parse.children(cue)) {
        const Token& token = parse.at(child);
        const bool is_own = token.dep == Dep::advcl || token.dep == Dep::conj || token.dep == Dep::prep;
        if (is_own && token.left_edge >= own.last && parse.at(token.left_edge).tag == Tag::vbg)
            return token.left_edge;
    }
    return sentence.last;
}

bool add_clause(const Parse& parse, const CueLexicon& cues, TokenIndex cue, CuePart part,
                Attribution& attribution) {
    const TokenIndex clause = content_clause(parse, cue, part);
    const Region own = cue_clause(parse, cue, attribution.source, clause);
    const bool is_followed = clause != no_token && clause > cue && parse.at(clause).left_edge == own.last;
    const bool has_own_source =
        attribution.source != no_token && own.first <= attribution.source && attribution.source < own.last;
    if (const Sentence& sentence = parse.sentence_of(cue); part == CuePart::verb && has_own_source &&
                                                           !is_followed && !has_own_object(parse, cue) &&
                                                           is_parenthetical(parse, own, sentence)) {
        add_around(parse, sentence.first, end_of_sentence_content(parse, cue, own, sentence), own.first,
                   own.last, attribution.contents);
        return true;
    }
    if (clause == no_token) return false;
    add_around(parse, parse.at(clause).left_edge, end_of_content(parse, cues, clause), own.first, own.last,
               attribution.contents);
    return !attribution.contents.empty();
}

TokenIndex child_preposition(const Parse& parse, TokenIndex cue, std::string_view word) {
    for (const TokenIndex child : parse.children(cue)) {
        const Token& token = parse.at(child);
        if (child > cue && token.lower == word && (token.dep == Dep::prep || token.dep == Dep::dative))
            return child;
    }
    return no_token;
}

TokenIndex child_object(const Parse& parse, TokenIndex cue) {
    return parse.child(cue, Dep::dobj);
}

bool add_infinitive(const Parse& parse, TokenIndex cue, Attribution& attribution) {
    for (const TokenIndex child : parse.children(cue)) {
        const Token& token = parse.at(child);
        const bool is_complement = token.dep == Dep::xcomp || token.dep == Dep::acl ||
                                   token.dep == Dep::ccomp || token.dep == Dep::advcl;
        if (child > cue && is_complement && is_infinitive(parse, child)) {
            const TokenIndex object = child_object(parse, cue);
            const bool has_object = object != no_token && object > cue && object < child;
            const TokenIndex first = parse.at(has_object ? object : child).left_edge;
            attribution.contents.push_back(trimmed(parse, first, parse.at(child).right_edge + 1));
            return true;
        }
    }
    return false;
}

/// What a passive is about: `the report was denied by them`, `a report denied by them`.
TokenIndex passive_object(const Parse& parse, TokenIndex cue) {
    if (parse.has_child(cue, Dep::auxpass)) return parse.child(cue, Dep::nsubjpass);
    const Token& token = parse.at(cue);
    return token.tag == Tag::vbn && token.dep == Dep::acl ? token.head : no_token;
}

bool add_object(const Parse& parse, const CueLexicon& cues, TokenIndex cue, CuePart part,
                Attribution& attribution) {
    if (part != CuePart::verb) return false;
    if (const TokenIndex passive = passive_object(parse, cue);
        passive != no_token && attribution.source != no_token) {
        add_around(parse, parse.at(passive).left_edge, parse.at(passive).right_edge + 1,
                   parse.at(cue).left_edge, parse.at(cue).right_edge + 1, attribution.contents);
        return !attribution.contents.empty();
    }
    const TokenIndex object = child_object(parse, cue);
    if (object == no_token || parse.at(object).tag == Tag::wp || parse.at(object).tag == Tag::wdt)
        return false;
    const bool is_reflexive =
        parse.at(object).lower.ends_with("self") || parse.at(object).lower.ends_with("selves");
    if (is_reflexive) return false;
    attribution.contents.push_back(
        trimmed(parse, parse.at(object).left_edge, end_of_content(parse, cues, object)));
    return !attribution.contents.back().empty();
}

bool add_object_as(const Parse& parse, TokenIndex cue, Attribution& attribution) {
    const TokenIndex as = child_preposition(parse, cue, "as");
    const TokenIndex object = child_object(parse, cue);
    if (as != no_token && object != no_token && object < as) {
        attribution.contents.push_back(
            trimmed(parse, parse.at(object).left_edge, parse.at(as).right_edge + 1));
        return true;
    }
    for (const TokenIndex child : parse.children(cue)) { // `called him a liar`
        const Token& token = parse.at(child);
        if (child < cue || (token.dep != Dep::oprd && token.dep != Dep::xcomp && token.dep != Dep::ccomp))
            continue;
        if (token.pos == Pos::verb || token.pos == Pos::aux) continue;
        const TokenIndex first =
            object != no_token ? std::min(parse.at(object).left_edge, token.left_edge) : token.left_edge;
        attribution.contents.push_back(trimmed(parse, first, token.right_edge + 1));
        return true;
    }
    return false;
}

bool add_prepositional(const Parse& parse, TokenIndex cue, const std::string& word,
                       Attribution& attribution) {
    TokenIndex preposition = child_preposition(parse, cue, word);
    const TokenIndex object = child_object(parse, cue);
    if (preposition == no_token && object != no_token) preposition = child_preposition(parse, object, word);
    if (preposition == no_token || parse.at(preposition).right_edge == preposition) return false;
    TokenIndex last = parse.at(preposition).right_edge + 1;
    for (const TokenIndex child : parse.children(cue)) // `called on them to leave`
        if (parse.at(child).dep == Dep::xcomp && parse.at(child).left_edge == last &&
            is_infinitive(parse, child))
            last = parse.at(child).right_edge + 1;
    // `accused them of it` is all content, `asked them about it` has a listener
    const bool has_object = word != "about" && object != no_token && object > cue && object < preposition;
    attribution.contents.push_back(
        trimmed(parse, has_object ? parse.at(object).left_edge : preposition + 1, last));
    attribution.cue_span = cue_phrase(parse, cue, preposition);
    return !attribution.contents.back().empty();
}

bool add_content(const Parse& parse, const CueLexicon& cues, TokenIndex cue, CuePart part,
                 const CueFrame& frame, Attribution& attribution) {
    switch (frame.place) {
    case ContentPlace::clause: return add_clause(parse, cues, cue, part, attribution);
    case ContentPlace::infinitive: return add_infinitive(parse, cue, attribution);
    case ContentPlace::object: return add_object(parse, cues, cue, part, attribution);
    case ContentPlace::as: return part == CuePart::verb && add_object_as(parse, cue, attribution);
    case ContentPlace::preposition: return add_prepositional(parse, cue, frame.preposition, attribution);
    }
    return false;
}

std::optional<CuePart> part_of(const Token& token) {
    if (token.pos == Pos::verb || token.pos == Pos::aux) return CuePart::verb;
    if (token.pos == Pos::noun) return CuePart::noun;
    if (token.pos == Pos::adj) return CuePart::adjective;
    return std::nullopt;
}

/// An adjective speaks where it is said of somebody: `he is confident that`.
TokenIndex source_of_adjective(const Parse& parse, TokenIndex adjective) {
    const Token& token = parse.at(adjective);
    if (token.dep != Dep::acomp && token.dep != Dep::oprd) return no_token;
    return source_of_verb(parse, token.head);
}

/// What can say or show something by itself.
bool is_document(std::string_view lemma) {
    for (const std::string_view word :
         {"report",  "poll",       "survey",   "study",         "record",     "document",
          "data",    "figure",     "email",    "letter",        "statement",  "memo",
          "paper",   "analysis",   "review",   "investigation", "ad",         "book",
          "article", "audit",      "research", "filing",        "transcript", "complaint",
          "lawsuit", "indictment", "law",      "bill",          "act",        "rule",
          "policy",  "website",    "site",     "statistic",     "result",     "video"})
        if (lemma == word) return true;
    return false;
}

bool can_speak(const Parse& parse, TokenIndex source, CueKind kind) {
    if (source == no_token) return true;
    const Token& token = parse.at(source);
    if (!is_noun(token) && token.tag != Tag::cd && token.tag != Tag::dt && token.tag != Tag::wp &&
        token.tag != Tag::wdt && token.tag != Tag::jj && token.tag != Tag::prps && token.tag != Tag::nnps)
        return false;
    if (token.lower == "it" && kind != CueKind::speech) return kind == CueKind::finding;
    if (kind == CueKind::finding && token.pos == Pos::noun)
        return is_document(token.lemma) || token.name >= 0;
    return token.lower != "this" && token.lower != "what" && token.lower != "there" &&
           token.lower != "nothing";
}

/// As the line of data/said/cues.txt says it: `speech v clause`.
std::string rule_text(CuePart part, const CueFrame& frame) {
    static constexpr std::array kinds{"speech", "belief", "intention", "finding"};
    static constexpr std::array parts{"v", "n", "a"};
    static constexpr std::array places{"clause", "inf", "obj", "as"};
    return fmt::format(
        "{} {} {}", kinds[static_cast<std::size_t>(frame.kind)], parts[static_cast<std::size_t>(part)],
        frame.place == ContentPlace::preposition ? frame.preposition
                                                 : places[static_cast<std::size_t>(frame.place)]);
}

} // namespace

std::optional<Attribution> attribution_at(const Parse& parse, const CueLexicon& cues, TokenIndex cue) {
    const Token& token = parse.at(cue);
    const std::optional<CuePart> part = part_of(token);
    const auto* frames = part ? cues.find(token.lemma, *part) : nullptr;
    if (!frames) return std::nullopt;
    Attribution attribution;
    attribution.cue = cue;
    attribution.source = *part == CuePart::verb   ? source_of_verb(parse, cue)
                         : *part == CuePart::noun ? source_of_noun(parse, cue)
                                                  : source_of_adjective(parse, cue);
    if (attribution.source == no_token && *part != CuePart::verb) return std::nullopt;
    attribution.cue_span = cue_phrase(parse, cue, no_token);
    for (const CueFrame& frame : *frames) {
        if (!can_speak(parse, attribution.source, frame.kind)) continue;
        attribution.kind = frame.kind;
        if (add_content(parse, cues, cue, *part, frame, attribution)) {
            attribution.rule = rule_text(*part, frame);
            break;
        }
        attribution.contents.clear();
    }
    if (attribution.source != no_token) attribution.source_span = source_phrase(parse, attribution.source);
    return attribution;
}

std::optional<Attribution> according_to(const Parse& parse, TokenIndex token) {
    const Token& word = parse.at(token);
    if (word.lower != "according" || token + 2 >= parse.size() || parse.at(token + 1).lower != "to")
        return std::nullopt;
    const TokenIndex object = parse.child(token + 1, Dep::pobj);
    if (object == no_token) return std::nullopt;
    Attribution attribution;
    attribution.cue = token;
    attribution.cue_span = parse.span_of(token, token + 2);
    attribution.source = object;
    attribution.source_span = source_phrase(parse, object);
    attribution.rule = "according to";
    const TokenIndex head = word.head == token ? parse.sentence_of(token).root : word.head;
    TokenIndex first = parse.at(head).left_edge, last = parse.at(head).right_edge + 1;
    add_around(parse, first, last, token, std::max(parse.at(token + 1).right_edge, object) + 1,
               attribution.contents);
    return attribution.contents.empty() ? std::nullopt : std::optional(attribution);
}

} // namespace dateline::said
