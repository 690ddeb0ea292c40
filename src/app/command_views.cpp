// The commands that show what the database holds: brief, timeline, itinerary, disputes, actors, explain.

#include <cstdio>
#include <map>

#include <fmt/format.h>

#include "app/command.hpp"
#include "show/views.hpp"

namespace dateline::app {

namespace {

struct Options {
    std::string database = default_database;
    show::Scope scope;
    std::string name;
    show::Format format = show::Format::markdown;
};

using View = std::function<show::Page(store::Database&, const Options&)>;

void print_page(const show::Page& page, show::Format format) {
    const std::string text = show::write(page, format);
    std::fwrite(text.data(), 1, text.size(), stdout);
}

/// A command with `--db` and `--format`, which prints the page its view makes.
CLI::App* add_view(CLI::App& app, Run& run, const std::string& name, const std::string& about,
                   const std::shared_ptr<Options>& options, View view) {
    static const std::map<std::string, show::Format> formats{
        {"md", show::Format::markdown}, {"html", show::Format::html}, {"json", show::Format::json}};
    CLI::App* command = app.add_subcommand(name, about);
    command->add_option("--db", options->database, "Database file")->capture_default_str();
    command->add_option("--format", options->format, "md, html or json")
        ->transform(CLI::CheckedTransformer(formats))
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

void add_scope(CLI::App& command, show::Scope& scope) {
    command.add_option("--story", scope.story, "Only this story (id)");
    command.add_option("--actor", scope.actor, "Only events this actor takes part in (name or id)");
    command.add_option("--and", scope.against, "With --actor: and this one too")->needs("--actor");
    command.add_option("--since", scope.since, "Only events on or after this day (2023-11-05)");
    command.add_option("--until", scope.until, "Only events on or before this day");
    command.add_option("--limit", scope.limit, "At most this many lines a section")->capture_default_str();
}

void add_scoped_view(CLI::App& app, Run& run, const std::string& name, const std::string& about,
                     show::Page (*view)(store::Database&, const show::Scope&)) {
    auto options = std::make_shared<Options>();
    CLI::App* command = add_view(app, run, name, about, options,
                                 [view](store::Database& db, const Options& o) { return view(db, o.scope); });
    add_scope(*command, options->scope);
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

    auto explained = std::make_shared<Options>();
    CLI::App* explain =
        add_view(app, run, "explain", "Where a claim or event comes from: words, rule, every field",
                 explained, [](store::Database& db, const Options& o) { return show::explain(db, o.name); });
    explain->add_option("ID", explained->name, "REPORT:CLAIM, or the id of an event")->required();
}

} // namespace dateline::app
