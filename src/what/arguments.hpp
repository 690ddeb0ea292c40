#pragma once

#include <string_view>
#include <vector>

#include "what/words.hpp"

namespace dateline::what {

/// The object of a preposition: `on` … `Chad`.
struct Oblique {
    std::string_view word;
    TokenIndex preposition = no_token;
    TokenIndex object = no_token;
};

/// Who and what stands around a trigger, voice, control and relative clauses undone. Fillers are the heads of
/// noun phrases; of a list only its first member.
struct Arguments {
    TokenIndex trigger = no_token;
    bool passive = false;
    bool noun = false;
    TokenIndex carrier = no_token; // the light verb of a noun
    TokenIndex subject = no_token; // who does it; of a noun: light verb's subject
    TokenIndex object = no_token;
    TokenIndex second_object = no_token;
    TokenIndex possessor = no_token;
    std::vector<TokenIndex> complements;
    std::vector<TokenIndex> modifiers; // actors before a noun, in text order
    std::vector<Oblique> obliques;
};

/// The arguments of a verb, noun or adjective.
Arguments find_arguments(const ReportWords& words, TokenIndex trigger);

/// The grammatical subject of a verb, its own or, by control, coordination or relative clause, another's.
TokenIndex surface_subject(const ReportWords& words, TokenIndex verb, int depth = 0);

/// `Rebels took the base, officials said, killing five`: what the participle belongs to stands before the
/// verb of telling; elsewhere `verb` itself.
TokenIndex told_verb(const ReportWords& words, TokenIndex verb, TokenIndex participle);

/// True when the verb is in the passive, a reduced one included.
bool is_passive(const ReportWords& words, TokenIndex verb, int depth = 0);

/// himself, themselves
bool is_reflexive(const ReportWords& words, TokenIndex t);

/// who, which, that
bool is_relative_pronoun(const Token& token);

/// True for an infinitive with `to`.
bool has_infinitive_mark(const ReportWords& words, TokenIndex verb);

/// The noun a relative pronoun stands for; any other filler itself.
TokenIndex resolved(const ReportWords& words, TokenIndex filler);

/// The object of a preposition, pronouns resolved; `no_token` without one.
TokenIndex object_of_preposition(const ReportWords& words, TokenIndex preposition);

/// Who does what a passive verb says: its by-phrase.
TokenIndex agent_of_passive(const ReportWords& words, TokenIndex verb);

/// `two days of talks`, `a wave of raids`: the noun that stands for the event in its clause; else the noun.
TokenIndex measure_of(const ReportWords& words, TokenIndex noun);

/// The light verb that carries an event noun, else `no_token`.
TokenIndex light_verb_of(const ReportWords& words, TokenIndex event);

/// The fillers an argument place names; with `owner` the owner of a filler that is no actor. Several for
/// modifiers.
std::vector<TokenIndex> fillers(const ReportWords& words, const Arguments& arguments, const Argument& place);

/// Who suffers what a noun names: the `of` behind it (the killing of a nurse), its possessor (her murder).
struct Suffering {
    bool of = false, possessor = false;
};
Suffering suffering_of(const ReportWords& words, TokenIndex noun);

/// The token and the members of the list it opens.
std::vector<TokenIndex> with_conjuncts(const ReportWords& words, TokenIndex token);

} // namespace dateline::what
