#include <cstdio>
#include <exception>

#include <fmt/format.h>

#include "app/command.hpp"

int main(int argc, char** argv) {
    using namespace dateline::app;
    CLI::App app{"Dateline reads news reports and keeps the record of what was reported, by whom."};
    app.name("dateline");
    app.require_subcommand(1);
    app.set_version_flag("--version", "dateline 0.1.0");
    Run run;
    add_read_command(app, run);
    add_code_command(app, run);
    add_merge_command(app, run);
    add_add_command(app, run);
    add_view_commands(app, run);
    add_query_command(app, run);
    add_gazetteer_command(app, run);
    CLI11_PARSE(app, argc, argv);
    try {
        return static_cast<int>(run());
    } catch (const std::exception& failure) {
        fmt::print(stderr, "dateline: {}\n", failure.what());
        return static_cast<int>(Exit::nothing_done);
    }
}
