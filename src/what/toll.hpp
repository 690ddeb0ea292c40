#pragma once

#include <optional>

#include "what/counts.hpp"

namespace dateline::what {

/// What a toll says: so many killed, and by which event, if the toll names it.
struct Toll {
    Count count;
    TokenIndex deed = no_token;
};

/// The toll a verb tells of: `the death toll from the bombing rose to 12`. Empty for any other verb.
std::optional<Toll> toll_told_by(const ReportWords& words, const Arguments& arguments);

} // namespace dateline::what
