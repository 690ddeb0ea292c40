#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "what/frame.hpp"

namespace dateline::what {

/// The frames of a text in the form of data/what/frames/README.txt, in text order. Throws `Error` naming
/// `file` and the line of whatever is malformed.
std::vector<Frame> read_frames(std::string_view text, std::string_view file);

} // namespace dateline::what
