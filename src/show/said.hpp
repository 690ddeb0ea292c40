#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "show/page.hpp"
#include "show/views.hpp"
#include "store/database.hpp"

namespace dateline::show {

struct Statements {
    std::vector<store::SaidInfo> all;
    std::string note; // says that not all reports, or not all they tell, were looked at; ""
};

/// What anybody said in the latest of these reports, as far as it is worth a line: fragments and what nobody
/// named said are left out, words that several reports repeat come once.
Statements statements_in(store::Database& database, const std::vector<store::ReportInfo>& reports);

/// Who said what: speaker by speaker, those with most statements first, at most `most` lines.
Section said_section(const Statements& statements, std::size_t most);

/// True for cues that say no more than that somebody spoke; the others (`denied`, `warned`) are told.
bool is_mere_saying(std::string_view cue);

/// A statement as a line: day of publication, speaker, cue unless it is a mere `said`, content, report.
Line said_line(const store::SaidInfo& said);

} // namespace dateline::show
