#pragma once

#include <filesystem>
#include <vector>

namespace dateline::what {

/// The frames: trigger words with their roles, PLOVER type and mode, CAMEO code. The built-in lexicon (`data/`) can
/// be extended by user files. Safe to read from several threads.
class Lexicon {
  public:
    /// Throws `Error` naming file and line of a malformed frame.
    explicit Lexicon(const std::vector<std::filesystem::path>& user_files = {});
};

} // namespace dateline::what
