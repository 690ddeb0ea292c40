#pragma once

#include "record/parse.hpp"
#include "said/cues.hpp"

namespace dateline::said {

/// `noted that it fails and asked why`, `said it had failed, and others warned that it would again`: the verb
/// of saying in whose clause the parser hung a further one as a conjunct, though it is its equal. `no_token`
/// where the conjunct belongs to the clause.
TokenIndex equal_of_conjunct(const Parse& parse, const CueLexicon& cues, TokenIndex conjunct);

/// `said it had failed, although she refused to say why`: whether a conjunction opens what the reporter sets
/// against the words of the cue above `content`, the head of a reported clause.
bool is_reporters_contrast(const Parse& parse, const CueLexicon& cues, TokenIndex mark, TokenIndex content);

} // namespace dateline::said
