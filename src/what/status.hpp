#pragma once

#include <string>

#include "what/arguments.hpp"

namespace dateline::what {

/// Whether an event is said to have happened.
struct Modality {
    std::string status = "happened";
    bool negative = false;
    std::string certainty = "certain";
    TokenIndex governor = no_token; // the word whose content the event is, if that decided
    std::string why;
};

/// Status, polarity and certainty of the event a token denotes.
Modality find_modality(const ReportWords& words, TokenIndex trigger);

} // namespace dateline::what
