"""What an operator waits for: replay, diff, import, export, the start of a command; and what the program takes up."""

import datetime
import json
import os
import shutil
import sys
import time

from Common.benchmark import CLI, QUICK, ROOT, Row, Server, Store, figures, median, number, run, say, wall_seconds

DECISIONS = 20_000 if QUICK else 100_000
IMPORTED = 20_000 if QUICK else 100_000
WEEKS = 104 if QUICK else 520  # some thirty a day
ROUNDS = 2
IMPORTS = 2 if QUICK else 1
STARTS = 7 if QUICK else 21


def rows(work):
    yield from replay_and_diff(work)
    yield from in_and_out(work)
    yield from starts(work)
    yield from memory(work)
    yield size(work)


def replay_and_diff(work):
    say(f"  making a store of {DECISIONS:,} decisions")
    directory = work / "replayed"
    clean = {k: v for k, v in os.environ.items() if not k.startswith("BOOKING_")}
    run(ROOT / "Benchmarks" / "Replay" / "make-store.sh", CLI, directory, DECISIONS, cwd=ROOT, env=clean)
    candidate = work / "candidate"
    shutil.copytree(ROOT / "rules", candidate)
    ops = candidate / "ops.lua"
    ops.write_text(ops.read_text().replace("max = 12", "max = 8"))
    replay, diff, bench = [], [], []
    for index in range(ROUNDS):
        say(f"  replay and diff: round {index + 1} of {ROUNDS}")
        replay.append(
            rate(
                lambda: figures(
                    CLI, "rules", "replay", "--data", directory, "--candidate", candidate, "--format", "json"
                )["decisions"]
            )
        )
        diff.append(
            rate(
                lambda: (
                    2
                    * sum(
                        mode["cases"]
                        for mode in figures(CLI, "rules", "diff", ROOT / "rules", candidate, "--format", "json")[
                            "modes"
                        ]
                    )
                )
            )
        )
        bench.append(
            figures(CLI, "rules", "bench", "--count", 20_000, "--rules", ROOT / "rules", "--format", "json")[
                "allCores"
            ]["decisionsPerSecond"]
        )
    for what, rates in (
        (f"replay of {DECISIONS:,} decisions, all of the command", replay),
        ("diff of two rule sets, all of the command", diff),
    ):
        yield Row(
            "tools",
            f"{what}, against deciding alone (`rules bench`, all cores)",
            f"{number(median(rates))} /s",
            f"{number(median(bench))} /s",
            median(a / b for a, b in zip(rates, bench)),
        )


def rate(action):
    start = time.perf_counter()
    count = action()
    return count / (time.perf_counter() - start)


def in_and_out(work):
    csv, table = work / "bookings.csv", work / "table.sqlite"
    csv.write_text(run(sys.executable, ROOT / "Benchmarks" / "Bookings" / "generate.py", IMPORTED, 1, WEEKS))
    taken, given, plain_in, plain_out = [], [], [], []
    for index in range(IMPORTS):
        say(f"  import and export: round {index + 1} of {IMPORTS}")
        store = Store(work / f"imported-{index}")
        taken.append(rate(lambda: imported(store, csv)))
        plain_in.append(rate(lambda: plainly_imported(table, csv)))
        given.append(
            rate(
                lambda: json.loads(
                    store.cli("export", "--output", str(work / "out.csv"), "--force", "--format", "json")
                )["bookings"]
            )
        )
        plain_out.append(rate(lambda: plainly_exported(table, work / "plain.csv")))
        shutil.rmtree(store.directory)
        table.unlink()
    yield Row(
        "tools",
        f"import of {IMPORTED:,} bookings, against `sqlite3 .import` into a bare table",
        f"{number(median(taken))} /s",
        f"{number(median(plain_in))} /s",
        ratio(taken, plain_in),
    )
    yield Row(
        "tools",
        "export of them, against `sqlite3 -csv` of that table",
        f"{number(median(given))} /s",
        f"{number(median(plain_out))} /s",
        ratio(given, plain_out),
    )


def ratio(ours, theirs):
    return median(a / b for a, b in zip(ours, theirs))


def imported(store, csv):
    done = json.loads(store.cli("import", str(csv), "--restaurant", "the-anchor", "--format", "json"))
    if done["imported"] != IMPORTED:
        raise RuntimeError(f"only {done['imported']} of {IMPORTED} were imported")
    return IMPORTED


def plainly_imported(table, csv):
    run(
        "sqlite3",
        table,
        input=f"PRAGMA journal_mode = WAL;\nPRAGMA synchronous = FULL;\n.import --csv {csv} bookings\n",
    )
    return IMPORTED


def plainly_exported(table, path):
    with open(path, "w") as out:
        run("sqlite3", "-csv", "-header", table, "SELECT * FROM bookings", capture_output=False, stdout=out)
    return IMPORTED


def starts(work):
    store = Store(work / "started")
    bare = work / "bare.sqlite"
    run("sqlite3", bare, "PRAGMA journal_mode = WAL; CREATE TABLE t (a TEXT)")
    plan = bookings()
    actions = {
        "sqlite3": lambda: run("sqlite3", bare, "PRAGMA synchronous = FULL; INSERT INTO t VALUES ('Ada Lovelace')"),
        "one that is confirmed": lambda: store.cli("book", *next(plan), "--party", "1", "--format", "json"),
        "one that is refused": lambda: refused(store),
    }
    times = {name: [] for name in actions}
    for _ in range(STARTS):
        for name, action in actions.items():
            times[name].append(wall_seconds(action, 1))
    for name in list(actions)[1:]:
        yield Row(
            "tools",
            f"`host-cli book`, from start to end, {name}, against `sqlite3` with one durable insert",
            f"{number(median(times[name]) * 1000)} ms",
            f"{number(median(times['sqlite3']) * 1000)} ms",
            ratio(times[name], times["sqlite3"]),
        )


def refused(store):
    try:
        store.cli(
            "book",
            "--date",
            "tomorrow",
            "--time",
            "19:00",
            "--party",
            "99",
            "--name",
            "Ada Lovelace",
            "--format",
            "json",
        )
    except RuntimeError:
        return
    raise RuntimeError("a party of 99 was not refused")


def bookings():
    """A dinner of one on each of the days that the restaurant is open."""
    day = datetime.date.today()
    while True:
        day += datetime.timedelta(days=1)
        if day.weekday() not in (0, 6) and (day.month, day.day) != (12, 25):
            yield "--date", day.isoformat(), "--time", "19:30", "--name", "Ada Lovelace"


def memory(work):
    say("  memory")
    store = Store(work / "resting")
    tomorrow = datetime.date.today() + datetime.timedelta(days=2)
    requests = [
        f"GET /api/restaurants/the-anchor/availability?date={tomorrow}&party=2",
        f"GET /api/ops/dashboard?restaurant=the-anchor&date={tomorrow}",
        "GET /openapi.json",
    ]
    with Server(store) as server:
        server.load(requests, 64, 3 if QUICK else 10)
        yield Row("tools", "memory of `serve` at rest (VmRSS)", f"{server.resting_kib / 1024:.0f} MiB")
        yield Row(
            "tools",
            "memory of `serve` after 64 connections have asked all they can",
            f"{server.resident_kib() / 1024:.0f} MiB",
        )


def size(work):
    copy = work / "stripped"
    run("strip", "-o", copy, CLI)
    beside = "libswift" in run("ldd", CLI)
    return Row(
        "tools",
        f"the program, stripped, Swift's libraries {'beside' if beside else 'in'} it",
        f"{copy.stat().st_size / 1e6:.0f} MB",
    )
