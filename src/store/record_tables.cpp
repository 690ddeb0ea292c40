// The tables that hold the merged record: written as a whole, read by the views.

#include <set>

#include "base/error.hpp"
#include "record/read_merged_json.hpp"
#include "record/write_json.hpp"
#include "store/database.hpp"
#include "store/schema.hpp"

namespace dateline::store {

namespace {

template<typename Object>
std::string json_of(const Object& object) {
    std::string out;
    write_json(out, object);
    return out;
}

void insert_actors(Connection& connection, const std::vector<MergedActor>& actors) {
    Statement insert(connection, "INSERT INTO actors VALUES (?,?,?,?,?,?,?,?)");
    Statement name(connection, "INSERT OR IGNORE INTO actor_names VALUES (?,?)");
    Statement member(connection, "INSERT OR IGNORE INTO actor_members VALUES (?,?,?)");
    for (const MergedActor& actor : actors) {
        std::set<std::string_view> reports;
        for (const auto& [report, id] : actor.members) {
            member.bind(1, report).bind(2, id).bind(3, actor.id).run();
            reports.insert(report);
        }
        insert.bind(1, actor.id)
            .bind(2, actor.name)
            .bind_or_null(3, actor.kind_of)
            .bind_or_null(4, actor.country);
        insert.bind_or_null(5, actor.code).bind_or_null(6, actor.wikidata);
        insert.bind(7, static_cast<std::int64_t>(reports.size())).bind(8, json_of(actor)).run();
        name.bind(1, actor.name).bind(2, actor.id).run();
        for (const std::string& alias : actor.aliases) name.bind(1, alias).bind(2, actor.id).run();
    }
}

void insert_event(Statement& insert, const Event& event) {
    insert.bind(1, event.id)
        .bind_or_null(2, event.type)
        .bind_or_null(3, event.mode)
        .bind_or_null(4, event.cameo);
    if (event.quad != 0) insert.bind(5, event.quad);
    insert.bind_or_null(6, event.place.name).bind_or_null(7, event.place.country);
    if (event.place.resolved) insert.bind(8, event.place.lat).bind(9, event.place.lon);
    insert.bind_or_null(10, event.from).bind_or_null(11, event.to).bind_or_null(12, event.time_precision);
    insert.bind_or_null(13, event.status).bind_or_null(14, event.polarity);
    insert.bind(15, static_cast<std::int64_t>(event.reports))
        .bind(16, static_cast<std::int64_t>(event.origins));
    insert.bind(17, static_cast<std::int64_t>(event.disputes.size())).bind_or_null(18, event.story);
    insert.bind(19, json_of(event)).run();
}

void insert_events(Connection& connection, const std::vector<Event>& events) {
    Statement insert(connection, "INSERT INTO events VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    Statement actor(connection, "INSERT OR IGNORE INTO event_actors VALUES (?,?,?)");
    Statement claim(connection, "INSERT OR IGNORE INTO event_claims VALUES (?,?,?)");
    for (const Event& event : events) {
        insert_event(insert, event);
        for (const std::string& id : event.actors) actor.bind(1, event.id).bind(2, id).bind(3, "actor").run();
        for (const std::string& id : event.recipients)
            actor.bind(1, event.id).bind(2, id).bind(3, "recipient").run();
        for (const auto& [report, id] : event.claims)
            claim.bind(1, event.id).bind(2, report).bind(3, id).run();
    }
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
    Statement digest(connection, "INSERT INTO digests VALUES (?,?)");
    for (const Digest& item : record.digests) digest.bind_or_null(1, item.story).bind(2, json_of(item)).run();
}

template<typename Read>
auto rows(Statement& statement, Read read) {
    std::vector<decltype(read(std::string_view{}))> out;
    while (statement.step()) out.push_back(read(statement.text(0)));
    return out;
}

template<typename Read>
auto one(Connection& connection, std::string_view sql, std::string_view key, Read read)
    -> std::optional<decltype(read(std::string_view{}))> {
    Statement statement(connection, sql);
    if (!statement.bind(1, key).step()) return std::nullopt;
    return read(statement.text(0));
}

} // namespace

void Database::replace_record(const Record& record) {
    Transaction transaction(m_connection);
    m_connection.run(clear_merged_sql);
    insert_actors(m_connection, record.actors);
    insert_events(m_connection, record.events);
    insert_stories(m_connection, record.stories);
    insert_others(m_connection, record);
    Statement mark(m_connection, "INSERT OR REPLACE INTO state VALUES ('merged', ?)");
    mark.bind(1, merge_mark()).run();
    transaction.commit();
}

std::vector<Event> Database::events(const EventFilter& filter) {
    std::string sql = "SELECT json FROM events WHERE 1";
    if (!filter.story.empty()) sql += " AND story = ?";
    if (!filter.since.empty()) sql += " AND \"to\" >= ?";
    if (!filter.until.empty()) sql += " AND \"from\" <= ?";
    for (const auto* side : {&filter.actors, &filter.against})
        if (!side->empty())
            sql += " AND id IN (SELECT event FROM event_actors WHERE actor IN (" +
                   question_marks(side->size()) + "))";
    if (filter.disputed_only) sql += " AND disputed > 0";
    sql += " ORDER BY \"from\" IS NULL, \"from\", \"to\", id LIMIT ?";
    Statement statement(m_connection, sql);
    int at = 0;
    for (const std::string* value : {&filter.story, &filter.since, &filter.until})
        if (!value->empty()) statement.bind(++at, *value);
    for (const auto* side : {&filter.actors, &filter.against})
        for (const std::string& id : *side) statement.bind(++at, id);
    statement.bind(++at, static_cast<std::int64_t>(filter.limit));
    return rows(statement, read_event);
}

std::optional<Event> Database::event(std::string_view id) {
    return one(m_connection, "SELECT json FROM events WHERE id = ?", id, read_event);
}

std::optional<MergedActor> Database::actor(std::string_view id) {
    return one(m_connection, "SELECT json FROM actors WHERE id = ?", id, read_merged_actor);
}

std::vector<MergedActor> Database::find_actors(std::string_view text, std::size_t limit) {
    Statement exact(m_connection,
                    "SELECT json FROM actors WHERE id = ?1 OR id IN (SELECT actor FROM actor_names WHERE "
                    "name = ?1 COLLATE NOCASE) ORDER BY mentions DESC, id LIMIT ?2");
    exact.bind(1, text).bind(2, static_cast<std::int64_t>(limit));
    auto found = rows(exact, read_merged_actor);
    if (!found.empty()) return found;
    Statement part(m_connection,
                   "SELECT json FROM actors WHERE ?1 = '' OR id IN (SELECT actor FROM actor_names WHERE "
                   "instr(lower(name), lower(?1)) > 0) ORDER BY mentions DESC, id LIMIT ?2");
    part.bind(1, text).bind(2, static_cast<std::int64_t>(limit));
    return rows(part, read_merged_actor);
}

std::vector<Itinerary> Database::itineraries(const std::vector<std::string>& actors, std::size_t limit) {
    std::string sql = "SELECT json FROM itineraries";
    if (!actors.empty()) sql += " WHERE actor IN (" + question_marks(actors.size()) + ")";
    Statement statement(m_connection, sql + " ORDER BY stops DESC, actor LIMIT ?");
    int at = 0;
    for (const std::string& id : actors) statement.bind(++at, id);
    statement.bind(++at, static_cast<std::int64_t>(limit));
    return rows(statement, read_itinerary);
}

std::vector<Story> Database::stories(std::size_t limit) {
    Statement statement(m_connection,
                        "SELECT json FROM stories ORDER BY reports DESC, \"from\" DESC, id LIMIT ?");
    statement.bind(1, static_cast<std::int64_t>(limit));
    return rows(statement, read_story);
}

std::optional<Story> Database::story(std::string_view id) {
    return one(m_connection, "SELECT json FROM stories WHERE id = ?", id, read_story);
}

std::string Database::event_of(std::string_view report, std::string_view claim) {
    Statement statement(m_connection, "SELECT event FROM event_claims WHERE report = ? AND claim = ?");
    return statement.bind(1, report).bind(2, claim).step() ? std::string(statement.text(0)) : std::string();
}

} // namespace dateline::store
