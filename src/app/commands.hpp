#pragma once

#include <string>
#include <vector>

#include "app/coding.hpp"
#include "app/table_text.hpp"
#include "show/views.hpp"

namespace dateline::app {

/// Exit codes of every command.
enum class Exit : int { all_read = 0, some_skipped = 1, nothing_done = 2 };

/// The exit code of a command that did `done` inputs and skipped others.
constexpr Exit exit_of(std::size_t done, std::size_t skipped) {
    if (skipped == 0) return Exit::all_read;
    return done == 0 ? Exit::nothing_done : Exit::some_skipped;
}

constexpr const char* default_database = "dateline.db";

// Each command is a function of its options; `command_line.cpp` fills these from what was typed. All of them
// throw `Error` when nothing can be done.

struct ReadOptions {
    std::vector<std::string> inputs; // files and folders; none: standard input
};
Exit run_read(const ReadOptions& options);

struct CodeOptions {
    CodingFlags coding;
    bool tokens = false;
};
Exit run_code(const CodeOptions& options);

struct MergeOptions {
    std::vector<std::string> inputs; // coded reports; none: standard input
    std::string decisions;           // log to apply; "" none
};
Exit run_merge(const MergeOptions& options);

struct AddOptions {
    CodingFlags coding;
    std::vector<std::string> coded; // files of reports that are coded already
    std::string database = default_database;
};
Exit run_add(const AddOptions& options);

/// Of the commands that write to the log of decisions, and of `decide list`.
struct DecideOptions {
    std::string database = default_database;
    std::vector<std::string> ids; // as the views show them; of `undo` the decision
    std::string name;             // of `rename`
    std::string by;               // who decides; "" the user of the system
    std::string note;
    bool later = false;   // note it, and leave merging to the next `add` or `decide`
    bool as_json = false; // of `list`: the log as `merge --decisions` reads it
};
Exit run_decide_merge(const DecideOptions& options);
Exit run_decide_split(const DecideOptions& options);
Exit run_decide_rename(const DecideOptions& options);
Exit run_decide_undo(const DecideOptions& options);
Exit run_decide_list(const DecideOptions& options);

/// Of the commands that print a page.
struct ViewOptions {
    std::string database = default_database;
    show::Scope scope;
    std::string name; // whom or what it is about, where that is no scope
    show::Format format = show::Format::markdown;
};
Exit run_brief(const ViewOptions& options);
Exit run_timeline(const ViewOptions& options);
Exit run_itinerary(const ViewOptions& options);
Exit run_disputes(const ViewOptions& options);
Exit run_actors(const ViewOptions& options);
Exit run_dossier(const ViewOptions& options);
Exit run_explain(const ViewOptions& options);

struct RelationsOptions {
    ViewOptions view;
    store::Period period = store::Period::month;
    bool csv = false; // a table instead of a page
};
Exit run_relations(const RelationsOptions& options);

struct QueryOptions {
    std::string database = default_database;
    std::string sql;
    TableFormat format = TableFormat::table;
    std::size_t limit = 10'000; // rows
};
Exit run_query(const QueryOptions& options);

/// Checks the examples of `lexicon_files`, or of the built-in lexicon when there are none.
Exit run_lexicon_check(const CodingFlags& flags);

struct ActorsImportOptions {
    std::vector<std::string> files;
    std::string target; // "" standard output
};
Exit run_actors_import(const ActorsImportOptions& options);

struct GazetteerBuildOptions {
    std::string table, target;
};
Exit run_gazetteer_build(const GazetteerBuildOptions& options);

struct GazetteerImportOptions {
    std::string places, names, target;
};
Exit run_gazetteer_import(const GazetteerImportOptions& options);

} // namespace dateline::app
