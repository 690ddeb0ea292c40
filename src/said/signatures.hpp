#pragma once

#include <optional>

#include "said/attribution.hpp"
#include "said/quotation.hpp"

namespace dateline::said {

/// A name beside a quotation, with a mark for its cue: signed behind it with a dash, or labelled before it
/// with a colon (`Smith: "…"`, `Former minister Ada Example (Lima): "…"`, `Stated Smith: "…"`). `start` is
/// the byte where a longer label starts that fills its paragraph. Without the content; nothing where there is
/// no name.
std::optional<Attribution> signature_beside(const Parse& parse, std::uint32_t start,
                                            const Quotation& quotation);

} // namespace dateline::said
