#include "store/schema.hpp"

namespace dateline::store {

const char* const schema_sql = R"sql(
CREATE TABLE reports (
    id        TEXT PRIMARY KEY,
    content   TEXT NOT NULL UNIQUE,  -- hash of title and text: adding the same text again changes nothing
    source    TEXT, url TEXT, title TEXT,
    published TEXT, published_from TEXT, language TEXT,
    text      TEXT NOT NULL,
    added_at  TEXT NOT NULL
) STRICT;

CREATE TABLE coded_reports (
    report  TEXT PRIMARY KEY REFERENCES reports(id),
    compact BLOB NOT NULL,           -- what merging needs, in a form of this version of the program
    line    BLOB NOT NULL            -- the line `dateline code` writes, as a zlib stream
) STRICT;

CREATE TABLE decisions (             -- what users decided; no merge touches it, only ids of reports are kept up to date
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at TEXT, by TEXT,
    action TEXT NOT NULL, of TEXT NOT NULL, name TEXT, note TEXT,
    json TEXT NOT NULL               -- with the words it is anchored to
) STRICT;

CREATE TABLE claims (
    report TEXT NOT NULL REFERENCES reports(id), id TEXT NOT NULL,
    words TEXT NOT NULL,             -- the trigger
    sentence TEXT NOT NULL,
    type TEXT, mode TEXT, cameo TEXT, quad INTEGER, goldstein REAL,
    actors TEXT, recipients TEXT,    -- names, separated by "; "
    place TEXT, country TEXT,
    "from" TEXT, "to" TEXT, time_precision TEXT,
    status TEXT, polarity TEXT, certainty TEXT,
    said_by TEXT, confidence REAL, speech INTEGER, rule TEXT,
    deed TEXT,                       -- `recalled its ambassador to Israel`; parties are named instead of pronouns
    deed_of TEXT,                    -- the side that goes in front: `actors`, `recipients`, `parties` (both)
    PRIMARY KEY (report, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE quotes (
    report TEXT NOT NULL REFERENCES reports(id), id INTEGER NOT NULL,
    speaker TEXT, speaker_id TEXT,   -- name; id of the actor within the report
    kind TEXT NOT NULL, direct INTEGER NOT NULL,
    cue TEXT, cue_start INTEGER,     -- code point in the text; pieces of one content share it
    words TEXT NOT NULL,             -- the content
    nested INTEGER NOT NULL,         -- 1: lies within the content of another quote
    PRIMARY KEY (report, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE roles (                 -- what a report calls one of its actors: `foreign minister`
    report TEXT NOT NULL REFERENCES reports(id), id TEXT NOT NULL, role TEXT NOT NULL, PRIMARY KEY (report, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE problems (input TEXT NOT NULL, reason TEXT NOT NULL, at TEXT NOT NULL) STRICT;
CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

-- What merge makes of all reports; brought up to date in one transaction.
CREATE TABLE actors (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT, country TEXT, code TEXT, wikidata TEXT,
    mentions INTEGER NOT NULL,       -- number of reports that name it
    json TEXT NOT NULL
) STRICT;
CREATE TABLE actor_names (name TEXT NOT NULL COLLATE NOCASE, actor TEXT NOT NULL, PRIMARY KEY (name, actor)) STRICT, WITHOUT ROWID;
CREATE TABLE actor_members (         -- which actor of which report is which merged actor; the last columns are the
    report TEXT NOT NULL, id TEXT NOT NULL, actor TEXT NOT NULL, -- report's: its day, the role it gives, whether the
    published TEXT, role TEXT, speaks INTEGER NOT NULL,          -- actor speaks in it
    PRIMARY KEY (report, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE events (
    id TEXT PRIMARY KEY, type TEXT, mode TEXT, cameo TEXT, quad INTEGER,
    place TEXT, country TEXT, lat REAL, lon REAL,
    "from" TEXT, "to" TEXT, time_precision TEXT, status TEXT, polarity TEXT,
    reports INTEGER NOT NULL, origins INTEGER NOT NULL, disputed INTEGER NOT NULL, story TEXT,
    words TEXT,                      -- the word most of its claims have
    told_by TEXT, told_claim TEXT,   -- report and claim shown for it: the earliest report that has the word
    goldstein REAL,                  -- mean of its claims'; NULL without a quad class
    superseded INTEGER NOT NULL,     -- 1: told by versions of pages only that later ones have replaced
    json TEXT NOT NULL
) STRICT;
CREATE TABLE event_actors (          -- the last columns are the event's: choosing an actor's events needs nothing else
    event TEXT NOT NULL, actor TEXT NOT NULL, role TEXT NOT NULL,
    "from" TEXT, "to" TEXT, reports INTEGER NOT NULL, superseded INTEGER NOT NULL,
    PRIMARY KEY (actor, event, role)
) STRICT, WITHOUT ROWID;
CREATE TABLE event_claims (
    event TEXT NOT NULL, report TEXT NOT NULL, claim TEXT NOT NULL, PRIMARY KEY (event, report, claim)
) STRICT, WITHOUT ROWID;
CREATE TABLE stories (id TEXT PRIMARY KEY, title TEXT, "from" TEXT, "to" TEXT, reports INTEGER NOT NULL, json TEXT NOT NULL) STRICT;
CREATE TABLE story_reports (story TEXT NOT NULL, report TEXT NOT NULL, PRIMARY KEY (story, report)) STRICT, WITHOUT ROWID;
CREATE TABLE itineraries (actor TEXT PRIMARY KEY, stops INTEGER NOT NULL, json TEXT NOT NULL) STRICT;
CREATE TABLE copies (of TEXT NOT NULL, report TEXT NOT NULL, similarity REAL, PRIMARY KEY (of, report)) STRICT, WITHOUT ROWID;
CREATE TABLE revisions (             -- a later version of a page and the report it replaces; both are kept
    report TEXT PRIMARY KEY, replaces TEXT NOT NULL
) STRICT;
CREATE TABLE lost_decisions (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID; -- whose words no report has any more
CREATE TABLE digests (story TEXT, json TEXT NOT NULL) STRICT;

CREATE INDEX actor_names_actor ON actor_names(actor);
-- Which actors of a report speak in it, is asked of every actor when merging is written.
CREATE INDEX quotes_speaker ON quotes(report, speaker_id) WHERE kind = 'speech' AND nested = 0;
CREATE INDEX revisions_replaces ON revisions(replaces);
CREATE INDEX actor_members_actor ON actor_members(actor);
-- Of those who are in half of all reports, too, what they said first and what they are called is read alone.
CREATE INDEX actor_members_speaks ON actor_members(actor, published, report) WHERE speaks = 1;
CREATE INDEX actor_members_role ON actor_members(actor, role, published, report) WHERE role IS NOT NULL;
CREATE INDEX reports_published ON reports(published);
-- The day of thousands of reports, without their texts.
CREATE INDEX reports_day ON reports(id, published);
-- Events are chosen in these alone; the rows with their long texts are read for those that are shown.
CREATE INDEX events_from ON events("from", "to", id, reports) WHERE superseded = 0 AND "from" IS NOT NULL;
CREATE INDEX events_to ON events("to", "from", id, reports) WHERE superseded = 0 AND "to" IS NOT NULL;
CREATE INDEX events_reported ON events(reports DESC, id, "from", "to") WHERE superseded = 0 AND reports > 1;
CREATE INDEX events_story ON events(story, reports DESC, id, "from", "to") WHERE superseded = 0;
CREATE INDEX events_disputed ON events("from", "to", id) WHERE disputed > 0 AND superseded = 0;
CREATE INDEX events_superseded ON events(id) WHERE superseded = 1;
CREATE INDEX event_actors_event ON event_actors(event);
CREATE INDEX event_actors_reported ON event_actors(actor, reports DESC, event, "from", "to") WHERE superseded = 0 AND reports > 1;
CREATE INDEX event_claims_report ON event_claims(report, claim);
CREATE INDEX story_reports_report ON story_reports(report);
CREATE INDEX actors_mentions ON actors(mentions);
)sql";

} // namespace dateline::store
