#!/usr/bin/env bash
# Every command of the program answers --help and has a manual page that names each of its options.
set -u
dateline=$1
pages=$2
failed=0
fail() { echo "$1"; failed=1; }

commands=$("$dateline" --help | sed -n '/^Subcommands:/,$p' | awk 'NR > 1 && NF {print $1}')
[ -n "$commands" ] || fail "no commands in --help"
for command in $commands; do
  help=$("$dateline" "$command" --help) || fail "$command --help failed"
  page="$pages/dateline-$command.1.md"
  [ -f "$page" ] || { fail "no manual page $page"; continue; }
  for option in $(printf '%s\n' "$help" | grep -oE '^ +--[a-z-]+|,--[a-z-]+' | tr -d ' ,'); do
    [ "$option" = --help ] || grep -qF -- "$option" "$page" || fail "$page does not mention $option"
  done
done
for page in "$pages"/dateline-*.1.md; do
  name=$(basename "$page" .1.md)
  printf '%s\n' "$commands" | grep -qx "${name#dateline-}" || fail "$page is for no command"
done
for wrong in "" nonsense "timeline --since tomorrow" "decide merge e1"; do
  "$dateline" $wrong >/dev/null 2>&1
  [ $? = 2 ] || fail "\`dateline $wrong\` must give exit code 2"
done
exit $failed
