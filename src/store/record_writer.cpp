// A merge tells the whole record anew, but after a few more reports most of it is what it was. So each row is
// compared with what is stored, by hashes of the JSON that stand for all its columns, and only what differs
// is written: first into temporary tables of the same columns, which nobody else sees or waits for.

#include "store/record_writer.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/error.hpp"
#include "record/write_json.hpp"

namespace dateline::store {

namespace {

/// A table of which only what changed is written, and those that hang on its rows.
struct Dependent {
    const char *table, *key;
};
struct Family {
    const char* table;
    std::vector<Dependent> dependents;
};
const std::vector<Family>& families() {
    static const std::vector<Family> all{{"actors", {{"actor_names", "actor"}, {"actor_members", "actor"}}},
                                         {"events", {{"event_actors", "event"}, {"event_claims", "event"}}}};
    return all;
}
enum Known : std::size_t { actors, events };

/// Small tables that are written anew.
constexpr const char* small_tables[] = {"stories", "story_reports", "itineraries",   "copies",
                                        "digests", "revisions",     "lost_decisions"};

template<typename Visit>
void each_table(Visit visit) {
    for (const Family& family : families()) {
        visit(family.table);
        for (const Dependent& dependent : family.dependents) visit(dependent.table);
    }
    for (const char* table : small_tables) visit(table);
}

std::uint64_t hash_of(std::string_view text) {
    return std::hash<std::string_view>{}(text);
}

template<typename Object>
std::string json_of(const Object& object) {
    std::string out;
    write_json(out, object);
    return out;
}

std::string merged_mark(Connection& connection) {
    Statement merged(connection, "SELECT value FROM state WHERE name = 'merged'");
    return merged.step() ? std::string(merged.text(0)) : std::string();
}

void insert_stories(Connection& connection, const std::vector<Story>& stories) {
    Statement insert(connection, "INSERT INTO temp.next_stories VALUES (?,?,?,?,?,?)");
    Statement member(connection, "INSERT INTO temp.next_story_reports VALUES (?,?)");
    for (const Story& story : stories) {
        insert.bind(1, story.id)
            .bind_or_null(2, story.title)
            .bind_or_null(3, story.from)
            .bind_or_null(4, story.to);
        insert.bind(5, static_cast<std::int64_t>(story.reports.size())).bind(6, json_of(story)).run();
        for (const std::string& report : story.reports) member.bind(1, story.id).bind(2, report).run();
    }
}

void insert_others(Connection& connection, const Record& record) {
    Statement itinerary(connection, "INSERT INTO temp.next_itineraries VALUES (?,?,?)");
    for (const Itinerary& item : record.itineraries)
        itinerary.bind(1, item.actor)
            .bind(2, static_cast<std::int64_t>(item.stops.size()))
            .bind(3, json_of(item))
            .run();
    Statement copy(connection, "INSERT INTO temp.next_copies VALUES (?,?,?)");
    for (const Copy& item : record.copies)
        for (const std::string& report : item.reports)
            copy.bind(1, item.of).bind(2, report).bind(3, item.similarity).run();
    Statement revision(connection, "INSERT INTO temp.next_revisions VALUES (?,?)");
    for (const Revision& item : record.revisions) revision.bind(1, item.report).bind(2, item.replaces).run();
    Statement lost(connection, "INSERT INTO temp.next_lost_decisions VALUES (?)");
    for (const std::string& id : record.lost_decisions) lost.bind(1, id).run();
    Statement digest(connection, "INSERT INTO temp.next_digests VALUES (?,?)");
    for (const Digest& item : record.digests) digest.bind_or_null(1, item.story).bind(2, json_of(item)).run();
}

/// Marks events that only replaced versions of pages tell.
void mark_superseded(Connection& connection) {
    constexpr const char* set =
        "UPDATE event_actors SET superseded = {0} WHERE event IN (SELECT id FROM events WHERE "
        "superseded = 1)";
    connection.run(fmt::format(set, 0));
    connection.run("UPDATE events SET superseded = 0 WHERE superseded = 1");
    connection.run(
        "UPDATE events SET superseded = 1 WHERE id IN (SELECT event FROM event_claims WHERE report "
        "IN (SELECT replaces FROM revisions)) AND NOT EXISTS (SELECT 1 FROM event_claims c WHERE "
        "c.event = events.id AND c.report NOT IN (SELECT replaces FROM revisions))");
    connection.run(fmt::format(set, 1));
}

/// Makes the temporary tables: what comes, and the ids of rows that go.
void make_temporary(Connection& connection) {
    connection.run("PRAGMA temp_store=FILE; PRAGMA temp.journal_mode=OFF; PRAGMA temp.synchronous=OFF; "
                   "PRAGMA temp.cache_size=-8192");
    each_table([&](const char* table) {
        connection.run(fmt::format("CREATE TEMP TABLE next_{0} AS SELECT * FROM main.{0} LIMIT 0", table));
    });
    for (const Family& family : families())
        connection.run(fmt::format("CREATE TEMP TABLE gone_{} (id TEXT)", family.table));
}

void drop_temporary(Connection& connection) {
    each_table(
        [&](const char* table) { connection.run(fmt::format("DROP TABLE IF EXISTS temp.next_{}", table)); });
    for (const Family& family : families())
        connection.run(fmt::format("DROP TABLE IF EXISTS temp.gone_{}", family.table));
}

/// The statements of a writer, in this order.
enum Insert : std::size_t {
    actor,
    actor_name,
    actor_member,
    event,
    event_actor,
    event_claim,
    gone_actor,
    gone_event
};

/// A member with what its report says of it. The index is named since the search would go through all quotes
/// of the report otherwise.
constexpr std::string_view member_of_report =
    "next_actor_members SELECT ?1, ?2, ?3, (SELECT published FROM reports WHERE id = ?1), "
    "(SELECT role FROM roles WHERE report = ?1 AND id = ?2), "
    "EXISTS (SELECT 1 FROM quotes INDEXED BY quotes_speaker "
    "WHERE report = ?1 AND speaker_id = ?2 AND kind = 'speech' AND nested = 0)";

std::vector<Statement> insertions(Connection& connection) {
    std::vector<Statement> out;
    for (const std::string_view sql : std::initializer_list<std::string_view>{
             "next_actors VALUES (?,?,?,?,?,?,?,?)", "next_actor_names VALUES (?,?)", member_of_report,
             "next_events VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,0,?)",
             "next_event_actors VALUES (?,?,?,?,?,?,0)", "next_event_claims VALUES (?,?,?)",
             "gone_actors VALUES (?)", "gone_events VALUES (?)"})
        out.emplace_back(connection, fmt::format("INSERT INTO temp.{}", sql));
    return out;
}

} // namespace

KnownRows::KnownRows(Connection& connection, std::string table) : m_table(std::move(table)) {
    Statement all(connection, "SELECT id, json FROM " + m_table);
    while (all.step()) m_rows.push_back({hash_of(all.text(0)), hash_of(all.text(1))});
    std::sort(m_rows.begin(), m_rows.end(), [](const Row& a, const Row& b) { return a.id < b.id; });
    m_missing = m_rows.size();
}

KnownRows::Row* KnownRows::find(std::string_view id) {
    const std::uint64_t hash = hash_of(id);
    const auto row = std::lower_bound(m_rows.begin(), m_rows.end(), hash,
                                      [](const Row& known, std::uint64_t at) { return known.id < at; });
    return row == m_rows.end() || row->id != hash ? nullptr : &*row;
}

KnownRows::State KnownRows::come(std::string_view id, std::string_view json) {
    Row* row = find(id);
    if (row == nullptr) return State::fresh;
    if (!row->came) --m_missing;
    row->came = true;
    return row->json == hash_of(json) ? State::same : State::changed;
}

std::vector<std::string> KnownRows::gone(Connection& connection) {
    std::vector<std::string> out;
    if (m_missing == 0) return out;
    Statement all(connection, "SELECT id FROM " + m_table);
    while (all.step())
        if (const Row* row = find(all.text(0)); row == nullptr || !row->came) out.emplace_back(all.text(0));
    return out;
}

RecordWriter::RecordWriter(Connection& connection, std::string mark)
    : m_connection(connection), m_mark(std::move(mark)), m_tellers(connection) {
    make_temporary(m_connection);
    m_connection.run("BEGIN"); // one state of the record
    m_merged = merged_mark(m_connection);
    for (const Family& family : families()) m_known.emplace_back(m_connection, family.table);
    m_connection.run("COMMIT");
    m_insert = insertions(m_connection);
}

RecordWriter::~RecordWriter() {
    try {
        end_batch();
        m_insert.clear();
        drop_temporary(m_connection);
    } catch (const Error&) { // NOLINT(bugprone-empty-catch): the tables go with the connection
    }
}

/// Many rows share a transaction of the temporary tables, and not too many: it holds what it reads of the
/// others.
void RecordWriter::count_row() {
    constexpr std::size_t most = 5000;
    if (m_in_batch == 0) m_connection.run("BEGIN");
    if (++m_in_batch == most) end_batch();
}

void RecordWriter::end_batch() {
    if (m_in_batch > 0) m_connection.run("COMMIT");
    m_in_batch = 0;
}

void RecordWriter::add(const MergedActor& actor) {
    const std::string json = json_of(actor);
    const KnownRows::State state = m_known[Known::actors].come(actor.id, json);
    if (state == KnownRows::State::same) return;
    if (state == KnownRows::State::changed) m_insert[Insert::gone_actor].bind(1, actor.id).run();
    insert(actor, json);
    count_row();
}

void RecordWriter::add(const Event& event) {
    const std::string json = json_of(event);
    const KnownRows::State state = m_known[Known::events].come(event.id, json);
    if (state == KnownRows::State::same) return;
    if (state == KnownRows::State::changed) m_insert[Insert::gone_event].bind(1, event.id).run();
    insert(event, json);
    count_row();
}

void RecordWriter::insert(const MergedActor& actor, const std::string& json) {
    std::set<std::string_view> reports;
    for (const auto& [report, id] : actor.members) {
        m_insert[Insert::actor_member].bind(1, report).bind(2, id).bind(3, actor.id).run();
        reports.insert(report);
    }
    Statement& row = m_insert[Insert::actor];
    row.bind(1, actor.id).bind(2, actor.name);
    row.bind_or_null(3, actor.kind_of).bind_or_null(4, actor.country);
    row.bind_or_null(5, actor.code).bind_or_null(6, actor.wikidata);
    row.bind(7, static_cast<std::int64_t>(reports.size())).bind(8, json).run();
    Statement& name = m_insert[Insert::actor_name];
    name.bind(1, actor.name).bind(2, actor.id).run();
    for (const std::string& alias : actor.aliases) name.bind(1, alias).bind(2, actor.id).run();
}

void RecordWriter::insert(const Event& event, const std::string& json) {
    Statement& row = m_insert[Insert::event];
    const auto reports = static_cast<std::int64_t>(event.reports);
    row.bind(1, event.id).bind_or_null(2, event.type);
    row.bind_or_null(3, event.mode).bind_or_null(4, event.cameo);
    if (event.quad != 0) row.bind(5, event.quad);
    row.bind_or_null(6, event.place.name).bind_or_null(7, event.place.country);
    if (event.place.resolved) row.bind(8, event.place.lat).bind(9, event.place.lon);
    row.bind_or_null(10, event.from).bind_or_null(11, event.to);
    row.bind_or_null(12, event.time_precision);
    row.bind_or_null(13, event.status).bind_or_null(14, event.polarity);
    row.bind(15, reports).bind(16, static_cast<std::int64_t>(event.origins));
    row.bind(17, static_cast<std::int64_t>(event.disputes.size())).bind_or_null(18, event.story);
    const Teller teller = m_tellers.of(event);
    row.bind_or_null(19, teller.words).bind_or_null(20, teller.report).bind_or_null(21, teller.claim);
    if (event.quad != 0)
        if (const auto goldstein = m_tellers.goldstein(event)) row.bind(22, *goldstein);
    row.bind(23, json).run();
    for (const auto& [ids, role] :
         {std::pair(&event.actors, "actor"), std::pair(&event.recipients, "recipient")})
        for (const std::string& id : *ids) {
            Statement& part = m_insert[Insert::event_actor].bind(1, event.id).bind(2, id).bind(3, role);
            part.bind_or_null(4, event.from).bind_or_null(5, event.to).bind(6, reports).run();
        }
    for (const auto& [report, id] : event.claims)
        m_insert[Insert::event_claim].bind(1, event.id).bind(2, report).bind(3, id).run();
}

void RecordWriter::add_rest(const Record& record) {
    end_batch();
    m_connection.run("BEGIN");
    insert_stories(m_connection, record.stories);
    insert_others(m_connection, record);
    m_connection.run("COMMIT");
}

bool RecordWriter::finish() {
    for (std::size_t i = 0; i < families().size(); ++i)
        for (const std::string& id : m_known[i].gone(m_connection)) {
            m_insert[Insert::gone_actor + i].bind(1, id).run();
            count_row();
        }
    end_batch();
    Transaction transaction(m_connection);
    if (merged_mark(m_connection) != m_merged) return false;
    bring_over();
    mark_superseded(m_connection);
    Statement set(m_connection, "INSERT OR REPLACE INTO state VALUES ('merged', ?)");
    set.bind(1, m_mark).run();
    transaction.commit();
    return true;
}

void RecordWriter::bring_over() {
    for (const Family& family : families()) {
        const auto remove = [&](const char* table, const char* key) {
            m_connection.run(fmt::format("DELETE FROM {} WHERE {} IN (SELECT id FROM temp.gone_{})", table,
                                         key, family.table));
        };
        remove(family.table, "id");
        for (const Dependent& dependent : family.dependents) remove(dependent.table, dependent.key);
    }
    for (const char* table : small_tables) m_connection.run(fmt::format("DELETE FROM {}", table));
    each_table([&](const char* table) {
        m_connection.run(fmt::format("INSERT OR IGNORE INTO main.{0} SELECT * FROM temp.next_{0}", table));
    });
}

} // namespace dateline::store
