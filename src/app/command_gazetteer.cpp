#include <fmt/format.h>

#include "app/command.hpp"
#include "where/build_gazetteer.hpp"
#include "where/gazetteer.hpp"

namespace dateline::app {

namespace {

struct Options {
    std::string table, target, places, names;
};

Exit run_build(const Options& options) {
    where::build_gazetteer(options.table, options.target);
    fmt::print("{}: {} places\n", options.target, where::Gazetteer(options.target).size());
    return Exit::all_read;
}

Exit run_import(const Options& options) {
    const where::ImportCounts counts = where::import_geonames(options.places, options.names, options.target);
    fmt::print("{}: {} places, {} names of the second file, {} rows left out\n", options.target,
               counts.places, counts.names, counts.left_out);
    return Exit::all_read;
}

void add_build(CLI::App& command, Run& run, const std::shared_ptr<Options>& options) {
    CLI::App* build =
        command.add_subcommand("build", "From the table that scripts/gazetteer_table.py writes");
    build->add_option("TABLE", options->table, "Table of places (TSV)")->required()->check(CLI::ExistingFile);
    build->add_option("FILE", options->target, "Gazetteer file to write")->required();
    build->callback([options, &run] { run = [options] { return run_build(*options); }; });
}

void add_import(CLI::App& command, Run& run, const std::shared_ptr<Options>& options) {
    CLI::App* import = command.add_subcommand("import", "From GeoNames' own dumps");
    import->add_option("PLACES", options->places, "GeoNames' allCountries.txt, or one country's file")
        ->required()
        ->check(CLI::ExistingFile);
    import->add_option("FILE", options->target, "Gazetteer file to write")->required();
    import->add_option("--names", options->names, "GeoNames' alternateNamesV2.txt")->check(CLI::ExistingFile);
    import->callback([options, &run] { run = [options] { return run_import(*options);
};
} // namespace
);
} // namespace dateline::app

} // namespace

void add_gazetteer_command(CLI::App& app, Run& run) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("gazetteer", "Build the gazetteer file");
    command->require_subcommand(1);
    add_build(*command, run, options);
    add_import(*command, run, options);
}

} // namespace dateline::app
