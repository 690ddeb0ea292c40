#pragma once

#include "said/cues.hpp"
#include "said/paragraphs.hpp"

namespace dateline::said {

/// Where the content headed by a token ends: before a further participle of saying, which belongs to the
/// speaker again (`said it had failed, citing costs`).
TokenIndex end_of_content(const Parse& parse, const CueLexicon& cues, TokenIndex content);

/// The end of a clause that a verb reports up to `last`, with what belongs to it though the parser tied it
/// elsewhere: the verb it is the subject of, a clause that tells more of its last noun.
TokenIndex behind_strays(const Parse& parse, TokenIndex cue, TokenIndex last, Stretch stretch);

} // namespace dateline::said
