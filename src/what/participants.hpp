#pragma once

#include <vector>

#include "what/frame_match.hpp"

namespace dateline::what {

/// Who is who in an event: heads of the fillers, lists opened.
struct Roles {
    std::vector<TokenIndex> actors;
    std::vector<TokenIndex> recipients;
};

/// The roles a frame gives its event.
Roles find_roles(const ReportWords& words, const Arguments& arguments, const Frame& frame);

/// The roles of an event without a frame: subject and object.
Roles default_roles(const ReportWords& words, const Arguments& arguments);

/// The participant headed by a token: its actor, else actor -1 with the noun phrase's span.
Participant participant_at(const ReportWords& words, TokenIndex head);

} // namespace dateline::what
