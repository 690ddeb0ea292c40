#!/usr/bin/env bash
# `lexicon check`: the built-in lexicon codes its worked examples as written; a user's file is checked alone, and what is
# wrong with it is told.
set -u
dateline=$1
[ -f "${DATELINE_DATA:-}/gazetteer/gazetteer.bin" ] || { echo "skipped: no gazetteer"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

"$dateline" lexicon check || failed=1

cat > "$work/own.txt" <<'TEXT'
[ASSAULT/destroy 180]
torch v | subj > obj's | obj=boat,@place
    = Rangers torched the boats of Somali fishermen. => Rangers > fishermen
    = Rangers torched a boat. => Rangers > fishermen
TEXT
told=$("$dateline" lexicon check "$work/own.txt")
[ $? = 1 ] || { echo "a wrong example must be exit code 1"; failed=1; }
grep -qE '^all +1 frames' <<< "$told" || { echo "one frame expected: $told"; failed=1; }
grep -qF "own.txt:4: 'Rangers torched a boat.' gave" <<< "$told" || { echo "the wrong example is not named: $told"; failed=1; }
grep -qF "own.txt:3" <<< "$told" && { echo "the right example is named: $told"; failed=1; }

echo "[ASSAULT/nonsense 180]" > "$work/bad.txt"
echo "torch v | subj > obj" >> "$work/bad.txt"
"$dateline" lexicon check "$work/bad.txt" 2> "$work/err"
[ $? = 2 ] || { echo "a malformed file must be exit code 2"; failed=1; }
grep -qF "bad.txt:2: the type has no such mode: 'nonsense'" "$work/err" || { cat "$work/err"; failed=1; }
exit $failed
