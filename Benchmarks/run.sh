#!/bin/sh
# Everything that is measured, in one table with a verdict for each goal. See README.md.
#
#   QUICK=1                       two minutes instead of ten, for a look
#   FULL=1                        reading from ten million bookings too (16 GB of disk for a while)
#   ONLY=decision,booking         some of decision, booking, reading, tools
#   HOST_CLI=/path/to/host-cli    a release build that is there already
set -eu
cd "$(dirname "$0")/.."
for program in sqlite3 python3 redis-server redis-cli cc; do
  command -v "$program" > /dev/null || missing="${missing:-} $program"
done
if [ -n "${missing:-}" ]; then
  echo "make bench needs:$missing (Debian: apt-get install sqlite3 python3-venv redis-server redis-tools gcc)" >&2
  exit 1
fi
if [ -z "${HOST_CLI:-}" ]; then
  swift build -c release --product host-cli --scratch-path .build-release >&2
  HOST_CLI=$PWD/.build-release/release/host-cli
fi
export HOST_CLI PYTHONDONTWRITEBYTECODE=1
./Benchmarks/build.sh >&2
exec python3 Benchmarks/measure.py
