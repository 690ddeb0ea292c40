#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "app/coder.hpp"
#include "read/read.hpp"

namespace dateline::app {

/// The flags of every command that codes reports.
struct CodingFlags {
    std::vector<std::string> inputs;
    std::string data;
    std::string model = "en_core_web_md";
    std::string parses; // file of parses made elsewhere; "" uses the model
    std::vector<std::filesystem::path> actor_files;
    std::vector<std::filesystem::path> lexicon_files;
    std::size_t threads = 1;
    bool raw_names = false;
    bool parse_only = false;
};

/// What the flags ask of a coder. Throws `Error` when there is no data folder.
CoderOptions coder_options(const CodingFlags& flags);

/// How many reports were coded and how many inputs were skipped.
struct CodingSummary {
    std::size_t coded = 0;
    std::size_t skipped = 0;
};

/// What happens to reports on their way; every call comes on the calling thread, `render` on a worker.
struct CodingSteps {
    std::function<bool(const Report&)> wanted;             // false: passed over silently; unset: all wanted
    std::function<std::string(const CodedReport&)> render; // optional: then only what it gives is kept
    std::function<void(CodedReport, const std::string&)> take; // in input order: the report, or that text
    std::function<void(const read::Problem&)> skip;
    std::function<bool()> stop; // asked before each input; unset: never
};

/// Reads and codes all inputs with the coder of these flags.
CodingSummary code_inputs(const Coder& coder, const CodingFlags& flags, const CodingSteps& steps);

/// Writes `dateline: skipped INPUT: REASON` to standard error.
void print_problem(const read::Problem& problem);

} // namespace dateline::app
