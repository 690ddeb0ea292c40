#pragma once

#include <vector>

#include "what/circumstances.hpp"
#include "what/participants.hpp"
#include "what/status.hpp"

namespace dateline::what {

/// A claim in the making.
struct Draft {
    Arguments arguments;
    FrameMatch match; // frame null: an event no frame knows
    Roles roles;
    Modality modality;
    std::string mode, cameo;
    std::int32_t under = -1; // index of another draft
    bool dropped = false;
    TokenIndex named_by = no_token; // the noun that names the act of a light verb: it is the trigger then
    std::string_view counted;
    std::vector<Count> counts;

    [[nodiscard]] bool typed() const { return match.frame != nullptr && !match.frame->type.empty(); }
    [[nodiscard]] std::string_view type() const {
        return match.frame == nullptr ? std::string_view{} : std::string_view(match.frame->type);
    }
    [[nodiscard]] bool speech() const { return match.frame != nullptr && match.frame->speech; }
};

/// The events of a report before they are written as claims: triggers found, roles filled, doubles dropped.
std::vector<Draft> find_drafts(const ReportWords& words);

} // namespace dateline::what
