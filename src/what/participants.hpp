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

} // namespace dateline::what
