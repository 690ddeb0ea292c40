#pragma once

namespace dateline::store {

/// Version of the tables; kept in `PRAGMA user_version`.
constexpr int schema_version = 7;

/// Makes all tables. `doc/database.md` describes them.
extern const char* const schema_sql;

} // namespace dateline::store
