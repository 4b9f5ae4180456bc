"""A house to be tortured: a store in a directory of its own, its program, and its servers."""
import csv
import http.client
import io
import json
import os
import pathlib
import select
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import uuid

ROOT = pathlib.Path(__file__).resolve().parents[3]
CLI = os.environ.get("CLI", str(ROOT / ".build/debug/host-cli"))
SHIM = os.environ.get("SHIM", "")
# The address of a server for tests (scripts/postgres-server.sh): then each house has a database of its own there.
SERVER = os.environ.get("BOOKING_TEST_DATABASE")

RULES = """
return {
  access = "staff", source = "system", label = "Created by System",
  fields = { name = { required = true }, notes = { max_length = 500 } },
  party = { min = 1, max = 12 },
  time = { slot_minutes = 15, duration_minutes = 30, horizon_days = 3650 },
  PACING
  effects = function(booking) loyalty(10) notify("floor") end,
}
"""


class House:
    """The demo, with hours from midnight to midnight, and rules by which a start holds one party of two."""

    def __init__(self, one_table=True, folder=None):
        self.folder = pathlib.Path(folder or tempfile.mkdtemp(prefix="booking-torture-"))
        self.data = self.folder / "data"
        self.rules = self.folder / "rules"
        self.rules.mkdir()
        pacing = "pacing = { minutes = 15, max_covers = 2 }," if one_table else ""
        (self.rules / "ops.lua").write_text(RULES.replace("PACING", pacing))
        self.environment = {
            "PATH": os.environ["PATH"], "BOOKING_DATA": str(self.data), "BOOKING_RULES": str(self.rules),
            "BOOKING_RATE_LIMITS": "off",
        }
        if SERVER:
            name = f"house_{uuid.uuid4().hex[:12]}"
            psql(SERVER, f"CREATE DATABASE {name}")
            self.environment["BOOKING_DATABASE"] = f"{SERVER.rsplit('/', 1)[0]}/{name}"
        setup = self.done("setup", "--demo")
        self.password = {p["role"]: p["password"] for p in setup["staff"]}
        self.restaurant = next(r["id"] for r in setup["restaurants"] if r["slug"] == "the-anchor")
        self.open_all_day()
        self.sign_in()
        self.servers = []

    def open_all_day(self):
        """Every day from midnight to midnight, without services: what limits is the rules."""
        mine = f"'{self.restaurant}'"
        days = ", ".join(f"({mine}, {weekday}, 0, 1440, 0)" for weekday in range(1, 8))
        self.execute(
            f"DELETE FROM services WHERE restaurant_id = {mine}",
            f"DELETE FROM dated_hours WHERE restaurant_id = {mine}",
            f"DELETE FROM weekly_hours WHERE restaurant_id = {mine}",
            f"INSERT INTO weekly_hours (restaurant_id, weekday, opens, closes, closed) VALUES {days}",
            f"UPDATE restaurants SET seats = NULL, timezone = 'UTC' WHERE id = {mine}")

    def sql(self):
        return sqlite3.connect(self.data / "booking.sqlite", timeout=30)

    def execute(self, *statements):
        """All of them in one transaction."""
        if SERVER:
            psql(self.environment["BOOKING_DATABASE"], "; ".join(statements))
            return
        with self.sql() as store:
            for statement in statements:
                store.execute(statement)

    def rows(self, query, *values):
        if SERVER:
            return psql(self.environment["BOOKING_DATABASE"], query)
        store = self.sql()
        try:
            return store.execute(query, values).fetchall()
        finally:
            store.close()

    # The command line

    def run(self, *arguments, input=None, environment=None, timeout=120):
        """(exit code, the JSON on standard output or None, standard error)"""
        done = subprocess.run(
            [CLI, *arguments, "--format", "json"], env=self.environment | (environment or {}), input=input,
            capture_output=True, text=True, timeout=timeout)
        try:
            answer = json.loads(done.stdout)
        except ValueError:
            answer = None
        return done.returncode, answer, done.stderr

    def done(self, *arguments, **more):
        code, answer, errors = self.run(*arguments, **more)
        assert code == 0, f"{arguments}: {code}: {answer} {errors}"
        return answer

    def sign_in(self, role="host"):
        self.done("sign-in", f"{role}@the-anchor.example", "--password-stdin", input=self.password[role] + "\n")

    def book(self, date, time, party=2, name="Ada", **more):
        return self.run("book", "--restaurant", "the-anchor", "--date", date, "--time", time, "--party", str(party),
                        "--name", name, **more)

    # Servers

    def serve(self, environment=None, preload=None, limit=None, port=0):
        environment = self.environment | (environment or {})
        if preload:
            environment["LD_PRELOAD"] = preload
        before = None
        if limit:
            import resource
            before = lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (limit, limit))
        server = Server(environment, self.folder / "server.log", before, port)
        self.servers.append(server)
        return server

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        for server in self.servers:
            server.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    # What must hold of the store at any time

    def wrongs(self):
        """Everything in the store that should not be: half-written bookings, a start that is over-booked, damage."""
        found = []
        if not SERVER:
            found += [f"integrity: {row[0]}" for row in self.rows("PRAGMA integrity_check") if row[0] != "ok"]
            found += [f"foreign key: {row}" for row in self.rows("PRAGMA foreign_key_check")]
        for what, query in {
            "without an audit line": "SELECT reference FROM bookings b WHERE NOT EXISTS "
                                     "(SELECT 1 FROM audit a WHERE a.booking_id = b.id)",
            "without a decision": "SELECT reference FROM bookings b WHERE NOT EXISTS "
                                  "(SELECT 1 FROM decisions d WHERE d.booking_id = b.id)",
            "without effects": "SELECT reference FROM bookings b WHERE "
                               "(SELECT count(*) FROM effects e WHERE e.booking_id = b.id) < 2",
        }.items():
            found += [f"booking {row[0]} {what}" for row in self.rows(query)][:5]
        return found


