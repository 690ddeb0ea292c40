#pragma once

#include <optional>
#include <string>
#include <vector>

#include "record/parse.hpp"
#include "said/cues.hpp"

namespace dateline::said {

/// One cue with its source and the pieces of its content.
struct Attribution {
    TokenIndex cue = no_token; // the cue's head word; no_token without a cue
    std::optional<Span> cue_span;
    TokenIndex source = no_token; // head of the source phrase
    std::optional<Span> source_span;
    std::vector<Span> contents; // in text order
    CueKind kind = CueKind::speech;
    bool direct = false;
    std::string rule;
};

} // namespace dateline::said
