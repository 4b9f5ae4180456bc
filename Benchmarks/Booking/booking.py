"""Bookings that are on the disk when they are answered: through the library and over HTTP, against a bare loop."""

import contextlib
import datetime
import json
import shutil

from Common.benchmark import QUICK, ROOT, Row, Server, Store, median, number, say, tool

ROUNDS = 2 if QUICK else 5
SECONDS = 1.5 if QUICK else 3
CLIENTS = (1, 16, 64)


def rows(work):
    store = Store(work / "data", roomy_rules(work))
    store.cli(
        "book",
        "--date",
        DAYS[0].isoformat(),
        "--time",
        "19:30",
        "--party",
        "2",
        "--name",
        "Ada Lovelace",
        "--phone",
        "+44 20 7946 0100",
    )
    missing = why_no_bench(store)
    rounds = [measure(work, store, i, not missing) for i in range(ROUNDS)]
    yield from bare_rows(rounds)
    if missing:
        yield Row("booking", "through the library", "", missing=missing)
    else:
        yield from compared("library", rounds)
    yield from compared("http", rounds)
    key = "delivering"
    yield Row(
        "booking",
        "over HTTP, 16 clients, while what follows each booking is delivered too",
        f"{number(per_second(key, rounds))} /s",
        f"{number(per_second('bare', rounds))} /s",
        median(r[key]["perSecond"] / r["bare"]["perSecond"] for r in rounds),
    )


def measure(work, store, index, has_bench):
    """One after another within the same minute, so that what slows the disk slows all; each on a store as new."""
    say(f"  bookings: round {index + 1} of {ROUNDS}")
    bare = [bare_loop(work, store)]
    measured = {}
    for clients in CLIENTS if has_bench else ():
        measured["library", clients] = library_bench(store, clients, SECONDS)
    bare.append(bare_loop(work, store))
    with fresh(work, store) as held:
        held.hold_deliveries()
        with Server(held) as server:
            for clients in CLIENTS:
                measured["http", clients] = server.load(requests(), clients, SECONDS)
    with fresh(work, store) as delivering, Server(delivering) as server:
        measured["delivering"] = server.load(requests(), 16, SECONDS)
    bare.append(bare_loop(work, store))
    measured["bare"] = {name: median(one[name] for one in bare) for name in ("perSecond", "p50ms", "p99ms")}
    return measured


@contextlib.contextmanager
def fresh(work, store):
    copied = store.copied(work / "fresh")
    try:
        yield copied
    finally:
        shutil.rmtree(copied.directory)


def bare_loop(work, store):
    pattern = work / "pattern.sqlite"
    store.sql(f"VACUUM INTO '{pattern}'")
    try:
        return tool("commits", pattern, SECONDS)
    finally:
        for end in ("", "-wal", "-shm"):
            pattern.with_name(pattern.name + end).unlink(missing_ok=True)


def library_bench(store, clients, seconds):
    return json.loads(store.cli("bench", "--clients", str(clients), "--seconds", str(seconds), "--format", "json"))


def why_no_bench(store):
    """Nothing when this program has it and it works."""
    try:
        library_bench(store, 4, 0.2)
    except RuntimeError as problem:
        return "this host-cli has no `bench`" if "exit 64" in str(problem) else str(problem)


def roomy_rules(work):
    """The shipped rules, but that a full house refuses nobody and one may book years ahead: a day with thousands of
    bookings is none that there is, and counting them would be what is measured."""
    rules = work / "rules"
    shutil.copytree(ROOT / "rules", rules)
    ops = (rules / "ops.lua").read_text()
    start = ops.index("    capacity_exceeded = function")
    end = ops.index("    end,\n", start) + len("    end,\n")
    ops = ops[:start] + '    capacity_exceeded = "allow",\n' + ops[end:]
    (rules / "ops.lua").write_text(ops.replace("horizon_days = 90", "horizon_days = 3650"))
    shutil.rmtree(rules / "tests")
    return rules


def days():
    """When the demo is open: it is closed on Sundays and on Christmas Day; without Mondays a day is lost to no zone."""
    day, found = datetime.date.today() + datetime.timedelta(days=2), []
    while len(found) < 2000:
        if day.weekday() not in (0, 6) and (day.month, day.day) != (12, 25):
            found.append(day)
        day += datetime.timedelta(days=1)
    return found


def requests():
    """Spread over the days and the dinners, each of another guest."""
    lines = []
    for index in range(len(DAYS)):
        minute = 1050 + index * 7 % 22 * 15
        body = {
            "restaurantId": "the-anchor",
            "date": DAYS[index * 997 % len(DAYS)].isoformat(),
            "time": f"{minute // 60:02d}:{minute % 60:02d}",
            "party": 1 + index % 6,
            "name": "Guest {n}",
            "phone": f"+44 20 7946 0{100 + index % 900}",
        }
        lines.append("POST /api/ops/bookings " + json.dumps(body, separators=(",", ":")))
    return lines


def per_second(key, rounds):
    return median(r[key]["perSecond"] for r in rounds)


def bare_rows(rounds):
    yield Row(
        "booking",
        "a bare C loop, one booking a commit, half within",
        "",
        f"{number(median(r['bare']['p50ms'] for r in rounds))} ms",
    )


def compared(way, rounds):
    words = {"library": "through the library", "http": "over HTTP"}[way]
    for clients in CLIENTS:
        key = (way, clients)
        many = f"{clients} client{'s' if clients > 1 else ''}"
        ratio = median(r[key]["perSecond"] / r["bare"]["perSecond"] for r in rounds)
        yield Row(
            "booking",
            f"{words}, {many}",
            f"{number(per_second(key, rounds))} /s",
            f"{number(per_second('bare', rounds))} /s",
            ratio,
            ">= 0.6" if clients == 1 else ">= 2",
        )
        late = median(r[key]["p99ms"] / r["bare"]["p99ms"] for r in rounds)
        yield Row(
            "booking",
            f"{words}, {many}: 99 in 100 within",
            f"{number(median(r[key]['p99ms'] for r in rounds))} ms",
            f"{number(median(r['bare']['p99ms'] for r in rounds))} ms",
            late,
            "< 4" if clients > 1 else "",
        )


DAYS = days()
