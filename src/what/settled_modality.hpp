#pragma once

#include "what/draft.hpp"

namespace dateline::what {

/// Mends a draft's modality where it depends on the event's type: giving way by words is done once it is
/// decided; an accusation that is denied or rejected is told as the denial of what it says.
void settle_modality(const ReportWords& words, Draft& draft);

} // namespace dateline::what
