#!/usr/bin/env bash
# Runs a command with a PostgreSQL server of its own on loopback, which is gone afterwards. The command finds the
# address of its first database in BOOKING_TEST_DATABASE, and the server's directory in PGWORK.
#
# Debian's postgresql, as an ordinary user: the server refuses root. PGSYNC=on has commits wait for the disk, as they
# do in earnest; PGSETTINGS adds settings ("-c max_connections=50").
set -euo pipefail
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
[ -n "$bin" ] || { echo "PostgreSQL is not installed: apt-get install postgresql" >&2; exit 69; }
work=$(mktemp -d)
as() { "$@"; }
if [ "$(id -u)" -eq 0 ]; then
  # From a directory that the server's user may be in, and in one that it can get to.
  as() { (cd / && exec runuser -u postgres -- "$@"); }
  chmod 755 "$work"
  as test -x "$work" || { rmdir "$work" && work=$(mktemp -d -p /tmp) && chmod 755 "$work"; }
  chown postgres "$work"
fi
sync=${PGSYNC:-off}
# A port that is free now; whoever takes it first is told by the server, and another is tried.
for attempt in 1 2 3 4 5; do
  port=$((20000 + (RANDOM + $$) % 30000))
  [ -d "$work/data" ] || as "$bin/initdb" -D "$work/data" -U owner -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$work/initdb.log"
  if as "$bin/pg_ctl" -D "$work/data" -l "$work/log" -w -t 60 start -o "-p $port -k $work -c listen_addresses=127.0.0.1 \
    -c max_connections=1500 -c fsync=$sync -c synchronous_commit=$sync -c full_page_writes=$sync -c autovacuum=${PGAUTOVACUUM:-off} \
    ${PGSETTINGS:-}" >"$work/start.log" 2>&1; then
    break
  fi
  if [ "$attempt" -eq 5 ]; then cat "$work/log" >&2; exit 1; fi
done
stop() {
  as "$bin/pg_ctl" -D "$work/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap stop EXIT
trap 'exit 130' INT TERM
export PGWORK=$work PGBIN=$bin PGPORT_OF_TEST=$port
export BOOKING_TEST_DATABASE="postgres://owner@127.0.0.1:$port/postgres"
"$@"
