#pragma once

#include <string_view>
#include <vector>

#include "said/attribution.hpp"
#include "said/reported_clause.hpp"

namespace dateline::said {

/// The preposition of a word that stands behind it; `no_token` without one.
TokenIndex child_preposition(const Parse& parse, TokenIndex cue, std::string_view word);

/// The frames of a verb with its particle; null without a particle or when the lexicon does not have both.
const std::vector<CueFrame>* particle_frames(const Parse& parse, const CueLexicon& cues, TokenIndex verb);

/// Fills the contents where the frame wants them; false when nothing stands there. `stretch` is the cue's
/// sentence inside its paragraph.
bool add_content(const Parse& parse, const CueLexicon& cues, TokenIndex cue, CuePart part,
                 const CueFrame& frame, Stretch stretch, Attribution& attribution);

/// `The man was expected by many to win`, `she was accused of it by them`: whom it is about is told of, too.
void add_passive_subject(const Parse& parse, const CueFrame& frame, Attribution& attribution);

} // namespace dateline::said
