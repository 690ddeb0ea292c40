#pragma once

#include "what/arguments.hpp"
#include "what/modality.hpp"

namespace dateline::what {

/// Status, polarity and certainty of the event a token denotes.
Modality find_modality(const ReportWords& words, TokenIndex trigger);

} // namespace dateline::what
