// The phrases that tell of an event, wherever parsers hang them: at the trigger, at its object, at another
// phrase, at the second of two nouns, behind the clause.

#include "what/obliques.hpp"

#include <algorithm>

namespace dateline::what {

namespace {

bool is_direction(std::string_view word) {
    return word == "out" || word == "off" || word == "away" || word == "up" || word == "down" ||
           word == "along" || word == "back" || word == "round" || word == "around";
}

/// Prepositions whose object is another event: what hangs at it is that one's.
bool tells_when(std::string_view word) {
    return word == "after" || word == "before" || word == "during" || word == "following" ||
           word == "since" || word == "amid" || word == "despite";
}

} // namespace

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
        // but `Since leaving office, she refuses …`
        if (words.at(object).dep == Dep::pcomp && words.is_verb(object) && !tells_when(token.lower))
            out.complements.push_back(object);
        out.obliques.push_back({token.lower, c, object});
    }
    std::erase_if(out.obliques, [&](const Oblique& oblique) {
        if (oblique.object == no_token) return true;
        const Token& object = words.at(oblique.object);
        if (oblique.word == "at" && (object.lemma == "time" || object.lemma == "moment")) return true;
        if (oblique.word == "by" && words.lexicon().has(WordList::means, object.lemma)) return true;
        if (words.is_platform(oblique.object)) return true;
        return object.name_type == NameType::date || object.name_type == NameType::time;
    });
}

/// `attacks by militias against soldiers`: parsers hang the second phrase at the first one's object.
void add_obliques_of_agent(const ReportWords& words, Arguments& out) {
    const std::size_t own = out.obliques.size();
    for (std::size_t i = 0; i < own && i < 8; ++i) {
        if (out.obliques[i].word != "by" || !words.is_actor(out.obliques[i].object)) continue;
        for (const TokenIndex c : words.parse().children(out.obliques[i].object)) {
            const std::string_view word = words.at(c).lower;
            if (words.at(c).dep != Dep::prep || (word != "against" && word != "on" && word != "with"))
                continue;
            const TokenIndex object = object_of_preposition(words, c);
            if (object != no_token) out.obliques.push_back({word, c, object});
        }
    }
}

namespace {

/// `At a meeting on Chad he called for …`, `demanded aid, in an echo of …`: the phrase is its own.
bool stands_apart(const ReportWords& words, TokenIndex trigger, const Oblique& oblique) {
    return oblique.preposition <= trigger ||
           (words.at(oblique.preposition - 1).lower == "," && oblique.word != "including");
}

} // namespace

/// `called for sanctions against X`: what hangs at a thing named by a preposition may belong to the trigger.
void add_deeper_obliques(const ReportWords& words, Arguments& out) {
    const std::size_t own = out.obliques.size();
    for (std::size_t i = 0; i < own && i < 8; ++i) {
        const TokenIndex object = out.obliques[i].object;
        if (words.lexicon().has(WordList::linking, words.at(object).lemma)) continue;
        if (!words.is_noun(object) || words.is_actor(object) || tells_when(out.obliques[i].word)) continue;
        const bool apart = stands_apart(words, out.trigger, out.obliques[i]);
        const auto known = static_cast<std::ptrdiff_t>(out.obliques.size());
        add_obliques(words, object, out);
        if (apart) // but `At a meeting with X he agreed to …`
            out.obliques.erase(std::remove_if(out.obliques.begin() + known, out.obliques.end(),
                                              [](const Oblique& oblique) { return oblique.word != "with"; }),
                               out.obliques.end());
    }
}

/// `voiced its anger and condemnation of X`: what hangs at the second noun belongs to the first, too.
void add_obliques_of_second(const ReportWords& words, TokenIndex noun, Arguments& out) {
    const TokenIndex second = words.parse().child(noun, Dep::conj);
    if (second != no_token && words.is_noun(second) && !words.is_actor(second))
        add_obliques(words, second, out);
}

/// What hangs at the object may belong to the verb: all of it where the object is a thing or the doer's own
/// (`recalled its envoy from X`), `against X` where it is somebody (`rallied allies against X`).
void add_obliques_of_object(const ReportWords& words, Arguments& out) {
    const std::size_t own = out.obliques.size();
    add_obliques(words, out.object, out);
    if (!words.is_actor(out.object)) {
        if (out.obliques.size() == own) add_obliques_of_second(words, out.object, out);
        return;
    }
    for (const TokenIndex c : words.parse().children(out.object))
        if (words.at(c).dep == Dep::poss && words.at(c).tag == Tag::prps) return;
    std::size_t kept = own;
    for (std::size_t i = own; i < out.obliques.size(); ++i)
        if (out.obliques[i].word == "against" || out.obliques[i].word == "as" ||
            (out.obliques[i].word == "of" &&
             words.lexicon().has(WordList::of_object, words.at(out.trigger).lemma)))
            out.obliques[kept++] = out.obliques[i];
    out.obliques.resize(kept);
}

/// `backed help to the islanders`: what stands right behind an event that a verb has for its object may be
/// the event's, wherever parsers hang it.
void add_obliques_behind(const ReportWords& words, TokenIndex noun, Arguments& out) {
    const Token& token = words.at(noun);
    if (token.dep != Dep::dobj || !words.is_verb(token.head)) return;
    for (const TokenIndex c : words.parse().children(token.head)) {
        const Token& next = words.at(c);
        if (c != token.right_edge + 1 || (next.dep != Dep::prep && next.dep != Dep::dative)) continue;
        const TokenIndex object = object_of_preposition(words, c);
        if (object != no_token && words.at(object).name_type != NameType::date)
            out.obliques.push_back({next.lower, c, object});
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

} // namespace dateline::what
