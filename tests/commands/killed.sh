#!/usr/bin/env bash
# `add` killed twenty times in the middle: the database opens, nothing stored is lost, running again completes it.
set -u
dateline=$1
examples=$2
[ -f "${DATELINE_DATA:-}/gazetteer/gazetteer.bin" ] || { echo "skipped: no gazetteer"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# Six hundred reports: the examples with a number in each.
python3 - "$examples" > many.jsonl <<'PY'
import json, pathlib, sys
texts = [p.read_text() for p in sorted(pathlib.Path(sys.argv[1]).glob("*.txt"))]
for i in range(600):
    print(json.dumps({"id": f"r{i}", "published": "2022-08-05", "text": texts[i % len(texts)] + f"\nReport number {i}.\n"}))
PY

# count: `n` reports are stored; `bad` when the database does not open.
count() {
  [ -f record.db ] || { echo 0; return; }
  "$dateline" query --db record.db --format csv "SELECT count(*) FROM reports" 2>/dev/null | tail -n 1 | tr -d '\r' | grep -E '^[0-9]+$' || echo bad
}

before=0
for round in $(seq 20); do
  "$dateline" add --db record.db many.jsonl 2>/dev/null &
  pid=$!
  sleep "0.$((RANDOM % 8 + 1))"
  kill -9 $pid 2>/dev/null
  wait $pid 2>/dev/null
  after=$(count)
  if [ "$after" = bad ]; then
    # killed while the file was being made: nothing was stored yet
    [ "$before" = 0 ] || { echo "round $round: the database does not open"; exit 1; }
    after=0
  fi
  [ "$after" -ge "$before" ] || { echo "round $round: $before reports before, $after after"; exit 1; }
  before=$after
done
"$dateline" add --db record.db many.jsonl || exit 1
[ "$(count)" = 600 ] || { echo "$(count) reports in the end, expected 600"; exit 1; }
check=$("$dateline" query --db record.db --format csv "PRAGMA integrity_check" | tail -n 1 | tr -d '\r')
[ "$check" = ok ] || { echo "integrity check: $check"; exit 1; }
