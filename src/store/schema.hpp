#pragma once

namespace dateline::store {

/// Version of the tables; kept in `PRAGMA user_version`.
constexpr int schema_version = 2;

/// Makes all tables. `doc/database.md` describes them.
extern const char* const schema_sql;

/// Empties the tables that `merge` fills.
extern const char* const clear_merged_sql;

} // namespace dateline::store
