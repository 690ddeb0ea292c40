// Who and what stands around a trigger, read off the dependency tree (ClearNLP labels).
//
// Grammar is undone here once, so that frames speak of subject and object only: the subject of a passive is
// the object and its by-phrase the subject; an infinitive has the subject its governor's object or subject
// controls; a verb in a relative clause takes the noun for its relative pronoun; a second verb of a list
// shares the first one's subject; a noun carried by a light verb (`carried out a raid on`) takes that verb's
// subject and prepositions.

#include "what/arguments.hpp"

#include <algorithm>

#include "what/obliques.hpp"
#include "what/receivers.hpp"

namespace dateline::what {

namespace {

bool starts_own_clause(const ReportWords& words, TokenIndex verb) {
    for (const TokenIndex c : words.parse().children(verb)) {
        const Dep dep = words.at(c).dep;
        if (dep == Dep::aux || dep == Dep::auxpass || dep == Dep::nsubj || dep == Dep::nsubjpass) return true;
    }
    return false;
}

/// `freed two ex-ministers`: parsers may take each part of the word for an object of its own.
TokenIndex behind_prefix(const ReportWords& words, TokenIndex verb, TokenIndex object) {
    const auto is_part = [&](TokenIndex t) {
        return t < words.parse().size() && words.at(t).head == verb && words.at(t).dep == Dep::dobj;
    };
    while (is_part(object + 1) && words.at(object + 1).lower == "-" && is_part(object + 2)) object += 2;
    return object;
}

/// `returned to Chad on Monday nine statues`: parsers take an object behind its receiver for a measure.
TokenIndex object_behind_receiver(const ReportWords& words, TokenIndex verb) {
    if (!words.lexicon().has(WordList::transfer, words.at(verb).lemma)) return no_token;
    for (const TokenIndex c : words.parse().children(verb)) {
        const Token& token = words.at(c);
        if (c > verb + 1 && token.dep == Dep::npadvmod && words.is_noun(c) &&
            token.name_type != NameType::date && token.name_type != NameType::time &&
            words.parse().has_child(c, Dep::nummod))
            return c;
    }
    return no_token;
}

TokenIndex active_object(const ReportWords& words, TokenIndex verb) {
    TokenIndex object = words.parse().child(verb, Dep::dobj);
    if (object != no_token) return resolved(words, behind_prefix(words, verb, object));
    if (object = object_behind_receiver(words, verb); object != no_token) return object;
    // `called the minister`: parsers take the object for a predicate where a name could be one (`called it
    // Mars`)
    object = words.parse().child(verb, Dep::oprd);
    if (object != no_token && words.is_noun(object) && words.is_actor(object)) return object;
    const Token& token = words.at(verb);
    if (token.dep == Dep::relcl) { // `the man police arrested`
        const TokenIndex subject = words.parse().child(verb, Dep::nsubj);
        const TokenIndex phrase = words.parse().child(verb, Dep::prep);
        const bool of_object = phrase != no_token && words.at(phrase).lower == "of" &&
                               words.lexicon().has(WordList::of_object, words.at(verb).lemma);
        if (subject != no_token && !is_relative_pronoun(words.at(subject)) &&
            (phrase == no_token || of_object))
            return token.head;
    }
    // `arrested and deported three men`: the list of verbs shares the object behind it
    const TokenIndex next = words.parse().child(verb, Dep::conj);
    if (next != no_token && next - verb <= 3 && words.is_verb(next) && !starts_own_clause(words, next)) {
        object = words.parse().child(next, Dep::dobj);
        if (object != no_token) return resolved(words, object);
    }
    return no_token;
}

/// `the demand that X go`: what the noun is about.
bool is_that_clause(const ReportWords& words, TokenIndex clause) {
    const TokenIndex mark = words.parse().child(clause, Dep::mark);
    return mark != no_token && words.at(mark).lower == "that";
}

/// `let free two editors`: parsers hang the object at the adjective.
TokenIndex object_of_adjective(const ReportWords& words, TokenIndex verb) {
    const TokenIndex next = verb + 1;
    if (next >= words.parse().size() || words.at(next).head != verb || words.at(next).pos != Pos::adj)
        return no_token;
    return words.parse().child(next, Dep::dobj);
}

void add_complements(const ReportWords& words, TokenIndex head, Arguments& out) {
    for (const TokenIndex c : words.parse().children(head)) {
        const Dep dep = words.at(c).dep;
        const bool infinitive = has_infinitive_mark(words, c);
        if (dep == Dep::xcomp || dep == Dep::ccomp || dep == Dep::acomp || dep == Dep::oprd ||
            dep == Dep::attr || (dep == Dep::acl && (infinitive || is_that_clause(words, c))) ||
            (dep == Dep::advcl && infinitive && c > head)) // `called on X to go`
            out.complements.push_back(c);
    }
    const std::size_t own = out.complements.size();
    for (std::size_t i = 0; i < own;
         ++i) { // `said that X was responsible`: what is said is the predicate, too
        const TokenIndex clause = out.complements[i];
        if (words.at(clause).lemma != "be") continue;
        for (const TokenIndex c : words.parse().children(clause))
            if (words.at(c).dep == Dep::acomp || words.at(c).dep == Dep::attr) out.complements.push_back(c);
    }
}

/// `said they were shelled`, `hopes it will rain`: a clause of its own.
bool has_finite_auxiliary(const ReportWords& words, TokenIndex verb) {
    for (const TokenIndex c : words.parse().children(verb)) {
        const Token& token = words.at(c);
        if (token.dep != Dep::aux && token.dep != Dep::auxpass) continue;
        if (token.tag == Tag::md || token.tag == Tag::vbz || token.tag == Tag::vbd || token.tag == Tag::vbp)
            return true;
    }
    return false;
}

/// `welcomed the envoy to mediate`, `saw rebels leave`: the subject of an infinitive clause is the object,
/// too.
TokenIndex subject_of_bare_clause(const ReportWords& words, TokenIndex verb) {
    for (const TokenIndex c : words.parse().children(verb)) {
        const Token& token = words.at(c);
        if ((token.dep != Dep::ccomp && token.dep != Dep::xcomp) || c < verb ||
            (token.tag != Tag::vb && token.tag != Tag::vbg && token.tag != Tag::vbn))
            continue;
        if (words.parse().has_child(c, Dep::mark)) continue;
        const TokenIndex subject = words.parse().child(c, Dep::nsubj);
        if (!has_finite_auxiliary(words, c) && subject != no_token && subject > verb) return subject;
    }
    return no_token;
}

/// `gunned down the mayor`: parsers may take the particle for a preposition.
TokenIndex object_of_particle(const ReportWords& words, TokenIndex verb) {
    const TokenIndex next = verb + 1;
    if (next >= words.parse().size() || words.at(next).head != verb ||
        (words.at(next).dep != Dep::prep && words.at(next).dep != Dep::prt))
        return no_token;
    const std::string_view word = words.at(next).lower;
    const bool particle = word == "down" || word == "up" || word == "off" || word == "out" || word == "over";
    return particle ? object_of_preposition(words, next) : no_token;
}

/// `called the envoy a fool`: parsers may take the name for an apposition, which would have a comma.
bool is_name_given(const ReportWords& words, TokenIndex noun) {
    const Token& token = words.at(noun);
    const std::string_view first = words.at(token.left_edge).lower;
    return token.dep == Dep::appos && token.left_edge > token.head && (first == "a" || first == "an") &&
           words.at(token.left_edge - 1).lower != ",";
}

/// `left ten people wounded`: parsers hang the participle at the people.
bool is_left_so(const ReportWords& words, TokenIndex verb, TokenIndex participle) {
    const Token& token = words.at(participle);
    return token.dep == Dep::acl && token.tag == Tag::vbn && participle == token.right_edge &&
           words.at(verb).lemma == "leave";
}

/// `calling on allies to pay`: parsers may take the allies for an object and leave the preposition bare.
void part_object_of_preposition(const ReportWords& words, TokenIndex verb, Arguments& out) {
    const TokenIndex next = verb + 1;
    if (out.object == no_token || out.passive || words.at(out.object).left_edge != next + 1) return;
    const Token& token = words.at(next);
    if (token.head != verb || token.dep != Dep::prep || token.left_edge != token.right_edge) return;
    if (token.lower != "on" && token.lower != "upon") return;
    out.obliques.push_back({token.lower, next, out.object});
    out.object = no_token;
}

void find_verb_arguments(const ReportWords& words, TokenIndex verb, Arguments& out) {
    out.passive = is_passive(words, verb);
    const TokenIndex surface = surface_subject(words, verb);
    TokenIndex dative = words.parse().child(verb, Dep::dative);
    if (dative != no_token && words.at(dative).pos == Pos::adp) dative = no_token;
    if (out.passive) {
        out.subject = agent_of_passive(words, verb);
        const TokenIndex kept = words.parse().child(verb, Dep::dobj);
        out.object = kept == no_token ? surface : resolved(words, kept);
        if (kept != no_token) out.second_object = surface;
    } else {
        out.subject = surface;
        out.object = active_object(words, verb);
        out.second_object = resolved(words, dative);
    }
    part_object_of_preposition(words, verb, out);
    if (out.object == no_token && !out.passive) out.object = object_of_particle(words, verb);
    if (out.object == no_token && !out.passive) out.object = object_of_adjective(words, verb);
    add_obliques(words, verb, out);
    add_complements(words, verb, out);
    if (out.object == no_token && !out.passive) out.object = subject_of_bare_clause(words, verb);
    if (out.object != no_token && !out.passive) // `held the miners responsible`
        for (const TokenIndex c : words.parse().children(out.object))
            if ((words.at(c).dep == Dep::amod && c > out.object && c > verb) || is_name_given(words, c) ||
                is_left_so(words, verb, c))
                out.complements.push_back(c);
    // `Sanctions on Chad were lifted`: in the passive the object stands before the verb
    if (out.object != no_token && (out.object > verb || (out.passive && !words.is_actor(out.object)))) {
        add_obliques_of_object(words, out);
        add_receiver_behind_clause(words, out);
    }
    add_deeper_obliques(words, out);
}

/// Actors before the noun: `Turkish air raid`, `rebel attack`, `U.S.-China talks`, `Israel-Hamas war`.
void add_modifiers(const ReportWords& words, TokenIndex noun, Arguments& out, int depth) {
    for (const TokenIndex c : words.parse().children(noun)) {
        const Token& token = words.at(c);
        if (c > noun || depth > 3) break;
        if (token.dep == Dep::punct || token.dep == Dep::det || token.dep == Dep::case_) continue;
        if (token.dep == Dep::poss && depth == 0) continue;
        // `terrorist attack` says what, not who; `military coup` both
        if (words.lexicon().has(WordList::kind, token.lower) &&
            !words.lexicon().has(WordList::usurping, words.at(noun).lemma))
            continue;
        add_modifiers(words, c, out, depth + 1);
        if ((words.classes(c) & words.weapon_bits()) != 0) continue; // `drone strike`: by what, not by whom
        // `anti-Chadian protests`: at whom, not whose
        if (c >= 2 && words.at(c - 1).lower == "-" && words.at(c - 2).lower == "anti") continue;
        const bool outside_name = token.name < 0 || token.name != words.at(noun).name;
        if (words.is_actor(c) && (outside_name || depth == 0)) out.modifiers.push_back(c);
    }
}

/// `Chadian shelling and airstrikes`, `Chad's raids and threats`: whose the first is the second is, too.
void share_owner_of_first(const ReportWords& words, TokenIndex noun, Arguments& out) {
    const Token& token = words.at(noun);
    const bool own =
        out.possessor != no_token || !out.modifiers.empty() || words.parse().has_child(noun, Dep::det);
    if (own || token.dep != Dep::conj || token.head >= noun || !words.is_noun(token.head) ||
        words.is_actor(token.head))
        return;
    out.possessor = words.owner(token.head);
    add_modifiers(words, token.head, out, 0);
}

/// `U.S. military air strike`: the body is the nation's, not a second party.
void keep_nation_of_body(const ReportWords& words, Arguments& out) {
    auto& modifiers = out.modifiers;
    for (std::size_t i = 1; i < modifiers.size(); ++i) {
        const bool named = (words.built_in(modifiers[i - 1]) & built_in_name) != 0;
        const bool common = (words.built_in(modifiers[i]) & built_in_name) == 0;
        if (named && common && modifiers[i] == modifiers[i - 1] + 1)
            modifiers.erase(modifiers.begin() + static_cast<std::ptrdiff_t>(i--));
    }
}

/// `walked out in protest`, `burned flags in protest at the raid`: who does what the verb tells.
TokenIndex verb_done_in_protest(const ReportWords& words, TokenIndex noun) {
    const Token& token = words.at(noun);
    if (token.dep != Dep::pobj || words.at(token.head).lower != "in" || token.left_edge != noun)
        return no_token;
    const TokenIndex verb = words.at(token.head).head;
    return token.lemma == "protest" && words.is_verb(verb) && verb != token.head ? verb : no_token;
}

/// `in protest of the speech`: at it.
void take_subject_in_protest(const ReportWords& words, TokenIndex noun, Arguments& out) {
    const TokenIndex verb = out.carrier == no_token ? verb_done_in_protest(words, noun) : no_token;
    if (verb == no_token) return;
    out.subject = is_passive(words, verb) ? agent_of_passive(words, verb) : surface_subject(words, verb);
    std::erase_if(out.obliques, [](const Oblique& oblique) { return oblique.word == "by"; });
    for (Oblique& oblique : out.obliques)
        if (oblique.word == "of") oblique.word = "against";
}

void find_noun_arguments(const ReportWords& words, TokenIndex noun, Arguments& out) {
    out.noun = true;
    out.possessor = words.owner(noun);
    add_obliques(words, noun, out);
    if (out.obliques.empty()) add_obliques_of_second(words, noun, out);
    add_obliques_of_agent(words, out);
    add_agent_behind_sufferer(words, out);
    add_complements(words, noun, out);
    add_modifiers(words, noun, out, 0);
    share_owner_of_first(words, noun, out);
    keep_nation_of_body(words, out);
    // `the Lima bombing`: a town before an event is where it happened
    std::erase_if(out.modifiers, [&](TokenIndex t) {
        const Token& token = words.at(t);
        return (words.built_in(t) & built_in_settlement) != 0 && token.name_type != NameType::norp &&
               token.name_type != NameType::org && token.name_type != NameType::person;
    });
    out.carrier = light_verb_of(words, noun);
    if (out.carrier != no_token) {
        const bool passive = is_passive(words, out.carrier);
        const TokenIndex surface = surface_subject(words, out.carrier);
        out.subject = passive ? agent_of_passive(words, out.carrier) : surface;
        if (out.subject == noun || out.subject == measure_of(words, noun)) out.subject = no_token;
        add_obliques(words, out.carrier, out);
    } else if (out.obliques.empty()) {
        add_obliques_behind(words, noun, out);
    }
    take_subject_in_protest(words, noun, out);
}

/// `X said that Y must Z`: X asks, Y is asked. Without a speaker nobody does.
void find_duty_arguments(const ReportWords& words, TokenIndex modal, Arguments& out) {
    const TokenIndex verb = words.at(modal).head;
    out.object = surface_subject(words, verb);
    out.complements.push_back(verb);
    TokenIndex clause = verb;
    while (words.at(clause).dep == Dep::conj && words.at(clause).head < clause)
        clause = words.at(clause).head;
    if (words.at(clause).dep == Dep::ccomp && words.is_verb(words.at(clause).head))
        out.subject = surface_subject(words, words.at(clause).head);
    if (out.subject == out.object) out.subject = no_token;
}

} // namespace

bool is_reflexive(const ReportWords& words, TokenIndex t) {
    const std::string_view word = words.at(t).lower;
    return words.at(t).tag == Tag::prp && (word.ends_with("self") || word.ends_with("selves"));
}

Arguments find_arguments(const ReportWords& words, TokenIndex trigger) {
    Arguments out;
    out.trigger = trigger;
    const Pos pos = words.at(trigger).pos;
    if (words.at(trigger).tag == Tag::md) {
        find_duty_arguments(words, trigger, out);
    } else if (pos == Pos::noun || pos == Pos::propn) {
        find_noun_arguments(words, trigger, out);
    } else if (pos == Pos::adj) {
        out.subject = words.at(trigger).dep == Dep::amod ? words.at(trigger).head
                                                         : surface_subject(words, words.at(trigger).head);
        add_obliques(words, trigger, out);
        add_complements(words, trigger, out);
    } else {
        find_verb_arguments(words, trigger, out);
    }
    return out;
}

} // namespace dateline::what
