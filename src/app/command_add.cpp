#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>

#include <fmt/format.h>
#include <malloc.h>
#include <unistd.h>

#include "app/coded_lines.hpp"
#include "app/commands.hpp"
#include "app/merging.hpp"
#include "store/database.hpp"

namespace dateline::app {

namespace {

std::atomic<bool> interrupted = false;
extern "C" void on_interrupt(int) {
    interrupted = true;
}

/// Stores coded reports in batches, so that neither a crash loses much nor every report waits for the disk.
class Batches {
  public:
    explicit Batches(store::Database& database) : m_database(database) {}

    void add(const CodedReport& coded) {
        begin();
        m_database.add(coded, read::content_id(coded.report));
        if (++m_in_batch == batch_size) commit();
    }
    void add_problem(const read::Problem& problem) {
        begin();
        m_database.add_problem(problem.input, problem.reason);
    }
    void commit() {
        if (m_open) m_database.commit();
        m_open = false;
        m_in_batch = 0;
    }

  private:
    static constexpr std::size_t batch_size = 64;
    void begin() {
        if (!m_open) m_database.begin();
        m_open = true;
    }

    store::Database& m_database;
    std::size_t m_in_batch = 0;
    bool m_open = false;
};

/// A line that is written over on a terminal, one of its own now and then elsewhere.
class Progress {
  public:
    void show(std::size_t stored) const {
        constexpr std::size_t often = 100, seldom = 1000;
        if (stored % (m_is_terminal ? often : seldom) != 0) return;
        const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - m_start;
        fmt::print(stderr, "{}dateline: {} reports coded, {:.1f} a second{}", m_is_terminal ? "\r" : "",
                   stored, static_cast<double>(stored) / std::max(spent.count(), 0.001),
                   m_is_terminal ? "" : "\n");
    }
    void finish(std::size_t stored) const {
        if (m_is_terminal && stored >= 100) fmt::print(stderr, "\n");
    }

  private:
    bool m_is_terminal = isatty(STDERR_FILENO) != 0;
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

/// Takes reports into the database, each text of an outlet once.
class Intake {
  public:
    explicit Intake(store::Database& database) : m_database(database), m_batches(database) {}

    /// Reads, codes and stores files.
    void code(const CodingFlags& flags) {
        CodingSteps steps;
        steps.wanted = [&](const Report& report) { return is_new(report); };
        steps.take = [&](const CodedReport& coded, const std::string& /*rendered*/) { take(coded); };
        steps.skip = [&](const read::Problem& problem) { skip(problem); };
        steps.stop = [] { return interrupted.load(); };
        code_inputs(Coder(coder_options(flags)), flags, steps);
        ::malloc_trim(0); // models and caches are gone: the merge is to have their memory
        finish();
    }

    /// Stores reports that were coded before: a file of lines as `dateline code` writes them.
    void load(const std::string& name) {
        read_coded_lines(name, {[&](const CodedReport& coded) { take(coded); },
                                [&](const std::string& input, const std::string& reason) {
                                    skip({input, reason});
                                },
                                [] { return interrupted.load(); }});
        finish();
    }

    [[nodiscard]] std::size_t stored() const { return m_stored; }
    [[nodiscard]] std::size_t known() const { return m_known; }
    [[nodiscard]] std::size_t skipped() const { return m_skipped; }

  private:
    bool is_new(const Report& report) {
        const bool is_known = m_database.contains(read::content_id(report));
        m_known += is_known ? 1 : 0;
        return !is_known;
    }
    void take(const CodedReport& coded) {
        if (!is_new(coded.report)) return; // also twice among the inputs in flight
        m_batches.add(coded);
        m_progress.show(++m_stored);
    }
    void skip(const read::Problem& problem) {
        print_problem(problem);
        m_batches.add_problem(problem);
        ++m_skipped;
    }
    void finish() {
        m_batches.commit();
        m_progress.finish(m_stored);
    }

    store::Database& m_database;
    Batches m_batches;
    Progress m_progress;
    std::size_t m_stored = 0, m_known = 0, m_skipped = 0;
};

std::string counted(std::size_t number, const char* one, const char* many) {
    return fmt::format("{} {}", number, number == 1 ? one : many);
}

} // namespace

Exit run_add(const AddOptions& options) {
    // Without files there is only to merge what is noted, and nothing to make a database of.
    const bool any = !options.coding.inputs.empty() || !options.coded.empty();
    store::Database database(options.database, any ? store::Access::create : store::Access::existing);
    std::signal(SIGINT, on_interrupt);
    std::signal(SIGTERM, on_interrupt);
    Intake intake(database);
    if (!options.coding.inputs.empty()) intake.code(options.coding);
    for (const std::string& file : options.coded) intake.load(file);
    if (interrupted) {
        fmt::print(stderr,
                   "dateline: stopped; {} reports are stored in {}. Run the same command again to go on.\n",
                   intake.stored(), options.database);
        return Exit::some_skipped;
    }
    // Every report is stored now, and the record changes in one transaction: a merge may be broken off.
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    if (database.merge_is_due()) merge_database(database);
    fmt::print(stderr, "dateline: {} added, {} already there, {} skipped; {} now holds {}, {}, {}\n",
               intake.stored(), intake.known(), intake.skipped(), options.database,
               counted(database.count("reports"), "report", "reports"),
               counted(database.count("events"), "event", "events"),
               counted(database.count("stories"), "story", "stories"));
    return exit_of(intake.stored() + intake.known(), intake.skipped());
}

} // namespace dateline::app
