#include "app/merging.hpp"

#include <cstdio>

#include <fmt/format.h>

#include "merge/merge.hpp"

namespace dateline::app {

namespace {

/// From so many reports on a merge takes long enough to tell of.
constexpr std::size_t large = 1000;

void tell_lost(const std::vector<std::string>& ids) {
    for (const std::string& id : ids)
        fmt::print(stderr, "dateline: decision {} changes nothing: its words are in no report any more\n",
                   id);
}

/// False when somebody else wrote a record meanwhile; then this one is thrown away.
bool merge_once(store::Database& database) {
    store::RecordWriter writer = database.record_writer(); // before the reports are listed: none is missed
    merge::ReportSource source;
    source.headers = database.headers();
    std::vector<std::string> ids;
    for (const Report& header : source.headers) ids.push_back(header.id);
    source.read = [&](std::size_t number, Parts parts) {
        return database.coded_for_merge(ids[number], parts);
    };
    const merge::Reports reports(std::move(source));
    const bool is_large = reports.size() >= large;
    if (is_large) fmt::print(stderr, "dateline: merging {} reports:", reports.size());
    merge::RecordSink sink;
    sink.actor = [&](const MergedActor& actor) { writer.add(actor); };
    sink.event = [&](const Event& event) { writer.add(event); };
    sink.rest = [&](const Record& record) {
        writer.add_rest(record);
        if (is_large) fmt::print(stderr, "\n");
        tell_lost(record.lost_decisions);
    };
    if (is_large) sink.step = [](const char* next) { fmt::print(stderr, " {}", next); };
    merge::merge(reports, database.decisions(), sink);
    return writer.finish();
}

} // namespace

void merge_database(store::Database& database) {
    while (!merge_once(database))
        if (!database.merge_is_due()) return;
    if (database.merge_is_due())
        fmt::print(stderr,
                   "dateline: reports were added meanwhile; who adds them merges them, else `dateline add` "
                   "without files\n");
}

} // namespace dateline::app
