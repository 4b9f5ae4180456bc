#!/bin/sh
# Fuzzes the evaluator: run.sh [SECONDS [TARGET...]], 60 seconds for each of source, values and pattern.
#
# Needs clang with libFuzzer: the Swift toolchain's has it, and so has Debian's clang with libclang-rt.
# What is found goes to $FUZZ_OUT (default .build/fuzz): new inputs to corpus-TARGET, crashes to crash-*.
set -eu
cd "$(dirname "$0")"
seconds=${1:-60}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- source values pattern
out=${FUZZ_OUT:-../.build/fuzz}
mkdir -p "$out"

fuzzes() {
  echo 'int LLVMFuzzerTestOneInput(const char *d, long n) { return d && n < 0; }' |
    "$1" -x c - -fsanitize=fuzzer -fuse-ld=bfd -o "$out/probe" 2> /dev/null
}

find_clang() {
  for clang in ${CLANG:-clang "$(dirname "$(command -v swift)")/clang" clang-14}; do
    if fuzzes "$clang"; then
      echo "$clang"
      return
    fi
  done
  echo "make fuzz needs clang with libFuzzer (apt-get install clang libclang-rt-14-dev)" >&2
  exit 1
}

clang=$(find_clang)
checks=../Tests/EvaluatorChecks
for target in "$@"; do
  "$clang" -g -O1 -fno-omit-frame-pointer -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined \
    -DCLUA_CHECKS -fuse-ld=bfd -I ../Sources/CLua/include -I "$checks" \
    "fuzz_$target.c" "$checks/packing.c" "$checks/host.c" ../Sources/CLua/*.c -llua5.4 -lm -o "$out/fuzz_$target"
done

# What a target is given besides its corpus: rule files there are already, and the words of the language.
extras() {
  if [ "$1" = source ]; then echo "../rules -dict=lua.dict"; fi
}

# Leaks are not looked for: the Lua states of the fuzzers live as long as they do.
failed=0
for target in "$@"; do
  mkdir -p "$out/corpus-$target"
  echo "== $target: $seconds seconds"
  # shellcheck disable=SC2046
  ASAN_OPTIONS=detect_leaks=0 "$out/fuzz_$target" "$out/corpus-$target" "corpus/$target" $(extras "$target") \
    -max_total_time="$seconds" -timeout=5 -rss_limit_mb=1024 -max_len=4096 -print_final_stats=1 \
    -artifact_prefix="$out/crash-$target-" 2>&1 |
    tee "$out/log-$target" | grep -E 'ERROR|SUMMARY|Test unit written|stat::(number_of|average)|^function|stock:|ours:|DONE' || true
  if grep -qE 'ERROR|Test unit written' "$out/log-$target"; then failed=1; fi
done
exit $failed
