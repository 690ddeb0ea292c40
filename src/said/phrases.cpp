#include "said/phrases.hpp"

#include <algorithm>
#include <string_view>

#include "base/text.hpp"
#include "said/words.hpp"

namespace dateline::said {

namespace {

bool is_verb(const Token& token) {
    return token.pos == Pos::verb || token.pos == Pos::aux;
}

bool is_subject(Dep dep) {
    return dep == Dep::nsubj || dep == Dep::nsubjpass;
}

TokenIndex subject_child(const Parse& parse, TokenIndex verb) {
    TokenIndex found = no_token;
    for (const TokenIndex child : parse.children(verb)) // of several the nearest in front of the verb
        if (is_subject(parse.at(child).dep) && (found == no_token || child < verb)) found = child;
    return found;
}

TokenIndex object_of(const Parse& parse, TokenIndex preposition) {
    return parse.child(preposition, Dep::pobj);
}

/// The noun behind `by`.
TokenIndex agent_of(const Parse& parse, TokenIndex word) {
    for (const TokenIndex child : parse.children(word)) {
        const Token& token = parse.at(child);
        const bool is_by = token.dep == Dep::agent || (token.dep == Dep::prep && token.lower == "by");
        if (const TokenIndex object = is_by ? object_of(parse, child) : no_token; object != no_token)
            return object;
    }
    return no_token;
}

/// `said Smith` that the parser took for verb and object: no subject, the noun right behind the verb.
TokenIndex inverted_subject(const Parse& parse, TokenIndex verb) {
    if (verb + 1 >= parse.size()) return no_token;
    if (!is_on(WordList::inverted, parse.at(verb).lemma)) return no_token;
    for (const TokenIndex child : parse.children(verb)) {
        const Token& token = parse.at(child);
        if (token.dep == Dep::dobj && child > verb && token.left_edge == verb + 1 &&
            token.pos == Pos::propn && (parse.at(verb).tag == Tag::vbd || parse.at(verb).tag == Tag::vbz))
            return child;
    }
    return no_token;
}

/// `was sought`; not `he's sought` for `he has sought`, which the parser cannot tell apart.
bool is_passive(const Parse& parse, TokenIndex verb) {
    const TokenIndex auxiliary = parse.child(verb, Dep::auxpass);
    if (auxiliary == no_token) return false;
    const std::string_view word = parse.at(auxiliary).text;
    const bool is_short = word == "'s" || word == "’s";
    return !is_short || agent_of(parse, verb) != no_token;
}

/// `asked about it, she said`, `when asked`; also a participle that describes a noun.
bool is_bare_participle(const Parse& parse, TokenIndex verb) {
    const Token& token = parse.at(verb);
    if (token.tag != Tag::vbn) return false;
    // `Smith, an aide, posted that …`: the only verb there is
    if (token.dep == Dep::acl && parse.at(token.head).dep == Dep::root && parse.has_child(verb, Dep::ccomp) &&
        parse.at(token.head).name_type == NameType::person)
        return false;
    return token.dep == Dep::acl || (token.dep == Dep::advcl && !parse.has_child(verb, Dep::aux));
}

/// `Smith (D-Ohio) said`, `Smith, a former mayor, said`: the last word before what stands between marks that
/// end at `last`; `last` where nothing does.
TokenIndex before_insertion(const Parse& parse, TokenIndex last) {
    constexpr TokenIndex longest = 15;
    if (last < 0 || (parse.at(last).text != ")" && parse.at(last).text != ",")) return last;
    const std::string_view open = parse.at(last).text == ")" ? "(" : ",";
    for (TokenIndex t = last - 1; t >= 0 && t > last - longest; --t)
        if (parse.at(t).text == open) return t - 1;
    return last;
}

/// A name that ends right before the verb, where the parser tied it to the phrase before (`in an interview
/// Smith said`).
TokenIndex name_before(const Parse& parse, TokenIndex verb) {
    TokenIndex last = verb - 1;
    while (last >= 0 && (parse.at(last).pos == Pos::adv || parse.at(last).pos == Pos::aux)) --last;
    last = before_insertion(parse, last);
    if (last < 0 || parse.at(last).sentence != parse.at(verb).sentence) return no_token;
    const Token& token = parse.at(last);
    const bool can_speak = token.name_type == NameType::person || token.name_type == NameType::org ||
                           token.name_type == NameType::gpe || token.name_type == NameType::norp;
    return can_speak && token.pos == Pos::propn && !is_on(WordList::occasion, token.lower) ? last : no_token;
}

bool is_finite(const Token& verb) {
    return verb.tag == Tag::vbd || verb.tag == Tag::vbz || verb.tag == Tag::vbp;
}

TokenIndex source_above(const Parse& parse, TokenIndex verb, int depth);

TokenIndex source_at(const Parse& parse, TokenIndex verb, int depth) {
    if (depth > 8) return no_token;
    if (const TokenIndex subject = subject_child(parse, verb); subject != no_token) {
        if (is_passive(parse, verb)) return agent_of(parse, verb);
        const Token& token = parse.at(subject);
        return token.lower == "it" && parse.has_child(verb, Dep::expl) ? no_token : subject;
    }
    if (is_passive(parse, verb) || is_bare_participle(parse, verb)) return agent_of(parse, verb);
    if (const TokenIndex subject = inverted_subject(parse, verb); subject != no_token) return subject;
    return source_above(parse, verb, depth);
}

/// `quoted her as saying`, `blamed the mayor for refusing`: she says so, he refuses.
bool is_about_object(const Parse& parse, TokenIndex preposition, TokenIndex object) {
    const std::string_view word = parse.at(preposition).lower;
    if (object == no_token || word == "as") return object != no_token;
    const Token& token = parse.at(object);
    const bool is_somebody = token.pos == Pos::propn || (token.pos == Pos::pron && token.lower != "it");
    return is_somebody && (word == "for" || word == "of" || word == "from");
}

/// `the step of criticizing it`, `by saying`, `in addition to stating`: whose step, or who did it.
TokenIndex source_of_gerund(const Parse& parse, TokenIndex gerund, int depth) {
    TokenIndex above = parse.at(gerund).head;
    for (int steps = 0; steps < 6; ++steps) {
        const Token& token = parse.at(above);
        if (is_verb(token)) {
            // `the paper quoted her as saying`, `she was quoted as saying`
            const TokenIndex quoted =
                is_passive(parse, above) ? subject_child(parse, above) : parse.child(above, Dep::dobj);
            return is_about_object(parse, parse.at(gerund).head, quoted) ? quoted
                                                                         : source_at(parse, above, depth + 1);
        }
        if (const TokenIndex owner = parse.child(above, Dep::poss); owner != no_token) return owner;
        if (token.head == above) break;
        above = token.head;
    }
    return no_token;
}

/// A participle behind a comma.
bool is_apart(const Parse& parse, TokenIndex verb) {
    return parse.at(verb).tag == Tag::vbg && verb > 0 && parse.at(verb - 1).text == ",";
}

/// `said the plan had failed, citing costs`: whoever the main verb names, however deep the parser hung the
/// participle.
TokenIndex source_of_main(const Parse& parse, TokenIndex participle, int depth) {
    TokenIndex main = no_token;
    for (TokenIndex above = parse.at(participle).head, steps = 0; steps < 12; ++steps) {
        const Token& token = parse.at(above);
        if (is_verb(token) && subject_child(parse, above) != no_token) {
            main = above;
            if (token.dep == Dep::conj) break;
        }
        if (token.head == above) break;
        above = token.head;
    }
    return main == no_token ? no_token : source_at(parse, main, depth + 1);
}

TokenIndex source_above(const Parse& parse, TokenIndex verb, int depth) {
    const Token& token = parse.at(verb);
    const TokenIndex head = token.head;
    if (head == verb) return no_token;
    const Token& above = parse.at(head);
    const bool is_clause = token.dep == Dep::advcl || token.dep == Dep::acl;
    if (is_clause && is_apart(parse, verb))
        if (const TokenIndex source = source_of_main(parse, verb, depth); source != no_token) return source;
    switch (token.dep) {
    case Dep::conj:
    case Dep::advcl:
    case Dep::xcomp:
    case Dep::dep:
    case Dep::ccomp:
        if (above.pos == Pos::adj && token.dep == Dep::xcomp && is_verb(parse.at(above.head)))
            return source_at(parse, above.head, depth + 1); // `was slow to admit`
        if (!is_verb(above)) return above.pos == Pos::noun || above.pos == Pos::propn ? head : no_token;
        if (token.dep == Dep::ccomp && token.tag != Tag::vbg && token.tag != Tag::vb) return no_token;
        if (token.dep == Dep::xcomp && is_on(WordList::object_control, above.lemma))
            if (const TokenIndex object = parse.child(head, Dep::dobj); object != no_token) return object;
        return is_passive(parse, head) ? subject_child(parse, head) : source_at(parse, head, depth + 1);
    case Dep::pcomp: return source_of_gerund(parse, verb, depth);
    case Dep::acl: return head;
    default: return no_token;
    }
}

bool breaks_line(const Token& token) {
    return token.pos == Pos::space && token.text.find('\n') != std::string_view::npos;
}

bool is_trimmed(const Token& token) {
    if (token.pos == Pos::space) return true;
    if (token.tag == Tag::open_quote || token.tag == Tag::close_quote || token.text == "\"") return false;
    if (token.text == "“" || token.text == "”" || token.text == "%" || token.text == "$") return false;
    if (token.text == ")" || token.text == "(" || token.text == "]" || token.text == "[") return false;
    return token.pos == Pos::punct;
}

/// No token before the first: trees from outside may cross, so that a name's apposition starts the text.
bool is_dash(const Parse& parse, TokenIndex at) {
    if (at < 0) return false;
    const Token& token = parse.at(at);
    if (token.text == "–" || token.text == "—" || token.text == "―" || token.text == "--") return true;
    return token.text == "-" && at > 0 && at + 1 < parse.size() &&
           parse.at(at - 1).span.end < token.span.start && token.span.end < parse.at(at + 1).span.start;
}

bool is_mark_of_speech(const Token& token) {
    return token.text == "\"" || token.text == "“" || token.text == "”" || token.text == "''" ||
           token.text == "``";
}

/// Where the phrase starts: not before a line break, a colon, the dash behind a dateline, or a mark of
/// quotation that has no partner.
TokenIndex source_start(const Parse& parse, TokenIndex head) {
    TokenIndex first = parse.at(head).left_edge, last_dash = no_token, last_mark = no_token;
    int dashes = 0, marks = 0;
    for (TokenIndex t = first; t < head; ++t) {
        if (breaks_line(parse.at(t)) || parse.at(t).text == ":") first = t + 1, dashes = marks = 0;
        if (is_dash(parse, t)) last_dash = t, ++dashes;
        if (is_mark_of_speech(parse.at(t))) last_mark = t, ++marks;
    }
    if (dashes % 2 == 1) first = std::max(first, last_dash + 1);
    if (marks % 2 == 1) first = std::max(first, last_mark + 1);
    if (const Pos pos = parse.at(first).pos; pos == Pos::adp || pos == Pos::adv) // `on Sunday, the militia`
        for (TokenIndex t = head - 1; t > first; --t)
            if (parse.at(t).text == ",") {
                first = t + 1;
                break;
            }
    const std::string_view word = parse.at(first).lower;
    return first < head && (word == "even" || word == "both") ? first + 1 : first;
}

/// `Smith on Monday`, which the parser ties to the name.
bool is_time_phrase(const Parse& parse, TokenIndex preposition) {
    const TokenIndex object = object_of(parse, preposition);
    return object != no_token &&
           (parse.at(object).name_type == NameType::date || parse.at(object).name_type == NameType::time);
}

/// `said Smith in a statement`: where he said it is no part of his name.
bool is_occasion(const Parse& parse, TokenIndex head, TokenIndex preposition) {
    const std::string_view word = parse.at(preposition).lower;
    if (parse.at(head).pos != Pos::propn ||
        (word != "in" && word != "on" && word != "at" && word != "during"))
        return false;
    const TokenIndex object = object_of(parse, preposition);
    return object != no_token && is_on(WordList::occasion, parse.at(object).lemma);
}

/// Where the phrase ends: before a participle clause, a floating `both`, a time, an occasion, a line break.
TokenIndex source_end(const Parse& parse, TokenIndex head) {
    TokenIndex last = parse.at(head).right_edge + 1;
    for (const TokenIndex child : parse.children(head)) {
        const Token& part = parse.at(child);
        if (part.left_edge <= head) continue;
        const bool is_participle = part.dep == Dep::acl && part.tag == Tag::vbg && child == part.left_edge;
        const bool is_floating = part.lower == "both" || part.lower == "all" || part.lower == "each";
        const bool is_time =
            part.dep == Dep::prep && (is_time_phrase(parse, child) || is_occasion(parse, head, child));
        const bool is_relative = part.dep == Dep::relcl && parse.at(part.left_edge - 1).text == ",";
        if (is_participle || is_floating || is_time || is_relative) last = std::min(last, part.left_edge);
    }
    for (TokenIndex t = head + 1; t < last; ++t)
        if (breaks_line(parse.at(t)) || parse.at(t).text == ":") return t;
    return last;
}

/// True when the mark at `end` closes what a like mark behind `head` opened: `Smith, the mayor,`.
bool closes_insertion(const Parse& parse, TokenIndex head, TokenIndex end) {
    if (end >= parse.size() || parse.at(end).pos != Pos::punct) return false;
    const std::string_view mark = parse.at(end).text;
    if (mark != "," && mark != "–" && mark != "—" && mark != "--") return false;
    for (TokenIndex t = head + 1; t < end; ++t)
        if (parse.at(t).text == mark) return true;
    return false;
}

/// `LIMA -- President Example said`, where the parser took the town for the speaker.
TokenIndex behind_dateline(const Parse& parse, TokenIndex source) {
    constexpr TokenIndex longest = 8;
    if (source == no_token || parse.at(source).pos != Pos::propn) return source;
    const std::string_view town = parse.at(source).text;
    if (std::any_of(town.begin(), town.end(), is_lower) ||
        parse.at(source).left_edge > parse.sentence_of(source).first + 2)
        return source;
    for (const TokenIndex child : parse.children(source)) {
        const Token& token = parse.at(child);
        const bool is_beside = token.dep == Dep::appos && child > source && child < source + longest;
        if (is_beside && is_dash(parse, token.left_edge - 1)) return child;
    }
    return source;
}

} // namespace

bool names_speaker(const Parse& parse, TokenIndex name) {
    const auto is_name = [](const Token& token) {
        return token.name_type == NameType::person || token.name_type == NameType::org;
    };
    const std::string_view text = parse.at(name).text;
    return is_name(parse.at(name)) ||
           std::any_of(parse.tokens.begin(), parse.tokens.end(),
                       [&](const Token& token) { return token.text == text && is_name(token); });
}

TokenIndex source_before(const Parse& parse, TokenIndex verb) {
    return name_before(parse, verb);
}

TokenIndex source_of_verb(const Parse& parse, TokenIndex verb) {
    const TokenIndex source = behind_dateline(parse, source_at(parse, verb, 0));
    const bool is_own = is_finite(parse.at(verb)) && !parse.has_child(verb, Dep::auxpass);
    return source == no_token && is_own ? name_before(parse, verb) : source;
}

TokenIndex source_of_noun(const Parse& parse, TokenIndex noun) {
    for (const TokenIndex child : parse.children(noun)) {
        const Token& token = parse.at(child);
        if (token.dep == Dep::poss) return child;
        const bool is_author = token.dep == Dep::prep &&
                               (token.lower == "by" || token.lower == "from" || token.lower == "among");
        if (const TokenIndex object = is_author ? object_of(parse, child) : no_token; object != no_token)
            return object;
    }
    // `made a statement`, `expressed concern`: whoever did; `dismissed claims`: somebody else
    const Token& token = parse.at(noun);
    const TokenIndex head = token.head;
    if (is_on(WordList::refuting, parse.at(head).lemma)) return no_token;
    if ((token.dep == Dep::dobj || token.dep == Dep::attr) && is_verb(parse.at(head)))
        return source_of_verb(parse, head);
    return no_token;
}

bool is_under(const Parse& parse, TokenIndex token, TokenIndex head) {
    return parse.at(head).left_edge <= token && token <= parse.at(head).right_edge;
}

Span trimmed(const Parse& parse, TokenIndex first, TokenIndex last) {
    while (first < last && is_trimmed(parse.at(first))) ++first;
    while (first < last && (is_trimmed(parse.at(last - 1)) || parse.at(last - 1).pos == Pos::cconj)) --last;
    return first < last ? parse.span_of(first, last) : Span{};
}

Span source_phrase(const Parse& parse, TokenIndex head) {
    const Token& token = parse.at(head);
    const TokenIndex first = source_start(parse, head);
    TokenIndex last = source_end(parse, head);
    const Span span = trimmed(parse, first, last);
    if (span.empty()) return token.span;
    while (last > first && parse.at(last - 1).span.end > span.end) --last;
    return closes_insertion(parse, head, last) ? Span{span.start, parse.at(last).span.end} : span;
}

Span cue_phrase(const Parse& parse, TokenIndex cue, TokenIndex preposition) {
    TokenIndex first = cue, last = cue + 1;
    while (first > 0 && parse.at(first - 1).dep == Dep::advmod && parse.at(first - 1).head == cue &&
           parse.at(first - 1).pos == Pos::adv)
        --first;
    if (first > 0 && first < cue && parse.at(first - 1).pos == Pos::aux) first = cue;
    if (last < parse.size() && parse.at(last).dep == Dep::prt && parse.at(last).head == cue) ++last;
    const auto is_manner = [&](TokenIndex t) { // `said bluntly`, `spoke openly of`
        return t < parse.size() && parse.at(t).dep == Dep::advmod && parse.at(t).head == cue &&
               parse.at(t).pos == Pos::adv && parse.at(t).left_edge == t && parse.at(t).right_edge == t &&
               parse.at(t).tag == Tag::rb;
    };
    if (parse.at(cue).pos == Pos::verb && is_manner(last)) ++last;
    if (preposition == last) ++last;
    return parse.span_of(first, last);
}

Span content_phrase(const Parse& parse, TokenIndex head) {
    return trimmed(parse, parse.at(head).left_edge, parse.at(head).right_edge + 1);
}

} // namespace dateline::said
