#pragma once

#include <filesystem>

namespace dateline::where {

/// The gazetteer, one memory-mapped file. Safe to read from several threads.
class Gazetteer {
  public:
    /// Throws `Error` when the file is missing, damaged or of another version, saying how to build it.
    explicit Gazetteer(const std::filesystem::path& path);
};

} // namespace dateline::where
