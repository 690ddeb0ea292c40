#pragma once

#include <string>

namespace dateline::read {

/// An input that could not be read: which one, and why. It is skipped, reported and counted.
struct Problem {
    std::string input; // file, or file:line
    std::string reason;
};

} // namespace dateline::read
