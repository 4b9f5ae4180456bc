#!/bin/sh
# Fails on an import outside the folder that may have it: SwiftPM knows modules, not folders.
set -eu
cd "$(dirname "$0")/.."
failed=0

# only MODULES FOLDER: no file outside FOLDER imports one of MODULES (separated by |).
only() {
  found=$(grep -rnE "^ *(@[A-Za-z]+ +)?((public|package|internal|private|fileprivate) +)?import +($1)\b" Sources |
    grep -vE "^($2)/" || true)
  if [ -n "$found" ]; then
    echo "$found"
    echo "error: only $2 may import $1" >&2
    failed=1
  fi
}

only "GRDB|GRDBSQLite|SQLite3" "Sources/BookingHost/Storage/SQLite"
only "CLibpq" "Sources/BookingHost/Storage/Postgres"
only "CLua" "Sources/BookingHost/Rules/Lua"
only "Crypto|CryptoExtras" "Sources/BookingHost/Access"
only "ArgumentParser" "Sources/host-cli"
only "Hummingbird[A-Za-z]*|NIO[A-Za-z]*|HTTPTypes|ServiceLifecycle" "Sources/BookingHost/HTTP"
only "JWTKit" "Sources/BookingHost/Access"
only "Mustache" "Sources/BookingHost/Pages|Sources/BookingHost/Effects/Mail"
only "Subprocess" "Sources/BookingHost/Effects"

# The evaluator's Swift side knows no booking: no name of the trade in it.
found=$(grep -rnwE "Booking|Draft|Facts|Party|Covers|Restaurant" Sources/BookingHost/Rules/Lua Sources/CLua --include='*.swift' --include='*.[ch]' || true)
if [ -n "$found" ]; then
  echo "$found"
  echo "error: the evaluator must not know what its host is about" >&2
  failed=1
fi
exit $failed
