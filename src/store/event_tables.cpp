// Which events a view wants, and then these events. They are chosen in narrow tables and indexes that hold
// all that choosing needs; only the rows of those chosen, whose JSON is long, are read and parsed.

#include <algorithm>
#include <iterator>

#include "record/read_merged_json.hpp"
#include "store/database.hpp"

namespace dateline::store {

namespace {

/// A statement put together from conditions and what they are to be bound to.
class Choice {
  public:
    Choice& add(const std::string& sql) {
        m_sql += sql;
        return *this;
    }
    Choice& add(const std::string& sql, const std::vector<std::string>& values) {
        m_values.insert(m_values.end(), values.begin(), values.end());
        return add(sql);
    }
    Choice& limit(std::size_t most) { return add(" LIMIT " + std::to_string(most)); }

    std::vector<std::string> ids(Connection& connection) {
        Statement statement(connection, m_sql);
        for (std::size_t i = 0; i < m_values.size(); ++i)
            statement.bind(static_cast<int>(i + 1), m_values[i]);
        std::vector<std::string> out;
        while (statement.step()) out.emplace_back(statement.text(0));
        return out;
    }

  private:
    std::string m_sql;
    std::vector<std::string> m_values;
};

std::string in_list(const std::vector<std::string>& values) {
    return " IN (" + question_marks(values.size()) + ")";
}

/// The events that a filter lets pass, without an order: `id`, `from`, `to`, `reports`.
void choose(Choice& choice, const EventFilter& filter) {
    if (filter.actors.empty())
        choice.add("SELECT id, \"from\", \"to\", reports FROM events WHERE superseded = 0");
    else
        choice.add(
            "SELECT DISTINCT event AS id, \"from\", \"to\", reports FROM event_actors WHERE superseded = 0 "
            "AND actor" +
                in_list(filter.actors),
            filter.actors);
    // Says what the other condition implies, so that a search in the index by day passes over those without
    // one.
    if (!filter.since.empty() && filter.until.empty()) choice.add(" AND \"from\" > ''");
    if (!filter.since.empty()) choice.add(" AND \"to\" >= ?", {filter.since});
    if (!filter.until.empty()) choice.add(" AND \"from\" <= ?", {filter.until});
    if (!filter.against.empty())
        choice.add(" AND id IN (SELECT event FROM event_actors WHERE actor" + in_list(filter.against) + ")",
                   filter.against);
    if (!filter.story.empty()) {
        if (filter.actors.empty())
            choice.add(" AND story = ?", {filter.story});
        else
            choice.add(" AND id IN (SELECT id FROM events WHERE superseded = 0 AND story = ?)",
                       {filter.story});
    }
    if (filter.disputed_only) {
        if (filter.actors.empty())
            choice.add(" AND disputed > 0");
        else
            choice.add(" AND id IN (SELECT id FROM events WHERE superseded = 0 AND disputed > 0)");
    }
}

constexpr const char* in_time_order = " ORDER BY \"from\" IS NULL, \"from\", \"to\", id";

} // namespace

std::vector<std::string> Database::event_ids(const EventFilter& filter) {
    Choice choice;
    if (filter.most > 0) {
        choice.add("SELECT id FROM (");
        choose(choice, filter);
        choice.add(" ORDER BY reports DESC, id").limit(filter.most).add(")");
        return choice.add(in_time_order).limit(filter.limit).ids(m_connection);
    }
    choose(choice, filter);
    if (!filter.story.empty() || !filter.actors.empty())
        return choice.add(in_time_order).limit(filter.limit).ids(m_connection);
    // Of all events the first are read in the order of an index, those without a day behind them.
    Choice dated = choice;
    auto out = dated.add(" AND \"from\" IS NOT NULL ORDER BY \"from\", \"to\", id")
                   .limit(filter.limit)
                   .ids(m_connection);
    if (out.size() == filter.limit) return out;
    auto undated =
        choice.add(" AND \"from\" IS NULL ORDER BY id").limit(filter.limit - out.size()).ids(m_connection);
    std::move(undated.begin(), undated.end(), std::back_inserter(out));
    return out;
}

std::vector<Event> Database::events(const EventFilter& filter) {
    std::vector<Event> out;
    for (const std::string& id : event_ids(filter))
        if (auto found = event(id)) out.push_back(std::move(*found));
    return out;
}

std::optional<Event> Database::event(std::string_view id) {
    Statement& one = kept("event", "SELECT json FROM events WHERE id = ?");
    std::optional<Event> out;
    if (one.bind(1, id).step()) out = read_event(one.text(0));
    one.reset();
    return out;
}

ToldInfo Database::told(std::string_view event) {
    Statement& one =
        kept("told", "SELECT e.words, c.sentence, e.told_by, e.told_claim, r.published FROM events e "
                     "JOIN claims c ON c.report = e.told_by AND c.id = e.told_claim "
                     "JOIN reports r ON r.id = e.told_by WHERE e.id = ?");
    ToldInfo out;
    if (one.bind(1, event).step())
        out = {std::string(one.text(0)), std::string(one.text(1)), std::string(one.text(2)),
               std::string(one.text(3)), std::string(one.text(4))};
    one.reset();
    return out;
}

std::vector<std::string> Database::reports_of(std::string_view event) {
    Statement& all =
        kept("reports_of", "SELECT DISTINCT report FROM event_claims JOIN reports ON id = report WHERE event "
                           "= ? ORDER BY published IS NULL, published, report");
    std::vector<std::string> out;
    for (all.bind(1, event); all.step();) out.emplace_back(all.text(0));
    all.reset();
    return out;
}

} // namespace dateline::store
