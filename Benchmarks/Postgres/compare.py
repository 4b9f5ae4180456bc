#!/usr/bin/env python3
"""Bookings over PostgreSQL beside pgbench with the same statements, on one server, in turns.

    PGSYNC=on scripts/postgres-server.sh Benchmarks/Postgres/compare.py [--seconds 10] [--clients 16,64]
        [--restaurants 50] [--rounds 3] [--sizes 10000,100000,1000000] [--processes 1,2,4]

The statements are taken from the server's own log of one booking, in the order in which the host sent them; what must
differ from booking to booking (ids, references, the guest) is put in anew each time. pgbench only sends them: it decides
nothing, and nothing that it reads changes what it writes.

With --sizes, pgbench sends them once more while so many other bookings are in the tables (fill.sql): what the host adds
to them does not depend on how many there are. With --processes, so many hosts share the clients between them.
"""
import argparse
import concurrent.futures
import datetime
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
CLI = os.environ.get("CLI", str(ROOT / ".build/release/host-cli"))
SERVER, BIN, WORK = os.environ["BOOKING_TEST_DATABASE"], os.environ["PGBIN"], pathlib.Path(os.environ["PGWORK"])
PORT = SERVER.rsplit(":", 1)[1].split("/")[0]


def psql(database, *statements):
    orders = [word for statement in statements for word in ("-c", statement)]
    subprocess.run(["psql", "-q", "-v", "ON_ERROR_STOP=1", address(database), *orders], check=True, capture_output=True)


def address(database):
    return f"{SERVER.rsplit('/', 1)[0]}/{database}"


