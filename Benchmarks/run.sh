#!/bin/sh
# One table: our decisions against a bare C host that runs the same rule files without any limit, in turns on
# one core, so that what slows the machine slows both. The ratio is what counts.
set -eu
cd "$(dirname "$0")/.."
rounds=${ROUNDS:-5}
count=${COUNT:-50000}
mode=${MODE:-ops}

swift build -c release --product host-cli --scratch-path .build-release >&2
baseline=.build/benchmarks/baseline
./Benchmarks/Baseline/build.sh >&2
ours=.build-release/release/host-cli

figure() { sed -n "s/.*\"$1\":\([0-9.]*\).*/\1/p"; }
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

results=$(mktemp)
trap 'rm -f "$results"' EXIT
round=0
while [ "$round" -lt "$rounds" ]; do
  round=$((round + 1))
  echo "round $round of $rounds" >&2
  bare=$(taskset -c 0 "$baseline" rules "$mode" "$count")
  host=$(taskset -c 0 "$ours" rules bench --mode "$mode" --count "$count" --rules rules --format json)
  for name in p50ns p99ns; do
    a=$(echo "$host" | figure "$name")
    b=$(echo "$bare" | figure "$name")
    echo "$name $a $b $(awk "BEGIN { print $a / $b }")" >>"$results"
  done
done

printf '%-10s %14s %14s %8s   (medians of %s rounds, %s decisions each, mode %s)\n' \
  figure "host-cli" "bare C" ratio "$rounds" "$count" "$mode"
for name in p50ns p99ns; do
  printf '%-10s %11s ns %11s ns %8s\n' "$name" \
    "$(awk -v n="$name" '$1 == n { print $2 }' "$results" | median)" \
    "$(awk -v n="$name" '$1 == n { print $3 }' "$results" | median)" \
    "$(awk -v n="$name" '$1 == n { print $4 }' "$results" | median)"
done
