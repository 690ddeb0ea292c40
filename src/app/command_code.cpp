#include <cstdio>
#include <fstream>
#include <thread>

#include <fmt/format.h>

#include "app/coder.hpp"
#include "app/command.hpp"
#include "app/data_folder.hpp"
#include "base/error.hpp"
#include "base/ordered_pool.hpp"
#include "read/read.hpp"
#include "record/read_json.hpp"
#include "record/write_json.hpp"

namespace dateline::app {

namespace {

struct Options {
    std::vector<std::string> inputs;
    std::string data;
    std::string model = "en_core_web_md";
    std::string parses;
    std::vector<std::filesystem::path> actor_files;
    std::vector<std::filesystem::path> lexicon_files;
    std::size_t threads = 1;
    bool tokens = false;
    bool raw_names = false;
};

/// What goes to a worker: a report, with its parse where that was made elsewhere.
struct Job {
    Report report;
    std::optional<Parse> parse;
};

/// Parses made by another program, read beside the reports, one for one.
class GivenParses {
  public:
    explicit GivenParses(const std::string& path) : m_path(path), m_file(path) {
        if (!m_file) throw error("cannot open {}", path);
    }
    Parse next(const Report& report) {
        std::string line;
        if (!std::getline(m_file, line)) throw error("{} ends before the reports do", m_path);
        CodedReport parsed = read_coded_report(line);
        if (parsed.report.text != report.text) throw error("{}: the text of report {} differs", m_path, report.id);
        return std::move(parsed.parse);
    }

  private:
    std::string m_path;
    std::ifstream m_file;
};

std::filesystem::path model_folder(const Options& options) {
    if (options.model.find('/') != std::string::npos) return options.model;
    return data_folder(options.data) / "models" / options.model;
}

Exit run_code(const Options& options) {
    CoderOptions coder_options;
    if (options.parses.empty()) coder_options.model = model_folder(options);
    coder_options.gazetteer = data_folder(options.data) / "gazetteer" / "gazetteer.bin";
    coder_options.actor_files = options.actor_files;
    coder_options.lexicon_files = options.lexicon_files;
    coder_options.raw_names = options.raw_names;
    const Coder coder(coder_options);

    std::optional<GivenParses> given;
    if (!options.parses.empty()) given.emplace(options.parses);
    std::vector<language::Parser> parsers;
    if (!given)
        for (std::size_t i = 0; i < options.threads; ++i) parsers.push_back(coder.parser());

    read::Reader reader(options.inputs);
    std::size_t coded = 0;
    std::size_t skipped = 0;
    const auto next = [&]() -> std::optional<Job> {
        while (auto result = reader.next()) {
            if (auto* report = std::get_if<Report>(&*result)) {
                Job job{std::move(*report), std::nullopt};
                if (given) job.parse = given->next(job.report);
                return job;
            }
            const auto& problem = std::get<read::Problem>(*result);
            fmt::print(stderr, "dateline: skipped {}: {}\n", problem.input, problem.reason);
            ++skipped;
        }
        return std::nullopt;
    };
    const auto work = [&](std::size_t worker, Job job) {
        std::string out;
        const CodedReport result = job.parse ? coder.code(std::move(job.report), std::move(*job.parse))
                                             : coder.code(std::move(job.report), parsers[worker]);
        write_json(out, result, options.tokens ? WithTokens::yes : WithTokens::no);
        return out;
    };
    const auto take = [&](const std::string& line) {
        if (std::fwrite(line.data(), 1, line.size(), stdout) != line.size())
            throw error("cannot write to standard output");
        ++coded;
    };
    ordered_map(options.threads, next, work, take);
    if (std::fflush(stdout) != 0) throw error("cannot write to standard output");
    if (skipped > 0) fmt::print(stderr, "dateline: {} coded, {} skipped\n", coded, skipped);
    if (coded == 0 && skipped > 0) return Exit::nothing_done;
    return skipped > 0 ? Exit::some_skipped : Exit::all_read;
}

} // namespace

void add_code_command(CLI::App& app, Run& run) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("code", "Code reports: JSONL (or text files) in, coded reports as JSONL out");
    command->add_option("FILE", options->inputs, "Reports: JSONL or text files; standard input (JSONL) without any");
    command->add_option("--data", options->data, "Folder with models/ and gazetteer/ (default: $DATELINE_DATA, else beside the program)");
    command->add_option("--model", options->model, "spaCy pipeline: a name in the data folder or a path with a /")->capture_default_str();
    command->add_option("--parses", options->parses, "Use these parses (JSONL as `code --tokens --raw-names` writes) instead of a model");
    command->add_option("--actors", options->actor_files, "Add an actor book file");
    command->add_option("--lexicon", options->lexicon_files, "Add an event lexicon file");
    command->add_option("--threads", options->threads, "Number of threads")->check(CLI::Range(1, 1024))->capture_default_str();
    command->add_flag("--tokens", options->tokens, "Write the tokens too");
    command->add_flag("--raw-names", options->raw_names, "Write the language model's names uncorrected");
    command->callback([options, &run] { run = [options] { return run_code(*options); }; });
}

} // namespace dateline::app
