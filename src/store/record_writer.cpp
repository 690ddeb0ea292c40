// A merge tells the whole record anew, but after a few more reports most of it is what it was. So each row is
// compared with what is stored, by hashes of the JSON that stand for all its columns, and only what differs
// is written.

#include "store/record_writer.hpp"

#include <functional>
#include <set>
#include <utility>

#include "record/write_json.hpp"
#include "store/schema.hpp"

namespace dateline::store {

namespace {

std::uint64_t hash_of(std::string_view text) {
    return std::hash<std::string_view>{}(text);
}

template<typename Object>
std::string json_of(const Object& object) {
    std::string out;
    write_json(out, object);
    return out;
}

void insert_stories(Connection& connection, const std::vector<Story>& stories) {
    Statement insert(connection, "INSERT INTO stories VALUES (?,?,?,?,?,?)");
    Statement member(connection, "INSERT OR IGNORE INTO story_reports VALUES (?,?)");
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
    Statement itinerary(connection, "INSERT OR REPLACE INTO itineraries VALUES (?,?,?)");
    for (const Itinerary& item : record.itineraries)
        itinerary.bind(1, item.actor)
            .bind(2, static_cast<std::int64_t>(item.stops.size()))
            .bind(3, json_of(item))
            .run();
    Statement copy(connection, "INSERT OR IGNORE INTO copies VALUES (?,?,?)");
    for (const Copy& item : record.copies)
        for (const std::string& report : item.reports)
            copy.bind(1, item.of).bind(2, report).bind(3, item.similarity).run();
    Statement revision(connection, "INSERT OR REPLACE INTO revisions VALUES (?,?)");
    for (const Revision& item : record.revisions) revision.bind(1, item.report).bind(2, item.replaces).run();
    Statement lost(connection, "INSERT OR IGNORE INTO lost_decisions VALUES (?)");
    for (const std::string& id : record.lost_decisions) lost.bind(1, id).run();
    Statement digest(connection, "INSERT INTO digests VALUES (?,?)");
    for (const Digest& item : record.digests) digest.bind_or_null(1, item.story).bind(2, json_of(item)).run();
}

/// Marks events that only replaced versions of pages tell.
void mark_superseded(Connection& connection) {
    connection.run("UPDATE events SET superseded = 0 WHERE superseded = 1");
    connection.run(
        "UPDATE events SET superseded = 1 WHERE id IN (SELECT event FROM event_claims WHERE report "
        "IN (SELECT replaces FROM revisions)) AND NOT EXISTS (SELECT 1 FROM event_claims c WHERE "
        "c.event = events.id AND c.report NOT IN (SELECT replaces FROM revisions))");
}

std::vector<Statement> removals(Connection& connection, const std::vector<std::string_view>& sql) {
    std::vector<Statement> out;
    for (const std::string_view statement : sql) out.emplace_back(connection, statement);
    return out;
}

} // namespace

KnownRows::KnownRows(Connection& connection, std::string table) : m_table(std::move(table)) {
    Statement all(connection, "SELECT id, json FROM " + m_table);
    while (all.step()) m_rows[hash_of(all.text(0))].json = hash_of(all.text(1));
    m_missing = m_rows.size();
}

KnownRows::State KnownRows::come(std::string_view id, std::string_view json) {
    const auto [at, is_new] = m_rows.try_emplace(hash_of(id));
    Row& row = at->second;
    const std::uint64_t hash = hash_of(json);
    const bool is_same = !is_new && row.json == hash;
    if (!is_new && !row.came) --m_missing;
    row = {hash, true};
    return is_new ? State::fresh : is_same ? State::same : State::changed;
}

std::vector<std::string> KnownRows::gone(Connection& connection) {
    std::vector<std::string> out;
    if (m_missing == 0) return out;
    Statement all(connection, "SELECT id FROM " + m_table);
    while (all.step()) {
        const auto row = m_rows.find(hash_of(all.text(0)));
        if (row == m_rows.end() || !row->second.came) out.emplace_back(all.text(0));
    }
    return out;
}

RecordWriter::RecordWriter(Connection& connection)
    : m_connection(connection), m_transaction(connection), m_actors(connection, "actors"),
      m_events(connection, "events"),
      m_actor(connection, "INSERT OR REPLACE INTO actors VALUES (?,?,?,?,?,?,?,?)"),
      m_actor_name(connection, "INSERT OR IGNORE INTO actor_names VALUES (?,?)"),
      m_actor_member(connection, "INSERT OR REPLACE INTO actor_members VALUES (?,?,?)"),
      m_event(connection, "INSERT OR REPLACE INTO events VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,0)"),
      m_event_actor(connection, "INSERT OR IGNORE INTO event_actors VALUES (?,?,?)"),
      m_event_claim(connection, "INSERT OR IGNORE INTO event_claims VALUES (?,?,?)"),
      m_remove_actor(
          removals(connection, {"DELETE FROM actors WHERE id = ?", "DELETE FROM actor_names WHERE actor = ?",
                                "DELETE FROM actor_members WHERE actor = ?"})),
      m_remove_event(
          removals(connection, {"DELETE FROM events WHERE id = ?", "DELETE FROM event_actors WHERE event = ?",
                                "DELETE FROM event_claims WHERE event = ?"})) {}

void RecordWriter::add(const MergedActor& actor) {
    const std::string json = json_of(actor);
    const KnownRows::State state = m_actors.come(actor.id, json);
    if (state == KnownRows::State::same) return;
    if (state == KnownRows::State::changed) remove_actor(actor.id);
    insert(actor, json);
}

void RecordWriter::add(const Event& event) {
    const std::string json = json_of(event);
    const KnownRows::State state = m_events.come(event.id, json);
    if (state == KnownRows::State::same) return;
    if (state == KnownRows::State::changed) remove_event(event.id);
    insert(event, json);
}

void RecordWriter::remove_actor(std::string_view id) {
    for (Statement& statement : m_remove_actor) statement.bind(1, id).run();
}

void RecordWriter::remove_event(std::string_view id) {
    for (Statement& statement : m_remove_event) statement.bind(1, id).run();
}

void RecordWriter::insert(const MergedActor& actor, const std::string& json) {
    std::set<std::string_view> reports;
    for (const auto& [report, id] : actor.members) {
        m_actor_member.bind(1, report).bind(2, id).bind(3, actor.id).run();
        reports.insert(report);
    }
    m_actor.bind(1, actor.id).bind(2, actor.name);
    m_actor.bind_or_null(3, actor.kind_of).bind_or_null(4, actor.country);
    m_actor.bind_or_null(5, actor.code).bind_or_null(6, actor.wikidata);
    m_actor.bind(7, static_cast<std::int64_t>(reports.size())).bind(8, json).run();
    m_actor_name.bind(1, actor.name).bind(2, actor.id).run();
    for (const std::string& alias : actor.aliases) m_actor_name.bind(1, alias).bind(2, actor.id).run();
}

void RecordWriter::insert(const Event& event, const std::string& json) {
    m_event.bind(1, event.id).bind_or_null(2, event.type);
    m_event.bind_or_null(3, event.mode).bind_or_null(4, event.cameo);
    if (event.quad != 0) m_event.bind(5, event.quad);
    m_event.bind_or_null(6, event.place.name).bind_or_null(7, event.place.country);
    if (event.place.resolved) m_event.bind(8, event.place.lat).bind(9, event.place.lon);
    m_event.bind_or_null(10, event.from).bind_or_null(11, event.to);
    m_event.bind_or_null(12, event.time_precision);
    m_event.bind_or_null(13, event.status).bind_or_null(14, event.polarity);
    m_event.bind(15, static_cast<std::int64_t>(event.reports));
    m_event.bind(16, static_cast<std::int64_t>(event.origins));
    m_event.bind(17, static_cast<std::int64_t>(event.disputes.size())).bind_or_null(18, event.story);
    m_event.bind(19, json).run();
    for (const auto& [ids, role] :
         {std::pair(&event.actors, "actor"), std::pair(&event.recipients, "recipient")})
        for (const std::string& id : *ids) m_event_actor.bind(1, event.id).bind(2, id).bind(3, role).run();
    for (const auto& [report, id] : event.claims)
        m_event_claim.bind(1, event.id).bind(2, report).bind(3, id).run();
}

void RecordWriter::add_rest(const Record& record) {
    m_connection.run(clear_merged_sql);
    insert_stories(m_connection, record.stories);
    insert_others(m_connection, record);
}

void RecordWriter::finish(std::string_view mark) {
    for (const std::string& id : m_actors.gone(m_connection)) remove_actor(id);
    for (const std::string& id : m_events.gone(m_connection)) remove_event(id);
    mark_superseded(m_connection);
    Statement set(m_connection, "INSERT OR REPLACE INTO state VALUES ('merged', ?)");
    set.bind(1, mark).run();
    m_transaction.commit();
}

} // namespace dateline::store
