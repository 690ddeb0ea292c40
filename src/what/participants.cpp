#include "what/participants.hpp"

#include <algorithm>

#include "what/bound_parties.hpp"
#include "what/participant_span.hpp"
#include "what/party_search.hpp"
#include "what/recipients.hpp"
#include "what/sides.hpp"

namespace dateline::what {

namespace {

/// Events that aim at someone; of an attack or a judgment the nearest actor may be a victim or a stranger.
bool may_look_below(const Frame& frame) {
    return !frame.type.empty() && frame.type != "ASSAULT" && frame.type != "ACCUSE" &&
           frame.type != "SUPPORT" && frame.mode != "resign" && frame.direction == Direction::from_to;
}

/// Who gives way answers somebody.
bool gives_way(const Frame& frame) {
    return (frame.type == "CONCEDE" || frame.type == "RETREAT") && frame.mode != "resign";
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

/// `brought it back`: who `it` is would be known if it were somebody.
bool is_mere_it(const ReportWords& words, TokenIndex t) {
    return words.at(t).lower == "it" && words.mentions().headed_by(t).actor < 0;
}

/// `ran for president`: an office, nobody.
bool is_bare_office(const ReportWords& words, TokenIndex t) {
    const Token& token = words.at(t);
    return token.tag == Tag::nn && token.name < 0 && token.left_edge == t;
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
        if (oblique.word == "for" && is_bare_office(words, oblique.object)) continue;
        // `The visit to X is expected to ease the row`: the phrase is the visit's
        if (arguments.passive && oblique.preposition < arguments.trigger) continue;
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

/// `her murder` is done to her, `her murder of two nurses` by her.
void take_possessor_as_doer(const ReportWords& words, const Arguments& arguments, const Frame& frame,
                            Roles& roles) {
    const auto is_possessor = [](const Argument& place) { return place.slot == Slot::possessor; };
    if (!roles.actors.empty() || arguments.possessor == no_token || !words.is_actor(arguments.possessor) ||
        std::none_of(frame.recipients.begin(), frame.recipients.end(), is_possessor))
        return;
    const bool of_another =
        std::any_of(arguments.obliques.begin(), arguments.obliques.end(), [&](const Oblique& o) {
            return o.word == "of" && words.is_actor(o.object) && o.object != arguments.possessor;
        });
    if (of_another && std::find(roles.recipients.begin(), roles.recipients.end(), arguments.possessor) ==
                          roles.recipients.end())
        add_list(words, arguments.possessor, roles.actors);
}

/// `the Wales summit`: a lone place before it is where it is held.
void drop_venue(const ReportWords& words, const Arguments& arguments, std::vector<TokenIndex>& actors) {
    if (arguments.modifiers.size() != 1) return;
    const TokenIndex venue = arguments.modifiers.front();
    const NameType type = words.at(venue).name_type;
    if (type == NameType::gpe || type == NameType::loc || type == NameType::fac) std::erase(actors, venue);
}

/// `The palace announced visits to Chad`: bodies tell of visits, people pay them.
void drop_announcer(const ReportWords& words, const Arguments& arguments, std::vector<TokenIndex>& actors) {
    if (!arguments.noun || arguments.carrier == no_token || arguments.subject == no_token ||
        words.at(arguments.carrier).lemma != "announce")
        return;
    if ((words.built_in(arguments.subject) & built_in_person) == 0) std::erase(actors, arguments.subject);
}

/// `suffered an attack`, `is under pressure`
bool is_undergone(const ReportWords& words, const Arguments& arguments) {
    if (!arguments.noun || arguments.carrier == no_token || arguments.subject == no_token) return false;
    const Token& noun = words.at(arguments.trigger);
    if (noun.dep == Dep::pobj && words.at(noun.head).lower == "under") return true;
    const bool own = arguments.possessor != no_token && words.at(arguments.possessor).tag == Tag::prps;
    if (own && std::any_of(arguments.obliques.begin(), arguments.obliques.end(),
                           [](const Oblique& oblique) { return oblique.word == "against"; }))
        return false; // `won its case against X`
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
void drop_sides_named_again(const ReportWords& words, const Arguments& arguments, Roles& roles) {
    if (roles.actors.size() < 2) return;
    std::erase_if(roles.recipients, [&](TokenIndex t) {
        const TokenIndex number = words.parse().child(t, Dep::nummod);
        return t != arguments.object && words.at(t).pos == Pos::noun && number != no_token &&
               words.at(number).lower == "two" &&
               words.at(words.at(t).left_edge).lower == "the"; // but `met the two envoys`
    });
}

/// `the war against X`: who fights him is not told.
bool is_fought(const Arguments& arguments, const std::vector<TokenIndex>& others) {
    return std::any_of(arguments.obliques.begin(), arguments.obliques.end(), [&](const Oblique& oblique) {
        return oblique.word == "against" && !others.empty() && oblique.object == others.front();
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

/// `led the delegation`, `sent a drone`: what the frame itself asks for is not whom it is done to.
bool is_asked_for(const ReportWords& words, const Arguments& arguments, const Frame& frame) {
    const TokenIndex object = arguments.object;
    if (object == no_token || !words.is_actor(object) || (words.built_in(object) & built_in_pronoun) != 0)
        return false;
    return std::any_of(frame.constraints.begin(), frame.constraints.end(), [](const Constraint& c) {
        return !c.negated && !c.any && c.places.front().slot == Slot::object;
    });
}

/// `sent a team of doctors to the hospital`: who is sent is given, he receives nothing.
std::vector<TokenIndex> with_gift(const ReportWords& words, const Arguments& arguments, const Frame& frame,
                                  std::vector<TokenIndex> taken) {
    const bool received =
        std::any_of(arguments.obliques.begin(), arguments.obliques.end(),
                    [](const Oblique& oblique) { return oblique.word == "to" || oblique.word == "for"; });
    const bool by_frame =
        std::any_of(frame.recipients.begin(), frame.recipients.end(), [](const Argument& place) {
            return place.slot == Slot::object && !place.owner; // `took the woman to a hospital`
        });
    if (received && !by_frame && is_asked_for(words, arguments, frame)) taken.push_back(arguments.object);
    return taken;
}

/// `agreed to set up a fund for Mali`: what is created is no party, nor what it is named after.
void pass_through_created(const ReportWords& words, const Arguments& arguments, PartySearch& search) {
    if (arguments.complements.empty() || !is_created(words, arguments.complements.front())) return;
    search.passed_through = words.parse().child(arguments.complements.front(), Dep::dobj);
    if (search.passed_through == no_token) return;
    for (const TokenIndex c : words.parse().children(search.passed_through))
        if (c < search.passed_through) search.taken.push_back(c);
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
    if (is_asked_for(words, arguments, frame)) search.passed_through = arguments.object;
    if (frame.type == "AGREE") pass_through_created(words, arguments, search);
    if (frame.type == "PROTEST") // `led Sunni protests`; but `anti-war protests`
        for (const TokenIndex t : arguments.modifiers)
            if (t == 0 || words.at(t - 1).lower != "-") search.taken.push_back(t);
    if (frame.type == "AID") search.barred = "against"; // `military help in the fight against X`
    if (frame.type == "REQUEST") search.barred = "in";  // `called for a truce in Chad` asks nobody there
    if (frame.type == "MOBILIZE") search.passed_over = classes.bit_of("troops") | classes.bit_of("police");
    // near an arrest stand its place and the police, too
    const bool arrest = frame.mode == "arrest";
    search.wanted = arrest ? built_in_person : built_in_actor;
    TokenIndex party = party_below(words, search);
    // a visit's place is named by its frame
    if (party == no_token && frame.type != "CONSULT" && !arrest) {
        search.wanted = built_in_place;
        party = party_below(words, search);
    }
    if (party == no_token || is_same_as_one(words, party, roles.actors)) return;
    add_list(words, party, roles.recipients);
}

/// `sent a delegation to Chad`: who is sent does not receive.
TokenIndex receiver_of_sending(const ReportWords& words, const Arguments& arguments) {
    const std::string_view lemma = words.at(arguments.trigger).lemma;
    const Lexicon& lexicon = words.lexicon();
    if (arguments.noun || arguments.passive ||
        (!lexicon.has(WordList::moving, lemma) && !lexicon.has(WordList::transfer, lemma)))
        return no_token;
    for (const Oblique& oblique : arguments.obliques)
        if (oblique.word == "to" && words.is_actor(oblique.object) && oblique.object != arguments.subject &&
            (words.built_in(oblique.object) & built_in_name) != 0) // but `sent the man to the guards`
            return oblique.object;
    return no_token;
}

bool is_assault(const ReportWords& words, TokenIndex noun) {
    const auto frames = words.lexicon().frames_of(words.at(noun).lemma, words.at(noun).pos);
    return std::any_of(frames.begin(), frames.end(),
                       [&](std::uint32_t f) { return words.lexicon().frames()[f].type == "ASSAULT"; });
}

/// `responsible for killings in Mali`: nobody attacks a deed; who suffers it, else its land, is attacked.
/// What stands before it did it or is avenged: `retaliated for X's killing`.
void take_sufferers_of_deeds(const ReportWords& words, Roles& roles) {
    const auto is_deed = [&](TokenIndex t) {
        return words.is_noun(t) && !words.is_actor(t) && is_assault(words, t);
    };
    PartySearch search;
    search.roots = roles.recipients;
    if (search.roots.empty() || !std::all_of(search.roots.begin(), search.roots.end(), is_deed)) return;
    search.taken = roles.actors;
    for (const TokenIndex deed : search.roots)
        for (const TokenIndex c : words.parse().children(deed))
            if (c < deed) search.taken.push_back(c);
    search.barred = "by";
    search.wanted = built_in_actor | built_in_place;
    const TokenIndex party = party_below(words, search);
    if (party == no_token) return;
    roles.recipients.clear();
    add_list(words, party, roles.recipients);
}

} // namespace

Roles find_roles(const ReportWords& words, const Arguments& arguments, const Frame& frame) {
    if (is_undergone(words, arguments) && frame.direction == Direction::from_to)
        return undergone(words, arguments);
    Roles roles;
    roles.actors = fill_side(words, arguments, frame.actors, {});
    if (frame.type.empty()) drop_topics(words, arguments, roles.actors);
    if (frame.mode == "multilateral") drop_venue(words, arguments, roles.actors);
    if (frame.mode == "visit") drop_announcer(words, arguments, roles.actors);
    if (const TokenIndex receiver = receiver_of_message(words, arguments); receiver != no_token)
        add_list(words, receiver, roles.recipients);
    else
        roles.recipients =
            fill_side(words, arguments, frame.recipients,
                      frame.type == "AID" ? with_gift(words, arguments, frame, roles.actors) : roles.actors);
    if (arguments.object != no_token && is_each_other(words, arguments.object)) {
        roles.recipients.clear(); // `fight each other in Chad`
        if (frame.direction == Direction::reciprocal) part_sides(words, roles);
        return roles;
    }
    if (frame.type == "AID") drop_goods(words, roles.recipients);
    if (may_look_below(frame) && roles.recipients.empty()) {
        const TokenIndex bound = party_of_condition(words, arguments);
        if (bound != no_token) roles.recipients.assign(1, bound);
    }
    if (roles.recipients.empty() && may_look_below(frame)) take_party_below(words, arguments, frame, roles);
    if (roles.recipients.empty() && (gives_way(frame) || frame.type == "PROTEST")) {
        const TokenIndex other = party_of_cause(words, arguments);
        if (other != no_token) add_list(words, other, roles.recipients);
    }
    // `demanded answers`, `provided help`: nobody is asked or helped by name
    if (roles.recipients.empty() && frame.type != "REQUEST" && frame.type != "AID")
        roles.recipients = ownerless_fillers(words, arguments, frame.recipients);
    if (frame.type == "ACCUSE" || frame.type == "CONCEDE") take_accused_of_claims(words, roles.recipients);
    if ((frame.mode == "disapprove" || frame.type == "PROTEST") &&
        drop_sufferers(words, arguments, roles.recipients))
        roles.recipients = ownerless_fillers(words, arguments, frame.recipients);
    std::erase_if(roles.recipients, [&](TokenIndex t) {
        // `moved tanks to its coast` threatens nobody by name
        const bool home = frame.type == "MOBILIZE" && !words.is_actor(t) && is_somebodys_own(words, t);
        return home || is_reflexive(words, t);
    });
    if (frame.type == "AID") add_home_of_people(words, roles.recipients);
    if ((frame.mode == "allege" || frame.mode == "disapprove" || frame.type == "REQUEST") && arguments.noun)
        drop_matter(words, arguments, roles.recipients);
    if (frame.type == "REJECT" && !arguments.noun &&
        arguments.object != no_token) { // `rejected a request on a charge of fraud`
        drop_matter(words, arguments, roles.recipients);
        if (roles.recipients.empty())
            roles.recipients = ownerless_fillers(words, arguments, frame.recipients);
    }
    if (arguments.noun) take_possessor_as_doer(words, arguments, frame, roles);
    if (frame.type == "ASSAULT") take_sufferers_of_deeds(words, roles);
    if (frame.type == "ASSAULT" && arguments.noun) turn_victims(words, arguments, roles);
    // of an event outside the ontology only parties are told, not the things it is about
    if (frame.type.empty()) {
        std::erase_if(roles.recipients, [&](TokenIndex t) {
            return !words.is_actor(t) || is_reflexive(words, t) || is_mere_it(words, t);
        });
        const TokenIndex party =
            arguments.noun || !roles.recipients.empty() ? no_token : party_of_phrase(words, arguments);
        if (party != no_token && party != arguments.subject) add_list(words, party, roles.recipients);
    }
    if (frame.direction == Direction::reciprocal) {
        if (roles.actors.empty() && !is_fought(arguments, roles.recipients))
            std::swap(roles.actors, roles.recipients);
        drop_sides_named_again(words, arguments, roles);
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
    const TokenIndex receiver = receiver_of_sending(words, arguments);
    if (receiver != no_token) {
        add_list(words, receiver, roles.recipients);
        return roles;
    }
    if (object != no_token && object != arguments.subject && words.is_actor(object) &&
        !is_reflexive(words, object) && !is_mere_it(words, object)) {
        add_list(words, object, roles.recipients);
        return roles;
    }
    const TokenIndex party = party_of_phrase(words, arguments);
    if (party != no_token) add_list(words, party, roles.recipients);
    return roles;
}

} // namespace dateline::what
