"""Decisions, one core: the shipped ops rules through the library, against a bare C host, Redis, and other engines."""

import re
import subprocess
import sys
import time

from Common.benchmark import CLI, QUICK, ROOT, TOOLS, Row, figures, median, number, on_core, run, say, start, tool

HERE = ROOT / "Benchmarks" / "Decision"
ROUNDS = 3 if QUICK else 7
COUNT = 20_000 if QUICK else 50_000


def rows(work):
    small = make_small_rules(work)
    python = make_venv() / "bin" / "python"
    with Redis(work) as redis:
        redis.check()
        rounds = [measure(redis, small, python, i) for i in range(ROUNDS)]
    yield from against_bare_host(rounds)
    ratio = median(per_second(r["ours"]) / per_second(r["redis"]) for r in rounds)
    yield Row(
        "decision",
        "ops rules, against Redis EVALSHA on one core, 20 connections × 16 in a pipeline",
        f"{number(median(per_second(r['ours']) for r in rounds))} /s",
        f"{number(median(per_second(r['redis']) for r in rounds))} /s",
        ratio,
        "> 1",
    )
    for name in rounds[0]["engines"]:
        yield against_engine(name, rounds)


def measure(redis, small, python, index):
    say(f"  decisions: round {index + 1} of {ROUNDS}")
    return {
        "ours": bench(ROOT / "rules", "ops"),
        "bare": tool("baseline", ROOT / "rules", "ops", COUNT, core=0),
        "redis": redis.measure(),
        "small": bench(small, "small"),
        "engines": figures(*on_core(0), python, HERE / "engines.py", 0.2 if QUICK else 0.5),
    }


def per_second(figure):
    return figure["decisionsPerSecond"]


def bench(rules, mode):
    return figures(
        *on_core(0), CLI, "rules", "bench", "--mode", mode, "--count", COUNT, "--rules", rules, "--format", "json"
    )


def middle(rounds, who, name):
    return median(r[who][name] for r in rounds)


def against_bare_host(rounds):
    for name, what, goal in (("p50ns", "half within", "<= 1"), ("p99ns", "99 in 100 within", "")):
        ratio = median(r["ours"][name] / r["bare"][name] for r in rounds)
        yield Row(
            "decision",
            f"ops rules, against a bare C host: {what}",
            microseconds(rounds, "ours", name),
            microseconds(rounds, "bare", name),
            ratio,
            goal,
        )


def microseconds(rounds, who, name):
    return f"{number(middle(rounds, who, name) / 1000)} µs"


class Redis:
    """A server of our own, on core 0, with the policy as a script; the client has the other core."""

    def __init__(self, work):
        self.socket = work / "redis.sock"

    def __enter__(self):
        self.process = start(
            *on_core(0),
            "redis-server",
            "--port",
            "0",
            "--unixsocket",
            self.socket,
            "--save",
            "",
            "--appendonly",
            "no",
            "--dir",
            self.socket.parent,
            stdout=subprocess.DEVNULL,
        )
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
        f"{cases}\n}} }}\n"
    )
    run(CLI, "rules", "test", "--rules", rules, "--format", "json")
    return rules


def test_case(index, one):
    draft, outcome, codes = one
    name = f'"{draft["name"]}"' if draft["name"] else "absent"
    reason = f'reason = "{draft["reason"]}", ' if draft["reason"] else ""
    issues = ", ".join(f'"{code.rstrip("!?")}"' for code in codes)
    # Where something blocks, the engines tell no more than that; we tell all there is.
    kind = "issues" if outcome == "confirmed" else "issues_include"
    return (
        f'{{ "case {index}", role = "{draft["role"]}", {reason}draft = {{ party = {draft["party"]}, name = {name} }}, '
        f"facts = {{ load = {{ covers = {draft['covers']}, max_covers = {draft['most']} }} }}, "
        f'expect = "{outcome}", {kind} = {{ {issues} }} }}'
    )


def against_engine(name, rounds):
    figures = [r["engines"][name] for r in rounds]
    what = f"a small policy, against {name}"
    missing = next((figure["missing"] for figure in figures if "missing" in figure), "")
    if missing:
        return Row("decision", what, "", missing=missing)
    ours = [1e6 / per_second(r["small"]) for r in rounds]
    theirs = [figure["microseconds"] for figure in figures]
    ratio = median(a / b for a, b in zip(ours, theirs))
    return Row(
        "decision",
        f"{what} ({figures[0]['version']})",
        f"{number(median(ours))} µs",
        f"{number(median(theirs))} µs",
        ratio,
        "< 1",
    )


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
