#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/span.hpp"
#include "record/report.hpp"

namespace dateline::train {

/// A word that tells an event, and which.
struct EventMark {
    Span span; // in `Report::text`
    std::string event;
};

struct MarkedReport {
    Report report;
    std::vector<EventMark> marks;
    std::size_t file = 0;
};

/// The reports of a file (see data/training/events/README.md); ids and names of events open with the name of
/// the file. Throws `Error` naming the file when it cannot be read or is broken.
std::vector<MarkedReport> read_stories(const std::filesystem::path& path);

} // namespace dateline::train
