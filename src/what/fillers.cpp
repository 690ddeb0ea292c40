// Fills an argument place of a frame from what stands around its trigger.

#include "what/arguments.hpp"

#include <algorithm>

namespace dateline::what {

Suffering suffering_of(const ReportWords& words, TokenIndex thing) {
    Suffering found;
    if (words.at(thing).lemma == "death") return {true, true};
    for (const std::uint32_t f : words.lexicon().frames_of(words.at(thing).lemma, Pos::noun)) {
        const Frame& frame = words.lexicon().frames()[f];
        if (frame.type != "ASSAULT" && frame.type != "COERCE") continue;
        found.of |= !frame.recipients.empty() && frame.recipients.front().preposition == "of";
        for (const Argument& place : frame.recipients) found.possessor |= place.slot == Slot::possessor;
    }
    return found;
}

namespace {

TokenIndex oblique_object(const Arguments& arguments, std::string_view word) {
    for (const Oblique& oblique : arguments.obliques)
        if (oblique.word == word) return oblique.object;
    return no_token;
}

/// `an anti-Chadian film`: whom it is about, not whose it is.
bool is_about(const ReportWords& words, TokenIndex modifier) {
    const TokenIndex before = words.before(modifier);
    const bool hyphen = before != no_token && before + 2 == modifier;
    return (hyphen && (words.at(before).lower == "anti" || words.at(before).lower == "pro")) ||
           words.at(modifier).lower.starts_with("anti-");
}

/// Owner, author or maker of a thing, deed or text.
TokenIndex owner_of(const ReportWords& words, TokenIndex thing, int depth) {
    if (depth > 2) return no_token;
    TokenIndex modifier = no_token, of = no_token, with = no_token, second = no_token;
    const Suffering suffers = suffering_of(words, thing);
    for (const TokenIndex c : words.parse().children(thing)) {
        const Token& token = words.at(c);
        if (token.dep == Dep::poss && c == words.owner(thing)) {
            if (suffers.possessor) continue;
            return c;
        }
        if (c < thing && words.is_actor(c) && token.dep != Dep::det && token.dep != Dep::poss &&
            !is_about(words, c) && !words.lexicon().has(WordList::kind, token.lower)) // `a military target`
            modifier = c;
        if ((token.dep == Dep::prep || token.dep == Dep::agent) && token.lower == "by") {
            const TokenIndex by = object_of_preposition(words, c);
            if (by != no_token) return by;
        }
        if (token.dep == Dep::prep && token.lower == "of" && suffers.of) continue;
        if (token.dep == Dep::prep && (token.lower == "of" || token.lower == "from") && of == no_token)
            of = object_of_preposition(words, c);
        if (token.dep == Dep::prep && token.lower == "with") with = object_of_preposition(words, c);
        if (token.dep == Dep::conj && !words.is_actor(c) && words.is_noun(c)) second = c;
        // but `the truce brokered by X` is not X's
        if (token.dep == Dep::acl && !words.lexicon().has(WordList::brokering, token.lemma) &&
            is_passive(words, c)) {
            const TokenIndex by = agent_of_passive(words, c);
            if (by != no_token) return by;
        }
    }
    if (modifier != no_token) return modifier;
    if (of != no_token && words.is_actor(of)) return of;
    if (with != no_token && words.is_actor(with)) return with; // `ties with X`
    const TokenIndex owner = of == no_token ? no_token : owner_of(words, of, depth + 1);
    if (owner != no_token || second == no_token) return owner;
    return owner_of(words, second, depth + 1); // `the siege and the raids by X`
}

/// `attacks which have been attributed to X`, `a raid blamed on X`, `a bombing claimed by X`.
TokenIndex author_in_clause(const ReportWords& words, TokenIndex noun, int depth = 0) {
    for (const TokenIndex c : words.parse().children(noun)) {
        const Token& token = words.at(c);
        // parsers hang the clause at the last noun: `attacks on bases in Mali, which were attributed to X`
        const TokenIndex inner = token.dep == Dep::prep ? words.parse().child(c, Dep::pobj) : no_token;
        if (inner != no_token && depth < 3) {
            const TokenIndex author = author_in_clause(words, inner, depth + 1);
            if (author != no_token) return author;
        }
        if (token.dep != Dep::relcl && token.dep != Dep::acl) continue;
        const std::string_view wanted = token.lemma == "attribute" ? "to"
                                        : token.lemma == "blame"   ? "on"
                                                                   : "";
        if (token.lemma == "claim" || token.lemma == "perpetrate") return agent_of_passive(words, c);
        if (wanted.empty()) continue;
        for (const TokenIndex p : words.parse().children(c))
            if (words.at(p).lower == wanted) return object_of_preposition(words, p);
    }
    return no_token;
}

/// The subject of the verb that carries the noun, if it does what the noun names. Who sparks protests does
/// not protest, who stops the looting does not loot.
TokenIndex doing_subject(const ReportWords& words, const Arguments& arguments) {
    if (arguments.subject == no_token || arguments.carrier == no_token) return arguments.subject;
    const Lexicon& lexicon = words.lexicon();
    const std::string_view carrier = words.at(arguments.carrier).lemma;
    const bool ends = lexicon.has(WordList::ending, carrier) &&
                      lexicon.has(WordList::disorder, words.at(arguments.trigger).lemma);
    // `a spokesman announced strikes`
    const bool tells = lexicon.has(WordList::voice, words.at(arguments.subject).lemma);
    return ends || tells || lexicon.has(WordList::causing, carrier) ? no_token : arguments.subject;
}

std::vector<TokenIndex> agents_of_noun(const ReportWords& words, const Arguments& arguments) {
    const TokenIndex by = oblique_object(arguments, "by");
    const bool means = by != no_token && words.lexicon().has(WordList::phoning, words.at(by).lemma);
    if (by != no_token && !means) return {by}; // but `talks by telephone`
    const TokenIndex subject = doing_subject(words, arguments);
    const bool pronoun = arguments.possessor != no_token && words.at(arguments.possessor).tag == Tag::prps;
    if (pronoun && arguments.subject != no_token && words.is_actor(arguments.subject))
        return {arguments.subject}; // `ended its war`
    if (arguments.possessor != no_token && words.is_actor(arguments.possessor)) return {arguments.possessor};
    if (subject != no_token && words.is_actor(subject)) return {subject};
    if (!arguments.modifiers.empty()) return arguments.modifiers;
    const TokenIndex author = author_in_clause(words, arguments.trigger);
    if (author != no_token && words.is_actor(author)) return {author};
    // a thing may stand for its makers, another event does nothing: `the visit renewed concerns`
    if (subject != no_token && words.is_noun(subject) &&
        words.lexicon().frames_of(words.at(subject).lemma, words.at(subject).pos).empty())
        return {subject};
    return {};
}

std::vector<TokenIndex> plain_fillers(const ReportWords& words, const Arguments& arguments,
                                      const Argument& place) {
    const auto one = [](TokenIndex token) {
        return token == no_token ? std::vector<TokenIndex>{} : std::vector{token};
    };
    switch (place.slot) {
    case Slot::subject: return one(arguments.subject);
    case Slot::object: return one(arguments.object);
    case Slot::second_object: return one(arguments.second_object);
    case Slot::possessor: return one(arguments.possessor);
    case Slot::modifier: return arguments.modifiers;
    case Slot::agent: return agents_of_noun(words, arguments);
    case Slot::complement: return arguments.complements;
    case Slot::preposition: break;
    }
    // the trigger's own phrases come before those of its object; an actor before a thing. What opens a clause
    // (`In a statement the king thanked …`) is its circumstance.
    const TokenIndex verb = arguments.carrier != no_token ? arguments.carrier : arguments.trigger;
    TokenIndex first = no_token;
    for (const Oblique& oblique : arguments.obliques) {
        if (oblique.word != place.preposition) continue;
        if (words.is_actor(oblique.object)) return {oblique.object};
        const bool behind = oblique.preposition > std::min(verb, arguments.trigger);
        if (first == no_token && behind) first = oblique.object;
    }
    return one(first);
}

} // namespace

std::vector<TokenIndex> fillers(const ReportWords& words, const Arguments& arguments, const Argument& place) {
    std::vector<TokenIndex> found = plain_fillers(words, arguments, place);
    if (!place.owner) return found;
    std::vector<TokenIndex> owners;
    for (const TokenIndex filler : found) {
        const TokenIndex owner = words.is_actor(filler) ? filler : owner_of(words, filler, 0);
        if (owner != no_token) owners.push_back(owner);
    }
    return owners;
}

namespace {

/// `Ada Lind, the spokesman Bo Kahn and the army`: parsers take the second name for an apposition of the
/// first.
bool is_second_of_list(const ReportWords& words, TokenIndex first, TokenIndex second) {
    const Token& token = words.at(second);
    if (token.dep != Dep::appos || words.at(first).name_type != NameType::person ||
        token.name_type != NameType::person || !words.parse().has_child(second, Dep::conj))
        return false;
    for (TokenIndex t = first + 1; t < second; ++t)
        if (words.is_verb(t)) return false;
    const std::int32_t one = words.mentions().headed_by(first).actor;
    const std::int32_t other = words.mentions().headed_by(second).actor;
    return one >= 0 && other >= 0 && one != other;
}

/// `Ada Lind of Chad and Bo Kahn of Mali`: parsers hang the second name at the first one's land.
TokenIndex second_behind_land(const ReportWords& words, TokenIndex first) {
    if (words.at(first).name_type != NameType::person) return no_token;
    for (const TokenIndex c : words.parse().children(first)) {
        if (words.at(c).dep != Dep::prep || words.at(c).lower != "of") continue;
        const TokenIndex land = words.parse().child(c, Dep::pobj);
        if (land == no_token || words.at(land).name_type != NameType::gpe) continue;
        const TokenIndex second = words.parse().child(land, Dep::conj);
        if (second != no_token && words.at(second).name_type == NameType::person) return second;
    }
    return no_token;
}

/// `Two miners and five nurses were killed`: parsers may give the verb two subjects and leave the `and`
/// alone.
TokenIndex first_of_parted_list(const ReportWords& words, TokenIndex second) {
    const TokenIndex link = words.at(second).left_edge - 1;
    if (link < 1 || words.at(link).dep != Dep::cc || words.at(link).lower != "and") return no_token;
    const TokenIndex first = words.at(link).head;
    if (first >= link || !words.is_noun(first) || !words.is_actor(first) || !words.is_actor(second) ||
        words.parse().has_child(first, Dep::conj) || words.at(first).sentence != words.at(second).sentence)
        return no_token;
    const bool twice =
        words.at(first).head == words.at(second).head && words.at(first).dep == words.at(second).dep;
    const bool counted =
        words.parse().has_child(first, Dep::nummod) && words.parse().has_child(second, Dep::nummod);
    return twice || counted ? first : no_token;
}

} // namespace

std::vector<TokenIndex> with_conjuncts(const ReportWords& words, TokenIndex token) {
    std::vector<TokenIndex> list{token};
    if (const TokenIndex first = first_of_parted_list(words, token); first != no_token)
        list.insert(list.begin(), first);
    for (std::size_t i = 0; i < list.size() && list.size() < 32; ++i) {
        for (const TokenIndex c : words.parse().children(list[i])) {
            const bool own_name = words.at(c).name >= 0 && // `Health and Safety Executive`
                                  words.at(c).name == words.at(list[i]).name;
            if ((words.at(c).dep == Dep::conj && !words.is_verb(c) && !own_name) ||
                is_second_of_list(words, list[i], c))
                list.push_back(c);
        }
        if (const TokenIndex second = second_behind_land(words, list[i]); second != no_token)
            list.push_back(second);
    }
    return list;
}

} // namespace dateline::what
