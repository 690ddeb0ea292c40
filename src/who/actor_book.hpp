#pragma once

#include <filesystem>
#include <vector>

namespace dateline::who {

/// What is known beforehand of people and bodies that world news is about, and the agent words and titles. The
/// built-in book (`data/`) can be extended by user files. Safe to read from several threads.
class ActorBook {
  public:
    /// The built-in book plus the user's files. Throws `Error` naming file and line of a malformed entry.
    explicit ActorBook(const std::vector<std::filesystem::path>& user_files = {});
};

} // namespace dateline::who
