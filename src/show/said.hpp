#pragma once

#include <vector>

#include "show/page.hpp"
#include "show/views.hpp"
#include "store/database.hpp"

namespace dateline::show {

/// Who said what, in the reports given: speaker by speaker, those with most statements first.
Section said_section(store::Database& database, const std::vector<store::ReportInfo>& reports,
                     const Scope& scope);

/// A statement as a line: day of publication, speaker, cue, content, report.
Line said_line(const store::SaidInfo& said);

} // namespace dateline::show
