#include <cstdio>
#include <map>

#include <fmt/format.h>

#include "app/command.hpp"
#include "app/table_text.hpp"
#include "store/database.hpp"

namespace dateline::app {

namespace {

struct Options {
    std::string database = default_database;
    std::string sql;
    TableFormat format = TableFormat::table;
    std::size_t limit = 10'000;
};

Exit run_query(const Options& options) {
    store::Database database(options.database, store::Access::read_only);
    const store::Table table = database.query(options.sql, options.limit);
    const std::string text = table_text(table, options.format);
    std::fwrite(text.data(), 1, text.size(), stdout);
    if (table.rows.size() == options.limit)
        fmt::print(stderr, "dateline: only the first {} rows; raise --limit for more\n", options.limit);
    return Exit::all_read;
}

} // namespace

void add_query_command(CLI::App& app, Run& run) {
    static const std::map<std::string, TableFormat> formats{
        {"table", TableFormat::table}, {"csv", TableFormat::csv}, {"json", TableFormat::json}};
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "query", "Ask the database in SQL (reading only); doc/database.md names the tables");
    command->add_option("SQL", options->sql, "One SELECT statement")->required();
    command->add_option("--db", options->database, "Database file")->capture_default_str();
    command->add_option("--format", options->format, "table, csv or json")
        ->transform(CLI::CheckedTransformer(formats))
        ->default_str("table");
    command->add_option("--limit", options->limit, "At most this many rows")->capture_default_str();
    command->callback([options, &run] { run = [options] { return run_query(*options); }; });
}

} // namespace dateline::app
