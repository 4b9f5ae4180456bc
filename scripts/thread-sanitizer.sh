#!/bin/sh
# The Swift tests under the thread sanitizer. A data race is reported and fails the run.
#
# Everything is built for it once more, into .build-tsan: ten minutes the first time. Left out are the tests of
# how little stack the parser needs, for the sanitizer makes every frame larger.
set -eu
cd "$(dirname "$0")/.."
scratch=.build-tsan
clang=$(dirname "$(readlink -f "$(command -v swift)")")/clang

swift build --build-tests --sanitize=thread --scratch-path "$scratch"
"$clang" -O1 -Wall -Wextra -shared -fPIC Tests/ThreadSanitizer/mutex.c -o "$scratch/mutex.so"
LD_PRELOAD="$PWD/$scratch/mutex.so" swift test --skip-build --sanitize=thread --scratch-path "$scratch" \
  --skip 'The parser bears any source' "$@"
