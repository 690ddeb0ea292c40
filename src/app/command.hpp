#pragma once

#include <functional>
#include <string>

#include <CLI/CLI.hpp>

namespace dateline::app {

/// Exit codes of every command.
enum class Exit : int { all_read = 0, some_skipped = 1, nothing_done = 2 };

/// The exit code of a command that did `done` inputs and skipped others.
constexpr Exit exit_of(std::size_t done, std::size_t skipped) {
    if (skipped == 0) return Exit::all_read;
    return done == 0 ? Exit::nothing_done : Exit::some_skipped;
}

constexpr const char* default_database = "dateline.db";

/// Each adds a command to the program's parser; when it is the one given, `run` is set to what it does.
using Run = std::function<Exit()>;

void add_read_command(CLI::App& app, Run& run);
void add_code_command(CLI::App& app, Run& run);
void add_merge_command(CLI::App& app, Run& run);
void add_add_command(CLI::App& app, Run& run);
void add_view_commands(CLI::App& app, Run& run);    // brief, timeline, itinerary, disputes, actors, explain
void add_actors_import(CLI::App& actors, Run& run); // `actors import`
void add_query_command(CLI::App& app, Run& run);
void add_gazetteer_command(CLI::App& app, Run& run);

} // namespace dateline::app
