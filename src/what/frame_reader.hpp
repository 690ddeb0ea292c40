#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "what/frame.hpp"

namespace dateline::what {

/// The frames of a text in the form of data/what/frames/README.txt, in text order. Throws `Error` naming
/// `file` and the line of whatever is malformed.
std::vector<Frame> read_frames(std::string_view text, std::string_view file);

/// A line of frames that is not read yet, with the heading it stands under and its examples. Views into the
/// text.
struct FrameLines {
    std::string_view file, heading, text; // `text`: the line and all lines up to the next of frames
    int heading_line = 0, line = 0;
    std::string_view triggers; // words between commas, as written
    Pos pos = Pos::other;
};

/// The lines of frames of a text, in its order. Only lines that cannot be told from others are malformed
/// here.
std::vector<FrameLines> list_frames(std::string_view text, std::string_view file);

/// Reads the frames of a line: one for each of its triggers, in their order. Throws as `read_frames`.
std::vector<Frame> read_frames(const FrameLines& lines);

/// Calls `visit(trigger)` for each trigger word of such a line.
template<typename Visit>
void for_each_trigger(std::string_view triggers, Visit visit) {
    while (!triggers.empty()) {
        const std::size_t end = triggers.find(',');
        const std::string_view trigger = trim(triggers.substr(0, end));
        triggers.remove_prefix(end == std::string_view::npos ? triggers.size() : end + 1);
        if (!trigger.empty()) visit(trigger);
    }
}

} // namespace dateline::what
