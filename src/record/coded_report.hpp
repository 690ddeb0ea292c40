#pragma once

// The plain structs of a coded report, as `doc/record-format.md` describes them. Spans are bytes into
// `Report::text`; indexes point into the vectors of the same `CodedReport`.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/span.hpp"
#include "record/parse.hpp"
#include "record/report.hpp"

namespace dateline {

/// A time expression (TIMEX3).
struct Time {
    Span span;
    std::string type;  // `DATE`, `TIME`, `DURATION`, `SET`
    std::string value; // TIMEX3 value: `2023-11-06`, `2023-W45-WE`, `P4D`, `PAST_REF`, `XXXX-11-06`
    std::string from;  // first and last day it can mean, ISO dates; "" unknown
    std::string to;
    std::string anchor; // `published`, `dateline`, `text`, or the index of a time as a number; "" none
    std::int32_t anchor_time = -1; // index into times when resolved against another time
};

/// A place mention.
struct Place {
    Span span;
    std::string name;        // gazetteer's name; "" unresolved
    std::string geonames;    // GeoNames id; ""
    double lat = 0, lon = 0; // degrees; meaningful when `resolved`
    bool resolved = false;
    std::string country;   // ISO 3166 alpha-3; ""
    std::string admin1;    // name of the first-order division; ""
    std::string precision; // `point`, `city`, `admin2`, `admin1`, `country`, `region`; ""
    std::string use;       // `literal`, `actor`, `modifier`, `name`
    std::string why;       // how it was decided, for `explain`
};

/// A mention of an actor.
struct Mention {
    Span span;
    std::string form; // `name`, `noun`, `pronoun`
    TokenIndex head = no_token;
};

/// A person, organisation, state or group with all its mentions in the report.
struct Actor {
    std::string id;   // `a1`
    std::string name; // fullest form
    std::string kind; // see doc/record-format.md
    std::string country;
    std::vector<std::string> sectors; // PLOVER, primary first
    std::string role;                 // title in the text
    std::string code;                 // CAMEO actor code
    std::string wikidata;
    std::vector<Mention> mentions;    // in text order
    std::vector<std::size_t> members; // indexes of actors a group is made of ("the two leaders")
    std::string gender;               // `m`, `f`, `n`; ""
    std::string why;                  // how kind, country and code were found, for `explain`
};

/// A mention found at a token: which actor, which of its mentions.
struct MentionRef {
    std::int32_t actor = -1;
    std::int32_t mention = -1;
};

/// Who is said to have said, written, believed or intended what.
struct Quote {
    Span span;
    std::string kind; // `speech`, `belief`, `intention`
    bool direct = false;
    std::optional<Span> cue;
    std::int32_t speaker = -1; // index into actors
    std::optional<Span> speaker_span;
    std::string rule;
};

/// An actor in a role of a claim. `actor` is an index into actors, -1 for words that name no actor.
struct Participant {
    std::int32_t actor = -1;
    Span span;
};

/// One link of the source chain of a claim.
struct Voucher {
    std::int32_t actor = -1;
    Span span;
    std::optional<Span> cue;
};

/// A part of those counted: `three children` of `four civilians, including three children`.
struct CountPart {
    std::string of;
    double low = 0;
    double high = 0;
    Span span;
};

/// A figure of a claim.
struct Count {
    std::string what; // `killed`, `injured`, …
    double low = 0;
    double high = 0;
    std::string of; // `civilians`; ""
    Span span;
    std::vector<CountPart> parts;
};

/// A thing that something is done to: the phrase and its noun.
struct Thing {
    Span span;
    Span head;
};

/// One event as this report states it.
struct Claim {
    std::string id; // `c1`
    std::int32_t sentence = 0;
    Span trigger;
    TokenIndex trigger_token = no_token;
    std::string type; // PLOVER; "" for an event outside the ontology
    std::string mode;
    std::vector<std::string> contexts;
    std::string cameo;
    int quad = 0; // 1–4; 0 without a type
    std::optional<double> score;
    std::optional<double> goldstein;
    std::vector<Participant> actors;
    std::vector<Participant> recipients;
    std::optional<Thing> object; // when it is no actor: `flights` in `airlines cancelled flights`
    std::optional<Span> deed;    // what was done, without who did it: `has recalled its ambassador to Israel`
    std::int32_t place = -1;     // index into places
    std::int32_t time = -1;      // index into times
    std::string from, to;
    std::string time_precision = "unknown";
    std::string status = "happened";
    std::string polarity = "positive";
    std::string certainty = "certain";
    std::vector<Voucher> said_by;
    std::vector<Count> counts;
    double confidence = 0.5;
    std::int32_t under = -1; // index into claims
    bool speech = false;
    std::string rule;
    std::string why; // how each field was found, for `explain`; one `field: reason` a line
};

/// A corrected name of the report (OntoNotes type).
struct NameSpan {
    Span span;
    std::string type;
};

/// Everything one report claims.
struct CodedReport {
    Report report;
    Parse parse;
    std::vector<NameSpan> names;
    std::vector<Time> times;
    std::vector<Place> places;
    std::vector<Actor> actors;
    std::vector<Quote> quotes;
    std::vector<Claim> claims;
};

} // namespace dateline
