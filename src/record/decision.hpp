#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// Words of a report that stand for a claim (its trigger) or an actor (a mention). Places in the text stay
/// the same when reports are coded anew by a later version, the ids `c3` and `a1` do not.
struct Anchor {
    std::string report;
    std::uint32_t start = 0, end = 0; // code points into the report's text
    std::string id;                   // the id at the time, to tell several claims of one trigger apart; ""
};

/// What a user decided about events or actors. Decisions are a log: only ever added to, applied in order,
/// later ones first in rank; `merge` applies all of them whenever it runs.
struct Decision {
    std::string id;
    std::string at;            // ISO 8601 timestamp; ""
    std::string by;            // who decided; ""
    std::string action;        // `merge`, `split`, `rename`, `undo`
    std::string of;            // `event`, `actor`; of `undo` the id of the decision that is taken back
    std::vector<Anchor> these; // merge: all of them are one; split, rename: these
    std::vector<Anchor> from;  // split: those that `these` are no part of
    std::string name;          // rename: the name
    std::string note;
};

/// A decision from one JSON line. Throws `Error` saying what is wrong with the line.
Decision read_decision(std::string_view line);

/// Appends the decision as one JSON object, without a line end.
void write_json(std::string& out, const Decision& decision);

} // namespace dateline
