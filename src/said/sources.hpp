#pragma once

#include "record/parse.hpp"

namespace dateline::said {

/// A participle behind what its speaker made or had: `issued a statement criticizing them`, `took turns
/// reading it`, `had trouble explaining it`.
bool is_carried(const Parse& parse, TokenIndex participle);

/// An infinitive behind what its speaker used for it: `took the chance to thank them`.
bool is_used(const Parse& parse, TokenIndex infinitive);

/// Who speaks at a verb: its subject, or the one it shares with the verb it hangs on (lists, infinitives,
/// participles), the agent of a passive, the noun a participle describes; `no_token` when nobody is named.
TokenIndex source_of_verb(const Parse& parse, TokenIndex verb);

/// A name right before a verb, whatever the parser makes of it; `no_token` without one.
TokenIndex source_before(const Parse& parse, TokenIndex verb);

/// A person or a body, by the name at a token, or as the same word is somewhere else in the report.
bool names_speaker(const Parse& parse, TokenIndex name);

/// Whose statement, plan or view a noun is: possessor, agent, `of`, the word before it.
TokenIndex source_of_noun(const Parse& parse, TokenIndex noun);

} // namespace dateline::said
