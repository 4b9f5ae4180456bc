#!/bin/sh
# Checks the evaluator (Sources/CLua) in C, on its own; ends with a line "N passed, M failed".
#
#   run.sh                 everything, in some seconds; no sanitizer
#   run.sh --sanitize      the same under AddressSanitizer and UndefinedBehaviorSanitizer
#   run.sh --threads       evaluators on several threads, under ThreadSanitizer
#   run.sh --attacks       also prints which attacks took the longest
#   run.sh --cases N       as many comparisons with stock Lua (default 200000)
#
# Needs cc and liblua5.4-dev; CC chooses another compiler.
set -eu
cd "$(dirname "$0")"
cc=${CC:-cc}
out=${CHECKS_OUT:-../../.build/evaluator-checks}
mkdir -p "$out"

flags="-O1 -g -std=gnu11 -Wall -Wextra -DCLUA_CHECKS"
program=checks
sources="main.c behaviour.c loading.c decisions.c rewinding.c compile_price.c malformed.c allocation_failures.c probes.c attacks.c differential.c"
options=""
while [ $# -gt 0 ]; do
  case $1 in
    --sanitize)
      flags="$flags -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer"
      program=checks-sanitized ;;
    --threads)
      flags="$flags -fsanitize=thread"
      program=threads
      sources=threads.c ;;
    --attacks) options="$options --attacks" ;;
    --cases)
      options="$options --cases $2"
      shift ;;
    *)
      echo "run.sh: unknown option $1" >&2
      exit 64 ;;
  esac
  shift
done

# The manifest of the attacks says what their first lines say.
attacks=../BookingHostTests/Sandbox/Attacks
(cd "$attacks" && awk 'FNR == 1 { sub(/^-- expect: /, ""); print FILENAME "\t" $0 }' *.lua) |
  cmp -s - "$attacks/manifest.txt" || {
  echo "run.sh: $attacks/manifest.txt is out of date" >&2
  exit 1
}

$cc $flags -I ../../Sources/CLua/include $sources check.c host.c packing.c ../../Sources/CLua/*.c \
  -o "$out/$program" -llua5.4 -lm -lpthread
"$out/$program" "$attacks" $options
