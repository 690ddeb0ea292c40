#pragma once

#include <optional>

#include "said/attribution.hpp"
#include "said/quotation.hpp"

namespace dateline::said {

/// A quotation signed behind its closing mark: a dash, its cue, and a name. Without its content.
std::optional<Attribution> signature_behind(const Parse& parse, const Quotation& quotation);

/// A quotation with its speaker's name and a colon, its cue, in front: `Smith: "…"`. Without its content.
std::optional<Attribution> label_before(const Parse& parse, const Quotation& quotation);

/// The same with a longer label that fills a paragraph from its start at `start` (a byte) to the colon:
/// `Former minister Ada Example (Lima):`, `Stated Example:`. Without its content.
std::optional<Attribution> long_label_before(const Parse& parse, std::uint32_t start,
                                             const Quotation& quotation);

} // namespace dateline::said
