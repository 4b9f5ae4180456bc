"""What every benchmark needs: the program, a place to work in, rows of the table, stores and servers of one's own."""

import contextlib
import copy
import ctypes
import dataclasses
import json
import os
import pathlib
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOOLS = ROOT / ".build" / "benchmarks"
QUICK = os.environ.get("QUICK", "") not in ("", "0")
FULL = os.environ.get("FULL", "") not in ("", "0")
CLI = pathlib.Path(os.environ.get("HOST_CLI", ROOT / ".build-release" / "release" / "host-cli"))


@dataclasses.dataclass
class Row:
    """One line of the table. `ratio` is ours to the reference's, in the figure's own unit; `goal` is what it should be
    (">= 0.6"), or nothing where there is none."""

    subject: str
    what: str
    ours: str
    reference: str = ""
    ratio: float | None = None
    goal: str = ""
    missing: str = ""
    failed: str = ""

    @property
    def verdict(self):
        if self.missing or self.failed:
            return "FAILED" if self.failed else "skipped"
        if not self.goal or self.ratio is None:
            return ""
        sign, bound = self.goal.split()
        holds = {
            "<=": self.ratio <= float(bound),
            ">=": self.ratio >= float(bound),
            "<": self.ratio < float(bound),
            ">": self.ratio > float(bound),
        }[sign]
        return "holds" if holds else "FALLS SHORT"


def say(text):
    print(text, file=sys.stderr, flush=True)


def median(values):
    return statistics.median(values)


def number(value):
    """A figure with as many digits as mean something."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


@contextlib.contextmanager
def workplace():
    """A directory on the disk that the sources are on, gone afterwards: /tmp may be memory, where nothing has to be
    waited for."""
    TOOLS.mkdir(parents=True, exist_ok=True)
    place = pathlib.Path(tempfile.mkdtemp(prefix="work-", dir=TOOLS))
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def run(*command, **options):
    """What it printed. Throws with what it complained of."""
    options = {"text": True, "capture_output": True} | options
    done = subprocess.run([str(word) for word in command], **options)
    if done.returncode != 0:
        complaint = " ".join((done.stderr or "").split())[:300]
        raise RuntimeError(f"{pathlib.Path(str(command[0])).name}: exit {done.returncode}: {complaint}")
    return done.stdout


def figures(*command, **options):
    """The JSON that it printed."""
    return json.loads(run(*command, **options))


def start(*command, **options):
    """A program that runs beside us, and ends when we do, however that is."""
    die_with_parent = ctypes.CDLL(None).prctl
    return subprocess.Popen(
        [str(word) for word in command], preexec_fn=lambda: die_with_parent(PR_SET_PDEATHSIG, signal.SIGTERM), **options
    )


PR_SET_PDEATHSIG = 1


def tool(name, *arguments, core=None):
    """Figures of a program of .build/benchmarks, on one core if it is said which."""
    return figures(*on_core(core), TOOLS / name, *arguments)


def on_core(core):
    return [] if core is None or not shutil.which("taskset") else ["taskset", "-c", str(core)]


class Store:
    """A demo store in a directory of its own, with its manager signed in."""

    def __init__(self, directory, rules=ROOT / "rules"):
        self.directory = pathlib.Path(directory)
        self.rules = rules
        self.environment = {k: v for k, v in os.environ.items() if not k.startswith("BOOKING_")} | {
            "BOOKING_DATA": str(self.directory),
            "BOOKING_RULES": str(rules),
            "BOOKING_RATE_LIMITS": "off",
            "TMPDIR": str(self.directory.parent),
        }
        made = json.loads(self.cli("setup", "--demo", "--format", "json"))
        self.email = "manager@the-anchor.example"
        self.password = next(s["password"] for s in made["staff"] if s["email"] == self.email)
        self.cli("sign-in", self.email, "--password-stdin", input=self.password + "\n")

    def copied(self, directory):
        """The same, elsewhere."""
        shutil.copytree(self.directory, directory)
        other = copy.copy(self)
        other.directory = directory
        other.environment = self.environment | {"BOOKING_DATA": str(directory)}
        return other

    @property
    def database(self):
        return self.directory / "booking.sqlite"

    def cli(self, *arguments, **options):
        return run(CLI, *arguments, env=self.environment, **options)

    def sql(self, text):
        return run("sqlite3", self.database, input=text)

    def hold_deliveries(self):
        """As after a restore: what is measured is bookings, not mails."""
        self.sql("INSERT INTO delivery_hold VALUES (1, unixepoch(), 'a benchmark')")


class Server:
    """`host-cli serve` of a store, until the `with` ends."""

    def __init__(self, store):
        self.store = store

    def __enter__(self):
        self.log = open(self.store.directory / "serve.log", "w")
        self.process = start(
            CLI,
            "serve",
            "--port",
            "0",
            "--format",
            "json",
            env=self.store.environment,
            text=True,
            stdout=subprocess.PIPE,
            stderr=self.log,
        )
        try:
            self.begin()
        except BaseException:
            self.__exit__()
            raise
        return self

    def begin(self):
        self.url = json.loads(self.process.stdout.readline())["url"].rstrip("/")
        self.port = int(self.url.rsplit(":", 1)[1])
        self.resting_kib = self.resident_kib()
        body = json.dumps({"email": self.store.email, "password": self.store.password})
        self.token = json.loads(self.ask("/api/session", body))["token"]

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()
        self.log.close()

    def ask(self, path, body=None):
        headers = {"Content-Type": "application/json"}
        if hasattr(self, "token"):
            headers["Authorization"] = f"Bearer {self.token}"
        request = urllib.request.Request(self.url + path, body and body.encode(), headers)
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.read()

    def load(self, requests, connections, seconds):
        """What `httpload` measures of these requests. Throws when one of a hundred is not answered as it should be."""
        path = self.store.directory / "requests.txt"
        path.write_text("".join(line + "\n" for line in requests))
        measured = tool("httpload", self.port, connections, seconds, path, f"Authorization: Bearer {self.token}")
        if measured["failed"] * 100 > measured["answers"]:
            raise RuntimeError(
                f"{measured['failed']} answers with status {measured['failedStatus']}: {requests[0][:80]}"
            )
        return measured

    def resident_kib(self):
        for line in pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1])
        return 0


def wall_seconds(action, rounds):
    """The median of so many times."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return median(times)
