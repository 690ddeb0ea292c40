#include "app/coding.hpp"

#include <cstdio>
#include <fstream>
#include <thread>

#include <fmt/format.h>

#include "app/data_folder.hpp"
#include "base/error.hpp"
#include "base/ordered_pool.hpp"
#include "record/read_json.hpp"

namespace dateline::app {

namespace {

/// What goes to a worker: a report, with its parse where that was made elsewhere.
struct Job {
    Report report;
    std::optional<Parse> parse;
};

/// What comes back. The report is on the heap since a future needs a default constructor.
struct Done {
    CodedReport coded;
    std::string rendered;
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
        if (parsed.report.text != report.text)
            throw error("{}: the text of report {} differs", m_path, report.id);
        return std::move(parsed.parse);
    }

  private:
    std::string m_path;
    std::ifstream m_file;
};

std::filesystem::path model_folder(const CodingFlags& flags) {
    if (flags.model.find('/') != std::string::npos) return flags.model;
    return data_folder(flags.data) / "models" / flags.model;
}

} // namespace

CoderOptions coder_options(const CodingFlags& flags) {
    CoderOptions options;
    if (flags.parses.empty()) options.model = model_folder(flags);
    options.gazetteer = data_folder(flags.data) / "gazetteer" / "gazetteer.bin";
    options.actor_files = flags.actor_files;
    options.lexicon_files = flags.lexicon_files;
    options.raw_names = flags.raw_names;
    if (flags.parse_only) options.depth = Depth::parse;
    return options;
}

void print_problem(const read::Problem& problem) {
    fmt::print(stderr, "dateline: skipped {}: {}\n", problem.input, problem.reason);
}

CodingSummary code_inputs(const Coder& coder, const CodingFlags& flags, const CodingSteps& steps) {
    std::optional<GivenParses> given;
    if (!flags.parses.empty()) given.emplace(flags.parses);
    std::vector<language::Parser> parsers;
    for (std::size_t i = 0; !given && i < flags.threads; ++i) parsers.push_back(coder.parser());

    read::Reader reader(flags.inputs);
    CodingSummary summary;
    const std::string language = coder.language();
    const auto next = [&]() -> std::optional<Job> {
        while (!(steps.stop && steps.stop())) {
            auto result = reader.next();
            if (!result) break;
            if (auto* problem = std::get_if<read::Problem>(&*result)) {
                steps.skip(*problem);
                ++summary.skipped;
                continue;
            }
            const Report& read = std::get<Report>(*result);
            if (std::string reason = read::other_language(read, language); !reason.empty()) {
                steps.skip({read.id, std::move(reason)});
                ++summary.skipped;
                continue;
            }
            Job job{std::move(std::get<Report>(*result)), std::nullopt};
            if (given) job.parse = given->next(job.report);
            if (!steps.wanted || steps.wanted(job.report)) return job;
        }
        return std::nullopt;
    };
    const auto work = [&](std::size_t worker, Job job) {
        auto done = std::make_unique<Done>();
        CodedReport coded = job.parse ? coder.code(std::move(job.report), std::move(*job.parse))
                                      : coder.code(std::move(job.report), parsers[worker]);
        // What waits for its turn is kept small; a parse is a hundred times as long as its text.
        coded.parse.vectors = std::vector<float>();
        if (steps.render)
            done->rendered = steps.render(coded);
        else
            done->coded = std::move(coded);
        return done;
    };
    const auto take = [&](std::unique_ptr<Done> done) {
        steps.take(std::move(done->coded), done->rendered);
        ++summary.coded;
    };
    ordered_map(flags.threads, next, work, take);
    return summary;
}

} // namespace dateline::app
