#include <fmt/format.h>

#include "app/command.hpp"
#include "where/gazetteer.hpp"

namespace dateline::app {

namespace {

struct Options {
    std::string table, target;
};

Exit run_build(const Options& options) {
    where::build_gazetteer(options.table, options.target);
    fmt::print("{}: {} places\n", options.target, where::Gazetteer(options.target).size());
    return Exit::all_read;
}

} // namespace

void add_gazetteer_command(CLI::App& app, Run& run) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("gazetteer", "Build the gazetteer file");
    command->require_subcommand(1);
    CLI::App* build =
        command->add_subcommand("build", "From the table that scripts/gazetteer_table.py writes");
    build->add_option("TABLE", options->table, "Table of places (TSV)")->required()->check(CLI::ExistingFile);
    build->add_option("FILE", options->target, "Gazetteer file to write")->required();
    build->callback([options, &run] { run = [options] { return run_build(*options); }; });
}

} // namespace dateline::app
