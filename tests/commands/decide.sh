#!/usr/bin/env bash
# Decisions in a database: merge, rename, split and undo change the record, survive new reports, and undoing all of
# them gives the record of before. Reports in another order and in small batches give the same record, too.
set -u
dateline=$1
examples=$2
[ -f "${DATELINE_DATA:-}/gazetteer/gazetteer.bin" ] || { echo "skipped: no gazetteer"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
fail() { echo "$1"; exit 1; }
ask() { "$dateline" query --db record.db --format csv "$1" | tail -n +2 | tr -d '\r"'; }
record() { "$dateline" query --db "$1" --format csv --limit 100000 "SELECT json FROM actors UNION ALL SELECT json FROM events UNION ALL SELECT json FROM stories ORDER BY 1"; }

set -- "$examples"/*.txt
"$dateline" add --db other.db "$3" 2>/dev/null
"$dateline" add --db other.db "$2" "$1" 2>/dev/null
"$dateline" add --db record.db "$1" "$2" 2>/dev/null
"$dateline" add --db record.db "$@" 2>/dev/null || fail "add failed"
record record.db > before
record other.db > of_other
cmp before of_other || fail "another order and other batches give another record"

two=$(ask "SELECT id FROM events WHERE type IS NOT NULL ORDER BY id LIMIT 2")
one=$(echo "$two" | head -1); two=$(echo "$two" | tail -1)
"$dateline" decide merge --db record.db --by jo --note "one event" $one $two 2>/dev/null | grep -qx d1 || fail "no decision d1"
[ "$(ask "SELECT count(*) FROM events WHERE id IN ('$one', '$two')")" = 1 ] || fail "the events were not joined"
joined=$(ask "SELECT id FROM events WHERE id IN ('$one', '$two')")
"$dateline" explain --db record.db $joined | grep -q "decision d1" || fail "explain does not name the decision"
"$dateline" decide rename --db record.db $joined "The double event" 2>/dev/null >&2
"$dateline" timeline --db record.db --limit 5000 | grep "The double event" >shown || fail "the name is not shown"
actor=$(ask "SELECT id FROM actors ORDER BY mentions DESC, id LIMIT 1")
member=$(ask "SELECT report || ':' || id FROM actor_members WHERE actor = '$actor' ORDER BY report DESC LIMIT 1")
actors=$(ask "SELECT count(*) FROM actors")
"$dateline" decide split --db record.db $actor $member 2>/dev/null >&2 || fail "split failed"
[ "$(ask "SELECT count(*) FROM actors")" = $((actors + 1)) ] || fail "the actor was not split"

sed 's/Tuesday/Wednesday/' "$1" > another.txt
"$dateline" add --db record.db another.txt 2>/dev/null
ask "SELECT json FROM events" | grep -q "The double event" || fail "a new report loses the name"
[ "$("$dateline" decide list --db record.db | wc -l)" = 3 ] || fail "the log does not have three decisions"
for decision in d1 d2 d3; do "$dateline" decide undo --db record.db --later $decision >/dev/null 2>&1 || fail "undo $decision failed"; done
"$dateline" decide undo --db record.db d1 >/dev/null 2>&1 && fail "a decision can be undone twice"
"$dateline" decide merge --db record.db $one nonsense >/dev/null 2>&1 && fail "nonsense is an id"
"$dateline" add --db record.db 2>/dev/null
"$dateline" add --db fresh.db another.txt "$@" 2>/dev/null
record record.db > after
record fresh.db > expected
cmp after expected || fail "undoing leaves something behind"
exit 0
