#include <cstdio>

#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/table_text.hpp"
#include "store/database.hpp"

namespace dateline::app {

Exit run_query(const QueryOptions& options) {
    store::Database database(options.database, store::Access::read_only);
    const store::Table table = database.query(options.sql, options.limit);
    const std::string text = table_text(table, options.format);
    std::fwrite(text.data(), 1, text.size(), stdout);
    if (table.rows.size() == options.limit)
        fmt::print(stderr, "dateline: only the first {} rows; raise --limit for more\n", options.limit);
    return Exit::all_read;
}

} // namespace dateline::app
