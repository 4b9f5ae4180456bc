"""The table: on the terminal, and between the marks in docs/performance.md."""

import datetime
import os
import platform
import re
import subprocess

from Common.benchmark import CLI, FULL, QUICK, ROOT

PAGE = ROOT / "docs" / "performance.md"
COLUMNS = ("ours", "reference", "ratio", "goal", "verdict")
VERSIONS = [
    ("", r"Swift version \S+", "swift", "--version"),
    ("SQLite ", r"^[\d.]+", "sqlite3", "--version"),
    ("", r"Lua [\d.]+", "lua5.4", "-v"),
    ("Redis ", r"v=([\d.]+)", "redis-server", "--version"),
    ("", r"Python [\d.]+", "python3", "--version"),
    ("cc ", r"[\d.]+", "cc", "-dumpfullversion"),
]
SYMBOLS = {">=": "≥", "<=": "≤"}


def text_table(rows):
    cells = [("", "what", *COLUMNS)] + [(row.subject, row.what, *figures_of(row)) for row in rows]
    widths = [max(len(line[i]) for line in cells) for i in range(len(cells[0]))]
    lines = []
    for line in cells:
        padded = [text.rjust(w) if 2 <= i <= 4 else text.ljust(w) for i, (text, w) in enumerate(zip(line, widths))]
        lines.append("  ".join(padded).rstrip())
    short = [row for row in rows if row.verdict == "FALLS SHORT"]
    held = [row for row in rows if row.verdict == "holds"]
    lines += ["", f"{len(held)} goals hold, {len(short)} fall short."]
    lines += [f"{row.subject}, {row.what}: {row.missing or row.failed}" for row in rows if row.missing or row.failed]
    return "\n".join(lines)


def figures_of(row):
    goal = row.goal
    for sign, symbol in SYMBOLS.items():
        goal = goal.replace(sign, symbol)
    return row.ours, row.reference, ratio_text(row.ratio), goal, row.verdict


def ratio_text(ratio):
    if ratio is None:
        return ""
    return f"{ratio:.2f}" if ratio >= 0.095 else f"{ratio:.2g}" if ratio >= 0.001 else f"{ratio:.4f}"


def write(rows, minutes, load):
    text = PAGE.read_text()
    figures = "\n".join([machine(minutes, load), *(markdown(subject, rows) for subject in subjects(rows))])
    pattern = r"(<!-- figures -->\n).*(<!-- /figures -->)"
    PAGE.write_text(re.sub(pattern, lambda found: f"{found[1]}{figures}\n{found[2]}", text, flags=re.DOTALL))


def subjects(rows):
    return list(dict.fromkeys(row.subject for row in rows))


def markdown(subject, rows):
    lines = [
        f"\n### {subject.capitalize()}\n",
        "| what | " + " | ".join(COLUMNS) + " |",
        "|---|---:|---:|---:|---|---|",
    ]
    for row in (row for row in rows if row.subject == subject):
        figures = list(figures_of(row))
        figures[-1] = f"**{figures[-1].lower()}**" if row.verdict.isupper() else figures[-1]
        what = row.what + (f": {row.missing or row.failed}" if row.missing or row.failed else "")
        lines.append("| " + " | ".join([what.replace("|", "/"), *figures]) + " |")
    return "\n".join(lines)


def machine(minutes, load):
    switches = " ".join(name + "=1" for name, on in (("QUICK", QUICK), ("FULL", FULL)) if on)
    versions = ", ".join(filter(None, (first_line(*command, of=of, name=name) for name, of, *command in VERSIONS)))
    program = first_line(str(CLI), "--version", of=".+") or "of this tree"
    return (
        f"\n{datetime.date.today():%-d %B %Y}, `{switches + ' ' if switches else ''}make bench`, {minutes:.0f} minutes, "
        f"host-cli {program}.\n\n"
        f"{os.cpu_count()} cores ({processor()}), {memory_gib():.0f} GiB, {system()}, "
        f"Linux {platform.release().split('-')[0]}; {versions}. Load when it began: {load:.1f}."
    )


def first_line(*command, of, name=""):
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    found = re.search(of, done.stdout + done.stderr)
    return name + (found[1] if found.re.groups else found[0]) if found else ""


def processor():
    found = re.search(r"model name\s*: (.*)", open("/proc/cpuinfo").read())
    return found[1] if found else platform.machine()


def memory_gib():
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30


def system():
    found = re.search(r'PRETTY_NAME="(.*)"', open("/etc/os-release").read())
    return found[1] if found else "Linux"
