// What the user types: every command with its options, in the order of `--help`. The only file that knows
// CLI11, which is slow to compile.

#include "app/command_line.hpp"

#include <cstdio>
#include <functional>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/commands.hpp"
#include "show/days.hpp"

namespace dateline::app {

namespace {

/// Set by the command that was given to what it does.
using Run = std::function<Exit()>;

/// A command whose options live as long as the parser.
template<typename Options>
struct Command {
    CLI::App* parser;
    std::shared_ptr<Options> options;
};

template<typename Options>
Command<Options> add_command(CLI::App& app, Run& run, const std::string& name, const std::string& about,
                             Exit (*action)(const Options&)) {
    Command<Options> command{app.add_subcommand(name, about), std::make_shared<Options>()};
    command.parser->callback([parser = command.parser, options = command.options, action, &run] {
        if (parser->get_subcommands().empty()) run = [options, action] { return action(*options); };
    });
    return command;
}

/// An option that takes one of a few words, the first of them when it is not given.
template<typename Take>
void add_choice(CLI::App& command, const std::string& name, const std::vector<std::string>& words,
                const std::string& about, const Take& take) {
    command.add_option_function<std::string>(name, take, about)
        ->check(CLI::IsMember(words))
        ->default_str(words.front());
}

show::Format format_named(const std::string& word) {
    if (word == "html") return show::Format::html;
    return word == "json" ? show::Format::json : show::Format::markdown;
}

store::Period period_named(const std::string& word) {
    if (word == "day") return store::Period::day;
    return word == "week" ? store::Period::week : store::Period::month;
}

TableFormat table_format_named(const std::string& word) {
    if (word == "csv") return TableFormat::csv;
    return word == "json" ? TableFormat::json : TableFormat::table;
}

void add_database(CLI::App& command, std::string& database) {
    command.add_option("--db", database, "Database file")->capture_default_str();
}

/// Where the knowledge of a coder is found.
void add_knowledge_flags(CLI::App& command, CodingFlags& flags) {
    command.add_option(
        "--data", flags.data,
        "Folder with models/ and gazetteer/ (default: $DATELINE_DATA, else beside the program)");
    command
        .add_option("--model", flags.model, "spaCy pipeline: a name in the data folder, or a path with a /")
        ->capture_default_str();
    command.add_option("--actors", flags.actor_files, "Add an actor book file (see doc/actor-book.md)");
}

/// The flags of every command that codes reports.
void add_coding_flags(CLI::App& command, CodingFlags& flags) {
    command.add_option("FILE", flags.inputs,
                       "Reports: JSONL, text files or pages of HTML, plain or gzipped, or folders of them; "
                       "`-` is standard input (JSONL)");
    add_knowledge_flags(command, flags);
    command.add_option("--lexicon", flags.lexicon_files, "Add an event lexicon file (see doc/lexicon.md)");
    command.add_option("--parses", flags.parses,
                       "Use these parses (JSONL as `code --tokens --raw-names` writes) instead of a model");
    command.add_option("--threads", flags.threads, "Number of threads")
        ->check(CLI::Range(1, 1024))
        ->capture_default_str();
    command.add_flag("--raw-names", flags.raw_names, "Keep the language model's names uncorrected");
}

void add_making_commands(CLI::App& app, Run& run) {
    const auto read = add_command(
        app, run, "read", "Read files into reports: text, HTML or JSONL in, reports as JSONL out", run_read);
    read.parser->add_option(
        "FILE", read.options->inputs,
        "JSONL, text files or pages of HTML, or folders of them; standard input (JSONL) without any");

    const auto code = add_command(
        app, run, "code", "Code reports: JSONL, text or HTML in, coded reports as JSONL out", run_code);
    add_coding_flags(*code.parser, code.options->coding);
    code.parser->add_flag("--tokens", code.options->tokens, "Write the tokens too");
    code.parser->add_flag(
        "--parse-only", code.options->coding.parse_only,
        "Stop behind the language model: sentences, its own names and, with --tokens, tokens");

    const auto merge =
        add_command(app, run, "merge",
                    "Merge coded reports: actors, events, stories, itineraries, copies as JSONL", run_merge);
    merge.parser->add_option("FILE", merge.options->inputs,
                             "Coded reports (JSONL of `dateline code`); standard input without any");
    merge.parser->add_option(
        "--decisions", merge.options->decisions,
        "Log of decisions about events and actors to apply (JSONL, see doc/decisions.md)");

    const auto add =
        add_command(app, run, "add",
                    "Read, code, merge and store files in the database; known texts are left alone", run_add);
    add_coding_flags(*add.parser, add.options->coding);
    add.parser->add_option("--coded", add.options->coded,
                           "Reports that `dateline code` has coded before (JSONL), as they are");
    add_database(*add.parser, add.options->database);
}

/// A command with `--db` and `--format`, which prints a page.
Command<ViewOptions> add_view(CLI::App& app, Run& run, const std::string& name, const std::string& about,
                              Exit (*action)(const ViewOptions&)) {
    const auto view = add_command(app, run, name, about, action);
    add_database(*view.parser, view.options->database);
    add_choice(*view.parser, "--format", {"md", "html", "json"}, "md, html or json",
               [options = view.options](const std::string& word) { options->format = format_named(word); });
    return view;
}

void add_days(CLI::App& command, show::Scope& scope) {
    const auto is_day = [](const std::string& word) {
        return word.size() == 10 && show::day_number(word) ? "" : word + " is no day; write it as 2023-11-05";
    };
    command
        .add_option("--since", scope.since,
                    "Only events on or after this day (2023-11-05), or half of whose days are")
        ->check(is_day);
    command.add_option("--until", scope.until, "Only events on or before this day")->check(is_day);
}

void add_limit(CLI::App& command, std::size_t& limit, const std::string& about) {
    command.add_option("--limit", limit, about)->capture_default_str();
}

/// A view of a story, an actor, a period; its `--limit` is `limit` when none is given.
void add_scoped_view(CLI::App& app, Run& run, const std::string& name, const std::string& about,
                     Exit (*action)(const ViewOptions&), std::size_t limit = show::Scope{}.limit) {
    const auto view = add_view(app, run, name, about, action);
    show::Scope& scope = view.options->scope;
    view.parser->add_option("--story", scope.story, "Only this story (id)");
    view.parser->add_option("--actor", scope.actor,
                            "Only events this actor takes part in (name, id, or a state's code: USA)");
    view.parser->add_option("--and", scope.against, "With --actor: and this one too")->needs("--actor");
    add_days(*view.parser, scope);
    scope.limit = limit;
    add_limit(*view.parser, scope.limit,
              limit == 0 ? "At most this many lines a section; 0: what makes about three pages"
                         : "At most this many lines a section");
}

void add_relations(CLI::App& app, Run& run) {
    const auto relations = add_command(
        app, run, "relations", "Cooperation and conflict of two actors (or one and all others) over time",
        run_relations);
    CLI::App& parser = *relations.parser;
    RelationsOptions& options = *relations.options;
    parser.add_option("NAME", options.view.scope.actor, "A name, alias, id, or a state's code (USA)")
        ->required();
    parser.add_option("OTHER", options.view.scope.against, "The other one; anybody without it");
    add_choice(parser, "--by", {"month", "week", "day"}, "day, week or month",
               [&options](const std::string& word) { options.period = period_named(word); });
    add_days(parser, options.view.scope);
    add_database(parser, options.view.database);
    add_choice(parser, "--format", {"md", "html", "json", "csv"}, "md, html, json or csv",
               [&options](const std::string& word) {
                   options.csv = word == "csv";
                   options.view.format = format_named(word);
               });
}

void add_view_commands(CLI::App& app, Run& run) {
    add_scoped_view(app, run, "brief",
                    "The situation report: what happened, who said what, itineraries, plans, disputes",
                    run_brief, 0);
    add_scoped_view(app, run, "timeline", "Every event in time order, with its sources", run_timeline);
    add_scoped_view(app, run, "disputes", "What the reports disagree on, and who says which", run_disputes);

    const auto itinerary = add_view(app, run, "itinerary", "The stops of travellers in order", run_itinerary);
    itinerary.parser->add_option("NAME", itinerary.options->name,
                                 "A traveller (name or id); all without one");

    const auto actors =
        add_view(app, run, "actors", "The actors of all reports, most mentioned first", run_actors);
    actors.parser->add_option(
        "TEXT", actors.options->name,
        "Only actors whose name or alias holds this text, or the state of this code (USA)");
    add_limit(*actors.parser, actors.options->scope.limit, "At most this many");
    const auto import = add_command(
        *actors.parser, run, "import",
        "Turn CAMEO actor and agent dictionaries (TABARI, PETRARCH, PETRARCH2) into a file for --actors",
        run_actors_import);
    import.parser->add_option("FILE", import.options->files, "Dictionaries")
        ->required()
        ->check(CLI::ExistingFile);
    import.parser->add_option("--output", import.options->target, "File to write (default: standard output)");

    const auto dossier =
        add_view(app, run, "dossier",
                 "All that is told of one actor: positions, meetings, visits, acts, statements", run_dossier);
    dossier.parser->add_option("NAME", dossier.options->name, "A name, alias, id, or a state's code (USA)")
        ->required();
    add_days(*dossier.parser, dossier.options->scope);
    constexpr std::size_t lines_of_dossier = 50;
    dossier.options->scope.limit = lines_of_dossier;
    add_limit(*dossier.parser, dossier.options->scope.limit, "At most this many lines a section");

    add_relations(app, run);

    const auto explain =
        add_view(app, run, "explain", "Where a claim, event or actor comes from: words, rule, every field",
                 run_explain);
    explain.parser->add_option("ID", explain.options->name, "REPORT:CLAIM, or the id of an event or actor")
        ->required();
}

Command<DecideOptions> add_decision(CLI::App& decide, Run& run, const std::string& name,
                                    const std::string& about, Exit (*action)(const DecideOptions&)) {
    const auto command = add_command(decide, run, name, about, action);
    DecideOptions& options = *command.options;
    add_database(*command.parser, options.database);
    command.parser->add_option("--by", options.by, "Who decides (default: $USER)");
    command.parser->add_option("--note", options.note, "Why");
    command.parser->add_flag("--later", options.later,
                             "Only note it: the next `add` or `decide` merges (for several in a row)");
    return command;
}

void add_decide_commands(CLI::App& app, Run& run) {
    CLI::App* decide = app.add_subcommand(
        "decide",
        "Overrule merging: join, part and name events and actors; every decision can be taken back");
    decide->require_subcommand(1);
    const auto merge =
        add_decision(*decide, run, "merge", "These events (or these actors) are one", run_decide_merge);
    merge.parser->add_option("ID", merge.options->ids, "Ids of two or more events, or of two or more actors")
        ->required()
        ->expected(2, 1000);
    const auto split =
        add_decision(*decide, run, "split",
                     "Some claims of an event (or members of an actor) are another one", run_decide_split);
    split.parser
        ->add_option("ID", split.options->ids,
                     "Id of the event or actor, then the parts that leave it: REPORT:CLAIM, or REPORT:a2")
        ->required()
        ->expected(2, 1000);
    const auto rename =
        add_decision(*decide, run, "rename", "Give an event or actor a name", run_decide_rename);
    rename.options->ids.resize(1);
    rename.parser->add_option("ID", rename.options->ids.front(), "Id of an event or actor")->required();
    rename.parser->add_option("NAME", rename.options->name, "The name")->required();
    const auto undo = add_decision(*decide, run, "undo", "Take a decision back", run_decide_undo);
    undo.options->ids.resize(1);
    undo.parser->add_option("DECISION", undo.options->ids.front(), "Id of the decision (`decide list`)")
        ->required();
    const auto list =
        add_command(*decide, run, "list", "The log of decisions, oldest first", run_decide_list);
    add_database(*list.parser, list.options->database);
    list.parser->add_flag("--json", list.options->as_json, "As JSONL, which `merge --decisions` reads");
}

void add_query_command(CLI::App& app, Run& run) {
    const auto query =
        add_command(app, run, "query",
                    "Ask the database in SQL (reading only); doc/database.md names the tables", run_query);
    query.parser->add_option("SQL", query.options->sql, "One SELECT statement")->required();
    add_database(*query.parser, query.options->database);
    add_choice(
        *query.parser, "--format", {"table", "csv", "json"}, "table, csv or json",
        [options = query.options](const std::string& word) { options->format = table_format_named(word); });
    add_limit(*query.parser, query.options->limit, "At most this many rows");
}

void add_lexicon_command(CLI::App& app, Run& run) {
    CLI::App* lexicon = app.add_subcommand("lexicon", "Check the event lexicon, or one of your own");
    lexicon->require_subcommand(1);
    const auto check =
        add_command(*lexicon, run, "check", "Code the worked examples: does each come out as written?",
                    run_lexicon_check);
    check.parser
        ->add_option("FILE", check.options->lexicon_files,
                     "Lexicon files (see doc/lexicon.md); the built-in lexicon without any")
        ->check(CLI::ExistingFile);
    add_knowledge_flags(*check.parser, *check.options);
}

void add_gazetteer_commands(CLI::App& app, Run& run) {
    CLI::App* gazetteer = app.add_subcommand("gazetteer", "Build the gazetteer file");
    gazetteer->require_subcommand(1);

    const auto build =
        add_command(*gazetteer, run, "build", "From the table that scripts/gazetteer_table.py writes",
                    run_gazetteer_build);
    build.parser->add_option("TABLE", build.options->table, "Table of places (TSV)")
        ->required()
        ->check(CLI::ExistingFile);
    build.parser->add_option("FILE", build.options->target, "Gazetteer file to write")->required();

    const auto import =
        add_command(*gazetteer, run, "import", "From GeoNames' own dumps", run_gazetteer_import);
    import.parser
        ->add_option("PLACES", import.options->places, "GeoNames' allCountries.txt, or one country's file")
        ->required()
        ->check(CLI::ExistingFile);
    import.parser->add_option("FILE", import.options->target, "Gazetteer file to write")->required();
    import.parser->add_option("--names", import.options->names, "GeoNames' alternateNamesV2.txt")
        ->check(CLI::ExistingFile);
}

} // namespace

int run_command_line(int argc, char** argv) {
    CLI::App app{"Dateline reads news reports and keeps the record of what was reported, by whom."};
    app.name("dateline");
    app.require_subcommand(1);
    app.set_version_flag("--version", "dateline 0.1.0");
    Run run;
    add_making_commands(app, run);
    add_view_commands(app, run);
    add_decide_commands(app, run);
    add_query_command(app, run);
    add_lexicon_command(app, run);
    add_gazetteer_commands(app, run);
    try {
        app.parse(argc, argv);
        return static_cast<int>(run());
    } catch (const CLI::ParseError& told) { // also `--help` and `--version`, which are no failure
        return app.exit(told) == 0 ? 0 : static_cast<int>(Exit::nothing_done);
    } catch (const std::exception& failure) {
        fmt::print(stderr, "dateline: {}\n", failure.what());
        return static_cast<int>(Exit::nothing_done);
    }
}

} // namespace dateline::app
