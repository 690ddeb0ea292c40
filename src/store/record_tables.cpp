// The tables that hold the merged record, as the views read them.

#include <algorithm>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/text.hpp"
#include "record/read_merged_json.hpp"
#include "store/database.hpp"
#include "store/record_writer.hpp"

namespace dateline::store {

namespace {

/// `USA`: three capitals, as ISO 3166-1 has them.
bool is_country_code(std::string_view text) {
    return text.size() == 3 && std::all_of(text.begin(), text.end(), is_upper);
}

/// LIKE does not mind the case of ASCII letters; its signs stand for themselves here.
std::string like_pattern(std::string_view text) {
    std::string pattern;
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '\\') pattern += '\\';
        pattern += c;
    }
    return pattern;
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

/// Actors without members and reasons, whose JSON may be long.
std::vector<MergedActor> actors_of(Connection& connection, Statement& found) {
    Statement names(connection, "SELECT name FROM actor_names WHERE actor = ? ORDER BY name");
    std::vector<MergedActor> out;
    while (found.step()) {
        MergedActor& actor = out.emplace_back();
        actor.id = found.text(0);
        actor.name = found.text(1);
        actor.kind_of = found.text(2);
        actor.country = found.text(3);
        actor.code = found.text(4);
        actor.wikidata = found.text(5);
        names.bind(1, actor.id);
        while (names.step())
            if (names.text(0) != actor.name) actor.aliases.emplace_back(names.text(0));
        names.reset();
    }
    return out;
}

} // namespace

void Database::replace_record(const Record& record) {
    RecordWriter writer = record_writer();
    for (const MergedActor& actor : record.actors) writer.add(actor);
    for (const Event& event : record.events) writer.add(event);
    writer.add_rest(record);
    if (!writer.finish()) throw error("somebody else wrote a record meanwhile");
}

std::optional<MergedActor> Database::actor(std::string_view id) {
    return one(m_connection, "SELECT json FROM actors WHERE id = ?", id, read_merged_actor);
}

std::string Database::actor_name(std::string_view id) {
    Statement& one = kept("actor_name", "SELECT name FROM actors WHERE id = ?");
    std::string name;
    if (one.bind(1, id).step()) name = one.text(0);
    one.reset();
    return name;
}

std::vector<MergedActor> Database::find_actors(std::string_view text, std::size_t limit) {
    const std::string columns = "SELECT id, name, kind, country, code, wikidata FROM actors ";
    const std::string order = " ORDER BY mentions DESC, id LIMIT ?2";
    const auto found = [&](const std::string& where, std::string_view wanted, std::size_t most) {
        Statement some(m_connection, columns + where + order);
        if (!wanted.empty()) some.bind(1, wanted);
        return actors_of(m_connection, some.bind(2, static_cast<std::int64_t>(most)));
    };
    if (text.empty()) return found("", "", limit);
    const std::string is_called = "WHERE id = ?1 OR id IN (SELECT actor FROM actor_names WHERE name = ?1)";
    if (is_country_code(text)) // of the state and who else is called so (`USA`) the one most spoken of
        if (auto most = found(is_called + " OR (kind = 'state' AND country = ?1 AND code = ?1)", text, 1);
            !most.empty())
            return most;
    if (auto exact = found(is_called, text, limit); !exact.empty()) return exact;
    // `Mohamed Morsi` is the Mohammed Morsi whom reports call Morsi.
    if (const std::size_t space = text.rfind(' ');
        space != std::string_view::npos && is_letter(text.front())) {
        const std::string with_initial =
            fmt::format("WHERE kind = 'person' AND name LIKE '{}%' AND id IN (SELECT "
                        "actor FROM actor_names WHERE name = ?1)",
                        text.front());
        if (auto alike = found(with_initial, text.substr(space + 1), limit); !alike.empty()) return alike;
    }
    const std::string holds =
        "WHERE id IN (SELECT actor FROM actor_names WHERE ' ' || name || ' ' LIKE ?1 ESCAPE '\\')";
    const std::string pattern = like_pattern(text);
    if (auto whole = found(holds, "% " + pattern + " %", limit); !whole.empty()) return whole;
    return found(holds, "%" + pattern + "%", limit);
}

std::vector<RoleInfo> Database::roles_of(std::string_view actor, std::size_t limit) {
    Statement all(
        m_connection,
        "SELECT role, count(DISTINCT report), min(substr(published, 1, 10)), max(substr(published, 1, 10)) "
        "FROM actor_members WHERE actor = ?1 AND role IS NOT NULL GROUP BY role ORDER BY 2 DESC, role LIMIT "
        "?2");
    std::vector<RoleInfo> out;
    for (all.bind(1, actor).bind(2, static_cast<std::int64_t>(limit)); all.step();)
        out.push_back({std::string(all.text(0)), static_cast<std::size_t>(all.integer(1)),
                       std::string(all.text(2)), std::string(all.text(3))});
    return out;
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

std::string Database::actor_of(std::string_view report, std::string_view actor) {
    Statement statement(m_connection, "SELECT actor FROM actor_members WHERE report = ? AND id = ?");
    return statement.bind(1, report).bind(2, actor).step() ? std::string(statement.text(0)) : std::string();
}

std::string Database::event_of(std::string_view report, std::string_view claim) {
    Statement statement(m_connection, "SELECT event FROM event_claims WHERE report = ? AND claim = ?");
    return statement.bind(1, report).bind(2, claim).step() ? std::string(statement.text(0)) : std::string();
}

} // namespace dateline::store
