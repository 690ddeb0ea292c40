#include "what/participants.hpp"

#include <algorithm>

namespace dateline::what {

namespace {

constexpr std::size_t max_side = 16; // longer lists are tables, not parties

void add_list(const ReportWords& words, TokenIndex head, std::vector<TokenIndex>& side) {
    for (const TokenIndex member : with_conjuncts(words, head)) {
        const bool known = std::find(side.begin(), side.end(), member) != side.end();
        if (!known && side.size() < max_side && !words.is_verb(member)) side.push_back(member);
    }
}

/// Whom the content clause is about: its object or partner, if that can act.
TokenIndex party_of_content(const ReportWords& words, TokenIndex content) {
    const Arguments inner = find_arguments(words, content);
    if (inner.object != no_token && words.is_actor(inner.object)) return inner.object;
    if (inner.second_object != no_token && words.is_actor(inner.second_object)) return inner.second_object;
    for (const Oblique& oblique : inner.obliques)
        if (words.is_actor(oblique.object) &&
            (oblique.word == "with" || oblique.word == "to" || oblique.word == "against" ||
             oblique.word == "on" || oblique.word == "from" || oblique.word == "for"))
            return oblique.object;
    return no_token;
}

void fill_from_content(const ReportWords& words, const Arguments& arguments, const Argument& place,
                       std::vector<TokenIndex>& side) {
    for (const TokenIndex content : arguments.complements) {
        if (!words.is_verb(content)) continue;
        TokenIndex found = no_token;
        if (place.preposition.empty()) {
            found = party_of_content(words, content);
        } else {
            found = surface_subject(words, content);
            if (found == arguments.subject) found = no_token;
        }
        if (found == no_token) continue;
        add_list(words, found, side);
        return;
    }
}

std::vector<TokenIndex> fill_side(const ReportWords& words, const Arguments& arguments,
                                  const std::vector<Argument>& places, const std::vector<TokenIndex>& other) {
    std::vector<TokenIndex> side, people;
    for (const Argument& place : places) {
        std::vector<TokenIndex> found;
        if (place.slot == Slot::complement)
            fill_from_content(words, arguments, place, found);
        else
            for (const TokenIndex filler : fillers(words, arguments, place)) add_list(words, filler, found);
        std::erase_if(found,
                      [&](TokenIndex t) { return std::find(other.begin(), other.end(), t) != other.end(); });
        if (found.empty()) continue;
        // an actor further down the list is better than a thing that comes first
        if (std::any_of(found.begin(), found.end(), [&](TokenIndex t) { return words.is_actor(t); }))
            return found;
        if (side.empty()) side = found;
    }
    return side;
}

bool is_reciprocal_pair(const Arguments& arguments) {
    return arguments.noun && arguments.modifiers.size() >= 2;
}

} // namespace

Roles find_roles(const ReportWords& words, const Arguments& arguments, const Frame& frame) {
    Roles roles;
    roles.actors = fill_side(words, arguments, frame.actors, {});
    roles.recipients = fill_side(words, arguments, frame.recipients, roles.actors);
    if (frame.direction == Direction::reciprocal) {
        if (roles.actors.empty()) std::swap(roles.actors, roles.recipients);
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
    if (arguments.object != no_token && arguments.object != arguments.subject)
        add_list(words, arguments.object, roles.recipients);
    return roles;
}

Participant participant_at(const ReportWords& words, TokenIndex head) {
    const MentionRef ref = words.mentions().headed_by(head);
    if (ref.actor >= 0) {
        const Actor& actor = words.coded().actors[static_cast<std::size_t>(ref.actor)];
        return {ref.actor, actor.mentions[static_cast<std::size_t>(ref.mention)].span};
    }
    // a token inside a longer mention of which it is not the head (`Iranian` in `Iranian warplanes`) names no
    // actor by itself
    TokenIndex first = head, last = head;
    for (const TokenIndex c : words.parse().children(head)) {
        const Token& token = words.at(c);
        const bool modifies = token.dep == Dep::det || token.dep == Dep::amod || token.dep == Dep::compound ||
                              token.dep == Dep::nummod || token.dep == Dep::poss || token.dep == Dep::nmod ||
                              token.dep == Dep::quantmod || token.dep == Dep::predet ||
                              token.dep == Dep::advmod;
        if (modifies && c < head) first = std::min(first, token.left_edge);
    }
    const Token& token = words.at(head);
    if (token.name >= 0) {
        const Name& name = words.parse().names[static_cast<std::size_t>(token.name)];
        first = std::min(first, name.first);
        last = std::max(last, name.last - 1);
    }
    return {-1, words.parse().span_of(first, last + 1)};
}

} // namespace dateline::what
