#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "record/merged.hpp"
#include "store/sqlite.hpp"
#include "store/tellers.hpp"

namespace dateline::store {

/// The rows of a table by id, as they were and as they come: what did not change need not be written.
class KnownRows {
  public:
    /// Reads `id` and `json` of all rows.
    KnownRows(Connection& connection, std::string table);

    enum class State { fresh, changed, same };
    /// A row comes: what it is to what was there.
    State come(std::string_view id, std::string_view json);
    /// Ids of rows that were there and did not come.
    std::vector<std::string> gone(Connection& connection);

  private:
    struct Row {
        std::uint64_t id = 0, json = 0; // hashes
        bool came = false;
    };
    [[nodiscard]] Row* find(std::string_view id);

    std::string m_table;
    std::vector<Row> m_rows; // that were there, sorted by id
    std::size_t m_missing = 0;
};

/// Brings the tables of the merged record up to date. What is given waits in temporary tables, so that others
/// may write while the record is made; `finish` brings it over in one short transaction. Until then readers
/// see the old record, and when this goes without it, nothing was written. A record that is nearly the old
/// one costs little more than reading it.
class RecordWriter {
  public:
    /// `mark` says what the record is made from. The connection must outlive this and be in no transaction.
    RecordWriter(Connection& connection, std::string mark);
    ~RecordWriter();
    RecordWriter(const RecordWriter&) = delete;
    RecordWriter& operator=(const RecordWriter&) = delete;

    void add(const MergedActor& actor);
    void add(const Event& event);
    /// All but actors and events.
    void add_rest(const Record& record);
    /// Removes what did not come, writes what did. False, and nothing is written, when somebody else has
    /// written a record since this was made.
    [[nodiscard]] bool finish();

  private:
    void insert(const MergedActor& actor, const std::string& json);
    void insert(const Event& event, const std::string& json);
    void count_row();
    void end_batch();
    void bring_over();

    Connection& m_connection;
    std::string m_mark, m_merged; // of this record; of the one that stands in the tables
    std::size_t m_in_batch = 0;
    std::vector<KnownRows> m_known; // actors, events
    std::vector<Statement> m_insert;
    Tellers m_tellers;
};

} // namespace dateline::store
