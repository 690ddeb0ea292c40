#pragma once

#include <optional>
#include <vector>

#include "said/attribution.hpp"
#include "said/paragraphs.hpp"

namespace dateline::said {

/// Attributions that the tree shows: a cue with the clause, infinitive, object or phrase that is its content.
/// A verb of saying that stands beside a quotation only comes without content.
std::optional<Attribution> attribution_at(const Parse& parse, const CueLexicon& cues,
                                          const Paragraphs& paragraphs, TokenIndex token);

} // namespace dateline::said
