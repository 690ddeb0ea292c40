#pragma once

#include <string>

#include "store/database.hpp"

namespace dateline::app {

enum class TableFormat { table, csv, json };

/// A table for a terminal (long cells cut), as CSV (RFC 4180), or as JSON Lines.
std::string table_text(const store::Table& table, TableFormat format);

} // namespace dateline::app