def host(database, clients, seconds, restaurants):
    """One host that books for so long."""
    return subprocess.Popen(
        [CLI, "bench", "--rules", str(ROOT / "rules"), "--clients", str(clients), "--seconds", str(seconds),
         "--restaurants", str(restaurants), "--format", "json"],
        env=os.environ | {"BOOKING_DATABASE": address(database)}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def bench(database, clients, seconds, restaurants, hosts=1):
    """Bookings a second of so many hosts together, in a database of their own."""
    psql("postgres", f"DROP DATABASE IF EXISTS {database}", f"CREATE DATABASE {database}")
    if hosts > 1:
        # The first makes the tables and the restaurants.
        host(database, 1, 0.1, restaurants).communicate()
    running = [host(database, clients // hosts, seconds, restaurants) for _ in range(hosts)]
    ended = [(one.communicate(), one.returncode) for one in running]
    for (out, error), code in ended:
        if code != 0:
            raise SystemExit(out + error)
    return sum(json.loads(out)["perSecond"] for (out, _), _ in ended)


def captured(database):
    """The statements of one booking with their values, from the server's log."""
    psql("postgres", "ALTER SYSTEM SET log_statement = 'all'", "ALTER SYSTEM SET log_line_prefix = '%p|'",
         "SELECT pg_reload_conf()")
    start = (WORK / "log").stat().st_size
    bench(database, 1, 0.5, RESTAURANTS)
    psql("postgres", "ALTER SYSTEM RESET log_statement", "SELECT pg_reload_conf()")
    with open(WORK / "log", "rb") as log:
        log.seek(start)
        text = log.read().decode()
    entries = []
    for line in text.split("\n"):
        if re.match(r"\d+\|", line):
            entries.append(line)
        elif entries:
            entries[-1] += "\n" + line.lstrip("\t")
    statements = []
    for entry in entries:
        body = entry.split("|", 1)[1]
        if match := re.match(r"LOG:  (?:statement|execute \w+): (.*)", body, re.S):
            statements.append([match[1], {}])
        elif (match := re.match(r"DETAIL:  parameters: (.*)", body, re.S)) and statements:
            statements[-1][1] = values(match[1])
    # From one read to the commit of the write after it.
    ends = [n for n, (sql, _) in enumerate(statements) if sql == "COMMIT"]
    writes = [n for n, (sql, _) in enumerate(statements) if sql.startswith("BEGIN ISOLATION LEVEL SERIALIZABLE")]
    last = [n for n in writes if any(end > n for end in ends)][-2]
    reads = [n for n, (sql, _) in enumerate(statements) if sql.startswith("BEGIN ISOLATION LEVEL REPEATABLE") and n < last]
    return statements[reads[-1]:next(end for end in ends if end > last) + 1]


def values(text):
    return {int(n): None if null else value.replace("''", "'")
            for n, null, value in re.findall(r"\$(\d+) = (?:(NULL)|'((?:[^']|'')*)')", text)}


def script(statements):
    """As pgbench takes it: each value a literal, and what must be new each time made from a random number."""
    lines, fresh = ["\\set r random(1, 9000000000000)"], {}
    uuid = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
    inserted = set()
    for sql, given in statements:
        if sql.startswith("INSERT INTO"):
            inserted |= {value for value in given.values() if value and uuid.fullmatch(value)}
    known = set()
    for sql, given in statements:
        if not sql.startswith("INSERT INTO"):
            known |= {value for value in given.values() if value and uuid.fullmatch(value)}
    references = {given[2] for sql, given in statements if sql.startswith("INSERT INTO bookings")}
    phones = {value for _, given in statements for value in given.values() if value and re.fullmatch(r"\+44\d{9,}", value)}

    def literal(value, isjson):
        if value is None:
            return "NULL"
        if value in inserted - known:
            return f"concat('{value[-8:]}', :r::bigint)"
        if value in references:
            return "concat('R', :r::bigint)"
        if value in phones:
            return "concat('+44', :r::bigint)"
        # A colon before a word would be a variable of pgbench's.
        quoted = re.sub(r":(?=\w)", "' || chr(58) || '", value.replace("'", "''").replace("\n", "' || chr(10) || '"))
        return f"('{quoted}')::json" if value.startswith("{") and isjson else f"'{quoted}'" if "||" not in quoted \
            else f"('{quoted}')"

    for sql, given in statements:
        # How hosts take turns is not a statement of the booking's.
        if "pg_advisory" in sql:
            continue
        sql = re.sub(r"\s*\n\s*", " ", sql)
        sql = re.sub(r"\$(\d+)", lambda match: literal(given[int(match[1])], "INTO audit" in sql), sql)
        for part in sql.split("; ") if sql.startswith("BEGIN") else [sql]:
            lines.append(part + ";")
    return "\n".join(lines) + "\n"


def spread(text, restaurants):
    """The script once for each restaurant, on days of the next two months, as the bench spreads its bookings."""
    today = datetime.date.today()
    own = re.search(r"slug = '(bench[-\d]*)'", text)[1]
    known = dict(restaurants)
    for number, (slug, id) in enumerate(restaurants):
        def day(match):
            date = datetime.date.fromisoformat(match[0])
            return match[0] if date == today else (date + datetime.timedelta(days=number * 7 % 60)).isoformat()
        yield re.sub(r"20\d\d-\d\d-\d\d", day, text.replace(known[own], id).replace(f"'{own}'", f"'{slug}'"))


def pgbench(database, folder, clients, seconds):
    files = [word for file in sorted(pathlib.Path(folder).iterdir()) for word in ("-f", str(file))]
    done = subprocess.run(
        [f"{BIN}/pgbench", "-n", "-M", "prepared", "-c", str(clients), "-j", "2", "-T", str(seconds), *files,
         "--max-tries=40", address(database)], capture_output=True, text=True)
    match = re.search(r"tps = ([\d.]+)", done.stdout)
    if not match or "aborted" in done.stderr:
        raise SystemExit(done.stdout + done.stderr[:2000])
    return float(match[1])


def fill(database, start, end):
    """Bookings from one number up to another, a restaurant's in a transaction, one on each core."""
    def restaurant(first):
        subprocess.run(
            ["psql", "-q", "-v", "ON_ERROR_STOP=1", "-v", f"from={first}", "-v", f"to={min(first + 50_000, end)}", "-f",
             str(ROOT / "Benchmarks/Postgres/fill.sql"), address(database)], check=True, stdout=subprocess.DEVNULL)

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as cores:
        list(cores.map(restaurant, range(start, end, 50_000)))
    psql(database, "VACUUM ANALYZE", "CHECKPOINT")


arguments = argparse.ArgumentParser()
arguments.add_argument("--seconds", type=float, default=10)
arguments.add_argument("--clients", default="16,64")
arguments.add_argument("--restaurants", type=int, default=50)
arguments.add_argument("--rounds", type=int, default=3)
arguments.add_argument("--sizes", default="")
arguments.add_argument("--processes", default="")
options = arguments.parse_args()
RESTAURANTS = options.restaurants
statements = captured("captured")
psql("postgres", "ALTER DATABASE captured SET search_path = booking")
rows = subprocess.run(
    ["psql", "-Atq", "-F", " ", address("captured"), "-c", "SELECT slug, id FROM booking.restaurants"],
    capture_output=True, text=True, check=True).stdout
folder = tempfile.mkdtemp(prefix="booking-statements-")
for number, text in enumerate(spread(script(statements), [line.split(" ") for line in rows.splitlines()])):
    (pathlib.Path(folder) / f"{number:04}.sql").write_text(text)
print(f"{len(statements)} statements a booking, in two transactions ({folder})", file=sys.stderr)
for clients in map(int, options.clients.split(",")):
    ours, theirs = [], []
    for _ in range(options.rounds):
        theirs.append(pgbench("captured", folder, clients, int(options.seconds)))
        ours.append(bench("measured", clients, options.seconds, options.restaurants))
    ours, theirs = statistics.median(ours), statistics.median(theirs)
    print(f"{clients} clients: {ours:.0f} bookings a second, pgbench {theirs:.0f}: {ours / theirs:.2f} x", flush=True)
alone = None
for hosts in map(int, filter(None, options.processes.split(","))):
    clients = int(options.clients.split(",")[0])
    rate = statistics.median(
        bench("measured", clients, options.seconds, options.restaurants, hosts) for _ in range(options.rounds))
    alone = alone or rate
    print(f"{hosts} hosts, {clients} clients in all: {rate:.0f} bookings a second, {rate / alone:.2f} x", flush=True)
filled, smallest = 0, None
for size in map(int, filter(None, options.sizes.split(","))):
    print(f"making {size:,} bookings", file=sys.stderr)
    fill("captured", filled, size)
    filled, clients = size, int(options.clients.split(",")[0])
    rate = statistics.median(pgbench("captured", folder, clients, int(options.seconds)) for _ in range(options.rounds))
    smallest = smallest or rate
    print(f"{size:,} bookings in the tables: {rate:.0f} bookings a second, {smallest / rate:.2f} x the cost", flush=True)
