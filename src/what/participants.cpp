#include "what/participants.hpp"

#include <algorithm>

#include "what/clause_marks.hpp"
#include "what/participant_span.hpp"
#include "what/party_search.hpp"

namespace dateline::what {

namespace {

constexpr std::size_t max_side = 16; // longer lists are tables, not parties

/// `leaders, including the premier and the king`: the first of those named; else `no_token`.
TokenIndex named_among(const ReportWords& words, TokenIndex head) {
    if (words.at(head).tag != Tag::nns && words.at(head).tag != Tag::nnps) return no_token;
    for (const TokenIndex c : words.parse().children(head)) {
        if (c < head || words.at(c).dep != Dep::prep) continue;
        const std::string_view word = words.at(c).lower;
        if (word != "including" && word != "like") continue;
        const TokenIndex first = words.parse().child(c, Dep::pobj);
        // `four people, including two children` are four
        if (first != no_token && words.is_actor(first) && !words.parse().has_child(first, Dep::nummod))
            return first;
    }
    return no_token;
}

/// `each other`, `one another`: those named already.
bool is_each_other(const ReportWords& words, TokenIndex t) {
    const std::string_view word = words.at(t).lower;
    const std::string_view before = t > 0 ? words.at(t - 1).lower : std::string_view{};
    return (word == "other" && before == "each") || (word == "another" && before == "one");
}

void add_list(const ReportWords& words, TokenIndex head, std::vector<TokenIndex>& side) {
    if (is_each_other(words, head)) return;
    const TokenIndex among = named_among(words, head);
    const TokenIndex nation = first_of_two_nations(words, head);
    if (nation != no_token && side.size() < max_side) side.push_back(nation);
    for (const TokenIndex member : with_conjuncts(words, head)) {
        const bool known = std::find(side.begin(), side.end(), member) != side.end();
        // `a deal with Peru and sanctions`: parsers take what happens next for a party
        const bool event = member != head && words.is_actor(head) && !words.is_actor(member) &&
                           !words.lexicon().frames_of(words.at(member).lemma, words.at(member).pos).empty();
        if (!known && !event && side.size() < max_side && !words.is_verb(member)) side.push_back(member);
    }
    if (among != no_token) add_list(words, among, side);
}

/// `its troops`: what belongs to the doer himself is not whom he deals with.
bool is_own(const ReportWords& words, TokenIndex token) {
    const TokenIndex owner = words.parse().child(token, Dep::poss);
    return owner != no_token && words.at(owner).tag == Tag::prps;
}

/// Forces somebody sends are his own, not whom he deals with.
bool is_force(const ReportWords& words, TokenIndex token) {
    const WordClasses& classes = words.lexicon().classes();
    return (words.classes(token) & (classes.bit_of("troops") | classes.bit_of("vehicles"))) != 0;
}

/// Whom the content clause is about: its object or partner, if that can act, the owner of a thing; behind
/// forces that are sent whom they are to help or fight.
TokenIndex party_of_content(const ReportWords& words, TokenIndex content, int depth = 0) {
    const Arguments inner = find_arguments(words, content);
    const bool force = inner.object != no_token && is_force(words, inner.object);
    if (inner.object != no_token && words.is_actor(inner.object) && !is_own(words, inner.object) && !force)
        return inner.object;
    if (inner.second_object != no_token && words.is_actor(inner.second_object)) return inner.second_object;
    const auto party_of_task = [&]() {
        for (const TokenIndex next : inner.complements) {
            if (!words.is_verb(next) || depth >= 2) continue;
            const TokenIndex party = party_of_content(words, next, depth + 1);
            if (party != no_token) return party;
        }
        return no_token;
    };
    if (force)
        if (const TokenIndex party = party_of_task(); party != no_token) return party;
    for (const Oblique& oblique : inner.obliques)
        if (words.is_actor(oblique.object) &&
            (oblique.word == "with" || oblique.word == "to" || oblique.word == "against" ||
             oblique.word == "on" || oblique.word == "from" || oblique.word == "for"))
            return oblique.object;
    const TokenIndex owner =
        inner.object == no_token ? no_token : words.parse().child(inner.object, Dep::poss);
    if (owner != no_token && words.at(owner).tag != Tag::prps && words.is_actor(owner)) return owner;
    const bool acts =
        inner.object != no_token && words.is_actor(inner.object) && !is_own(words, inner.object);
    return acts ? inner.object : no_token;
}

void fill_from_content(const ReportWords& words, const Arguments& arguments, const Argument& place,
                       std::vector<TokenIndex>& side) {
    for (const TokenIndex content : arguments.complements) {
        TokenIndex found = no_token;
        if (place.preposition.empty()) {
            if (words.is_verb(content)) found = party_of_content(words, content);
        } else {
            found = surface_subject(words, content);
            // `warned that all scenarios are open`: a thing is not whom one warns
            const bool told = words.parse().has_child(content, Dep::mark);
            if (found == arguments.subject || (found != no_token && told && !words.is_actor(found)))
                found = no_token;
        }
        if (found == no_token) continue;
        add_list(words, found, side);
        return;
    }
}

/// A deed or text without an owner stands for itself.
std::vector<TokenIndex> ownerless_fillers(const ReportWords& words, const Arguments& arguments,
                                          const std::vector<Argument>& places) {
    for (Argument place : places) {
        if (!place.owner) continue;
        place.owner = false;
        std::vector<TokenIndex> found;
        for (const TokenIndex filler : fillers(words, arguments, place))
            if ((words.built_in(filler) & built_in_amount) == 0 && !is_own(words, filler))
                add_list(words, filler, found);
        if (!found.empty()) return found;
    }
    return {};
}

/// `abandoned his policy`, `warned that he would strike`: the doer deals with nobody there.
bool is_same_as_one(const ReportWords& words, TokenIndex token, const std::vector<TokenIndex>& others) {
    if (words.at(token).tag != Tag::prps && words.at(token).tag != Tag::prp) return false;
    const std::int32_t actor = words.mentions().headed_by(token).actor;
    return actor >= 0 && std::any_of(others.begin(), others.end(), [&](TokenIndex t) {
               return words.mentions().headed_by(t).actor == actor;
           });
}

std::vector<TokenIndex> fill_side(const ReportWords& words, const Arguments& arguments,
                                  const std::vector<Argument>& places, const std::vector<TokenIndex>& other) {
    std::vector<TokenIndex> side;
    for (const Argument& place : places) {
        std::vector<TokenIndex> found;
        if (place.slot == Slot::complement)
            fill_from_content(words, arguments, place, found);
        else
            for (const TokenIndex filler : fillers(words, arguments, place)) add_list(words, filler, found);
        std::erase_if(found, [&](TokenIndex t) {
            return std::find(other.begin(), other.end(), t) != other.end() || is_same_as_one(words, t, other);
        });
        if (found.empty()) continue;
        // an actor further down the list is better than a thing that comes first
        if (std::any_of(found.begin(), found.end(), [&](TokenIndex t) { return words.is_actor(t); }))
            return found;
        if (side.empty()) side = found;
    }
    return side;
}

/// Events that aim at someone; of an attack or a judgment the nearest actor may be a victim or a stranger.
bool may_look_below(const Frame& frame) {
    return !frame.type.empty() && frame.type != "ASSAULT" && frame.type != "ACCUSE" &&
           frame.type != "SUPPORT" && frame.mode != "resign" && frame.direction == Direction::from_to;
}

/// Whom the condition of a clause binds: its subject or the agent of its passive.
TokenIndex party_bound_in(const ReportWords& words, TokenIndex clause, TokenIndex doer) {
    for (const TokenIndex c : words.parse().children(clause)) {
        if (words.at(c).dep != Dep::advcl || c < clause) continue;
        const ClauseMarks marks = clause_marks(words, c);
        if (!marks.if_mark && !marks.until_mark) continue;
        const TokenIndex subject = surface_subject(words, c);
        if (subject != no_token && subject != doer && words.is_actor(subject) &&
            (words.built_in(subject) & built_in_pronoun) == 0)
            return subject;
        const TokenIndex agent = agent_of_passive(words, c);
        if (agent != no_token && words.is_actor(agent)) return agent;
    }
    return no_token;
}

/// `keeps the border shut unless X pulls back`, `threats that he would go unless X paid`: whom a condition
/// binds the event is aimed at.
TokenIndex party_of_condition(const ReportWords& words, const Arguments& arguments) {
    const TokenIndex party = party_bound_in(words, arguments.trigger, arguments.subject);
    if (party != no_token) return party;
    for (const TokenIndex c : words.parse().children(arguments.trigger)) {
        const Dep dep = words.at(c).dep;
        if (dep != Dep::acl && dep != Dep::ccomp) continue;
        const TokenIndex bound = party_bound_in(words, c, surface_subject(words, c));
        if (bound != no_token) return bound;
    }
    return no_token;
}

/// `sent a letter to X accusing him`, `wrote a note to X, threatening to leave`: whom a message goes to.
TokenIndex receiver_of_message(const ReportWords& words, const Arguments& arguments) {
    const Token& token = words.at(arguments.trigger);
    if (arguments.noun || token.tag != Tag::vbg || token.head == arguments.trigger) return no_token;
    TokenIndex message = token.head;
    if (token.dep == Dep::advcl && words.is_verb(message)) message = words.parse().child(message, Dep::dobj);
    if (message == no_token || (token.dep != Dep::advcl && token.dep != Dep::acl) ||
        !words.lexicon().has(WordList::message, words.at(message).lemma))
        return no_token;
    const Arguments sending =
        find_arguments(words, words.at(message).dep == Dep::dobj ? words.at(message).head : message);
    if (sending.second_object != no_token && words.is_actor(sending.second_object))
        return sending.second_object;
    for (const Oblique& oblique : sending.obliques)
        if (oblique.word == "to" && words.is_actor(oblique.object)) return oblique.object;
    return no_token;
}

bool is_reciprocal_pair(const Arguments& arguments) {
    return arguments.noun && arguments.modifiers.size() >= 2;
}

/// Whom an event is about that no frame describes: `to`, `with`, `from`, `against` or `for` someone. What
/// comes from someone may be the object alone: `showed products from X`.
TokenIndex party_of_phrase(const ReportWords& words, const Arguments& arguments) {
    if (arguments.second_object != no_token) return arguments.second_object;
    for (const Oblique& oblique : arguments.obliques) {
        const bool own = words.at(oblique.preposition).head == arguments.trigger;
        const bool party = oblique.word == "to" || oblique.word == "with" || oblique.word == "against" ||
                           oblique.word == "for" || (own && oblique.word == "from");
        if (party && words.is_actor(oblique.object)) return oblique.object;
    }
    return no_token;
}

/// Before the noun of an event outside the ontology stands more often what it is about than who does it
/// (`media event`); only peoples, people and bodies by name do it.
void drop_topics(const ReportWords& words, const Arguments& arguments, std::vector<TokenIndex>& actors) {
    std::erase_if(actors, [&](TokenIndex t) {
        const bool before =
            std::find(arguments.modifiers.begin(), arguments.modifiers.end(), t) != arguments.modifiers.end();
        const NameType type = words.at(t).name_type;
        return before && type != NameType::norp && type != NameType::org && type != NameType::person;
    });
}

/// `the Example Weekly attack`: papers, companies and relief bodies are hit, they do not attack.
void turn_victims(const ReportWords& words, const Arguments& arguments, Roles& roles) {
    const auto is_victim = [&](TokenIndex t) {
        const MentionRef ref = words.mentions().headed_by(t);
        if (ref.actor < 0 ||
            std::find(arguments.modifiers.begin(), arguments.modifiers.end(), t) == arguments.modifiers.end())
            return false;
        const std::string& kind = words.coded().actors[static_cast<std::size_t>(ref.actor)].kind;
        return kind == "media" || kind == "company" || kind == "ngo";
    };
    for (const TokenIndex t : roles.actors)
        if (is_victim(t) && roles.recipients.empty()) roles.recipients.push_back(t);
    std::erase_if(roles.actors, is_victim);
}

/// `suffered an attack`, `is under pressure`
bool is_undergone(const ReportWords& words, const Arguments& arguments) {
    if (!arguments.noun || arguments.carrier == no_token || arguments.subject == no_token) return false;
    const Token& noun = words.at(arguments.trigger);
    if (noun.dep == Dep::pobj && words.at(noun.head).lower == "under") return true;
    return !is_passive(words, arguments.carrier) &&
           words.lexicon().has(WordList::undergo, words.at(arguments.carrier).lemma);
}

/// `suffered an attack by X`, `received a loan from X`: the subject of the verb undergoes what the noun
/// names.
Roles undergone(const ReportWords& words, const Arguments& arguments) {
    Roles roles;
    add_list(words, arguments.subject, roles.recipients);
    for (const std::string_view word : {"by", "from", "of", "with"})
        for (const Oblique& oblique : arguments.obliques)
            if (oblique.word == word && roles.actors.empty() && words.is_actor(oblique.object))
                add_list(words, oblique.object, roles.actors);
    if (roles.actors.empty())
        for (const TokenIndex modifier : arguments.modifiers) add_list(words, modifier, roles.actors);
    return roles;
}

/// `if X or Y breaks the truce`: one of them does.
bool is_choice(const ReportWords& words, TokenIndex head) {
    const TokenIndex link = words.parse().child(head, Dep::cc);
    return link != no_token && words.at(link).lower == "or";
}

/// `X and Y signed a deal between the two countries`: the sides once more, in one word.
void drop_sides_named_again(const ReportWords& words, Roles& roles) {
    if (roles.actors.size() < 2) return;
    std::erase_if(roles.recipients, [&](TokenIndex t) {
        const TokenIndex number = words.parse().child(t, Dep::nummod);
        return words.at(t).pos == Pos::noun && number != no_token && words.at(number).lower == "two";
    });
}

/// `X and Y signed a pact`: of two sides that are named the first is the actor, the other the recipient.
void part_sides(const ReportWords& words, Roles& roles) {
    const auto acts = [&](TokenIndex t) { return words.is_actor(t); };
    if (roles.actors.size() != 2 || std::any_of(roles.recipients.begin(), roles.recipients.end(), acts) ||
        !acts(roles.actors.back()) || is_choice(words, roles.actors.front()))
        return;
    roles.recipients.clear();
    roles.recipients.push_back(roles.actors.back());
    roles.actors.pop_back();
}

/// The party no place of the frame foresaw: the nearest actor below the trigger and its light verb, else the
/// nearest place.
void take_party_below(const ReportWords& words, const Arguments& arguments, const Frame& frame,
                      Roles& roles) {
    const WordClasses& classes = words.lexicon().classes();
    PartySearch search;
    search.roots.push_back(arguments.trigger);
    if (arguments.carrier != no_token) search.roots.push_back(arguments.carrier);
    search.taken = roles.actors;
    search.taken.push_back(arguments.trigger); // `declared a state of siege`
    if (frame.type == "PROTEST")               // `led Sunni protests`; but `anti-war protests`
        for (const TokenIndex t : arguments.modifiers)
            if (t == 0 || words.at(t - 1).lower != "-") search.taken.push_back(t);
    if (frame.type == "MOBILIZE") search.passed_over = classes.bit_of("troops") | classes.bit_of("police");
    search.wanted = built_in_actor;
    TokenIndex party = party_below(words, search);
    // a visit's place is named by its frame
    if (party == no_token && frame.type != "CONSULT") {
        search.wanted = built_in_place;
        party = party_below(words, search);
    }
    if (party == no_token) return;
    add_list(words, party, roles.recipients);
}

/// `gave two million in food to help the islanders`: what is given is no receiver.
void drop_goods(const ReportWords& words, std::vector<TokenIndex>& recipients) {
    const WordClasses& classes = words.lexicon().classes();
    const std::uint64_t goods = classes.bit_of("aid") | classes.bit_of("money") | classes.bit_of("relief");
    std::erase_if(recipients, [&](TokenIndex t) {
        const bool given = (words.classes(t) & goods) != 0 || (words.built_in(t) & built_in_amount) != 0;
        return given && !words.is_actor(t);
    });
}

/// `an inquiry into claims that guards beat prisoners`: it is about the guards.
void take_accused_of_claims(const ReportWords& words, std::vector<TokenIndex>& recipients) {
    for (TokenIndex& thing : recipients) {
        if (words.is_actor(thing)) continue;
        for (const TokenIndex clause : words.parse().children(thing)) {
            const Dep dep = words.at(clause).dep;
            if ((dep != Dep::acl && dep != Dep::ccomp) || !words.parse().has_child(clause, Dep::mark))
                continue;
            const TokenIndex subject = surface_subject(words, clause);
            if (subject != no_token && words.is_actor(subject)) thing = subject;
        }
    }
}

/// `helped people hit by the flood in Beira`: people without a name stand for where they live.
void add_home_of_people(const ReportWords& words, std::vector<TokenIndex>& recipients) {
    const std::uint64_t people = words.lexicon().classes().bit_of("people");
    PartySearch search;
    for (const TokenIndex t : recipients)
        if ((words.classes(t) & people) != 0 && words.at(t).pos == Pos::noun) search.roots.push_back(t);
    if (search.roots.empty() || search.roots.size() != recipients.size()) return;
    search.wanted = built_in_place;
    const TokenIndex home = party_below(words, search);
    if (home == no_token || words.at(home).span.start < participant_at(words, recipients.back()).span.end)
        return;
    add_list(words, home, recipients);
}

} // namespace

Roles find_roles(const ReportWords& words, const Arguments& arguments, const Frame& frame) {
    if (is_undergone(words, arguments) && frame.direction == Direction::from_to)
        return undergone(words, arguments);
    Roles roles;
    roles.actors = fill_side(words, arguments, frame.actors, {});
    if (frame.type.empty()) drop_topics(words, arguments, roles.actors);
    if (const TokenIndex receiver = receiver_of_message(words, arguments); receiver != no_token)
        add_list(words, receiver, roles.recipients);
    else
        roles.recipients = fill_side(words, arguments, frame.recipients, roles.actors);
    if (frame.type == "AID") drop_goods(words, roles.recipients);
    if (roles.recipients.empty() && may_look_below(frame)) take_party_below(words, arguments, frame, roles);
    if (may_look_below(frame) && roles.recipients.empty()) {
        const TokenIndex bound = party_of_condition(words, arguments);
        if (bound != no_token) roles.recipients.assign(1, bound);
    }
    if (roles.recipients.empty()) roles.recipients = ownerless_fillers(words, arguments, frame.recipients);
    if (frame.type == "ACCUSE") take_accused_of_claims(words, roles.recipients);
    if (frame.type == "AID") add_home_of_people(words, roles.recipients);
    if (frame.type == "ASSAULT" && arguments.noun) turn_victims(words, arguments, roles);
    // of an event outside the ontology only parties are told, not the things it is about
    if (frame.type.empty()) {
        std::erase_if(roles.recipients, [&](TokenIndex t) { return !words.is_actor(t); });
        const TokenIndex party =
            arguments.noun || !roles.recipients.empty() ? no_token : party_of_phrase(words, arguments);
        if (party != no_token && party != arguments.subject) add_list(words, party, roles.recipients);
    }
    if (frame.direction == Direction::reciprocal) {
        if (roles.actors.empty()) std::swap(roles.actors, roles.recipients);
        drop_sides_named_again(words, roles);
        part_sides(words, roles);
    } else if (is_reciprocal_pair(arguments) && roles.recipients.empty() &&
               roles.actors == arguments.modifiers) {
        roles.recipients.assign(roles.actors.begin() + 1, roles.actors.end());
        roles.actors.resize(1);
    }
    return roles;
}

Roles default_roles(const ReportWords& words, const Arguments& arguments) {
    Roles roles;
    if (arguments.subject != no_token) add_list(words, arguments.subject, roles.actors);
    const TokenIndex object = arguments.object;
    if (object != no_token && object != arguments.subject && words.is_actor(object)) {
        add_list(words, object, roles.recipients);
        return roles;
    }
    const TokenIndex party = party_of_phrase(words, arguments);
    if (party != no_token) add_list(words, party, roles.recipients);
    return roles;
}

} // namespace dateline::what
