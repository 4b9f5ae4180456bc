#!/usr/bin/env bash
# `swift test` with the arguments given. Where something fails, it is said once more at the end: of thousands of
# lines a log often keeps the last few, and these name what passed last.
set -uo pipefail
cd "$(dirname "$0")/.."
# A few tests at a time, as many as keep the processors busy. All at once they are hundreds of servers: two thousand
# threads, and nearly as many files as a process may have open by default.
export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=${SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH:-8}
log=$(mktemp)
trap 'rm -f "$log"' EXIT
swift test "$@" 2>&1 | tee "$log"
status=$?
if [ "$status" -ne 0 ]; then
  printf '\nWhat failed:\n'
  # A value that is quoted may be long; where it failed comes first.
  grep -a -A 3 '^✘\|Fatal error\|error: ' "$log" | grep -av '^[✔◇]' | cut -c 1-400 | tail -n 60
fi
exit "$status"
