"""What it takes to read, as the store grows: over HTTP, against an answer of the same size that costs nothing."""

import datetime
import json
import math
import re
import shutil
import time
import urllib.request
from contextlib import ExitStack

from Common.benchmark import FULL, QUICK, ROOT, Row, Server, Store, median, number, run, say

SIZES = [10_000, 100_000] + ([] if QUICK else [1_000_000]) + ([10_000_000] if FULL else [])
BYTES_EACH = 2200
ROUNDS = 2 if QUICK else 5
SECONDS = 0.8 if QUICK else 1.5
CONNECTIONS = 16
NAME = "Zenobia Quill"
INDEXES = """SELECT name, sql FROM sqlite_master
  WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ('guests', 'bookings', 'effects');"""
STATIC = ["/healthz", "/docs/api", "/openapi.json"]


def rows(work):
    sizes = [size for size in SIZES if fits(work, size)]
    for size in SIZES[len(sizes) :]:
        yield Row("reading", f"{size:,} bookings", "", missing="there is not enough room on the disk")
    stores = {size: filled(work, size) for size in sizes}
    with ExitStack() as stack:
        servers = {size: stack.enter_context(Server(store)) for size, store in stores.items()}
        static = still_answers(servers[sizes[0]])
        rounds = [measure(servers, static, i) for i in range(ROUNDS)]
    for name in pages():
        yield from page_rows(name, sizes, rounds, static)


def fits(work, size):
    return shutil.disk_usage(work).free > BYTES_EACH * size + 2_000_000_000


def day():
    """A Wednesday to Saturday in the week after this."""
    date = datetime.date.today() + datetime.timedelta(days=7)
    while date.weekday() not in (2, 3, 4, 5):
        date += datetime.timedelta(days=1)
    return date.isoformat()


def pages():
    date, today = day(), datetime.date.today().isoformat()
    list_of = "/api/ops/bookings?restaurant=the-anchor&limit=200"
    return {
        "free slots of a day": f"/api/restaurants/the-anchor/availability?date={date}&party=2",
        "dashboard of a day": f"/api/ops/dashboard?restaurant=the-anchor&date={date}",
        "list of a day": f"{list_of}&from={date}&to={date}",
        "one booking by its reference": "/api/ops/bookings/000000064",
        "search by name, from today on": f"{list_of}&from={today}&q=zenobia+quill",
        "search by name, in all there are": f"{list_of}&q=zenobia+quill",
    }


def filled(work, size):
    say(f"  making a store of {size:,} bookings")
    start = time.monotonic()
    store = Store(work / f"store-{size}")
    for index, time_of_day in enumerate(("12:00", "13:00", "18:00", "19:30")):
        store.cli(
            "book",
            "--date",
            day(),
            "--time",
            time_of_day,
            "--party",
            str(1 + index % 2),
            "--name",
            NAME,
            "--phone",
            "+44 20 7946 0100",
            *(["--notes", "By the window, please."] if index == 2 else []),
        )
    # Indexes are made anew when all is there: to keep them up to date meanwhile takes many times as long.
    indexes = json.loads(store.sql(".mode json\n" + INDEXES))
    script = (ROOT / "Benchmarks" / "Reading" / "fill.sql").read_text().replace(":bookings", str(size))
    before = "".join(f"DROP INDEX {index['name']};\n" for index in indexes)
    after = "".join(f"{index['sql']};\n" for index in indexes)
    run("sqlite3", store.database, input=before + script.replace("-- Indexes.\n", after), env=store.environment)
    say(f"    in {time.monotonic() - start:.0f} s, {store.database.stat().st_size / 1e9:.2f} GB")
    return store


def still_answers(server):
    """What costs nothing but being sent, by its size."""
    try:
        with urllib.request.urlopen(server.url + "/ops/sign-in", timeout=60) as page:
            assets = re.findall(r'"(/assets/[^"]+)"', page.read().decode())
    except OSError:
        assets = []
    return {path: len(server.ask(path)) for path in STATIC + assets}


def measure(servers, static, index):
    say(f"  reading: round {index + 1} of {ROUNDS}")
    measured = {}
    # There and back again, so that what gets slower meanwhile is on neither side.
    order = list(servers.items())[:: 1 if index % 2 == 0 else -1]
    for name, path in pages().items():
        # With a number of its own no request is the same as one before, so that each is worked out.
        anew = f"GET {path}{'&' if '?' in path else '?'}asked={{n}}"
        for size, server in order:
            measured[name, size] = server.load([anew], CONNECTIONS, SECONDS)
        measured[name, "again"] = servers[max(servers)].load([f"GET {path}"], CONNECTIONS, SECONDS)
        nearest = nearest_static(measured[name, size]["bodyBytes"], static)
        measured[name, "static"] = order[0][1].load([f"GET {nearest}"], CONNECTIONS, SECONDS) | {"path": nearest}
    return measured


def nearest_static(size, static):
    return min(static, key=lambda path: abs(math.log(static[path] / max(size, 1))))


def page_rows(name, sizes, rounds, static):
    small, large = sizes[0], sizes[-1]

    def per_second(key):
        return median(r[name, key]["perSecond"] for r in rounds)

    for size in sizes[1:]:
        growth = median(r[name, small]["perSecond"] / r[name, size]["perSecond"] for r in rounds)
        yield Row(
            "reading",
            f"{name}: {size:,} bookings against {small:,}",
            f"{number(per_second(size))} /s",
            f"{number(per_second(small))} /s",
            growth,
            "< 1.3" if size == large else "",
        )
    path = rounds[0][name, "static"]["path"]
    against = f"({rounds[0][name, large]['bodyBytes']:,} bytes) against {path} ({static[path]:,} bytes)"
    for key, how in ((large, "worked out each time"), ("again", "asked again within the second")):
        share = median(r[name, key]["perSecond"] / r[name, "static"]["perSecond"] for r in rounds)
        yield Row(
            "reading",
            f"{name}, {how} {against}",
            f"{number(per_second(key))} /s",
            f"{number(per_second('static'))} /s",
            share,
            ">= 0.5",
        )
