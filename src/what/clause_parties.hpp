#pragma once

#include "what/draft.hpp"

namespace dateline::what {

/// Adds the parties that no place of the frame holds because they stand in a clause above or beside the
/// event.
void add_parties_of_clauses(const ReportWords& words, Draft& draft);

} // namespace dateline::what
