#pragma once

#include <vector>

#include "said/cues.hpp"
#include "said/paragraphs.hpp"

namespace dateline::said {

/// The clause that a cue reports, in pieces where the cue stands inside it; empty when there is none.
/// `stretch` is the cue's sentence as far as it lies in its paragraph.
std::vector<Span> reported_clause(const Parse& parse, const CueLexicon& cues, TokenIndex cue, CuePart part,
                                  TokenIndex source, Stretch stretch);

/// Adds the pieces of [first, last) around the tokens [hole_first, hole_last).
void add_around(const Parse& parse, TokenIndex first, TokenIndex last, TokenIndex hole_first,
                TokenIndex hole_last, std::vector<Span>& pieces);

/// Where a sentence starts without the reporter's `But`, `And`, `However,`.
TokenIndex behind_connective(const Parse& parse, Stretch sentence);

/// True for a verb with `to`: `to go`, `her to go`.
bool has_particle_to(const Parse& parse, TokenIndex verb);
/// True for a verb with `to` and without a subject of its own.
bool is_infinitive(const Parse& parse, TokenIndex verb);

} // namespace dateline::said
