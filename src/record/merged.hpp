#pragma once

// What `merge` makes of coded reports: actors, events, stories, itineraries, copies across reports, as
// `doc/record-format.md` describes them.

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "record/coded_report.hpp"

namespace dateline {

/// A member of a merged object: report id and the id (`a1`, `c3`) inside that report.
using MemberRef = std::pair<std::string, std::string>;

/// One actor across reports.
struct MergedActor {
    std::string id, name;
    std::vector<std::string> aliases;
    std::string kind_of, country;
    std::vector<std::string> sectors;
    std::string code, wikidata;
    std::vector<MemberRef> members;
    std::vector<std::string> why;
};

/// A place as an event carries it; empty name: none.
struct MergedPlace {
    std::string name, geonames;
    double lat = 0, lon = 0;
    bool resolved = false;
    std::string country, admin1, precision;
};

/// A step in the history of an event's status.
struct StatusChange {
    std::string published; // the day of the report that changed it; ""
    std::string status;
    std::vector<MemberRef> claims;
};

/// A figure over all claims of an event.
struct MergedCount {
    std::string what;
    double low = 0, high = 0, best = 0;
    std::map<std::string, double> parts; // of the best figure: three `children`
};

/// One side of a dispute.
struct DisputedValue {
    std::string value; // a number is written as a JSON number
    bool number = false;
    std::vector<MemberRef> claims;
    std::vector<std::string> said_by; // who says so: the voucher, else the outlet or report
    std::string since;                // the day of the first report that says so; ""
};

/// A field on which the reports of an event disagree: `occurrence`, `place`, `date`, `actors` (who did it),
/// or what is counted.
struct Dispute {
    std::string field;
    std::vector<DisputedValue> values;
};

/// One event with all claims about it.
struct Event {
    std::string id, type, mode;
    std::string name; // given by a user's decision; ""
    std::vector<std::string> contexts;
    std::string cameo;
    int quad = 0;
    std::optional<double> score;
    std::vector<std::string> actors, recipients; // ids of merged actors
    MergedPlace place;
    std::string from, to, time_precision = "unknown", status, polarity;
    bool lapsed = false; // planned for days that have passed by the latest report, and no report tells of it
    std::vector<StatusChange> history;
    std::vector<MemberRef> claims;
    std::size_t reports = 0; // number of reports
    std::size_t origins = 0; // number of independent origins among them
    std::vector<MergedCount> counts;
    std::vector<Dispute> disputes;
    std::string story; // id; ""
    std::vector<std::string> why;
};

/// A stop of a traveller.
struct Stop {
    MergedPlace place;
    std::string from, to, status;
    std::vector<std::string> events;
    std::vector<std::string> met;      // ids of merged actors met there
    std::vector<std::string> expected; // ids of those who were or are to be met there
};

/// The stops of one traveller in order.
struct Itinerary {
    std::string actor; // id of a merged actor
    std::vector<Stop> stops;
};

/// One news event with its follow-ups of the next days.
struct Story {
    std::string id, title, from, to;
    std::vector<std::string> reports, events;
};

/// Near-copies of one text.
struct Copy {
    std::string of;
    std::vector<std::string> reports;
    double similarity = 0; // 0–1
};

/// A later version of a report; both are kept.
struct Revision {
    std::string report, replaces; // ids of reports
};

/// A day that mattered, weighed, with sentences of the reports.
struct DigestEntry {
    std::string date;
    double weight = 0;
    std::vector<std::string> text;
};

struct Digest {
    std::string story; // id; "" for the whole record
    std::vector<DigestEntry> entries;
};

/// The record of a pile of reports.
struct Record {
    std::vector<MergedActor> actors;
    std::vector<Event> events;
    std::vector<Itinerary> itineraries;
    std::vector<Story> stories;
    std::vector<Copy> copies;
    std::vector<Revision> revisions;
    std::vector<Digest> digests;
    std::vector<std::string> lost_decisions; // ids of decisions whose words the reports no longer have
};

} // namespace dateline
