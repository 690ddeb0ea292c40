// Who and what stands around a trigger, read off the dependency tree (ClearNLP labels).
//
// Grammar is undone here once, so that frames speak of subject and object only: the subject of a passive is
// the object and its by-phrase the subject; an infinitive has the subject its governor's object or subject
// controls; a verb in a relative clause takes the noun for its relative pronoun; a second verb of a list
// shares the first one's subject; a noun carried by a light verb (`carried out a raid on`) takes that verb's
// subject and prepositions.

#include "what/arguments.hpp"

#include <algorithm>

namespace dateline::what {

namespace {

constexpr int max_depth = 8;

bool is_relative_pronoun(const Token& token) {
    return token.tag == Tag::wdt || token.tag == Tag::wp || (token.lower == "that" && token.pos == Pos::pron);
}

} // namespace

TokenIndex resolved(const ReportWords& words, TokenIndex filler) {
    if (filler == no_token || !is_relative_pronoun(words.at(filler))) return filler;
    TokenIndex at = filler;
    for (int i = 0; i < max_depth && words.at(at).head != at; ++i) {
        if (words.at(at).dep == Dep::relcl) return words.at(at).head;
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
    return agent != no_token ? object_of_preposition(words, agent) : object_of(words, verb, "by");
}

bool has_infinitive_mark(const ReportWords& words, TokenIndex verb) {
    for (const TokenIndex c : words.parse().children(verb))
        if (words.at(c).tag == Tag::to) return true;
    return false;
}

namespace {

/// Whom an infinitive below `governor` has for its subject.
TokenIndex controller(const ReportWords& words, TokenIndex governor, int depth) {
    const Token& token = words.at(governor);
    if (token.pos == Pos::adj && token.head != governor) return surface_subject(words, token.head, depth);
    if (is_passive(words, governor, depth)) return surface_subject(words, governor, depth);
    const bool subject_control = token.lemma == "promise" || token.lemma == "threaten" ||
                                 token.lemma == "vow" || token.lemma == "use" || token.lemma == "agree" ||
                                 token.lemma == "refuse";
    if (!subject_control) {
        for (const Dep dep : {Dep::dobj, Dep::dative}) {
            const TokenIndex object = words.parse().child(governor, dep);
            if (object != no_token && words.is_actor(object)) return resolved(words, object);
        }
        if (token.lemma == "call" || token.lemma == "appeal" || token.lemma == "plead")
            for (const std::string_view preposition : {"on", "upon", "to", "with", "for"}) {
                const TokenIndex object = object_of(words, governor, preposition);
                if (object != no_token && words.is_actor(object)) return object;
            }
    }
    return surface_subject(words, governor, depth);
}

/// The doer of what a noun names, to serve as subject of its infinitive (`their plan to attack`).
TokenIndex owner_as_subject(const ReportWords& words, TokenIndex noun, int depth) {
    for (const TokenIndex c : words.parse().children(noun))
        if (words.at(c).dep == Dep::poss) return c;
    const Token& token = words.at(noun);
    if (token.dep == Dep::dobj || token.dep == Dep::attr) return surface_subject(words, token.head, depth);
    if (token.dep == Dep::pobj && words.at(token.head).head != token.head)
        return surface_subject(words, words.at(token.head).head, depth);
    return no_token;
}

TokenIndex subject_of_gerund(const ReportWords& words, TokenIndex verb, int depth) {
    const TokenIndex preposition = words.at(verb).head;
    const TokenIndex governor = words.at(preposition).head;
    if (governor == preposition) return no_token;
    if (!words.is_verb(governor)) return owner_as_subject(words, governor, depth);
    const std::string_view word = words.at(preposition).lower;
    const bool of_object = word == "of" || word == "from" || word == "for" || word == "into";
    if (is_passive(words, governor, depth)) return surface_subject(words, governor, depth);
    const TokenIndex object = words.parse().child(governor, Dep::dobj);
    if (of_object && object != no_token && words.is_actor(object)) return resolved(words, object);
    return surface_subject(words, governor, depth);
}

TokenIndex inherited_subject(const ReportWords& words, TokenIndex verb, int depth) {
    const Token& token = words.at(verb);
    if (token.head == verb) return no_token;
    switch (token.dep) {
    case Dep::conj: return words.is_verb(token.head) ? surface_subject(words, token.head, depth) : no_token;
    case Dep::xcomp: return controller(words, token.head, depth);
    case Dep::advcl: return words.is_verb(token.head) ? surface_subject(words, token.head, depth) : no_token;
    case Dep::acl:
        return has_infinitive_mark(words, verb) ? owner_as_subject(words, token.head, depth) : token.head;
    case Dep::pcomp: return subject_of_gerund(words, verb, depth);
    case Dep::ccomp:
        return token.tag == Tag::vb || token.tag == Tag::vbg ? controller(words, token.head, depth)
                                                             : no_token;
    default: return no_token;
    }
}

bool starts_own_clause(const ReportWords& words, TokenIndex verb) {
    for (const TokenIndex c : words.parse().children(verb)) {
        const Dep dep = words.at(c).dep;
        if (dep == Dep::aux || dep == Dep::auxpass || dep == Dep::nsubj || dep == Dep::nsubjpass) return true;
    }
    return false;
}

TokenIndex active_object(const ReportWords& words, TokenIndex verb) {
    TokenIndex object = words.parse().child(verb, Dep::dobj);
    if (object != no_token) return resolved(words, object);
    // `called the minister`: parsers take the object for a predicate where a name could be one (`called it
    // Mars`)
    object = words.parse().child(verb, Dep::oprd);
    if (object != no_token && words.is_noun(object) && words.is_actor(object)) return object;
    const Token& token = words.at(verb);
    if (token.dep == Dep::relcl) { // `the man police arrested`
        const TokenIndex subject = words.parse().child(verb, Dep::nsubj);
        if (subject != no_token && !is_relative_pronoun(words.at(subject)) &&
            words.parse().child(verb, Dep::prep) == no_token)
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

bool is_direction(std::string_view word) {
    return word == "out" || word == "off" || word == "away" || word == "up" || word == "down" ||
           word == "along" || word == "back";
}

void add_obliques(const ReportWords& words, TokenIndex head, Arguments& out) {
    for (const TokenIndex c : words.parse().children(head)) {
        const Token& token = words.at(c);
        if (token.dep != Dep::prep && token.dep != Dep::agent && token.dep != Dep::dative &&
            token.dep != Dep::advmod && token.dep != Dep::prt)
            continue;
        const TokenIndex object = token.dep == Dep::advmod ? no_token : object_of_preposition(words, c);
        if (object == no_token) {
            // `out of`, `away from`: a chain of two; `according to`, `because of` name no party
            if (!is_direction(token.lower)) continue;
            for (const TokenIndex inner : words.parse().children(c))
                if (words.at(inner).dep == Dep::prep)
                    out.obliques.push_back(
                        {words.at(inner).lower, inner, object_of_preposition(words, inner)});
            continue;
        }
        if (words.at(object).dep == Dep::pcomp && words.is_verb(object)) out.complements.push_back(object);
        out.obliques.push_back({token.lower, c, object});
    }
    std::erase_if(out.obliques, [&](const Oblique& oblique) {
        if (oblique.object == no_token) return true;
        const NameType type = words.at(oblique.object).name_type;
        return type == NameType::date || type == NameType::time;
    });
}

/// `called for sanctions against X`: what hangs at a thing named by a preposition may belong to the trigger.
void add_deeper_obliques(const ReportWords& words, Arguments& out) {
    const std::size_t own = out.obliques.size();
    for (std::size_t i = 0; i < own && i < 8; ++i) {
        const TokenIndex object = out.obliques[i].object;
        if (words.lexicon().is_linking(words.at(object).lemma)) continue;
        if (words.is_noun(object) && !words.is_actor(object) && out.obliques[i].word != "after" &&
            out.obliques[i].word != "before" && out.obliques[i].word != "during")
            add_obliques(words, object, out);
    }
}

void add_complements(const ReportWords& words, TokenIndex head, Arguments& out) {
    for (const TokenIndex c : words.parse().children(head)) {
        const Dep dep = words.at(c).dep;
        if (dep == Dep::xcomp || dep == Dep::ccomp || dep == Dep::acomp || dep == Dep::oprd ||
            dep == Dep::attr || (dep == Dep::acl && has_infinitive_mark(words, c)))
            out.complements.push_back(c);
        else if (dep == Dep::advcl && has_infinitive_mark(words, c) && c > head) // `called on X to go`
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

/// `welcomed the envoy to mediate`, `saw rebels leave`: the subject of an infinitive clause is the object,
/// too.
TokenIndex subject_of_bare_clause(const ReportWords& words, TokenIndex verb) {
    for (const TokenIndex c : words.parse().children(verb)) {
        const Token& token = words.at(c);
        if ((token.dep != Dep::ccomp && token.dep != Dep::xcomp) || c < verb ||
            (token.tag != Tag::vb && token.tag != Tag::vbg && token.tag != Tag::vbn))
            continue;
        if (words.parse().has_child(c, Dep::mark)) continue;
        bool modal = false;
        for (const TokenIndex inner : words.parse().children(c)) modal |= words.at(inner).tag == Tag::md;
        const TokenIndex subject = words.parse().child(c, Dep::nsubj);
        if (!modal && subject != no_token && subject > verb) return subject;
    }
    return no_token;
}

/// What hangs at the object may belong to the verb: all of it where the object is a thing or the doer's own
/// (`recalled its envoy from X`), `against X` where it is somebody (`rallied allies against X`).
void add_obliques_of_object(const ReportWords& words, Arguments& out) {
    const std::size_t own = out.obliques.size();
    add_obliques(words, out.object, out);
    if (!words.is_actor(out.object)) return;
    for (const TokenIndex c : words.parse().children(out.object))
        if (words.at(c).dep == Dep::poss && words.at(c).tag == Tag::prps) return;
    std::size_t kept = own;
    for (std::size_t i = own; i < out.obliques.size(); ++i)
        if (out.obliques[i].word == "against" ||
            (out.obliques[i].word == "of" && words.lexicon().takes_of(words.at(out.trigger).lemma)))
            out.obliques[kept++] = out.obliques[i];
    out.obliques.resize(kept);
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
    if (out.object == no_token && !out.passive) out.object = object_of_particle(words, verb);
    add_obliques(words, verb, out);
    add_complements(words, verb, out);
    if (out.object == no_token && !out.passive) out.object = subject_of_bare_clause(words, verb);
    if (out.object != no_token && !out.passive) // `held the miners responsible`
        for (const TokenIndex c : words.parse().children(out.object))
            if (words.at(c).dep == Dep::amod && c > out.object && c > verb) out.complements.push_back(c);
    if (out.object != no_token && out.object > verb) add_obliques_of_object(words, out);
    add_deeper_obliques(words, out);
}

/// Actors before the noun: `Turkish air raid`, `rebel attack`, `U.S.-China talks`, `Israel-Hamas war`.
void add_modifiers(const ReportWords& words, TokenIndex noun, Arguments& out, int depth) {
    for (const TokenIndex c : words.parse().children(noun)) {
        const Token& token = words.at(c);
        if (c > noun || depth > 3) break;
        if (token.dep == Dep::punct || token.dep == Dep::det || token.dep == Dep::case_) continue;
        if (token.dep == Dep::poss && depth == 0) continue;
        add_modifiers(words, c, out, depth + 1);
        if ((words.classes(c) & words.weapon_bits()) != 0) continue; // `drone strike`: by what, not by whom
        const bool outside_name = token.name < 0 || token.name != words.at(noun).name;
        if (words.is_actor(c) && (outside_name || depth == 0)) out.modifiers.push_back(c);
    }
}

/// `the killing of two nurses by soldiers`: parsers hang the by-phrase at the sufferer.
void add_agent_behind_sufferer(const ReportWords& words, Arguments& out) {
    for (std::size_t i = 0; i < out.obliques.size() && i < 8; ++i) {
        if (out.obliques[i].word != "of") continue;
        for (const TokenIndex c : words.parse().children(out.obliques[i].object)) {
            if (words.at(c).dep != Dep::prep || words.at(c).lower != "by") continue;
            const TokenIndex by = object_of_preposition(words, c);
            if (by != no_token && words.is_actor(by)) out.obliques.push_back({words.at(c).lower, c, by});
        }
    }
}

void find_noun_arguments(const ReportWords& words, TokenIndex noun, Arguments& out) {
    out.noun = true;
    out.possessor = words.parse().child(noun, Dep::poss);
    add_obliques(words, noun, out);
    add_agent_behind_sufferer(words, out);
    add_complements(words, noun, out);
    add_modifiers(words, noun, out, 0);
    out.carrier = light_verb_of(words, noun);
    if (out.carrier != no_token) {
        const bool passive = is_passive(words, out.carrier);
        const TokenIndex surface = surface_subject(words, out.carrier);
        out.subject = passive ? agent_of_passive(words, out.carrier) : surface;
        if (out.subject == noun) out.subject = no_token;
        add_obliques(words, out.carrier, out);
    }
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

namespace {

/// `be in negotiations`, `come under attack`, `engage in talks`: the verb that puts its subject into the
/// event.
TokenIndex verb_of_state(const ReportWords& words, TokenIndex noun) {
    const TokenIndex preposition = words.at(noun).head;
    const TokenIndex verb = words.at(preposition).head;
    const std::string_view word = words.at(preposition).lower;
    if (verb == preposition || !words.is_verb(verb)) return no_token;
    const std::string_view lemma = words.at(verb).lemma;
    if (lemma == "be") return word == "in" || word == "under" || word == "on" ? verb : no_token;
    if (lemma == "come" || lemma == "go") return verb;
    return (lemma == "engage" || lemma == "participate" || lemma == "take" || lemma == "be") && word == "in"
               ? verb
               : no_token;
}

} // namespace

TokenIndex light_verb_of(const ReportWords& words, TokenIndex noun) {
    const Token& token = words.at(noun);
    TokenIndex verb = no_token;
    if (token.dep == Dep::dobj || token.dep == Dep::nsubjpass || token.dep == Dep::nsubj ||
        token.dep == Dep::attr)
        verb = token.head;
    else if (token.dep == Dep::conj && token.head != noun && words.at(token.head).dep == Dep::dobj)
        verb = words.at(token.head).head;
    else if (token.dep == Dep::pobj)
        verb = verb_of_state(words, noun);
    if (verb != no_token && words.at(verb).lemma == "be") return token.dep == Dep::pobj ? verb : no_token;
    if (verb != no_token && words.is_verb(verb) && words.lexicon().is_light(words.at(verb).lemma))
        return verb;
    for (const TokenIndex c : words.parse().children(noun)) // `the raid carried out by X`
        if ((words.at(c).dep == Dep::acl || words.at(c).dep == Dep::relcl) &&
            words.lexicon().is_light(words.at(c).lemma))
            return c;
    return no_token;
}

bool is_passive(const ReportWords& words, TokenIndex verb, int depth) {
    const Token& token = words.at(verb);
    bool auxiliary = false;
    for (const TokenIndex c : words.parse().children(verb)) {
        const Dep dep = words.at(c).dep;
        if (dep == Dep::auxpass || dep == Dep::nsubjpass || dep == Dep::csubjpass || dep == Dep::agent)
            return true;
        auxiliary |= dep == Dep::aux;
    }
    if (token.tag != Tag::vbn || auxiliary || depth > max_depth) return false;
    if (token.dep == Dep::acl) return true;
    if (token.dep == Dep::conj && words.is_verb(token.head) && words.at(token.head).tag == Tag::vbn &&
        words.parse().child(verb, Dep::dobj) == no_token)
        return is_passive(words, token.head, depth + 1);
    return token.dep == Dep::advcl && words.parse().child(verb, Dep::dobj) == no_token;
}

TokenIndex surface_subject(const ReportWords& words, TokenIndex verb, int depth) {
    if (depth > max_depth) return no_token;
    TokenIndex subject =
        no_token; // the last one before the verb: `Harare - The leader rejected …` seems to have two
    for (const TokenIndex c : words.parse().children(verb)) {
        const Dep dep = words.at(c).dep;
        if ((dep == Dep::nsubj || dep == Dep::nsubjpass) && (subject == no_token || c < verb)) subject = c;
    }
    if (subject != no_token) return resolved(words, subject);
    return inherited_subject(words, verb, depth + 1);
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
