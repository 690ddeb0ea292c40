#pragma once

#include "what/clause_marks.hpp"
#include "what/modality.hpp"

namespace dateline::what {

/// What a verb's own auxiliaries (`will`, `would`, `must`, `may`, a progressive) make of what its context
/// makes of it.
Modality by_auxiliaries(const ReportWords& words, TokenIndex verb, const ClauseMarks& marks,
                        const Modality& context);

/// `Did he pay?` asked of the verb, not `Why did he pay?`, which takes it that he did.
bool is_yes_no_question(const ReportWords& words, TokenIndex verb);

/// `Send him back`: nothing stands before the verb.
bool is_imperative(const ReportWords& words, TokenIndex verb);

} // namespace dateline::what
