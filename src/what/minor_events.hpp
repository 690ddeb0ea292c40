#pragma once

#include "what/modality.hpp"
#include "what/words.hpp"

namespace dateline::what {

/// `have`, `own`, `remain` as the verb of a clause: a state. That one holds is no event; that it does not,
/// that it is wished for or planned, is told.
bool is_state(const ReportWords& words, TokenIndex t);

/// `going` of `is going to attack`: says when, and is no event.
bool is_future_going(const ReportWords& words, TokenIndex t);

/// It happened or goes on, certainly.
bool is_plain(const Modality& modality);

} // namespace dateline::what
