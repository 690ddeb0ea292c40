// Two actors over time: the events both take part in, counted by period. An event belongs to the period of
// its first day; a claim's Goldstein value stands in `claims`, so an event has the mean of its claims'.

#include <map>

#include "store/database.hpp"

namespace dateline::store {

namespace {

/// SQL for the first day of the period a day lies in.
std::string first_day(std::string_view day, Period period) {
    std::string text(day);
    switch (period) {
    case Period::day: return "date(" + text + ")";
    case Period::week: return "date(" + text + ", '-6 days', 'weekday 1')";
    case Period::month: return "date(" + text + ", 'start of month')";
    }
    return text;
}

} // namespace

std::vector<PeriodRow> Database::relation(const std::vector<std::string>& actors,
                                          const std::vector<std::string>& others, Period period,
                                          const std::string& since, const std::string& until) {
    // First which events, in the narrow table of their actors; then the rows of these.
    std::string events =
        "SELECT DISTINCT event FROM event_actors WHERE superseded = 0 AND \"from\" IS NOT NULL AND "
        "actor IN (" +
        question_marks(actors.size()) + ")";
    if (!others.empty())
        events += " AND event IN (SELECT event FROM event_actors WHERE actor IN (" +
                  question_marks(others.size()) + "))";
    if (!since.empty()) events += " AND \"from\" >= ?";
    if (!until.empty()) events += " AND \"from\" <= ?";
    Statement rows(m_connection,
                   "WITH chosen AS MATERIALIZED (SELECT e.id, e.quad, " + first_day("e.\"from\"", period) +
                       " AS period, e.goldstein FROM (" + events +
                       ") JOIN events e ON e.id = event WHERE e.quad IS NOT NULL AND e.polarity = 'positive' "
                       "AND e.status IN "
                       "('happened', 'ongoing')), told AS MATERIALIZED (SELECT period, count(DISTINCT "
                       "l.report) AS reports "
                       "FROM chosen JOIN event_claims l ON l.event = chosen.id GROUP BY period) "
                       "SELECT period, count(*), sum(quad = 1), sum(quad = 2), sum(quad = 3), sum(quad = 4), "
                       "coalesce(sum(CAST(round(goldstein * 1000000) AS INTEGER)), 0), count(goldstein), "
                       "coalesce((SELECT reports FROM told WHERE told.period = chosen.period), 0) FROM "
                       "chosen WHERE period IS "
                       "NOT NULL GROUP BY period ORDER BY period");
    int at = 0;
    for (const auto* side : {&actors, &others})
        for (const std::string& id : *side) rows.bind(++at, id);
    for (const std::string* day : {&since, &until})
        if (!day->empty()) rows.bind(++at, *day);

    std::map<std::string, std::size_t, std::less<>> read;
    Statement published(m_connection, "SELECT " + first_day("substr(published, 1, 10)", period) +
                                          " AS p, count(*) FROM reports WHERE p IS NOT NULL GROUP BY p");
    while (published.step())
        read[std::string(published.text(0))] = static_cast<std::size_t>(published.integer(1));

    std::vector<PeriodRow> out;
    while (rows.step()) {
        PeriodRow& row = out.emplace_back();
        row.period = rows.text(0);
        row.events = static_cast<std::size_t>(rows.integer(1));
        for (int quad = 0; quad < 4; ++quad)
            row.quads[quad] = static_cast<std::size_t>(rows.integer(2 + quad));
        // Whole millionths: a sum of reals would depend on the order in which rows were once written.
        row.goldstein = static_cast<double>(rows.integer(6)) / 1e6;
        row.with_goldstein = static_cast<std::size_t>(rows.integer(7));
        row.reports = static_cast<std::size_t>(rows.integer(8));
        if (const auto found = read.find(row.period); found != read.end()) row.read = found->second;
    }
    return out;
}

} // namespace dateline::store
