#!/usr/bin/env bash
# Runs the test suites against PostgreSQL (docs/postgres.md): the same tests that SQLite passes, and its own.
# The suites that start host-cli work on files and are left out, as is what asks nothing of a store.
set -euo pipefail
cd "$(dirname "$0")/.."
swift build --build-tests --traits Postgres
exec ./scripts/postgres-server.sh swift test --traits Postgres --skip-build \
  --filter 'Storage|Desk|Effects|Guests|HTTP|House|LiveRules|Setup|Waiting|Access|Ledger|Feed|Properties|Replay|Pages' "$@"
