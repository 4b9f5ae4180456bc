"""A database server that goes away under several hosts: connections cut, stopped and started, replaced by its standby."""
import http.client
import os
import pathlib
import random
import subprocess
import threading
import time

from .house import SERVER, Client, House, psql
from .races import starts
from .report import Scenario, percentile

WORK, BIN = os.environ.get("PGWORK", ""), os.environ.get("PGBIN", "")


def as_postgres(*command):
    """Runs one of the server's programs, which refuse root."""
    ahead = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    done = subprocess.run([*ahead, *command], capture_output=True, text=True, timeout=120, cwd="/")
    assert done.returncode == 0, done.stderr + done.stdout


def control(what, data=None, *more):
    as_postgres(f"{BIN}/pg_ctl", "-D", data or f"{WORK}/data", "-l", f"{WORK}/log", "-w", what, *more)


class Load:
    """Clients of several hosts who book, each booking under a key of its own, and ask again where nobody answered."""

    def __init__(self, house, servers, lanes=6):
        self.house, self.servers = house, servers
        self.token = Client(servers[0].port).sign_in(house)
        self.acknowledged, self.answers, self.waits = {}, {}, []
        self.strange, self.lock, self.stop = [], threading.Lock(), threading.Event()
        self.day = next(iter(starts(1)))[0]
        self.threads = [threading.Thread(target=self.work, args=(lane,)) for lane in range(lanes)]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.stop.set()
        for thread in self.threads:
            thread.join()

    def work(self, lane):
        client, number = Client(self.servers[lane % len(self.servers)].port, self.token), 0
        while not self.stop.is_set():
            number += 1
            key = f"load-{lane}-{number}"
            begin = time.monotonic()
            # Until somebody says that it is booked: then there is one, however often it was asked for.
            while True:
                status = self.ask(client, key, number)
                if status in (200, 201) or time.monotonic() - begin > 60:
                    break
                time.sleep(0.05)
            with self.lock:
                self.waits.append(time.monotonic() - begin)

    def ask(self, client, key, number):
        try:
            status, answer = client.book(
                self.house, self.day, f"{number // 4 % 24:02}:{number % 4 * 15:02}", name=key, key=key)
        except (OSError, http.client.HTTPException) as error:
            status, answer = repr(error), None
        with self.lock:
            self.answers[status] = self.answers.get(status, 0) + 1
            if status in (200, 201):
                self.acknowledged[key] = answer["reference"]
            elif status != 503:
                self.strange.append((status, answer))
        return status

    def check(self, it):
        """Every acknowledged booking is there, once and whole; nobody heard anything but yes, or try again."""
        stored = self.house.rows("SELECT name, reference FROM bookings")
        references = dict(stored)
        it.check(len(references) == len(stored), f"{len(stored) - len(references)} bookings are there twice")
        missing = [key for key, reference in self.acknowledged.items() if references.get(key) != reference]
        it.check(not missing, f"{len(missing)} acknowledged bookings are not there: {missing[:3]}")
        it.check(not self.strange, f"{len(self.strange)} answers that say neither yes nor try again: {self.strange[:2]}")
        it.check(not self.house.wrongs(), f"{self.house.wrongs()[:3]}")
        it.note(
            f"{len(self.acknowledged)} acknowledged, all there once; {self.answers.get(503, 0)} times told to try again; "
            f"longest wait {max(self.waits, default=0):.1f} s, p50 {percentile(self.waits, 0.5) * 1000:.0f} ms")


def cuts(seconds, seed=1):
    promise = f"connections cut at random for {seconds} s under three hosts: acknowledged bookings are there once"
    with Scenario("cuts", promise) as it, House(one_table=False) as house:
        servers, rng, cut = [house.serve() for _ in range(3)], random.Random(seed), 0
        with Load(house, servers) as load:
            end = time.monotonic() + seconds
            while time.monotonic() < end:
                time.sleep(rng.uniform(0.02, 0.2))
                cut += sum(n for n, in house.rows(
                    "SELECT count(pg_terminate_backend(pid)) FROM (SELECT pid FROM pg_stat_activity WHERE datname = "
                    "current_database() AND pid <> pg_backend_pid() ORDER BY random() LIMIT 2) AS victims"))
        it.check(all(server.process.poll() is None for server in servers), "a host is gone")
        load.check(it)
        it.note(f"{cut} connections cut")


def restarts(times):
    promise = f"the server stopped at once and started {times} times under three hosts: they go on by themselves"
    with Scenario("restarts", promise) as it, House(one_table=False) as house:
        servers = [house.serve() for _ in range(3)]
        with Load(house, servers) as load:
            for _ in range(times):
                time.sleep(1)
                control("stop", None, "-m", "immediate")
                time.sleep(0.5)
                start()
            time.sleep(2)
        load.check(it)


def start():
    """The server with the settings that it had."""
    port = SERVER.rsplit(":", 1)[1].split("/")[0]
    control("start", None, "-o", f"-p {port} -k {WORK} -c listen_addresses=127.0.0.1 -c max_connections=1500")


def failover():
    promise = "a standby in the place of the server, which dies under load: hosts find it by themselves"
    with Scenario("failover", promise) as it, House(one_table=False) as house:
        port = int(SERVER.rsplit(":", 1)[1].split("/")[0])
        other, standby = port + 1, f"{WORK}/standby"
        as_postgres(f"{BIN}/pg_basebackup", "-h", "127.0.0.1", "-p", str(port), "-U", "owner", "-D", standby, "-R",
                    "-X", "stream", "-c", "fast", "-S", "standby", "-C")
        control("start", standby, "-o", f"-p {other} -k {WORK} -c listen_addresses=127.0.0.1 -c max_connections=1500")
        try:
            # Nothing is acknowledged that the standby does not have.
            psql(SERVER, "ALTER SYSTEM SET synchronous_standby_names = '*'")
            psql(SERVER, "SELECT pg_reload_conf()")
            address = house.environment["BOOKING_DATABASE"]
            name = address.rsplit("/", 1)[1]
            house.environment["BOOKING_DATABASE"] = (
                f"postgres://owner@127.0.0.1:{port},127.0.0.1:{other}/{name}?target_session_attrs=read-write")
            servers = [house.serve() for _ in range(2)]
            with Load(house, servers) as load:
                time.sleep(3)
                control("stop", None, "-m", "immediate")
                time.sleep(0.5)
                as_postgres(f"{BIN}/psql", "-h", "127.0.0.1", "-p", str(other), "-U", "owner", "postgres", "-c",
                            "ALTER SYSTEM SET synchronous_standby_names = ''")
                control("promote", standby)
                as_postgres(f"{BIN}/psql", "-h", "127.0.0.1", "-p", str(other), "-U", "owner", "postgres", "-c",
                            "SELECT pg_reload_conf()")
                time.sleep(4)
            house.environment["BOOKING_DATABASE"] = f"postgres://owner@127.0.0.1:{other}/{name}"
            load.check(it)
        finally:
            control("stop", standby, "-m", "immediate")
            pathlib.Path(WORK, "standby").exists() and as_postgres("rm", "-rf", standby)
            start_again = subprocess.run([f"{BIN}/pg_isready", "-h", "127.0.0.1", "-p", str(port)], capture_output=True)
            if start_again.returncode != 0:
                start()
            psql(SERVER, "ALTER SYSTEM RESET synchronous_standby_names")
            psql(SERVER, "SELECT pg_reload_conf()")
