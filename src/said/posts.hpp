#pragma once

#include <vector>

#include "said/attribution.hpp"
#include "said/paragraphs.hpp"

namespace dateline::said {

/// Posts of social media that stand in a report as they stood there: `We leave. — Ada Example (@ada) May 6,
/// 2024`. A post's cue is its dash; what stands before it in the paragraph, behind an earlier post, is what
/// it says.
std::vector<Attribution> find_posts(const Parse& parse, const Paragraphs& paragraphs);

} // namespace dateline::said
