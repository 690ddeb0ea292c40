// Where a cue's content stands when it is no clause of its own: an infinitive, a verb in -ing, an object, an
// object and what it is called, what stands behind a preposition.

#include "said/complements.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "said/content_end.hpp"
#include "said/phrases.hpp"
#include "said/words.hpp"

namespace dateline::said {

TokenIndex child_preposition(const Parse& parse, TokenIndex cue, std::string_view word) {
    for (const TokenIndex child : parse.children(cue)) {
        const Token& token = parse.at(child);
        if (child > cue && token.lower == word && (token.dep == Dep::prep || token.dep == Dep::dative))
            return child;
    }
    return no_token;
}

const std::vector<CueFrame>* particle_frames(const Parse& parse, const CueLexicon& cues, TokenIndex verb) {
    TokenIndex particle = parse.child(verb, Dep::prt);
    if (particle == no_token && verb + 1 < parse.size() && parse.at(verb + 1).head == verb &&
        parse.at(verb + 1).lower == "back") // `shot back`: an adverb to the parser
        particle = verb + 1;
    if (particle == no_token) return nullptr;
    return cues.find(fmt::format("{} {}", parse.at(verb).lemma, parse.at(particle).lower), CuePart::verb);
}

namespace {

TokenIndex child_object(const Parse& parse, TokenIndex cue) {
    return parse.child(cue, Dep::dobj);
}

/// `Her argument is that it failed`: what the noun is said to be.
void add_predicate(const Parse& parse, const CueLexicon& cues, TokenIndex noun, Attribution& attribution) {
    const TokenIndex verb = parse.at(noun).head;
    const TokenIndex clause = parse.child(verb, Dep::ccomp);
    if (parse.at(noun).dep != Dep::nsubj || parse.at(verb).lemma != "be" || clause < verb) return;
    const TokenIndex first = parse.at(clause).left_edge;
    if (first == verb + 1 && parse.at(first).lower == "that")
        attribution.contents.push_back(trimmed(parse, first, end_of_content(parse, cues, clause)));
}

/// `sought to leave and accused them`: a finite verb is no part of the infinitive the parser hung it on.
TokenIndex end_of_infinitive(const Parse& parse, TokenIndex verb) {
    for (const TokenIndex child : parse.children(verb)) {
        const Token& token = parse.at(child);
        const bool is_finite = token.tag == Tag::vbd || token.tag == Tag::vbz;
        if (child > verb && token.dep == Dep::conj && is_finite && token.left_edge > verb + 1)
            return token.left_edge;
    }
    return parse.at(verb).right_edge + 1;
}

bool add_infinitive(const Parse& parse, const CueLexicon& cues, TokenIndex cue, Attribution& attribution) {
    for (const TokenIndex child : parse.children(cue)) {
        const Token& token = parse.at(child);
        const bool is_complement = token.dep == Dep::xcomp || token.dep == Dep::acl ||
                                   token.dep == Dep::ccomp || token.dep == Dep::advcl;
        if (parse.at(cue).lemma == "look" && token.left_edge != cue + 1)
            continue; // `looked closely to find it`
        const bool of_another = token.dep == Dep::ccomp && has_particle_to(parse, child); // `want her to go`
        if (child > cue && is_complement && (of_another || is_infinitive(parse, child))) {
            const TokenIndex object = child_object(parse, cue);
            const bool has_object = object != no_token && object > cue && object < child;
            const TokenIndex first = std::max(parse.at(has_object ? object : child).left_edge, cue + 1);
            attribution.contents.push_back(trimmed(
                parse, first, std::min(end_of_infinitive(parse, child), end_of_content(parse, cues, child))));
            return true;
        }
    }
    return false;
}

/// `resented being held to it`
bool is_passive_gerund(const Parse& parse, TokenIndex verb) {
    const TokenIndex auxiliary = parse.child(verb, Dep::auxpass);
    return auxiliary != no_token && auxiliary == parse.at(verb).left_edge &&
           parse.at(auxiliary).tag == Tag::vbg;
}

/// `denied taking it`, `proposed that or moving it`
bool add_gerund(const Parse& parse, const CueLexicon& cues, TokenIndex cue, Attribution& attribution) {
    for (const TokenIndex child : parse.children(cue)) {
        const Token& token = parse.at(child);
        const bool is_complement =
            token.dep == Dep::xcomp || token.dep == Dep::ccomp || token.dep == Dep::dobj;
        if (child < cue || !is_complement) continue;
        if (token.tag != Tag::vbg && !is_passive_gerund(parse, child)) continue;
        if (token.left_edge > 0 && parse.at(token.left_edge - 1).text == ",") continue;
        attribution.contents.push_back(trimmed(parse, token.left_edge, end_of_content(parse, cues, child)));
        return !attribution.contents.back().empty();
    }
    return false;
}

/// What a passive is about: `the report was denied by them`, `a report denied by them`.
TokenIndex passive_object(const Parse& parse, TokenIndex cue) {
    if (parse.has_child(cue, Dep::auxpass)) return parse.child(cue, Dep::nsubjpass);
    const Token& token = parse.at(cue);
    return token.tag == Tag::vbn && token.dep == Dep::acl ? token.head : no_token;
}

/// `condemned what she called a lie`
bool add_free_relative(const Parse& parse, TokenIndex cue, Attribution& attribution) {
    const TokenIndex clause = parse.child(cue, Dep::ccomp);
    if (clause == no_token || parse.at(clause).left_edge != cue + 1 || parse.at(cue + 1).tag != Tag::wp)
        return false;
    attribution.contents.push_back(content_phrase(parse, clause));
    return !attribution.contents.back().empty();
}

/// `mocked them for it`, `named her to the court`, `a poll shows her in front`: the phrase right behind the
/// object says what for, as what, or how.
TokenIndex behind_complement(const Parse& parse, const CueLexicon& cues, TokenIndex cue, TokenIndex last,
                             CueKind kind) {
    if (last >= parse.size()) return last;
    const Token& next = parse.at(last);
    const std::string_view word = next.lower;
    const bool is_complement = word == "for" || word == "as" || word == "to" || word == "from";
    const bool belongs =
        next.dep == Dep::prep && next.head == cue && (is_complement || kind == CueKind::finding);
    return belongs ? end_of_content(parse, cues, last) : last;
}

bool add_object(const Parse& parse, const CueLexicon& cues, TokenIndex cue, CuePart part,
                Attribution& attribution) {
    if (part != CuePart::verb) return false;
    if (const TokenIndex passive = passive_object(parse, cue);
        passive != no_token && attribution.source != no_token) {
        if (passive == parse.at(cue).head) // `a report denied by them`
            add_around(parse, parse.at(passive).left_edge, parse.at(passive).right_edge + 1,
                       parse.at(cue).left_edge, parse.at(cue).right_edge + 1, attribution.contents);
        else
            attribution.contents.push_back(content_phrase(parse, passive));
        return !attribution.contents.empty() && !attribution.contents.back().empty();
    }
    const TokenIndex object = child_object(parse, cue);
    if (object == no_token) return add_free_relative(parse, cue, attribution);
    if (parse.at(object).tag == Tag::wp || parse.at(object).tag == Tag::wdt) return false;
    // `back up a claim`, `deny them access`: other meanings
    if (parse.has_child(cue, Dep::dative) && parse.at(cue).lemma != "tell") return false;
    if (parse.has_child(cue, Dep::prt) && !particle_frames(parse, cues, cue)) return false;
    const bool is_reflexive =
        parse.at(object).lower.ends_with("self") || parse.at(object).lower.ends_with("selves");
    if (is_reflexive && attribution.kind != CueKind::stance) return false; // `defended himself`
    if (is_on(WordList::listener, parse.at(cue).lemma) && !is_on(WordList::tale, parse.at(object).lemma))
        return false;
    const TokenIndex last =
        behind_complement(parse, cues, cue, end_of_content(parse, cues, object), attribution.kind);
    attribution.contents.push_back(trimmed(parse, parse.at(object).left_edge, last));
    return !attribution.contents.back().empty();
}

/// `called the charges unfounded and made up`, `called the unrest a moment like that of her youth`, where the
/// parser takes what they are called for a part of the object or for a second one.
bool names_behind_object(const Parse& parse, TokenIndex cue, TokenIndex object, Attribution& attribution) {
    if (parse.at(cue).lemma != "call" || object == no_token || object < cue) return false;
    const Token& first = parse.at(object);
    TokenIndex last = no_token;
    for (const TokenIndex child : parse.children(cue)) // a second object
        if (child > object && parse.at(child).dep == Dep::dobj) last = parse.at(child).right_edge;
    const TokenIndex end = parse.at(cue).right_edge;
    for (TokenIndex t = object + 1; t <= end && last == no_token; ++t) {
        const Token& token = parse.at(t);
        const bool is_behind_noun = (token.dep == Dep::amod && token.head < t) ||
                                    (token.dep == Dep::pobj && token.tag == Tag::jj &&
                                     !parse.has_child(t, Dep::det)); // `the row with the lobby | pointless`
        const bool is_participle = token.dep == Dep::acl && token.tag == Tag::vbn && token.head == object &&
                                   token.left_edge == object + 1 && !parse.has_child(t, Dep::agent);
        if (is_behind_noun || is_participle) last = std::max(token.right_edge, first.right_edge);
    }
    if (last == no_token) return false;
    attribution.contents.push_back(trimmed(parse, first.left_edge, last + 1));
    return !attribution.contents.back().empty();
}

bool add_object_as(const Parse& parse, const CueLexicon& cues, TokenIndex cue, Attribution& attribution) {
    const TokenIndex as = child_preposition(parse, cue, "as");
    const TokenIndex object = child_object(parse, cue);
    if (as != no_token && object != no_token && object < as) {
        attribution.contents.push_back(
            trimmed(parse, parse.at(object).left_edge, end_of_content(parse, cues, as)));
        return true;
    }
    if (as == cue + 1 && object > as) { // `condemned as a crime the raids`
        attribution.contents.push_back(trimmed(parse, as, parse.at(object).right_edge + 1));
        return !attribution.contents.back().empty();
    }
    if (as == cue + 1 && parse.at(as).right_edge > as) { // `which she described as a lie`
        attribution.contents.push_back(trimmed(parse, as + 1, parse.at(as).right_edge + 1));
        attribution.cue_span = cue_phrase(parse, cue, as);
        return !attribution.contents.back().empty();
    }
    if (as > cue + 1 && parse.has_child(cue, Dep::agent)) { // `was described by them as a lie`
        attribution.contents.push_back(trimmed(parse, as, parse.at(as).right_edge + 1));
        return !attribution.contents.back().empty();
    }
    for (const TokenIndex child : parse.children(cue)) { // `called him a liar`
        const Token& token = parse.at(child);
        if (child < cue || (token.dep != Dep::oprd && token.dep != Dep::xcomp && token.dep != Dep::ccomp))
            continue;
        if ((token.pos == Pos::verb && token.tag != Tag::vbn) || token.pos == Pos::aux) continue;
        const bool has_object = object != no_token && object > cue; // `what she called a lie`
        const TokenIndex first =
            has_object ? std::min(parse.at(object).left_edge, token.left_edge) : token.left_edge;
        const TokenIndex end = end_of_content(parse, cues, child);
        const TokenIndex last = has_object ? std::max(parse.at(object).right_edge + 1, end) : end;
        attribution.contents.push_back(trimmed(parse, first, last));
        return true;
    }
    return names_behind_object(parse, cue, object, attribution);
}

/// `called for them to be freed`: the clause that begins with the preposition.
TokenIndex clause_behind(const Parse& parse, TokenIndex cue, std::string_view word) {
    for (const TokenIndex child : parse.children(cue)) {
        const Token& token = parse.at(child);
        const bool is_clause = token.dep == Dep::advcl || token.dep == Dep::ccomp || token.dep == Dep::xcomp;
        if (is_clause && token.left_edge == cue + 1 && parse.at(token.left_edge).dep == Dep::mark &&
            parse.at(token.left_edge).lower == word)
            return child;
    }
    return no_token;
}

/// `took aim at it`, where the parser hung the preposition on the verb that only carries the noun.
TokenIndex behind_carried(const Parse& parse, TokenIndex noun, std::string_view word) {
    const Token& token = parse.at(noun);
    if (token.pos != Pos::noun || token.dep != Dep::dobj ||
        !is_on(WordList::light, parse.at(token.head).lemma))
        return no_token;
    const TokenIndex preposition = child_preposition(parse, token.head, word);
    return preposition == token.right_edge + 1 ? preposition : no_token;
}

bool add_prepositional(const Parse& parse, const CueLexicon& cues, TokenIndex cue, const std::string& word,
                       Attribution& attribution) {
    if (const TokenIndex clause = clause_behind(parse, cue, word); clause != no_token) {
        attribution.contents.push_back(trimmed(parse, cue + 2, parse.at(clause).right_edge + 1));
        attribution.cue_span = cue_phrase(parse, cue, cue + 1);
        return !attribution.contents.back().empty();
    }
    TokenIndex preposition = child_preposition(parse, cue, word);
    const TokenIndex object = child_object(parse, cue);
    if (preposition == no_token && object != no_token) preposition = child_preposition(parse, object, word);
    if (preposition == no_token) preposition = behind_carried(parse, cue, word);
    if (preposition == no_token || parse.at(preposition).right_edge == preposition) return false;
    // `reported on Monday`, `spoke on condition of …`
    const TokenIndex about = parse.child(preposition, Dep::pobj);
    if (about != no_token &&
        (parse.at(about).name_type == NameType::date || parse.at(about).name_type == NameType::time ||
         parse.at(about).lemma == "condition"))
        return false;
    TokenIndex last = end_of_content(parse, cues, preposition);
    for (const TokenIndex child : parse.children(cue)) // `called on them to leave`
        if ((parse.at(child).dep == Dep::xcomp || parse.at(child).dep == Dep::advcl) &&
            parse.at(child).left_edge == last && is_infinitive(parse, child))
            last = end_of_infinitive(parse, child);
    last = behind_complement(parse, cues, cue, last, attribution.kind); // `railed at them for it`
    if (word == "on" && attribution.source == no_token && parse.has_child(cue, Dep::nsubjpass))
        return false; // `was blamed on them`
    // `accused them of it` is all content, `asked them about it` has a listener
    const bool has_object = word != "about" && object != no_token && object > cue && object < preposition;
    attribution.contents.push_back(
        trimmed(parse, has_object ? parse.at(object).left_edge : preposition + 1, last));
    attribution.cue_span = cue_phrase(parse, cue, preposition);
    if (word == "about" && object == cue + 1 && preposition == cue + 2) // `asked him about`
        attribution.cue_span->end = parse.at(preposition).span.end;
    return !attribution.contents.back().empty();
}

} // namespace

void add_passive_subject(const Parse& parse, const CueFrame& frame, Attribution& attribution) {
    if (frame.place == ContentPlace::clause || frame.place == ContentPlace::object) return;
    // `was asked about it`, `were told to leave`: the words before the cue are the reporter's; so are they
    // where nobody is said to expect it (`is expected to leave`)
    const bool is_nobodys = attribution.source == no_token;
    if (frame.preposition == "about" || is_on(WordList::listener, parse.at(attribution.cue).lemma)) return;
    if (is_nobodys && (frame.place == ContentPlace::infinitive || frame.preposition == "to")) return;
    const TokenIndex subject = parse.child(attribution.cue, Dep::nsubjpass);
    if (subject == no_token || subject > attribution.cue || parse.at(subject).lower == "it" ||
        !parse.has_child(attribution.cue, Dep::auxpass))
        return;
    const Span phrase = content_phrase(parse, subject);
    if (!phrase.empty() && phrase.end <= attribution.contents.front().start)
        attribution.contents.insert(attribution.contents.begin(), phrase);
}

bool add_content(const Parse& parse, const CueLexicon& cues, TokenIndex cue, CuePart part,
                 const CueFrame& frame, Stretch stretch, Attribution& attribution) {
    switch (frame.place) {
    case ContentPlace::clause:
        attribution.contents = reported_clause(parse, cues, cue, part, attribution.source, stretch);
        if (attribution.contents.empty() && part == CuePart::noun)
            add_predicate(parse, cues, cue, attribution);
        return !attribution.contents.empty();
    case ContentPlace::infinitive: return add_infinitive(parse, cues, cue, attribution);
    case ContentPlace::gerund: return part == CuePart::verb && add_gerund(parse, cues, cue, attribution);
    case ContentPlace::object: return add_object(parse, cues, cue, part, attribution);
    case ContentPlace::as: return part == CuePart::verb && add_object_as(parse, cues, cue, attribution);
    case ContentPlace::quotation: return false;
    case ContentPlace::preposition:
        return add_prepositional(parse, cues, cue, frame.preposition, attribution);
    }
    return false;
}

} // namespace dateline::said
