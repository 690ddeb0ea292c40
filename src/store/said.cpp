// What was said, over reports: quotes with their speakers as merged actors.

#include "store/database.hpp"

namespace dateline::store {

std::vector<SaidInfo> Database::said(std::string_view story, const std::vector<std::string>& speakers,
                                     const std::vector<std::string>& reports, std::size_t limit) {
    std::string sql = "SELECT q.report, r.published, q.speaker, m.actor, a.name, q.cue, q.words, q.direct, "
                      "q.cue_start FROM quotes q "
                      "JOIN reports r ON r.id = q.report "
                      "LEFT JOIN actor_members m ON m.report = q.report AND m.id = q.speaker_id "
                      "LEFT JOIN actors a ON a.id = m.actor "
                      "WHERE q.kind = 'speech' AND q.nested = 0 AND q.speaker IS NOT NULL AND "
                      "NOT EXISTS (SELECT 1 FROM revisions v WHERE v.replaces = q.report)";
    if (!story.empty()) sql += " AND q.report IN (SELECT report FROM story_reports WHERE story = ?)";
    if (!reports.empty()) sql += " AND q.report IN (" + question_marks(reports.size()) + ")";
    if (!speakers.empty()) sql += " AND m.actor IN (" + question_marks(speakers.size()) + ")";
    Statement rows(m_connection, sql + " ORDER BY r.published IS NULL, r.published, q.report, q.id LIMIT ?");
    int at = 0;
    if (!story.empty()) rows.bind(++at, story);
    for (const std::string& id : reports) rows.bind(++at, id);
    for (const std::string& id : speakers) rows.bind(++at, id);
    rows.bind(++at, static_cast<std::int64_t>(limit));
    std::vector<SaidInfo> out;
    std::int64_t cue = -1; // of the statement told last
    while (rows.step()) {
        const std::int64_t own = rows.is_null(8) ? -1 : rows.integer(8);
        if (own >= 0 && own == cue && out.back().report == rows.text(0)) {
            out.back().words += " \xE2\x80\xA6 " + std::string(rows.text(6));
            continue;
        }
        cue = own;
        out.push_back({std::string(rows.text(0)), std::string(rows.text(1)),
                       std::string(rows.is_null(4) ? rows.text(2) : rows.text(4)), std::string(rows.text(3)),
                       std::string(rows.text(5)), std::string(rows.text(6)), rows.integer(7) != 0});
    }
    return out;
}

} // namespace dateline::store
