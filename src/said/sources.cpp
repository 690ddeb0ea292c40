// Who speaks at a word. Subjects and agents are in the tree; a verb without one shares that of the verb it
// hangs on. Where the parser tied the speaker elsewhere (a dateline, brackets, a quotation before the
// participle), the words beside the verb tell.

#include "said/sources.hpp"

#include <algorithm>
#include <string_view>

#include "base/text.hpp"
#include "said/phrases.hpp"
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
    // `May said`, `Will says`: no modal stands before a finite verb
    const bool is_modal = last >= 0 && (parse.at(last).tag == Tag::md ||
                                        (parse.at(last).dep == Dep::aux && parse.at(last).tag == Tag::nnp));
    if (is_modal && is_upper(parse.at(last).text.front())) return last;
    while (last >= 0 && (parse.at(last).pos == Pos::adv || parse.at(last).pos == Pos::aux)) --last;
    last = before_insertion(parse, last);
    if (last < 0 || parse.at(last).sentence != parse.at(verb).sentence) return no_token;
    const Token& token = parse.at(last);
    const bool can_speak = token.name_type == NameType::person || token.name_type == NameType::org ||
                           token.name_type == NameType::gpe || token.name_type == NameType::norp;
    return can_speak && token.pos == Pos::propn && !is_on(WordList::occasion, token.lower) ? last : no_token;
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

/// `"…," Smith said, adding`, `Smith said: "…," adding`: the verb of saying that the comma closes.
TokenIndex reporter_before(const Parse& parse, TokenIndex participle) {
    constexpr TokenIndex longest = 120; // tokens of a quotation
    TokenIndex t = participle - 2;
    const auto says = [&](TokenIndex at) {
        return at >= 0 && is_finite(parse.at(at)) && is_on(WordList::inverted, parse.at(at).lemma);
    };
    if (t >= 0 && parse.at(t).tag == Tag::close_quote) --t;
    if (says(t)) return t;
    if (t < 1 || parse.at(participle - 1).tag != Tag::close_quote) return no_token;
    for (const TokenIndex stop = std::max<TokenIndex>(t - longest, 1); t > stop; --t)
        if (parse.at(t).tag == Tag::open_quote)
            return (parse.at(t - 1).text == ":" || parse.at(t - 1).text == ",") && says(t - 2) ? t - 2
                                                                                               : no_token;
    return no_token;
}

TokenIndex source_above(const Parse& parse, TokenIndex verb, int depth) {
    const Token& token = parse.at(verb);
    const TokenIndex head = token.head;
    if (token.tag == Tag::vbg && verb > 2 &&
        (parse.at(verb - 1).text == "," || parse.at(verb - 1).tag == Tag::close_quote))
        if (const TokenIndex said = reporter_before(parse, verb); said != no_token)
            return source_at(parse, said, depth + 1);
    if (head == verb) return no_token;
    const Token& above = parse.at(head);
    if (token.dep == Dep::acl && is_carried(parse, verb)) return source_at(parse, above.head, depth + 1);
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
    case Dep::acl: return is_used(parse, verb) ? source_at(parse, above.head, depth + 1) : head;
    default: return no_token;
    }
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

/// `as Peru and Chile back it`, where the parser hung the verb on another clause: the first of the names
/// right before a verb without a subject.
TokenIndex names_beside(const Parse& parse, TokenIndex verb) {
    if (verb == 0 || parse.at(verb - 1).pos != Pos::propn || subject_child(parse, verb) != no_token)
        return no_token;
    TokenIndex name = name_before(parse, verb);
    while (name != no_token && parse.at(name).dep == Dep::conj &&
           parse.at(parse.at(name).head).pos == Pos::propn)
        name = parse.at(name).head;
    return name;
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

bool is_used(const Parse& parse, TokenIndex infinitive) {
    const Token& noun = parse.at(parse.at(infinitive).head);
    return parse.at(infinitive).dep == Dep::acl && parse.at(infinitive - 1).tag == Tag::to &&
           noun.dep == Dep::dobj && is_on(WordList::usage, parse.at(noun.head).lemma);
}

bool is_carried(const Parse& parse, TokenIndex participle) {
    const Token& noun = parse.at(parse.at(participle).head);
    if (parse.at(participle).tag != Tag::vbg || noun.dep != Dep::dobj || parse.at(participle).lemma == "show")
        return false;
    return is_verb(parse.at(noun.head)) && is_on(WordList::light, parse.at(noun.head).lemma) &&
           (is_on(WordList::document, noun.lemma) || is_on(WordList::effort, noun.lemma));
}

TokenIndex source_before(const Parse& parse, TokenIndex verb) {
    return name_before(parse, verb);
}

TokenIndex source_of_verb(const Parse& parse, TokenIndex verb) {
    const TokenIndex source = behind_dateline(parse, source_at(parse, verb, 0));
    const bool is_own = is_finite(parse.at(verb)) && !parse.has_child(verb, Dep::auxpass);
    if (!is_own) return source;
    if (source == no_token) return name_before(parse, verb);
    const TokenIndex name = names_beside(parse, verb);
    return name == no_token ? source : name;
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
    if (token.dep == Dep::dobj && !is_on(WordList::light, parse.at(head).lemma)) return no_token;
    if ((token.dep == Dep::dobj || token.dep == Dep::attr) && is_verb(parse.at(head)))
        return source_of_verb(parse, head);
    return no_token;
}

} // namespace dateline::said
