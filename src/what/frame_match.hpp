#pragma once

#include <vector>

#include "what/arguments.hpp"

namespace dateline::what {

/// The frame that fits a trigger best.
struct FrameMatch {
    const Frame* frame = nullptr;          // null: none
    int score = 0;                         // how much of the frame was checked; 0 for a bare trigger
    std::vector<TokenIndex> trigger_words; // tokens of particles and phrases besides the trigger
};

/// The best of the frames of the trigger's word: the most special one whose conditions all hold.
FrameMatch match_frames(const ReportWords& words, const Arguments& arguments);

} // namespace dateline::what
