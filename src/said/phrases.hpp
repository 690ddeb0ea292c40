#pragma once

#include <vector>

#include "record/parse.hpp"

namespace dateline::said {

/// Who speaks at a verb: its subject, or the one it shares with the verb it hangs on (lists, infinitives,
/// participles), the agent of a passive, the noun a participle describes; `no_token` when nobody is named.
TokenIndex source_of_verb(const Parse& parse, TokenIndex verb);

/// A name right before a verb, whatever the parser makes of it; `no_token` without one.
TokenIndex source_before(const Parse& parse, TokenIndex verb);

/// A person or a body, by the name at a token, or as the same word is somewhere else in the report.
bool names_speaker(const Parse& parse, TokenIndex name);

/// Whose statement, plan or view a noun is: possessor, agent, `of`, the word before it.
TokenIndex source_of_noun(const Parse& parse, TokenIndex noun);

/// The words of a source: the noun phrase with its appositions, without a relative clause behind a comma.
Span source_phrase(const Parse& parse, TokenIndex head);

/// The words of a cue: the word with its particle or preposition and adverbs in front, without auxiliaries.
Span cue_phrase(const Parse& parse, TokenIndex cue, TokenIndex preposition);

/// The words under a head without marks of punctuation at the ends (quotation marks stay).
Span content_phrase(const Parse& parse, TokenIndex head);

/// Tokens [first, last) without white space and marks of punctuation at the ends (quotation marks stay); an
/// empty span when nothing is left.
Span trimmed(const Parse& parse, TokenIndex first, TokenIndex last);

/// True when `token` lies under `head` in the tree.
bool is_under(const Parse& parse, TokenIndex token, TokenIndex head);

} // namespace dateline::said
