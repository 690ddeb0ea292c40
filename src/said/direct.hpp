#pragma once

#include <vector>

#include "said/attribution.hpp"
#include "said/quotation.hpp"

namespace dateline::said {

/// Hangs quotations on cues: a whole quotation on the verb of saying beside it (`"…," she said`, `She said:
/// "…"`) or on the one before it; words in marks inside the reporter's sentence make the content they lie in
/// partly direct. `attributions` holds all cues of the report, with or without content, in the order of their
/// cues.
void attach_quotations(const Parse& parse, const std::vector<Quotation>& quotations,
                       const Paragraphs& paragraphs, std::vector<Attribution>& attributions);

} // namespace dateline::said
