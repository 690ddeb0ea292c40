#pragma once

namespace dateline::app {

/// Parses the command line and runs the command it names. Returns the program's exit code; what goes wrong is
/// told on standard error.
int run_command_line(int argc, char** argv);

} // namespace dateline::app
