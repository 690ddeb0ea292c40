// The commands that show what the database holds: each opens it for reading and prints the page of its view.

#include <cstdio>

#include "app/commands.hpp"
#include "show/views.hpp"

namespace dateline::app {

namespace {

void print_text(const std::string& text) {
    std::fwrite(text.data(), 1, text.size(), stdout);
}

template<typename View>
Exit print_view(const ViewOptions& options, View view) {
    store::Database database(options.database, store::Access::read_only);
    print_text(show::write(view(database), options.format));
    return Exit::all_read;
}

} // namespace

Exit run_brief(const ViewOptions& options) {
    return print_view(options,
                      [&](store::Database& db) { return show::brief(db, options.scope, options.format); });
}

Exit run_timeline(const ViewOptions& options) {
    return print_view(options, [&](store::Database& db) { return show::timeline(db, options.scope); });
}

Exit run_disputes(const ViewOptions& options) {
    return print_view(options, [&](store::Database& db) { return show::disputes(db, options.scope); });
}

Exit run_itinerary(const ViewOptions& options) {
    return print_view(
        options, [&](store::Database& db) { return show::itinerary(db, options.name, options.scope.limit); });
}

Exit run_actors(const ViewOptions& options) {
    return print_view(
        options, [&](store::Database& db) { return show::actors(db, options.name, options.scope.limit); });
}

Exit run_dossier(const ViewOptions& options) {
    return print_view(options,
                      [&](store::Database& db) { return show::dossier(db, options.name, options.scope); });
}

Exit run_explain(const ViewOptions& options) {
    return print_view(options, [&](store::Database& db) { return show::explain(db, options.name); });
}

Exit run_relations(const RelationsOptions& options) {
    if (!options.csv)
        return print_view(options.view, [&](store::Database& db) {
            return show::relations(db, options.view.scope, options.period);
        });
    store::Database database(options.view.database, store::Access::read_only);
    print_text(
        table_text(show::relations_table(database, options.view.scope, options.period), TableFormat::csv));
    return Exit::all_read;
}

} // namespace dateline::app
