#!/bin/sh
# Compiles the baseline, and the same decisions over the project's evaluator, into .build/benchmarks.
set -eu
cd "$(dirname "$0")"
out=${BENCHMARKS_OUT:-../../.build/benchmarks}
checks=../../Tests/EvaluatorChecks
mkdir -p "$out"
${CC:-cc} -O2 -std=gnu11 -Wall -Wextra baseline.c decide.c facts.c recording.c spread.c timing.c \
  -o "$out/baseline" -llua5.4 -lm
${CC:-cc} -O2 -std=gnu11 -Wall -Wextra -I ../../Sources/CLua/include -I "$checks" evaluator.c spread.c timing.c \
  "$checks/packing.c" "$checks/host.c" ../../Sources/CLua/*.c -o "$out/evaluator" -llua5.4 -lm
