#pragma once

#include <vector>

#include "said/attribution.hpp"
#include "said/paragraphs.hpp"

namespace dateline::said {

/// The turns of a transcript or interview (`WALLACE: …`): paragraphs that open with a label of which there
/// are several. Also a headline of that form. A turn's cue is its colon.
std::vector<Attribution> find_turns(const Parse& parse, std::uint32_t body_start,
                                    const Paragraphs& paragraphs);

} // namespace dateline::said
