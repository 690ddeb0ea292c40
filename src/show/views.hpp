#pragma once

#include "show/page.hpp"
#include "store/database.hpp"

namespace dateline::show {

/// What a brief or timeline is about; empty fields do not restrict.
struct Scope {
    std::string story;
    std::string actor;        // a name or id
    std::string against;      // with `actor`: a second name or id
    std::string since, until; // ISO days
    std::size_t limit = 200;  // lines a section
};

/// The situation report: what happened in time order, who said what, itineraries, plans, denials, disputes,
/// sources. A pile of more than `overview_reports` reports without a scope gives an overview of its stories
/// instead. A limit of 0 leaves the most important lines, about three pages; events of little worth
/// (`worth.hpp`) are left to the timeline always. Pictures are drawn for the format that shows them only.
Page brief(store::Database& database, const Scope& scope, Format format = Format::html);
constexpr std::size_t overview_reports = 60;

/// Every event of the scope in time order.
Page timeline(store::Database& database, const Scope& scope);
/// The stops of a traveller, or of all travellers when no name is given.
Page itinerary(store::Database& database, const std::string& actor, std::size_t limit);
/// What the reports disagree on.
Page disputes(store::Database& database, const Scope& scope);
/// Actors whose name holds the text, most reported first.
Page actors(store::Database& database, const std::string& text, std::size_t limit);
/// All that is told of one actor: positions, meetings, visits, acts and what was done to it, statements.
/// Throws `Error` when nobody is called so; of several the most reported one.
Page dossier(store::Database& database, const std::string& name, const Scope& scope);
/// Cooperation and conflict of two actors (or of one with all others) over time, with the number of reports
/// read in each period as the denominator.
Page relations(store::Database& database, const Scope& scope, store::Period period);
/// The same as a table: one row a period.
store::Table relations_table(store::Database& database, const Scope& scope, store::Period period);
/// A claim (`REPORT:CLAIM`) or an event: its words, the rule, how each field was found, why claims were
/// joined. Throws `Error` when there is none of that id.
Page explain(store::Database& database, const std::string& id);

} // namespace dateline::show
