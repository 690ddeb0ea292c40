#pragma once

namespace dateline::store {

/// Version of the tables; kept in `PRAGMA user_version`.
constexpr int schema_version = 3;

/// Makes all tables. `doc/database.md` describes them.
extern const char* const schema_sql;

/// Empties the small tables that `merge` fills; actors and events are brought up to date row by row.
extern const char* const clear_merged_sql;

} // namespace dateline::store
