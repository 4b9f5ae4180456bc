"""Disks that fail, clocks that jump, locks that are held, handles that run out."""
import errno
import pathlib
import sqlite3
import subprocess
import tempfile
import time

from .house import SHIM, Client, House
from .races import starts
from .report import Scenario


class Orders:
    """What the preloaded library is to do now."""

    def __init__(self, house):
        self.file = house.folder / "orders"
        self.file.write_text("")
        self.environment = {"TORTURE_ORDERS": str(self.file)}

    def give(self, text):
        part = self.file.with_suffix(".new")
        part.write_text(text)
        part.rename(self.file)


def failing_writes(kind, number, name, most):
    """Fails the Nth write (or sync) of a booking, for every N there is."""
    promise = f"every {kind} of a booking fails once with {name}: a clear error or a booking, never half of one"
    with Scenario(f"{kind}-{name}", promise) as it, House(one_table=False) as house:
        orders = Orders(house)
        environment = orders.environment | {"LD_PRELOAD": SHIM}
        day = next(iter(starts(1)))[0]
        booked, refused, nth, last_refusal = 0, 0, 0, 0
        while nth < most:
            nth += 1
            orders.give(f"{kind}1 {nth} {number}")
            before = house.rows("SELECT count(*) FROM bookings")[0][0]
            code, answer, errors = house.book(day, "12:00", name=f"Guest {nth}", environment=environment)
            after = house.rows("SELECT count(*) FROM bookings")[0][0]
            if code == 0:
                it.check(after == before + 1, f"{nth}: confirmed, and not there")
                booked += 1
            else:
                error = (answer or {}).get("error") or {}
                it.check(error.get("message"), f"{nth}: exit {code} without a word: {answer} {errors[:200]}")
                it.check(code in (1, 75), f"{nth}: exit {code}: {error}")
                # A failure after the commit may leave a whole booking that nobody was told of; never a half.
                it.check(after - before in (0, 1), f"{nth}: {after - before} bookings of one")
                refused += 1
            it.check(not house.wrongs(), f"{nth}: {house.wrongs()[:2]}")
            if code == 0 and booked > 3 and nth > 12 and refused and nth - last_refusal > 6:
                break
            if code != 0:
                last_refusal = nth
        orders.give("")
        code, _, _ = house.book(day, "12:00", name="Afterwards")
        it.check(code == 0, "no booking can be made afterwards")
        it.note(f"{nth} places tried, {refused} told of, {booked} unharmed")


def failing_server(number, name):
    """A running server whose disk fails for a while, and is put right."""
    promise = f"a running server's disk answers {name} for a while: it says so, and goes on by itself afterwards"
    with Scenario(f"server-{name}", promise) as it, House(one_table=False) as house:
        orders = Orders(house)
        server = house.serve(orders.environment, preload=SHIM)
        client = Client(server.port)
        client.sign_in(house)
        day = next(iter(starts(1)))[0]
        good, bad = [], []
        for turn in range(6):
            failing = turn % 2 == 1
            orders.give(f"write 1 {number}" if failing else "")
            for quarter in range(8):
                status, answer = client.book(house, day, f"1{turn}:{quarter % 4 * 15:02}", name=f"T{turn}Q{quarter}")
                (bad if failing else good).append(status)
                if failing:
                    it.check(status in (500, 503), f"a booking on a failing disk: {status} {answer}")
                    it.check(answer and answer.get("detail"), "an error without a word")
                else:
                    it.check(status == 201, f"turn {turn}: {status} {answer}")
        stored = house.rows("SELECT count(*) FROM bookings")[0][0]
        it.check(stored == len(good), f"{len(good)} acknowledged, {stored} stored")
        it.check(not house.wrongs(), f"{house.wrongs()[:3]}")
        it.note(f"{len(bad)} told of ({', '.join(str(s) for s in sorted(set(bad)))}), {len(good)} booked, same process")


def full_disk():
    """A real file system without room. Needs the right to mount one."""
    with Scenario("full-disk", "a full file system: a clear error, nothing lost, and on it goes when there is room") as it:
        place = tempfile.mkdtemp(prefix="booking-full-")
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", place], capture_output=True).returncode:
            it.note("left out: this machine does not let us mount")
            return
        house = None
        try:
            house = House(one_table=False, folder=place)
            server = house.serve()
            client = Client(server.port)
            client.sign_in(house)
            day = next(iter(starts(1)))[0]
            it.check(client.book(house, day, "10:00")[0] == 201, "not even the first booking")
            ballast = pathlib.Path(place) / "ballast"
            with open(ballast, "wb", buffering=0) as file:
                try:
                    while True:
                        file.write(b"x" * 4096)
                except OSError as error:
                    it.check(error.errno == errno.ENOSPC, str(error))
            statuses = []
            for number in range(40):
                status, answer = client.book(house, day, "11:00", name=f"No room {number}")
                statuses.append(status)
                if status != 201:
                    it.check(status in (500, 503) and answer.get("detail"), f"{status} {answer}")
            it.check(any(status != 201 for status in statuses), "the disk never was full")
            ballast.unlink()
            status, answer = client.book(house, day, "12:00", name="Room again")
            it.check(status == 201, f"with room again: {status} {answer}")
            stored = house.rows("SELECT count(*) FROM bookings")[0][0]
            it.check(stored == 2 + statuses.count(201), f"{stored} stored, {2 + statuses.count(201)} acknowledged")
            it.check(not house.wrongs(), f"{house.wrongs()[:3]}")
            it.note(f"{sum(s != 201 for s in statuses)} told of, {stored} stored, same process")
        finally:
            if house:
                house.close()
            subprocess.run(["umount", "-l", place], capture_output=True)


