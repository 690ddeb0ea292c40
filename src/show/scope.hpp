#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

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

/// To be asked for where `limit` lines are wanted: one more tells whether there are others.
std::size_t one_more(std::size_t limit);
/// Cuts what was asked for with `one_more` to `limit`; the sentence that says so, "" when nothing was cut.
template<typename Item>
std::string cut(std::vector<Item>& items, std::size_t limit) {
    if (items.size() <= limit) return "";
    items.resize(limit);
    return fmt::format("Only the first {}; --limit N shows more.", limit);
}

/// `Brief: story title` and the like.
std::string scope_title(store::Database& database, const Scope& scope, std::string_view what);

} // namespace dateline::show
