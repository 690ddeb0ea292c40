// Which events a view wants, and then these events. They are chosen in narrow tables and indexes that hold
// all that choosing needs; only the rows of those chosen, whose JSON is long, are read and parsed.

#include <algorithm>
#include <tuple>

#include "record/read_merged_json.hpp"
#include "store/database.hpp"

namespace dateline::store {

namespace {

struct Chosen {
    std::string id, from, to;
};

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

    /// Id, first and last day of each.
    void rows(Connection& connection, std::vector<Chosen>& out) {
        Statement statement(connection, m_sql);
        for (std::size_t i = 0; i < m_values.size(); ++i)
            statement.bind(static_cast<int>(i + 1), m_values[i]);
        while (statement.step())
            out.push_back({std::string(statement.text(0)), std::string(statement.text(1)),
                           std::string(statement.text(2))});
    }

  private:
    std::string m_sql;
    std::vector<std::string> m_values;
};

std::string in_list(const std::vector<std::string>& values) {
    return " IN (" + question_marks(values.size()) + ")";
}

/// Whether the filter asks for a period that has a first and a last day.
bool is_closed(const EventFilter& filter) {
    return !filter.since.empty() && !filter.until.empty();
}

/// Events at least half of whose days lie in the period: what is only known to be of some day of a year tells
/// little of three days of it. The first conditions let an index find them: such an event begins no longer
/// before the period than the period is long.
void add_period(Choice& choice, const EventFilter& filter) {
    if (filter.since.empty() && filter.until.empty()) return;
    if (!filter.since.empty()) choice.add(" AND \"to\" >= ?", {filter.since});
    if (!filter.until.empty()) choice.add(" AND \"from\" <= ?", {filter.until});
    if (is_closed(filter))
        choice.add(
            " AND \"from\" >= date(?, '-' || CAST(julianday(?) - julianday(?) + 1 AS INTEGER) || ' days')",
            {filter.since, filter.until, filter.since});
    const std::string first = filter.since.empty() ? "\"from\"" : "max(\"from\", ?)";
    const std::string last = filter.until.empty() ? "\"to\"" : "min(\"to\", ?)";
    choice.add(" AND (\"from\" = \"to\" OR (julianday(");
    choice.add(last, filter.until.empty() ? std::vector<std::string>{} : std::vector{filter.until});
    choice.add(") - julianday(");
    choice.add(first, filter.since.empty() ? std::vector<std::string>{} : std::vector{filter.since});
    choice.add(") + 1) * 2 >= julianday(\"to\") - julianday(\"from\") + 1)");
}

/// The events that a filter lets pass, without an order: `id`, `from`, `to`, `reports`.
/// `index`: which the search is to use where it is one of all events; "" leaves that to SQLite.
Choice choose(const EventFilter& filter, const std::string& index = "") {
    Choice choice;
    if (filter.actors.empty())
        choice.add("SELECT id, \"from\", \"to\", reports FROM events " + index + " WHERE superseded = 0");
    else
        choice.add(
            "SELECT DISTINCT event AS id, \"from\", \"to\", reports FROM event_actors WHERE superseded = 0 "
            "AND actor" +
                in_list(filter.actors),
            filter.actors);
    add_period(choice, filter);
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
    return choice;
}

// A `+` keeps SQLite from reading the whole table just because an index has its ids in order.

/// Those that most reports tell. Few are told by more than one report, so these are looked for first.
std::vector<Chosen> most_reported(Connection& connection, const EventFilter& filter) {
    std::vector<Chosen> out;
    const bool is_of_all = filter.actors.empty() && filter.story.empty();
    choose(filter, is_of_all ? "INDEXED BY events_reported" : "")
        .add(" AND reports > 1 ORDER BY reports DESC, id")
        .limit(filter.most)
        .rows(connection, out);
    if (out.size() < filter.most)
        choose(filter, is_closed(filter) && is_of_all ? "INDEXED BY events_from" : "")
            .add(" AND reports <= 1 ORDER BY +id")
            .limit(filter.most - out.size())
            .rows(connection, out);
    return out;
}

void put_in_time_order(std::vector<Chosen>& events) {
    std::sort(events.begin(), events.end(), [](const Chosen& a, const Chosen& b) {
        if (a.from.empty() != b.from.empty()) return b.from.empty();
        return std::tie(a.from, a.to, a.id) < std::tie(b.from, b.to, b.id);
    });
}

/// The first of all in time order: in the order of an index, those without a day behind the others.
std::vector<Chosen> first_in_time(Connection& connection, const EventFilter& filter) {
    std::vector<Chosen> out;
    const bool is_of_all = filter.actors.empty() && filter.story.empty();
    const char* index = filter.disputed_only && is_of_all ? "INDEXED BY events_disputed" : "";
    choose(filter, index)
        .add(" AND \"from\" IS NOT NULL ORDER BY \"from\", \"to\", id")
        .limit(filter.limit)
        .rows(connection, out);
    if (out.size() < filter.limit)
        choose(filter, index)
            .add(filter.disputed_only ? " AND \"from\" IS NULL ORDER BY +id"
                                      : " AND \"from\" IS NULL ORDER BY id")
            .limit(filter.limit - out.size())
            .rows(connection, out);
    return out;
}

} // namespace

std::vector<Event> Database::events(const EventFilter& filter) {
    std::vector<Chosen> chosen =
        filter.most > 0 ? most_reported(m_connection, filter) : first_in_time(m_connection, filter);
    if (filter.most > 0) put_in_time_order(chosen);
    if (chosen.size() > filter.limit) chosen.resize(filter.limit);
    std::vector<Event> out;
    for (const Chosen& one : chosen)
        if (auto found = event(one.id)) out.push_back(std::move(*found));
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
    Statement& one = kept(
        "told",
        "SELECT e.words, c.sentence, e.told_by, e.told_claim, r.published, c.deed, c.deed_of FROM events e "
        "JOIN claims c ON c.report = e.told_by AND c.id = e.told_claim "
        "JOIN reports r ON r.id = e.told_by WHERE e.id = ?");
    ToldInfo out;
    if (one.bind(1, event).step())
        out = {std::string(one.text(0)), std::string(one.text(1)), std::string(one.text(2)),
               std::string(one.text(3)), std::string(one.text(4)), std::string(one.text(5)),
               std::string(one.text(6))};
    one.reset();
    return out;
}

const std::string& Database::published_of(const std::string& report) {
    const auto known = m_published.find(report);
    if (known != m_published.end()) return known->second;
    Statement& one = kept("published_of", "SELECT published FROM reports WHERE id = ?");
    std::string day;
    if (one.bind(1, report).step()) day = one.text(0);
    one.reset();
    return m_published.emplace(report, std::move(day)).first->second;
}

std::vector<std::string> Database::reports_of(std::string_view event) {
    Statement& all = kept("reports_of", "SELECT DISTINCT report FROM event_claims WHERE event = ?");
    std::vector<std::string> out;
    for (all.bind(1, event); all.step();) out.emplace_back(all.text(0));
    all.reset();
    std::sort(out.begin(), out.end(), [&](const std::string& a, const std::string& b) {
        const std::string &one = published_of(a), &other = published_of(b);
        if (one.empty() != other.empty()) return other.empty();
        return std::tie(one, a) < std::tie(other, b);
    });
    return out;
}

} // namespace dateline::store
