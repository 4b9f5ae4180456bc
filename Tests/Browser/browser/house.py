"""A demo house with a server of its own, as its people would have it."""
import datetime
import json
import os
import pathlib
import select
import shutil
import subprocess
import tempfile
import zoneinfo

ROOT = pathlib.Path(__file__).resolve().parents[3]
CLI = os.environ.get("CLI", str(ROOT / ".build/debug/host-cli"))


class House:
    """Two demo restaurants in a directory of their own, rules that may be edited, and a server."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="booking-browser-"))
        self.rules = self.folder / "rules"
        shutil.copytree(ROOT / "rules", self.rules)
        self.environment = {
            "PATH": os.environ["PATH"], "BOOKING_DATA": str(self.folder / "data"), "BOOKING_RULES": str(self.rules),
            "BOOKING_RATE_LIMITS": "off", "NO_COLOR": "1",
        }
        if pages := os.environ.get("BOOKING_PAGES"):
            self.environment["BOOKING_PAGES"] = pages
        setup = self.run("setup", "--demo")
        self.staff = {person["role"]: person for person in setup["staff"]}
        self.restaurants = {restaurant["slug"]: restaurant for restaurant in setup["restaurants"]}
        self.server = None
        self.serve()

    def serve(self, port=0):
        """Starts the server and waits until it says where it is."""
        self.server = subprocess.Popen(
            [CLI, "serve", "--port", str(port), "--format", "json"], env=self.environment,
            stdout=subprocess.PIPE, stderr=open(self.folder / "server.log", "ab"))
        ready, _, _ = select.select([self.server.stdout], [], [], 60)
        assert ready, "the server did not start"
        self.url = json.loads(self.server.stdout.readline())["url"]
        self.port = int(self.url.rsplit(":", 1)[1])

    def stop(self):
        if self.server:
            self.server.kill()
            self.server.wait()
            self.server = None

    def close(self):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, *arguments, input=None, may_fail=False):
        """A command's JSON. The command line is signed in as whoever signed in last."""
        done = subprocess.run(
            [CLI, *arguments, "--format", "json"], env=self.environment, input=input, capture_output=True, text=True)
        if done.returncode and not may_fail:
            raise AssertionError(f"{arguments}: {done.returncode}: {done.stdout}{done.stderr}")
        return json.loads(done.stdout) if done.stdout.strip() else {}

    @property
    def today(self):
        """The date on the wall of the first restaurant."""
        zone = zoneinfo.ZoneInfo(self.restaurants["the-anchor"]["timezone"])
        return datetime.datetime.now(zone).date().isoformat()

    def sign_in_on_the_command_line(self, role="host"):
        person = self.staff[role]
        self.run("sign-in", person["email"], "--password-stdin", input=person["password"] + "\n")
