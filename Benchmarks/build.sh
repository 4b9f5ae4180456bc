#!/bin/sh
# Compiles what the benchmarks are measured with and against, into .build/benchmarks.
set -eu
cd "$(dirname "$0")"
out=${BENCHMARKS_OUT:-../.build/benchmarks}
mkdir -p "$out"
BENCHMARKS_OUT="$(cd "$out" && pwd)" ./Baseline/build.sh
compile() { ${CC:-cc} -O2 -std=gnu11 -Wall -Wextra "$@"; }
compile Booking/commits.c Booking/rows.c -o "$out/commits" -lsqlite3
compile Load/httpload.c Load/answer.c -o "$out/httpload" -lpthread
compile Decision/pipeline.c Baseline/spread.c -I Baseline -o "$out/pipeline"
