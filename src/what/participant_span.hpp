#pragma once

#include "what/words.hpp"

namespace dateline::what {

/// `British` in `British and EU negotiators`: the first of two nations before one noun; else `no_token`.
TokenIndex first_of_two_nations(const ReportWords& words, TokenIndex head);

/// The word a partitive stands for: `critics` of `one of the critics`; the word itself when it is none.
TokenIndex whole_of(const ReportWords& words, TokenIndex head);

/// The participant headed by a token: its actor, else actor -1 with the noun phrase's span.
Participant participant_at(const ReportWords& words, TokenIndex head);

} // namespace dateline::what
