// The commands that show what the database holds: brief, timeline, itinerary, disputes, actors, dossier,
// relations, explain.

#include <cstdio>
#include <map>

#include <fmt/format.h>

#include "app/command.hpp"
#include "app/table_text.hpp"
#include "show/views.hpp"

namespace dateline::app {

namespace {

struct Options {
    std::string database = default_database;
    show::Scope scope;
    std::string name;
    show::Format format = show::Format::markdown;
};

const std::map<std::string, show::Format>& formats() {
    static const std::map<std::string, show::Format> all{
        {"md", show::Format::markdown}, {"html", show::Format::html}, {"json", show::Format::json}};
    return all;
}

using View = std::function<show::Page(store::Database&, const Options&)>;

void print_page(const show::Page& page, show::Format format) {
    const std::string text = show::write(page, format);
    std::fwrite(text.data(), 1, text.size(), stdout);
}

/// A command with `--db` and `--format`, which prints the page its view makes.
CLI::App* add_view(CLI::App& app, Run& run, const std::string& name, const std::string& about,
                   const std::shared_ptr<Options>& options, View view) {
    CLI::App* command = app.add_subcommand(name, about);
    command->add_option("--db", options->database, "Database file")->capture_default_str();
    command->add_option("--format", options->format, "md, html or json")
        ->transform(CLI::CheckedTransformer(formats()))
        ->default_str("md");
    command->callback([options, view = std::move(view), command, &run] {
        if (!command->get_subcommands().empty()) return;
        run = [options, view] {
            store::Database database(options->database, store::Access::read_only);
            print_page(view(database, *options), options->format);
            return Exit::all_read;
        };
    });
    return command;
}

void add_period(CLI::App& command, show::Scope& scope) {
    command.add_option("--since", scope.since, "Only events on or after this day (2023-11-05)");
    command.add_option("--until", scope.until, "Only events on or before this day");
    command.add_option("--limit", scope.limit, "At most this many lines a section")->capture_default_str();
}

void add_scope(CLI::App& command, show::Scope& scope) {
    command.add_option("--story", scope.story, "Only this story (id)");
    command.add_option("--actor", scope.actor, "Only events this actor takes part in (name or id)");
    command.add_option("--and", scope.against, "With --actor: and this one too")->needs("--actor");
    add_period(command, scope);
}

void add_scoped_view(CLI::App& app, Run& run, const std::string& name, const std::string& about,
                     show::Page (*view)(store::Database&, const show::Scope&)) {
    auto options = std::make_shared<Options>();
    CLI::App* command = add_view(app, run, name, about, options,
                                 [view](store::Database& db, const Options& o) { return view(db, o.scope); });
    add_scope(*command, options->scope);
}

struct RelationsOptions {
    std::string database = default_database;
    show::Scope scope;
    store::Period period = store::Period::month;
    std::string format = "md";
};

Exit run_relations(const RelationsOptions& options) {
    store::Database database(options.database, store::Access::read_only);
    if (options.format == "csv") {
        const std::string text =
            table_text(show::relations_table(database, options.scope, options.period), TableFormat::csv);
        std::fwrite(text.data(), 1, text.size(), stdout);
    } else {
        print_page(show::relations(database, options.scope, options.period), formats().at(options.format));
    }
    return Exit::all_read;
}

void add_relations(CLI::App& app, Run& run) {
    static const std::map<std::string, store::Period> periods{
        {"day", store::Period::day}, {"week", store::Period::week}, {"month", store::Period::month}};
    auto options = std::make_shared<RelationsOptions>();
    CLI::App* command = app.add_subcommand(
        "relations", "Cooperation and conflict of two actors (or one and all others) over time");
    command->add_option("NAME", options->scope.actor, "A name, alias or id")->required();
    command->add_option("OTHER", options->scope.against, "The other one; anybody without it");
    command->add_option("--by", options->period, "day, week or month")
        ->transform(CLI::CheckedTransformer(periods))
        ->default_str("month");
    command->add_option("--since", options->scope.since, "Only events on or after this day (2023-11-05)");
    command->add_option("--until", options->scope.until, "Only events on or before this day");
    command->add_option("--db", options->database, "Database file")->capture_default_str();
    command->add_option("--format", options->format, "md, html, json or csv")
        ->check(CLI::IsMember({"md", "html", "json", "csv"}))
        ->capture_default_str();
    command->callback([options, &run] { run = [options] { return run_relations(*options); }; });
}

} // namespace

void add_view_commands(CLI::App& app, Run& run) {
    add_scoped_view(app, run, "brief",
                    "The situation report: what happened, who said what, itineraries, plans, disputes",
                    show::brief);
    add_scoped_view(app, run, "timeline", "Every event in time order, with its sources", show::timeline);
    add_scoped_view(app, run, "disputes", "What the reports disagree on, and who says which", show::disputes);

    auto traveller = std::make_shared<Options>();
    CLI::App* itinerary = add_view(
        app, run, "itinerary", "The stops of travellers in order", traveller,
        [](store::Database& db, const Options& o) { return show::itinerary(db, o.name, o.scope.limit); });
    itinerary->add_option("NAME", traveller->name, "A traveller (name or id); all without one");

    auto wanted = std::make_shared<Options>();
    CLI::App* actors = add_view(
        app, run, "actors", "The actors of all reports, most mentioned first", wanted,
        [](store::Database& db, const Options& o) { return show::actors(db, o.name, o.scope.limit); });
    actors->add_option("TEXT", wanted->name, "Only actors whose name or alias holds this text");
    actors->add_option("--limit", wanted->scope.limit, "At most this many")->capture_default_str();
    add_actors_import(*actors, run);

    auto wanted_actor = std::make_shared<Options>();
    CLI::App* dossier =
        add_view(app, run, "dossier",
                 "All that is told of one actor: positions, meetings, visits, acts, statements", wanted_actor,
                 [](store::Database& db, const Options& o) { return show::dossier(db, o.name, o.scope); });
    dossier->add_option("NAME", wanted_actor->name, "A name, alias or id")->required();
    add_period(*dossier, wanted_actor->scope);

    add_relations(app, run);

    auto explained = std::make_shared<Options>();
    CLI::App* explain =
        add_view(app, run, "explain", "Where a claim or event comes from: words, rule, every field",
                 explained, [](store::Database& db, const Options& o) { return show::explain(db, o.name); });
    explain->add_option("ID", explained->name, "REPORT:CLAIM, or the id of an event")->required();
}

} // namespace dateline::app
