#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/merged.hpp"
#include "show/views.hpp"
#include "store/database.hpp"

namespace dateline::show {

/// The scope as a filter; names become actor ids. Throws `Error` naming a story or actor that is not there.
store::EventFilter event_filter(store::Database& database, const Scope& scope);

/// The reports a page of this scope rests on: `all` for a story or no scope, else those of the events.
std::vector<store::ReportInfo> reports_of(store::Database& database, const Scope& scope,
                                          const std::vector<Event>& events,
                                          const std::vector<store::ReportInfo>& all);

/// `Brief: story title` and the like.
std::string scope_title(store::Database& database, const Scope& scope, std::string_view what);

} // namespace dateline::show
