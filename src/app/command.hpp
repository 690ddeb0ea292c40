#pragma once

#include <functional>
#include <string>

#include <CLI/CLI.hpp>

namespace dateline::app {

/// Exit codes of every command.
enum class Exit : int { all_read = 0, some_skipped = 1, nothing_done = 2 };

/// Adds a command to the program's parser; when it is the one given, `run` is set to what it does.
using Run = std::function<Exit()>;

void add_code_command(CLI::App& app, Run& run);
void add_merge_command(CLI::App& app, Run& run);

} // namespace dateline::app
