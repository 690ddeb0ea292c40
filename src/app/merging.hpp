#pragma once

#include "store/database.hpp"

namespace dateline::app {

/// Merges all reports of the database, with the log of decisions, and puts the record in its tables. Tells of
/// its progress on standard error where the pile is large, and of decisions that found nothing.
void merge_database(store::Database& database);

} // namespace dateline::app