def psql(address, statements):
    """What the last statement answers, whole numbers as such."""
    done = subprocess.run(
        ["psql", "-q", "--csv", "-t", "-v", "ON_ERROR_STOP=1", address, "-c", "SET search_path = booking", "-c", statements],
        capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return [
        tuple(int(cell) if cell.lstrip("-").isdigit() else cell for cell in row)
        for row in csv.reader(io.StringIO(done.stdout))]


class Server:
    def __init__(self, environment, log, before=None, port=0):
        self.process = subprocess.Popen(
            [CLI, "serve", "--port", str(port), "--format", "json"], env=environment, stdout=subprocess.PIPE,
            stderr=open(log, "ab"), preexec_fn=before)
        ready, _, _ = select.select([self.process.stdout], [], [], 90)
        line = self.process.stdout.readline() if ready else b""
        assert line, "the server did not start"
        self.port = int(json.loads(line)["url"].rsplit(":", 1)[1])

    def kill(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    @property
    def memory(self):
        """Resident bytes."""
        for line in open(f"/proc/{self.process.pid}/status"):
            if line.startswith("VmRSS"):
                return int(line.split()[1]) * 1024

    @property
    def handles(self):
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))


class Client:
    """One keep-alive connection of a signed-in member of staff."""

    def __init__(self, port, token=None):
        self.port, self.token = port, token
        self.connection = None

    def ask(self, method, path, body=None, headers=None, timeout=60):
        """(status, JSON or None); raises OSError or HTTPException when there was no answer."""
        if self.connection is None:
            self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        headers = dict(headers or {})
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        if body is not None:
            headers["Content-Type"] = "application/json"
        try:
            self.connection.request(method, path, None if body is None else json.dumps(body), headers)
            response = self.connection.getresponse()
            content = response.read()
        except BaseException:
            self.close()
            raise
        self.headers = response.headers
        try:
            return response.status, json.loads(content) if content else None
        except ValueError:
            return response.status, None

    def sign_in(self, house, role="host"):
        status, answer = self.ask(
            "POST", "/api/session", {"email": f"{role}@the-anchor.example", "password": house.password[role]})
        assert status == 201, (status, answer)
        self.token = answer["token"]
        return self.token

    def book(self, house, date, time, party=2, name="Ada", key=None):
        return self.ask(
            "POST", "/api/ops/bookings",
            {"restaurantId": house.restaurant, "date": date, "time": time, "party": party, "name": name},
            {"Idempotency-Key": key} if key else {})

    def close(self):
        if self.connection:
            self.connection.close()
            self.connection = None
