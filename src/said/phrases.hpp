#pragma once

#include <vector>

#include "record/parse.hpp"

namespace dateline::said {

/// The words of a source: the noun phrase with its appositions, without a relative clause behind a comma.
Span source_phrase(const Parse& parse, TokenIndex head);

/// The words of a cue: the word with its particle or preposition, adverbs, adjectives and the `to` of an
/// infinitive in front, without auxiliaries.
Span cue_phrase(const Parse& parse, TokenIndex cue, TokenIndex preposition);

/// A verb in the present or past, no infinitive or participle.
bool is_finite(const Token& verb);

/// Whether a point belongs to the title before it (`Capt.`), not to a sentence.
bool ends_rank(const Parse& parse, TokenIndex point);

/// The words under a head without marks of punctuation at the ends (quotation marks stay).
Span content_phrase(const Parse& parse, TokenIndex head);

/// Tokens [first, last) without white space and marks of punctuation at the ends (quotation marks stay); an
/// empty span when nothing is left.
Span trimmed(const Parse& parse, TokenIndex first, TokenIndex last);

/// True when `token` lies under `head` in the tree.
bool is_under(const Parse& parse, TokenIndex token, TokenIndex head);

/// True when a way leads up from `token` to `head`, whatever lies between the two.
bool is_below(const Parse& parse, TokenIndex token, TokenIndex head);

/// A dash between words; false before the first token (trees from outside may cross, so that a name's
/// apposition starts the text).
bool is_dash(const Parse& parse, TokenIndex at);

/// A participle behind a comma, also one inside the mark that closes a quotation: `called it "late," even
/// mocking them`.
bool is_apart(const Parse& parse, TokenIndex participle);

} // namespace dateline::said
