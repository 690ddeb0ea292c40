#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "record/merged.hpp"
#include "store/sqlite.hpp"

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
        std::uint64_t json = 0; // hash
        bool came = false;
    };
    std::string m_table;
    std::unordered_map<std::uint64_t, Row> m_rows; // by hash of id
    std::size_t m_missing = 0;
};

/// Brings the tables of the merged record up to date in one transaction: until `finish` readers see the old
/// record, and when this goes without it, nothing was written. A record that is nearly the old one costs
/// little more than reading it.
class RecordWriter {
  public:
    /// The connection must outlive this and be in no transaction.
    explicit RecordWriter(Connection& connection);

    void add(const MergedActor& actor);
    void add(const Event& event);
    /// All but actors and events.
    void add_rest(const Record& record);
    /// Removes what did not come and commits; `mark` says what the record was made from.
    void finish(std::string_view mark);

  private:
    void insert(const MergedActor& actor, const std::string& json);
    void insert(const Event& event, const std::string& json);
    void remove_actor(std::string_view id);
    void remove_event(std::string_view id);

    Connection& m_connection;
    Transaction m_transaction;
    KnownRows m_actors, m_events;
    Statement m_actor, m_actor_name, m_actor_member;
    Statement m_event, m_event_actor, m_event_claim;
    std::vector<Statement> m_remove_actor, m_remove_event;
};

} // namespace dateline::store
