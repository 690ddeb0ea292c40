// Who does it: the grammatical subject of a verb, its own or, by control, coordination, a relative or a
// participial clause, another's; and what pronouns and prepositions stand for.

#include "what/arguments.hpp"

#include <algorithm>

namespace dateline::what {

namespace {

constexpr int max_depth = 8;

/// `an agreement made in 1991, which …`: parsers hang the clause at the date.
TokenIndex not_a_date(const ReportWords& words, TokenIndex noun) {
    const Token& token = words.at(noun);
    if (token.name_type != NameType::date && token.name_type != NameType::time) return noun;
    TokenIndex above = token.head;
    if (words.at(above).pos == Pos::adp) above = words.at(above).head;
    if (words.is_noun(above)) return above;
    const TokenIndex object = words.parse().child(above, Dep::dobj);
    if (object != no_token && object < noun) return object;
    return words.at(above).dep == Dep::acl ? words.at(above).head : noun;
}

} // namespace

bool is_relative_pronoun(const Token& token) {
    return token.tag == Tag::wdt || token.tag == Tag::wp || (token.lower == "that" && token.pos == Pos::pron);
}

namespace {

/// `accused goalkeeper Bo Kahn of fraud`: parsers take the name for an apposition of what he is.
TokenIndex named_behind(const ReportWords& words, TokenIndex noun) {
    const TokenIndex name = words.parse().child(noun, Dep::appos);
    const bool adjacent = name > noun && words.at(name).left_edge == noun + 1;
    const bool names = adjacent && words.at(noun).pos == Pos::noun &&
                       words.at(name).name_type == NameType::person &&
                       words.mentions().headed_by(noun).actor < 0;
    return names ? name : noun;
}

/// `a friend of the bank who …`: who does something is somebody, wherever parsers hang the clause.
TokenIndex somebody_above(const ReportWords& words, TokenIndex noun) {
    const bool people =
        (words.built_in(noun) & built_in_person) != 0 || words.at(noun).name_type == NameType::norp;
    if (people || words.at(noun).dep != Dep::pobj) return noun;
    const TokenIndex above = words.at(words.at(noun).head).head;
    const bool person =
        words.is_noun(above) && above < noun && (words.built_in(above) & built_in_person) != 0;
    return person ? above : noun;
}

/// `Ada Lind, a friend of the bank who …`: the clause is of whom the apposition names.
TokenIndex named_before(const ReportWords& words, TokenIndex noun) {
    const Token& token = words.at(noun);
    const bool names = token.dep == Dep::appos && token.head < noun && token.name < 0 &&
                       (words.built_in(token.head) & built_in_name) != 0 && words.is_actor(token.head);
    return names ? token.head : noun;
}

} // namespace

TokenIndex resolved(const ReportWords& words, TokenIndex filler) {
    if (filler == no_token) return filler;
    if (!is_relative_pronoun(words.at(filler))) return named_behind(words, filler);
    const bool who = words.at(filler).lower == "who" || words.at(filler).lower == "whom";
    TokenIndex at = filler;
    for (int i = 0; i < max_depth && words.at(at).head != at; ++i) {
        if (words.at(at).dep == Dep::relcl) {
            const TokenIndex noun = not_a_date(words, words.at(at).head);
            return named_before(words, who ? somebody_above(words, noun) : noun);
        }
        at = words.at(at).head;
    }
    return filler;
}

TokenIndex object_of_preposition(const ReportWords& words, TokenIndex preposition) {
    TokenIndex found = words.parse().child(preposition, Dep::pobj);
    if (found == no_token) found = words.parse().child(preposition, Dep::pcomp);
    return resolved(words, found);
}

namespace {

TokenIndex object_of(const ReportWords& words, TokenIndex verb, std::string_view preposition) {
    for (const TokenIndex c : words.parse().children(verb))
        if ((words.at(c).dep == Dep::prep || words.at(c).dep == Dep::dative) &&
            words.at(c).lower == preposition)
            return object_of_preposition(words, c);
    return no_token;
}

} // namespace

TokenIndex agent_of_passive(const ReportWords& words, TokenIndex verb) {
    const TokenIndex agent = words.parse().child(verb, Dep::agent);
    const TokenIndex by =
        agent != no_token ? object_of_preposition(words, agent) : object_of(words, verb, "by");
    const bool means = by != no_token && words.lexicon().has(WordList::means, words.at(by).lemma);
    return means ? no_token : by;
}

bool has_infinitive_mark(const ReportWords& words, TokenIndex verb) {
    for (const TokenIndex c : words.parse().children(verb))
        if (words.at(c).tag == Tag::to) return true;
    return false;
}

TokenIndex told_verb(const ReportWords& words, TokenIndex verb, TokenIndex participle) {
    if (words.at(participle).tag != Tag::vbg || participle < verb) return verb;
    const TokenIndex told = words.parse().child(verb, Dep::ccomp);
    return told != no_token && told < verb && words.is_verb(told) ? told : verb;
}

namespace {

/// Who is what an adjective says: its own subject, the object it is said of (`found him guilty`), the
/// subject of its verb.
TokenIndex bearer_of_quality(const ReportWords& words, TokenIndex adjective, int depth) {
    for (int i = 0; i < max_depth && words.at(adjective).dep == Dep::conj && // `able and willing to go`
                    words.at(words.at(adjective).head).pos == Pos::adj;
         ++i)
        adjective = words.at(adjective).head;
    const TokenIndex own = words.parse().child(adjective, Dep::nsubj);
    if (own != no_token) return own;
    const Token& token = words.at(adjective);
    if (token.dep == Dep::amod && token.head < adjective)
        return words.is_actor(token.head) ? token.head : no_token;
    if (token.dep == Dep::oprd || token.dep == Dep::ccomp) {
        const TokenIndex object = words.parse().child(token.head, Dep::dobj);
        if (object != no_token && object < adjective) return object;
    }
    return words.is_verb(token.head) ? surface_subject(words, token.head, depth) : no_token;
}

/// Whom an infinitive below `governor` has for its subject.
TokenIndex controller(const ReportWords& words, TokenIndex governor, int depth) {
    const Token& token = words.at(governor);
    if (token.pos == Pos::adj && token.head != governor) return bearer_of_quality(words, governor, depth);
    if (is_passive(words, governor, depth)) return surface_subject(words, governor, depth);
    if (!words.lexicon().has(WordList::subject_control, token.lemma)) {
        const bool phones = words.lexicon().has(WordList::phoning, token.lemma); // `rang him to thank him`
        for (const Dep dep : {Dep::dobj, Dep::dative}) {
            const TokenIndex object = words.parse().child(governor, dep);
            if (object != no_token && words.is_actor(object) && !phones) return resolved(words, object);
        }
        if (words.lexicon().has(WordList::appealing, token.lemma))
            for (const std::string_view preposition : {"on", "upon", "to", "with", "for"}) {
                const TokenIndex object = object_of(words, governor, preposition);
                if (object != no_token && words.is_actor(object)) return object;
            }
    }
    const TokenIndex subject = surface_subject(words, governor, depth);
    if (subject == no_token || token.lemma != "be") return subject;
    if (words.at(subject).lower == "it") return no_token; // `it is wise to wait`: nobody
    if (words.at(subject).pos != Pos::noun || words.is_actor(subject)) return subject;
    return words.parse().child(subject, Dep::poss); // `the aim is to wait`; `his aim is to wait`: he
}

/// `a vow by X to strike`, `a threat from X to leave`; but `a call by X to leave` asks others.
TokenIndex maker_of_plan(const ReportWords& words, TokenIndex noun) {
    for (const std::string_view preposition : {"by", "from", "of"}) {
        const TokenIndex maker = object_of(words, noun, preposition);
        if (maker == no_token || !words.is_actor(maker)) continue;
        // `the refusal of X to go`; but `the arrest of X to calm the town`
        if (preposition == "of" && words.lexicon().governors().find(words.at(noun).lemma, 'n') == nullptr)
            continue;
        // but `accepted an invitation from X to visit Y`
        if (preposition == "from" && words.at(noun).dep == Dep::dobj) continue;
        const auto frames = words.lexicon().frames_of(words.at(noun).lemma, words.at(noun).pos);
        const bool asks = std::any_of(frames.begin(), frames.end(), [&](std::uint32_t f) {
            return words.lexicon().frames()[f].type == "REQUEST";
        });
        if (!asks) return maker;
    }
    return no_token;
}

/// The doer of what a noun names, to serve as subject of its infinitive (`their plan to attack`).
TokenIndex owner_as_subject(const ReportWords& words, TokenIndex noun, int depth) {
    for (const TokenIndex c : words.parse().children(noun))
        if (words.at(c).dep == Dep::poss) return c;
    const TokenIndex maker = maker_of_plan(words, noun);
    if (maker != no_token) return maker;
    const Token& token = words.at(noun);
    if (token.dep == Dep::dobj) { // `gave them a day to leave`
        const TokenIndex receiver = words.parse().child(token.head, Dep::dative);
        if (receiver != no_token && words.at(receiver).pos != Pos::adp && words.is_actor(receiver))
            return receiver;
    }
    if (token.dep == Dep::dobj || token.dep == Dep::attr) return surface_subject(words, token.head, depth);
    // but `dismayed by the decision to go`
    if (token.dep == Dep::pobj && words.at(token.head).head != token.head &&
        words.at(token.head).lower != "by")
        return surface_subject(words, words.at(token.head).head, depth);
    return no_token;
}

/// `Rome is her last stop before flying home`: she flies.
TokenIndex owner_of_predicate(const ReportWords& words, TokenIndex copula) {
    if (words.at(copula).lemma != "be") return no_token;
    const TokenIndex predicate = words.parse().child(copula, Dep::attr);
    return predicate == no_token ? no_token : words.parse().child(predicate, Dep::poss);
}

TokenIndex subject_of_gerund(const ReportWords& words, TokenIndex verb, int depth) {
    const TokenIndex preposition = words.at(verb).head;
    const TokenIndex governor = words.at(preposition).head;
    if (governor == preposition) return no_token;
    if (words.at(governor).pos == Pos::adj && words.at(governor).head != governor) { // `guilty of killing`
        const TokenIndex bearer = bearer_of_quality(words, governor, depth);
        if (bearer != no_token) return bearer;
    }
    if (const TokenIndex owner = owner_of_predicate(words, governor); owner != no_token) return owner;
    if (!words.is_verb(governor)) return owner_as_subject(words, governor, depth);
    // `Kahn lied after agreeing to help, a judge ruled`: parsers hang the phrase at the verb of telling
    const TokenIndex told = words.parse().child(governor, Dep::ccomp);
    if (told != no_token && told < preposition && verb < governor && words.is_verb(told))
        return surface_subject(words, told, depth);
    const std::string_view word = words.at(preposition).lower;
    const bool of_object = word == "of" || word == "from" || word == "for" || word == "into";
    const auto* effect = words.lexicon().governors().find(words.at(governor).lemma, 'v', word);
    const bool kept = word == "from" && effect != nullptr && effect->negative; // `kept locals from going`
    if (is_passive(words, governor, depth)) // `injured in fighting`: who fought is not told
        return word == "in" && words.lexicon().has(WordList::done_to, words.at(governor).lemma)
                   ? no_token
                   : surface_subject(words, governor, depth);
    const TokenIndex object = words.parse().child(governor, Dep::dobj);
    if (object != no_token && (kept || (of_object && words.is_actor(object)))) return resolved(words, object);
    return surface_subject(words, governor, depth);
}

/// `resigned in a letter stating …`: a thing does not state; who the clause is about does.
TokenIndex doer_of_participle(const ReportWords& words, TokenIndex noun, int depth) {
    const Token& token = words.at(noun);
    const bool is_time = token.name_type == NameType::date || token.name_type == NameType::time;
    if ((!is_time && words.is_actor(noun)) || (token.dep != Dep::dobj && token.dep != Dep::pobj)) return noun;
    if ((words.classes(noun) & words.moving_bits()) != 0) return noun; // `a plane flying to Lima`
    const TokenIndex verb = token.dep == Dep::dobj ? token.head : words.at(token.head).head;
    if (!words.is_verb(verb) || is_passive(words, verb, depth)) return noun;
    const TokenIndex subject = surface_subject(words, verb, depth);
    return subject != no_token && (is_time || words.is_actor(subject)) ? subject : noun;
}

/// The subject of the verb that opens a list of verbs. `said that her words were twisted and blamed the
/// press`: parsers hang the second verb too low.
TokenIndex subject_of_first(const ReportWords& words, TokenIndex verb, int depth) {
    TokenIndex opener = words.at(verb).head;
    if (!words.is_verb(opener)) return no_token;
    // `urged him to leave and praised …`: no infinitive opens a list of finite verbs
    const Tag tag = words.at(verb).tag;
    const bool finite = tag == Tag::vbd || tag == Tag::vbz;
    if (finite && words.at(opener).dep == Dep::xcomp && has_infinitive_mark(words, opener) &&
        words.is_verb(words.at(opener).head) && !is_passive(words, verb, depth))
        opener = words.at(opener).head;
    const Token& first = words.at(opener);
    const TokenIndex subject = surface_subject(words, opener, depth);
    const bool thing_suffers =
        subject != no_token && !words.is_actor(subject) && is_passive(words, opener, depth);
    if (!thing_suffers || first.dep != Dep::ccomp || !words.is_verb(first.head) ||
        is_passive(words, verb, depth))
        return subject;
    const TokenIndex teller = surface_subject(words, first.head, depth);
    const bool tells = teller != no_token && words.is_actor(teller);
    return tells && words.at(verb).tag == words.at(first.head).tag ? teller : subject;
}

/// `emailed the staff asking them to leave`: the message asks, not its readers.
TokenIndex writer_of_message(const ReportWords& words, TokenIndex participle, int depth) {
    const TokenIndex verb = words.at(words.at(participle).head).head;
    if (words.at(words.at(participle).head).dep != Dep::dobj ||
        !words.lexicon().has(WordList::message, words.at(verb).lemma))
        return no_token;
    return surface_subject(words, verb, depth);
}

TokenIndex inherited_subject(const ReportWords& words, TokenIndex verb, int depth) {
    const Token& token = words.at(verb);
    if (token.head == verb) return no_token;
    switch (token.dep) {
    case Dep::conj: return subject_of_first(words, verb, depth);
    case Dep::xcomp: return controller(words, token.head, depth);
    case Dep::advcl:
        return words.is_verb(token.head) ? surface_subject(words, told_verb(words, token.head, verb), depth)
                                         : no_token;
    case Dep::acl:
        if (has_infinitive_mark(words, verb)) return owner_as_subject(words, token.head, depth);
        if (token.tag == Tag::vbg)
            if (const TokenIndex writer = writer_of_message(words, verb, depth); writer != no_token)
                return writer;
        return token.tag == Tag::vbg ? doer_of_participle(words, token.head, depth) : token.head;
    case Dep::relcl: // `launched an operation to arrest rebels`
        if (has_infinitive_mark(words, verb) && words.at(token.head).dep == Dep::attr) // `is the first to go`
            return surface_subject(words, words.at(token.head).head, depth);
        return has_infinitive_mark(words, verb) && words.at(token.head).dep == Dep::dobj &&
                       words.lexicon().has(WordList::light, words.at(words.at(token.head).head).lemma)
                   ? owner_as_subject(words, token.head, depth)
                   : no_token;
    case Dep::acomp: // `are opposed to`
        return words.is_verb(token.head) ? surface_subject(words, token.head, depth) : no_token;
    case Dep::pcomp: return subject_of_gerund(words, verb, depth);
    case Dep::ccomp:
        return token.tag == Tag::vb || token.tag == Tag::vbg ? controller(words, token.head, depth)
                                                             : no_token;
    default: return no_token;
    }
}

} // namespace

namespace {

/// `LIMA (Agency): The minister left`: parsers take the dateline for the subject and hang the real one at it.
TokenIndex behind_dateline(const ReportWords& words, TokenIndex subject) {
    for (int i = 0; i < max_depth && words.is_header(words.at(subject).span); ++i) {
        TokenIndex next = no_token;
        for (const TokenIndex c : words.parse().children(subject))
            if (c > subject && (words.at(c).dep == Dep::appos || words.at(c).dep == Dep::conj)) next = c;
        if (next == no_token) return subject;
        subject = next;
    }
    return subject;
}

/// `Rome to host talks` as a headline: parsers make the doer the head of the sentence, or its adverb.
TokenIndex subject_of_headline(const ReportWords& words, TokenIndex verb) {
    const Token& token = words.at(verb);
    if (token.tag != Tag::vb || !has_infinitive_mark(words, verb)) return no_token;
    if (token.head == verb) {
        const TokenIndex first = words.parse().child(verb, Dep::npadvmod);
        return first != no_token && first < verb && words.is_actor(first) ? first : no_token;
    }
    const bool below_root = words.at(token.head).head == token.head && words.is_noun(token.head);
    return below_root && (token.dep == Dep::relcl || token.dep == Dep::acl) && words.is_actor(token.head)
               ? token.head
               : no_token;
}

/// `introduced a bill that would jail editors`: who makes a text does what it says.
TokenIndex maker_of_text(const ReportWords& words, TokenIndex text, int depth) {
    const Token& token = words.at(text);
    if (token.dep != Dep::dobj || words.is_actor(text)) return text;
    if ((words.classes(text) & words.lexicon().classes().bit_of("decisions")) == 0) return text;
    if (!words.lexicon().has(WordList::drafting, words.at(token.head).lemma)) return text;
    const TokenIndex maker = surface_subject(words, token.head, depth + 1);
    return maker != no_token && words.is_actor(maker) ? maker : text;
}

/// `Under pressure from Lima, the court dropped the case`: parsers take the subject for another name of what
/// stands in the phrase before it.
TokenIndex subject_behind_phrase(const ReportWords& words, TokenIndex verb) {
    const Token& token = words.at(verb);
    if (token.head != verb || token.tag == Tag::vb || token.tag == Tag::vbg) return no_token;
    TokenIndex start = verb;
    for (const TokenIndex c : words.parse().children(verb))
        if (c < start && (words.at(c).dep == Dep::aux || words.at(c).dep == Dep::auxpass)) start = c;
    for (TokenIndex t = start - 1; t > 0 && t != words.at(t).head && words.at(t).head < start;
         t = words.at(t).head) {
        const TokenIndex first = words.at(t).left_edge;
        if (words.at(t).dep == Dep::appos && first > 0 && words.at(first - 1).lower == ",") return t;
    }
    return no_token;
}

/// `spoke in a way that angered the crowd`: who spoke so; any other antecedent itself.
TokenIndex whose_way(const ReportWords& words, TokenIndex antecedent, int depth) {
    const Token& token = words.at(antecedent);
    const TokenIndex clause = token.dep == Dep::pobj ? words.at(token.head).head : no_token;
    if (depth > max_depth || clause == no_token || !words.is_verb(clause) ||
        words.at(token.head).lower != "in" || !words.lexicon().has(WordList::means, token.lemma))
        return antecedent;
    return surface_subject(words, clause, depth + 1);
}

} // namespace

TokenIndex surface_subject(const ReportWords& words, TokenIndex verb, int depth) {
    if (depth > max_depth) return no_token;
    TokenIndex subject =
        no_token; // the last one before the verb: `Harare - The leader rejected …` seems to have two
    for (const TokenIndex c : words.parse().children(verb)) {
        const Dep dep = words.at(c).dep;
        if ((dep == Dep::nsubj || dep == Dep::nsubjpass) && (subject == no_token || c < verb)) subject = c;
    }
    if (subject != no_token && words.at(verb).dep == Dep::relcl && is_relative_pronoun(words.at(subject)))
        return words.at(subject).dep == Dep::nsubjpass
                   ? maker_of_text(words, resolved(words, subject), depth)
                   : whose_way(words, maker_of_text(words, resolved(words, subject), depth), depth);
    if (subject != no_token) return behind_dateline(words, resolved(words, subject));
    subject = subject_of_headline(words, verb);
    if (subject != no_token) return subject;
    subject = subject_behind_phrase(words, verb);
    if (subject != no_token) return subject;
    return inherited_subject(words, verb, depth + 1);
}

} // namespace dateline::what
