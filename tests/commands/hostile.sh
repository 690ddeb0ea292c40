#!/usr/bin/env bash
# Hostile inputs end in a clear message and the right exit code, never in a crash; the database stays as it was.
set -u
dateline=$1
[ -f "${DATELINE_DATA:-}/gazetteer/gazetteer.bin" ] || { echo "skipped: no gazetteer"; exit 77; }
work=$(mktemp -d)
trap 'chmod -R u+rwX "$work"; rm -rf "$work"' EXIT
cd "$work"
failed=0

# expect CODE WORDS INPUT…: `add` must end with CODE and say WORDS on standard error.
expect() {
  local code=$1 words=$2
  shift 2
  timeout 1200 "$dateline" add --db record.db "$@" >out 2>err
  local got=$?
  [ "$got" = "$code" ] || { echo "$*: exit code $got, expected $code"; cat err; failed=1; }
  grep -qF -- "$words" err || { echo "$*: no '$words' on standard error:"; cat err; failed=1; }
}

echo "Ada Example met Bob Example in Lima on Monday." > good.txt
expect 0 "1 added" good.txt

: > empty.txt
head -c 200000000 /dev/zero | tr '\0' 'x' > line.txt
printf 'caf\xe9 society met in Paris\n' > latin1.txt
printf 'before\0after\n' > nul.txt
printf '{"id":"a","text":"Ships left Lima."}\n{"id":"b","text":"cut' > cut.jsonl
printf '<!DOCTYPE html><html><body>News</body></html>' > page.txt
printf 'وصل الوزير إلى بغداد يوم الأحد والتقى رئيس الوزراء.\n' > arabic.txt
yes 'Rebels shelled the town of Goma on Friday, officials said.' | head -n 50000 > long.txt
mkdir folder.txt
echo secret > unreadable.txt && chmod 000 unreadable.txt

expect 2 "empty" empty.txt
expect 2 "too many for one report" line.txt
expect 2 "not UTF-8" latin1.txt
expect 2 "NUL" nul.txt
expect 1 "cut.jsonl:2" cut.jsonl
expect 2 "HTML" page.txt
expect 2 "most of its letters are Arabic" arabic.txt
expect 0 "1 added" long.txt
expect 2 "no files in this directory" folder.txt
[ "$(id -u)" = 0 ] || expect 2 "cannot open" unreadable.txt
expect 2 "no such file" missing.txt
gzip -c good.txt > good.gz
head -c 30 good.gz > damaged.gz
expect 2 "damaged or ends early" damaged.gz
expect 2 "unpack it first" - < good.gz
expect 2 "unpack it first" --coded good.gz
expect 0 "1 already there" good.gz
expect 1 "1 already there" good.txt empty.txt
"$dateline" code good.txt > good.jsonl
expect 0 "1 already there" --coded - < good.jsonl

count=$("$dateline" query --db record.db --format csv "SELECT count(*) FROM reports" | tail -n 1 | tr -d '\r')
[ "$count" = 3 ] || { echo "the database holds $count reports, expected 3"; failed=1; }
problems=$("$dateline" query --db record.db --format csv "SELECT count(*) FROM problems" | tail -n 1 | tr -d '\r')
[ "$problems" -ge 8 ] || { echo "only $problems problems are kept"; failed=1; }
exit $failed
