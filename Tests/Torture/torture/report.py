"""A verdict a line, and how many held at the end."""
import argparse
import sys
import time

verdicts = []


class Scenario:
    """`with Scenario("kills") as it:` times it, and turns whatever goes wrong into its verdict."""

    def __init__(self, name, promise):
        self.name, self.promise, self.notes = name, promise, []

    def __enter__(self):
        self.start = time.monotonic()
        print(f"... {self.name}: {self.promise}", file=sys.stderr, flush=True)
        return self

    def note(self, text):
        self.notes.append(text)

    def check(self, holds, otherwise):
        if not holds:
            raise AssertionError(otherwise)

    def __exit__(self, kind, error, trace):
        seconds = time.monotonic() - self.start
        # A scenario that is broken off by hand is none.
        if kind is not None and not issubclass(kind, Exception):
            return False
        if error is not None and not isinstance(error, AssertionError):
            import traceback
            traceback.print_exception(kind, error, trace)
        line = (self.name, error is None, f"{seconds:.0f} s", "; ".join(self.notes) if error is None else str(error))
        verdicts.append(line)
        print(f"{'holds ' if line[1] else 'BROKEN'}  {line[0]:<12} {line[2]:>6}  {line[3]}", flush=True)
        return True


def main(parts):
    """Runs all parts, or those that the command line names, and ends the program: with 1 when anything was broken.
    `parts` says for the short form, or the long one, what to call by which name."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--short", action="store_true")
    arguments.add_argument("--only", default="")
    options = arguments.parse_args()
    by_name = parts(options.short)
    for name in options.only.split(",") if options.only else list(by_name):
        by_name[name]()
    sys.exit(finish())


def finish():
    broken = [name for name, holds, _, _ in verdicts if not holds]
    print()
    print(f"{len(verdicts) - len(broken)} of {len(verdicts)} hold" + (f"; broken: {', '.join(broken)}" if broken else "."))
    return 1 if broken else 0


def percentile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * share))] if values else 0.0