def read_only():
    with Scenario("read-only", "a store that cannot be written: it is said, reading goes on, nothing is lost") as it, \
            House(one_table=False) as house:
        orders = Orders(house)
        environment = orders.environment | {"LD_PRELOAD": SHIM}
        day = next(iter(starts(1)))[0]
        orders.give(f"write 1 {errno.EROFS}")
        code, answer, _ = house.book(day, "10:00", environment=environment)
        it.check(code == 1 and answer["error"]["message"], f"exit {code}: {answer}")
        orders.give("")
        it.check(house.book(day, "10:00", environment=environment)[0] == 0, "it does not recover")
        it.check(not house.wrongs(), f"{house.wrongs()[:3]}")
        it.note(f"said: {answer['error']['message']}")


def locked():
    with Scenario("locked", "another program holds the store: busy (75, 503 with Retry-After), and then it works") as it, \
            House(one_table=False) as house:
        server = house.serve()
        client = Client(server.port)
        client.sign_in(house)
        day = next(iter(starts(1)))[0]
        holder = sqlite3.connect(house.data / "booking.sqlite", isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        code, answer, _ = house.book(day, "10:00")
        it.check(code == 75 and answer["error"]["code"] == "busy", f"exit {code}: {answer}")
        status, answer = client.book(house, day, "10:00")
        it.check(status == 503 and client.headers["Retry-After"], f"{status} {answer}")
        holder.execute("ROLLBACK")
        holder.close()
        it.check(house.book(day, "10:00")[0] == 0, "the command does not recover")
        it.check(client.book(house, day, "10:00")[0] == 201, "the server does not recover")
        it.check(house.rows("SELECT count(*) FROM bookings")[0][0] == 2, "other bookings than were acknowledged")


def clock():
    with Scenario("clock", "the clock is set forward and back: sessions end, nothing breaks, and it goes on") as it, \
            House(one_table=False) as house:
        orders = Orders(house)
        server = house.serve(orders.environment, preload=SHIM)
        client = Client(server.port)
        client.sign_in(house)
        day = list(starts(96 * 6))[-1][0]
        for seconds, wanted in [(0, 201), (3600, 201), (86_400, 401), (-3600, 201), (-90_000, 201), (0, 201)]:
            orders.give(f"clock {seconds} 0" if seconds else "")
            status, answer = client.book(house, day, "10:00", name=f"At {seconds}")
            it.check(status == wanted, f"{seconds} s: {status} {answer}")
        it.check(not house.wrongs(), f"{house.wrongs()[:3]}")
        # What was booked an hour ahead is still to come: the doctor says that. What was due a day ago, by a clock
        # that was set back, is delivered by the server in a moment. Nothing else is wrong.
        for _ in range(100):
            _, answer, _ = house.run("doctor")
            wrong = [f["sentence"] for f in answer["findings"] if f["state"] == "wrong" and f["subject"] != "clock"]
            if not wrong:
                break
            time.sleep(0.1)
        it.check(not wrong, f"the doctor finds something wrong afterwards: {wrong}")


def handles():
    with Scenario("handles", "more connections than handles: the honest client is served again when they go") as it, \
            House(one_table=False) as house:
        import socket
        server = house.serve(limit=48)
        client = Client(server.port)
        client.sign_in(house)
        client.close()
        day = next(iter(starts(1)))[0]
        crowd = []
        for _ in range(150):
            one = socket.socket()
            one.settimeout(2)
            try:
                one.connect(("127.0.0.1", server.port))
                crowd.append(one)
            except OSError:
                one.close()
        time.sleep(0.5)
        it.check(server.process.poll() is None, "the server ended")
        for one in crowd:
            one.close()
        status = None
        for _ in range(100):
            try:
                status, _ = client.book(house, day, "10:00")
                break
            except Exception:
                time.sleep(0.1)
        it.check(status == 201, f"afterwards: {status}")
        it.check(not house.wrongs(), f"{house.wrongs()[:3]}")
        it.note(f"{len(crowd)} connections for 48 handles")


def greedy_rule():
    with Scenario("greedy-rule", "a rule that eats memory or time: refused with the line, and the next decision works") as it, \
            House(one_table=False) as house:
        server = house.serve()
        client = Client(server.port)
        client.sign_in(house)
        day = next(iter(starts(1)))[0]
        good = (house.rules / "ops.lua").read_text()
        evil = good.replace("effects =", """check = function(draft)
if draft.name == "Memory" then local t = {} for i = 1, 1e9 do t[i] = {i} end end
if draft.name == "Time" then while true do end end
  end,
  effects =""")
        (house.rules / "ops.lua").write_text(evil)
        for _ in range(200):
            if house.rows("SELECT revision FROM live_rules")[0][0] != getattr(it, "first", None):
                if hasattr(it, "first"):
                    break
                it.first = house.rows("SELECT revision FROM live_rules")[0][0]
            time.sleep(0.05)
        for name, wanted in [("Memory", 422), ("Ada", 201), ("Time", 422), ("Grace", 201)]:
            status, answer = client.book(house, day, "10:00", name=name)
            it.check(status == wanted, f"{name}: {status} {answer}")
            if wanted == 422:
                it.check("ops.lua:" in str(answer["issues"]), f"no line: {answer['issues']}")


def run(is_short):
    most = 14 if is_short else 80
    for kind in ["write", "sync"]:
        for number, name in [(errno.EIO, "EIO"), (errno.ENOSPC, "ENOSPC")]:
            if is_short and (kind, name) in [("sync", "ENOSPC"), ("write", "EIO")]:
                continue
            failing_writes(kind, number, name, most)
    failing_server(errno.ENOSPC, "ENOSPC")
    if not is_short:
        failing_server(errno.EIO, "EIO")
    full_disk()
    read_only()
    locked()
    clock()
    handles()
    greedy_rule()
