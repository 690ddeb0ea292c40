// Fills one side of an event from the places its frame names: lists opened, content clauses looked into, the
// doer's own left out.

#include "what/sides.hpp"

#include <algorithm>

#include <fmt/format.h>

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

/// `President Ada Lindt and Premier Bo Gamma`: parsers hang the first name before the second.
TokenIndex first_of_two_names(const ReportWords& words, TokenIndex head) {
    const std::int32_t second = words.mentions().headed_by(head).actor;
    if (second < 0) return no_token;
    for (const TokenIndex c : words.parse().children(head)) {
        if (c > head) break;
        const std::int32_t first = words.mentions().headed_by(c).actor;
        if (words.at(c).dep == Dep::nmod && first >= 0 && first != second && words.is_actor(c) &&
            words.parse().has_child(c, Dep::cc))
            return c;
    }
    return no_token;
}

} // namespace

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
    const TokenIndex name = first_of_two_names(words, head);
    if (name != no_token && name != nation && side.size() < max_side) side.push_back(name);
    for (const TokenIndex member : with_conjuncts(words, head)) {
        const bool known = std::find(side.begin(), side.end(), member) != side.end();
        // `a deal with Peru and sanctions`: parsers take what happens next for a party
        const bool event = member != head && words.is_actor(head) && !words.is_actor(member) &&
                           !words.lexicon().frames_of(words.at(member).lemma, words.at(member).pos).empty();
        if (!known && !event && side.size() < max_side && !words.is_verb(member)) side.push_back(member);
    }
    if (among != no_token) add_list(words, among, side);
}

namespace {

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

/// `let X's plane land`, `accept a Chadian offer`: whose the thing is that the content is about.
TokenIndex owner_of_object(const ReportWords& words, const Arguments& content) {
    if (content.object == no_token || is_own(words, content.object)) return no_token;
    for (const TokenIndex owner : fillers(words, content, {Slot::object, "", true}))
        if (words.is_actor(owner) && owner != content.object && !is_mere_adjective(words, owner))
            return owner;
    return no_token;
}

/// Whom the content clause is about: its object or partner, if that can act, the owner of a thing; behind
/// forces that are sent whom they are to help or fight.
TokenIndex party_of_content(const ReportWords& words, TokenIndex content, int depth = 0) {
    const Arguments inner = find_arguments(words, content);
    const bool force = inner.object != no_token && is_force(words, inner.object) &&
                       words.lexicon().has(WordList::moving, words.at(content).lemma);
    const bool partner = inner.object != no_token && words.is_actor(inner.object) &&
                         !is_own(words, inner.object) && !force && !is_created(words, content);
    if (partner) return inner.object;
    if (inner.second_object != no_token && words.is_actor(inner.second_object)) return inner.second_object;
    if (force && depth < 2)
        for (const TokenIndex task : inner.complements) {
            const TokenIndex party =
                words.is_verb(task) ? party_of_content(words, task, depth + 1) : no_token;
            if (party != no_token) return party;
        }
    for (const Oblique& oblique : inner.obliques)
        if (words.is_actor(oblique.object) &&
            (oblique.word == "with" || oblique.word == "to" || oblique.word == "against" ||
             oblique.word == "on" || oblique.word == "from" || oblique.word == "for"))
            return oblique.object;
    return owner_of_object(words, inner);
}

void fill_from_content(const ReportWords& words, const Arguments& arguments, const Argument& place,
                       std::vector<TokenIndex>& side) {
    for (const TokenIndex content : arguments.complements) {
        TokenIndex found = no_token;
        if (place.preposition.empty()) {
            if (words.is_verb(content)) found = party_of_content(words, content);
        } else {
            // `demanded that the men be freed`: who is freed is not whom one asks
            found = is_passive(words, content) ? no_token : surface_subject(words, content);
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

} // namespace

bool is_created(const ReportWords& words, TokenIndex verb) {
    const TokenIndex particle = words.parse().child(verb, Dep::prt);
    const Token& token = words.at(verb);
    if (particle == no_token) return words.lexicon().has(WordList::creating, token.lemma);
    return words.lexicon().has(WordList::creating,
                               fmt::format("{}_{}", token.lemma, words.at(particle).lower));
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

namespace {

/// `tariffs on ten million worth of Chadian goods`: of a sum its owner.
std::vector<TokenIndex> named_fillers(const ReportWords& words, const Arguments& arguments, Argument place) {
    std::vector<TokenIndex> found = fillers(words, arguments, place);
    if (place.owner || place.slot != Slot::preposition || found.size() != 1 ||
        words.is_actor(found.front()) || (words.built_in(found.front()) & built_in_amount) == 0)
        return found;
    place.owner = true;
    std::vector<TokenIndex> owners = fillers(words, arguments, place);
    return owners.empty() ? found : owners;
}

} // namespace

std::vector<TokenIndex> fill_side(const ReportWords& words, const Arguments& arguments,
                                  const std::vector<Argument>& places, const std::vector<TokenIndex>& other) {
    std::vector<TokenIndex> side;
    for (const Argument& place : places) {
        std::vector<TokenIndex> found;
        if (place.slot == Slot::complement)
            fill_from_content(words, arguments, place, found);
        else
            for (const TokenIndex filler : named_fillers(words, arguments, place))
                add_list(words, filler, found);
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

} // namespace dateline::what
