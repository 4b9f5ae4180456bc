"""Decisions, one core: the shipped ops rules through the library, against a bare C host, Redis, and other engines."""
import json
import re
import subprocess
import sys
import time

from Common.benchmark import CLI, QUICK, ROOT, TOOLS, Row, figures, median, number, on_core, run, say, tool

HERE = ROOT / "Benchmarks" / "Decision"
ROUNDS = 3 if QUICK else 7
COUNT = 20_000 if QUICK else 50_000


def rows(work):
    small = make_small_rules(work)
    with Redis(work) as redis:
        redis.check()
        rounds = [measure(redis, small, i) for i in range(ROUNDS)]
    yield from against_bare_host(rounds)
    ours, theirs = middle(rounds, "ours", "decisionsPerSecond"), middle(rounds, "redis", "decisionsPerSecond")
    yield Row("decision", "ops rules, against Redis EVALSHA on one core, 20 connections × 16 in a pipeline",
              f"{number(ours)} /s", f"{number(theirs)} /s", ours / theirs, "> 1")
    yield from against_engines(1e6 / middle(rounds, "small", "decisionsPerSecond"))


def measure(redis, small, index):
    say(f"  decisions: round {index + 1} of {ROUNDS}")
    return {
        "ours": bench(ROOT / "rules", "ops"),
        "bare": tool("baseline", ROOT / "rules", "ops", COUNT, core=0),
        "redis": redis.measure(),
        "small": bench(small, "small"),
    }


def bench(rules, mode):
    return figures(*on_core(0), CLI, "rules", "bench", "--mode", mode, "--count", COUNT, "--rules", rules,
                   "--format", "json")


def middle(rounds, who, name):
    return median(r[who][name] for r in rounds)


def against_bare_host(rounds):
    for name, what, goal in (("p50ns", "half within", "<= 1"), ("p99ns", "99 in 100 within", "")):
        ratio = median(r["ours"][name] / r["bare"][name] for r in rounds)
        yield Row("decision", f"ops rules, against a bare C host: {what}", microseconds(rounds, "ours", name),
                  microseconds(rounds, "bare", name), ratio, goal)


def microseconds(rounds, who, name):
    return f"{number(middle(rounds, who, name) / 1000)} µs"


class Redis:
    """A server of our own, on core 0, with the policy as a script; the client has the other core."""

    def __init__(self, work):
        self.socket = work / "redis.sock"

    def __enter__(self):
        self.process = subprocess.Popen(
            [*on_core(0), "redis-server", "--port", "0", "--unixsocket", str(self.socket), "--save", "",
             "--appendonly", "no", "--dir", str(self.socket.parent)], stdout=subprocess.DEVNULL)
        for _ in range(100):
            if self.socket.exists():
                break
            time.sleep(0.05)
        with open(HERE / "policy.lua") as script:
            self.sha = run("redis-cli", "-s", self.socket, "-x", "SCRIPT", "LOAD", stdin=script).strip()
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    def check(self):
        """The 64 cases come to what the bare host, running our files, says."""
        theirs = run(TOOLS / "pipeline", self.socket, self.sha, "--show").splitlines()
        bare = run(TOOLS / "baseline", ROOT / "rules", "ops", "--show").splitlines()
        for index, (answer, expected) in enumerate(zip(theirs, bare, strict=True)):
            found = re.match(r"\w+ (.*?);(.*);", answer)
            count = len(found[2].split())
            issues = re.search(r"covers .*?:(.*) -> (\d+) effects", expected)
            if found[1].split() != issues[1].split() or count != int(issues[2]):
                raise RuntimeError(f"Redis decides case {index} otherwise: {answer}, not {expected}")

    def measure(self):
        return tool("pipeline", self.socket, self.sha, 8 * COUNT, core=1)


SMALL = """
return {
  access = "staff",
  fields = { name = { required = true } },
  party = { min = 1, max = 12 },
  severity = {
    capacity_exceeded = function(draft, facts, issue)
      return issue.over <= 2 and "warn" or { override = "manager" }
    end,
  },
}
"""


def make_small_rules(work):
    """The policy that the other engines have, as a mode, with a test case for every draft of the corpus."""
    rules = work / "small-rules"
    (rules / "tests").mkdir(parents=True)
    (rules / "small.lua").write_text(SMALL)
    corpus = figures(sys.executable, HERE / "engines.py", "--cases")
    cases = ",\n".join(test_case(i, one) for i, one in enumerate(corpus))
    (rules / "tests" / "small.lua").write_text(
        'return { mode = "small", now = "2026-11-22 12:00", draft = { date = "2026-11-22", time = "19:00" }, cases = {\n'
        f"{cases}\n}} }}\n")
    run(CLI, "rules", "test", "--rules", rules, "--format", "json")
    return rules


def test_case(index, one):
    draft = one["draft"]
    name = f'"{draft["name"]}"' if draft["name"] else "absent"
    reason = f'reason = "{draft["reason"]}", ' if draft["reason"] else ""
    issues = ", ".join(f'"{code.rstrip("!?")}"' for code in one["found"])
    return (f'{{ "case {index}", role = "{draft["role"]}", {reason}draft = {{ party = {draft["party"]}, name = {name} }}, '
            f'facts = {{ load = {{ covers = {draft["covers"]}, max_covers = {draft["most"]} }} }}, '
            f'expect = "{one["outcome"]}", issues = {{ {issues} }} }}')


def against_engines(ours):
    try:
        measured = json.loads(run(*on_core(0), make_venv() / "bin" / "python", HERE / "engines.py", 0.5 if QUICK else 2))
    except RuntimeError as problem:
        yield Row("decision", "a small policy, against other engines", "", missing=str(problem))
        return
    for name, figure in measured["engines"].items():
        what = f"a small policy, against {name}"
        if "missing" in figure:
            yield Row("decision", what, "", missing=figure["missing"])
            continue
        theirs = figure["microseconds"]
        yield Row("decision", f"{what} {figure['version']}", f"{number(ours)} µs", f"{number(theirs)} µs",
                  ours / theirs, "< 1")


def make_venv():
    """Each package on its own, so that one that cannot be had costs one row."""
    venv = TOOLS / "venv"
    if not (venv / "bin" / "python").exists():
        say("  making a virtual environment for zen-engine, cedarpy, regopy and cel-python")
        run(sys.executable, "-m", "venv", venv)
    for package in ("zen-engine==2.1.3", "cedarpy==4.12.2", "regopy==1.5.2", "cel-python==0.5.0"):
        name, version = package.split("==")
        if subprocess.run([venv / "bin" / "pip", "show", "--quiet", name], capture_output=True).returncode == 0:
            continue
        try:
            run(venv / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check", package, timeout=300)
        except (RuntimeError, subprocess.TimeoutExpired) as problem:
            say(f"  {package}: {problem}")
    return venv
