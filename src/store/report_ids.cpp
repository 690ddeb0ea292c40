// Files of one name in different folders, two versions of a page under one address: several reports come with
// one id. The one whose content has the smallest hash keeps it, the others get the start of their hash behind
// it. When the keeper comes late, the report that had the id until then is renamed, with what users decided
// on it; what merging made of it is made anew with the next merge.

#include "base/error.hpp"
#include "record/read_json.hpp"
#include "record/write_json.hpp"
#include "store/database.hpp"
#include "store/deflate.hpp"

namespace dateline::store {

namespace {

std::string with_suffix(const std::string& id, std::string_view content) {
    constexpr std::size_t letters = 8;
    return id + "~" + std::string(content.substr(0, letters));
}

} // namespace

std::string Database::free_id(const std::string& id, std::string_view content) {
    Statement holder(m_connection, "SELECT content FROM reports WHERE id = ?");
    if (!holder.bind(1, id).step()) return id;
    const std::string other(holder.text(0));
    holder.reset();
    if (other < content) return with_suffix(id, content);
    rename_report(id, with_suffix(id, other));
    return id;
}

void Database::rename_report(const std::string& from, const std::string& to) {
    std::optional<CodedReport> stored = coded(from);
    if (!stored) throw error("report {} is no longer in the database", from);
    stored->report.id = to;
    std::string line;
    write_json(line, *stored);
    std::optional<Transaction> own; // of a caller who groups no writes
    if (!m_transaction) own.emplace(m_connection);
    m_connection.run("PRAGMA defer_foreign_keys=ON"); // until the transaction ends
    for (const char* sql : {"UPDATE reports SET id = ?2 WHERE id = ?1",
                            "UPDATE coded_reports SET report = ?2 WHERE report = ?1",
                            "UPDATE claims SET report = ?2 WHERE report = ?1",
                            "UPDATE quotes SET report = ?2 WHERE report = ?1",
                            "UPDATE roles SET report = ?2 WHERE report = ?1"})
        Statement(m_connection, sql).bind(1, from).bind(2, to).run();
    Statement forms(m_connection, "UPDATE coded_reports SET compact = ?2, line = ?3 WHERE report = ?1");
    forms.bind(1, to).bind_blob(2, to_compact(*stored)).bind_blob(3, deflated(line)).run();
    for (Decision& decision : decisions()) {
        bool is_on_it = false;
        for (auto* anchors : {&decision.these, &decision.from})
            for (Anchor& anchor : *anchors)
                if (anchor.report == from) anchor.report = to, is_on_it = true;
        if (!is_on_it) continue;
        std::string json;
        write_json(json, decision);
        Statement update(m_connection, "UPDATE decisions SET json = ?2 WHERE id = ?1");
        update.bind(1, decision.id).bind(2, json).run();
    }
    if (own) own->commit();
}

} // namespace dateline::store
