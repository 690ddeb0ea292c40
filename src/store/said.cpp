// What was said, over reports: quotes with their speakers as merged actors. The reports are put in order
// first; then their quotes are read one report after the other, so that no more are read than are wanted.

#include "store/database.hpp"

namespace dateline::store {

namespace {

/// Statements of one report after the other; pieces of one statement, which share their cue, become one.
class Statements {
  public:
    Statements(Connection& connection, std::size_t limit)
        : m_rows(connection,
                 "SELECT q.speaker, m.actor, a.name, q.cue, q.words, q.direct, q.cue_start "
                 "FROM quotes q LEFT JOIN actor_members m ON m.report = q.report AND m.id = "
                 "q.speaker_id LEFT JOIN actors a ON a.id = m.actor WHERE q.report = ?1 AND q.kind = "
                 "'speech' AND q.nested = 0 AND q.speaker IS NOT NULL AND (?2 IS NULL OR m.actor = ?2) "
                 "ORDER BY q.id"),
          m_limit(limit) {}

    [[nodiscard]] bool is_full() const { return m_pieces == m_limit; }

    /// `speaker` "": anybody.
    void read(std::string_view report, std::string_view published, std::string_view speaker) {
        std::int64_t cue = -1; // of the statement told last
        for (m_rows.bind(1, report).bind_or_null(2, speaker); !is_full() && m_rows.step(); ++m_pieces) {
            const std::int64_t own = m_rows.is_null(6) ? -1 : m_rows.integer(6);
            if (own >= 0 && own == cue) {
                m_told.back().words += " \xE2\x80\xA6 " + std::string(m_rows.text(4));
                continue;
            }
            cue = own;
            m_told.push_back({std::string(report), std::string(published),
                              std::string(m_rows.text(m_rows.is_null(2) ? 0 : 2)),
                              std::string(m_rows.text(1)), std::string(m_rows.text(3)),
                              std::string(m_rows.text(4)), m_rows.integer(5) != 0});
        }
        m_rows.reset();
    }
    std::vector<SaidInfo> take() { return std::move(m_told); }

  private:
    Statement m_rows;
    std::size_t m_limit, m_pieces = 0;
    std::vector<SaidInfo> m_told;
};

} // namespace

std::vector<SaidInfo> Database::said_in(const std::vector<std::string>& reports, std::size_t limit) {
    Statement all(m_connection,
                  "SELECT r.id, r.published FROM reports r WHERE r.id IN (" + question_marks(reports.size()) +
                      ") AND NOT EXISTS (SELECT 1 FROM revisions v WHERE v.replaces = r.id) ORDER BY "
                      "r.published NULLS LAST, r.id");
    for (std::size_t i = 0; i < reports.size(); ++i) all.bind(static_cast<int>(i + 1), reports[i]);
    Statements statements(m_connection, limit);
    while (!statements.is_full() && all.step()) statements.read(all.text(0), all.text(1), {});
    return statements.take();
}

std::vector<SaidInfo> Database::said_by(std::string_view actor, std::string_view story, std::size_t limit) {
    std::string sql = "SELECT report, published FROM actor_members m WHERE actor = ?1 AND speaks = 1";
    if (!story.empty()) sql += " AND report IN (SELECT report FROM story_reports WHERE story = ?2)";
    sql += " AND NOT EXISTS (SELECT 1 FROM revisions v WHERE v.replaces = m.report) ORDER BY published NULLS "
           "LAST, report";
    Statement all(m_connection, sql);
    all.bind(1, actor);
    if (!story.empty()) all.bind(2, story);
    Statements statements(m_connection, limit);
    std::string last; // two actors of a report may be one
    while (!statements.is_full() && all.step()) {
        if (last == all.text(0)) continue;
        last = all.text(0);
        statements.read(last, all.text(1), actor);
    }
    return statements.take();
}

} // namespace dateline::store
