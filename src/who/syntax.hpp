#pragma once

#include <cstdint>

#include "record/parse.hpp"

namespace dateline::who {

/// What a noun phrase is to its clause.
enum class Role : std::uint8_t { subject, passive_subject, object, oblique, possessor, agent, other };

/// Where a noun phrase stands in its sentence. A conjunct stands where its list does.
struct Position {
    Role role = Role::other;
    TokenIndex verb = no_token;   // of its clause; the root where there is none
    TokenIndex inside = no_token; // head of the phrase whose possessor or complement it is; no_token
    std::int32_t depth = 0;       // clauses around its clause
    bool conjunct = false;        // not the first of a list
};

/// The position of the phrase with this head, in time of its depth in the tree.
Position position_of(const Parse& parse, TokenIndex head);

/// The verb that has the subject of a verb's clause: the verb itself, or the one whose subject it shares
/// (`left and took`, `tried to take`, `left, taking`).
TokenIndex verb_with_subject(const Parse& parse, TokenIndex verb);

/// The noun that a relative clause with this verb hangs on when its pronoun is the subject (`Ada, who left`),
/// or a participle (`Ada holding her hat`); `no_token` otherwise.
TokenIndex relative_subject(const Parse& parse, TokenIndex verb);

/// Whether the clause of `inner` stands inside the clause of `outer`, both verbs.
bool is_inside(const Parse& parse, TokenIndex inner, TokenIndex outer);

/// Whether nothing but `and`, `but` and the like joins the clause of a verb to that of the verb `first`.
bool is_coordinate(const Parse& parse, TokenIndex verb, TokenIndex first);

/// The verb or noun that a pronoun in front of its main clause points to is the subject of (`In her speech,
/// Ada …`): that subject's head; `no_token` when the token does not stand so.
TokenIndex subject_ahead(const Parse& parse, TokenIndex token);

} // namespace dateline::who
