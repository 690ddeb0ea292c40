#pragma once

#include <filesystem>
#include <string>

namespace dateline::app {

/// The folder that holds `models/` and `gazetteer/`: `given` when not empty, else `$DATELINE_DATA`, else the
/// first that exists of `var` two folders above the program (a build tree), `share/dateline` beside its
/// `bin`, and
/// `~/.local/share/dateline`. Throws `Error` saying how to set it up when there is none.
std::filesystem::path data_folder(const std::string& given);

} // namespace dateline::app
