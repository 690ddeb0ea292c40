#include <atomic>
#include <csignal>
#include <cstdio>

#include <fmt/format.h>
#include <unistd.h>

#include "app/commands.hpp"
#include "merge/merge.hpp"
#include "merge/spool.hpp"
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

void show_progress(std::size_t stored) {
    if (stored % 100 == 0 && isatty(STDERR_FILENO) != 0)
        fmt::print(stderr, "\rdateline: {} reports coded", stored);
}

CodingSummary store_inputs(const AddOptions& options, store::Database& database, std::size_t& known) {
    Batches batches(database);
    std::size_t stored = 0;
    CodingSteps steps;
    steps.wanted = [&](const Report& report) {
        const bool is_new = !database.contains(read::content_id(report));
        known += is_new ? 0 : 1;
        return is_new;
    };
    steps.take = [&](const CodedReport& coded, const std::string& /*rendered*/) {
        if (database.contains(read::content_id(coded.report))) { // twice among the inputs in flight
            ++known;
            return;
        }
        batches.add(coded);
        show_progress(++stored);
    };
    steps.skip = [&](const read::Problem& problem) {
        print_problem(problem);
        batches.add_problem(problem);
    };
    steps.stop = [] { return interrupted.load(); };
    CodingSummary summary = code_inputs(options.coding, steps);
    batches.commit();
    if (stored >= 100 && isatty(STDERR_FILENO) != 0) fmt::print(stderr, "\n");
    summary.coded = stored;
    return summary;
}

void merge_all(store::Database& database) {
    merge::Spool spool;
    database.for_each_coded([&](const CodedReport& coded) { spool.add(coded); });
    if (spool.size() >= 1000) fmt::print(stderr, "dateline: merging {} reports\n", spool.size());
    Record record;
    std::vector<MergedActor> actors;
    std::vector<Event> events;
    merge::merge(merge::Reports(spool.source()), {},
                 {[&](const MergedActor& actor) { actors.push_back(actor); },
                  [&](const Event& event) { events.push_back(event); },
                  [&](const Record& rest) { record = rest; }});
    record.actors = std::move(actors);
    record.events = std::move(events);
    database.replace_record(record);
}

} // namespace

Exit run_add(const AddOptions& options) {
    store::Database database(options.database, store::Access::create);
    std::signal(SIGINT, on_interrupt);
    std::signal(SIGTERM, on_interrupt);
    std::size_t known = 0;
    const CodingSummary summary = store_inputs(options, database, known);
    if (interrupted) {
        fmt::print(stderr,
                   "dateline: stopped; {} reports are stored in {}. Run the same command again to go on.\n",
                   summary.coded, options.database);
        return Exit::some_skipped;
    }
    if (database.merge_is_due()) merge_all(database);
    fmt::print(
        stderr,
        "dateline: {} added, {} already there, {} skipped; {} now holds {} reports, {} events, {} stories\n",
        summary.coded, known, summary.skipped, options.database, database.count("reports"),
        database.count("events"), database.count("stories"));
    return exit_of(summary.coded + known, summary.skipped);
}

} // namespace dateline::app
