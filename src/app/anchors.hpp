#pragma once

#include <string>
#include <vector>

#include "record/decision.hpp"
#include "store/database.hpp"

namespace dateline::app {

/// What an id of the views means: claims of one event, or actors of reports that are one merged actor.
struct Meant {
    std::string of;               // `event` or `actor`
    std::string whole;            // id of the event or merged actor
    std::vector<MemberRef> parts; // the whole's claims or actors that are meant
};

/// Looks up `e…` (an event), `a…` (an actor), `REPORT:c3` (a claim of its event) or `REPORT:a2` (an actor of
/// a report). Throws `Error` saying what ids there are when it is none of these.
Meant look_up(store::Database& database, const std::string& id);

/// The words of the report that stand for each claim (its trigger) or actor (its first mention by name).
/// `most` bounds how many are looked up.
std::vector<Anchor> anchors_of(store::Database& database, const std::string& of,
                               const std::vector<MemberRef>& parts, std::size_t most);

} // namespace dateline::app
