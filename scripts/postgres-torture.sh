#!/usr/bin/env bash
# Takes PostgreSQL away under several hosts, in every way there is, and says what held (Tests/Torture/postgres.py).
# SHORT=1 is the short form; ONLY=crowds,restarts runs parts of it.
set -euo pipefail
cd "$(dirname "$0")/.."
swift build --build-tests --traits Postgres
export CLI=${1:-$PWD/.build/debug/host-cli}
PGSYNC=on PGAUTOVACUUM=on PGSETTINGS="-c wal_level=replica ${PGSETTINGS:-}" exec ./scripts/postgres-server.sh \
  python3 Tests/Torture/postgres.py ${SHORT:+--short} ${ONLY:+--only "$ONLY"}
