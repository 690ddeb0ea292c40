#pragma once

#include "what/draft.hpp"

namespace dateline::what {

/// The events of a report before they are written as claims: triggers found, roles filled, doubles dropped.
std::vector<Draft> find_drafts(const ReportWords& words);

} // namespace dateline::what
