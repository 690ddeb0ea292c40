#pragma once

#include <cstdint>
#include <optional>

#include "record/parse.hpp"
#include "said/attribution.hpp"

namespace dateline::said {

/// `Ada Example Slams Harbour Plan`: the attribution whose cue is a token of the headline that the tagger
/// took for a noun or a part of a name. Nothing for tokens at or behind `body_start` (bytes).
std::optional<Attribution> headline_cue(const Parse& parse, const CueLexicon& cues, std::uint32_t body_start,
                                        TokenIndex token);

} // namespace dateline::said
