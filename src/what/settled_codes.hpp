#pragma once

#include <vector>

#include "what/draft.hpp"

namespace dateline::what {

/// Fills mode and code of drafts where they follow from the content that hangs below them or from who acts.
void settle_codes(const ReportWords& words, std::vector<Draft>& drafts);

} // namespace dateline::what
