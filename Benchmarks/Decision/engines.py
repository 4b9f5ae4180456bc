#!/usr/bin/env python3
"""engines.py SECONDS: one small policy in the languages of other engines, checked for equal answers, then timed.

Prints one JSON object: for each engine {"microseconds": …, "version": …} or {"missing": why}. Runs in the environment
that decision.py makes. With --cases it prints the corpus with its answers instead.
"""

import importlib.metadata
import json
import sys
import time

from model import CORPUS, model

CEDAR = """
permit (principal, action, resource);
permit (principal, action, resource) when { context.covers + context.party - context.most > 0 };
forbid (principal, action, resource) when { context.name == "" };
forbid (principal, action, resource) when { context.party < 1 };
forbid (principal, action, resource) when { context.party > 12 };
forbid (principal, action, resource) when { context.covers + context.party - context.most > 2 }
  unless { ["manager", "owner"].contains(context.role) && context.reason != "" };
"""
CEDAR_FOUND = [None, "capacity_exceeded", "name_required!", "party_min!", "party_max!", "capacity_exceeded?"]

REGO = """
package booking
import rego.v1
over := (input.covers + input.party) - input.most
may_override if { input.role in {"manager", "owner"}; input.reason != "" }
found contains "name_required!" if input.name == ""
found contains "party_min!" if input.party < 1
found contains "party_max!" if input.party > 12
found contains "capacity_exceeded" if { over > 0; over <= 2 }
found contains "capacity_exceeded" if { over > 2; may_override }
found contains "capacity_exceeded?" if { over > 2; not may_override }
"""

CEL = """
(name == "" ? ["name_required!"] : []) + (party < 1 ? ["party_min!"] : []) + (party > 12 ? ["party_max!"] : []) +
(covers + party - most <= 0 ? [] :
  covers + party - most <= 2 || (role in ["manager", "owner"] && reason != "") ? ["capacity_exceeded"] :
  ["capacity_exceeded?"])
"""

ZEN_ROWS = [
    ('name == ""', "name_required!"),
    ("party < 1", "party_min!"),
    ("party > 12", "party_max!"),
    ("covers + party - most in [1..2]", "capacity_exceeded"),
    ('covers + party - most > 2 and role in ["manager", "owner"] and reason != ""', "capacity_exceeded"),
    ('covers + party - most > 2 and not (role in ["manager", "owner"] and reason != "")', "capacity_exceeded?"),
]


def zen():
    import zen as engine

    table = {
        "hitPolicy": "collect",
        "inputs": [{"id": "in", "name": "when"}],
        "outputs": [{"id": "out", "name": "found", "field": "found"}],
        "rules": [{"_id": str(i), "in": when, "out": json.dumps(found)} for i, (when, found) in enumerate(ZEN_ROWS)],
    }
    nodes = [
        {"id": "a", "name": "request", "type": "inputNode", "position": {"x": 0, "y": 0}},
        {"id": "b", "name": "table", "type": "decisionTableNode", "content": table, "position": {"x": 0, "y": 0}},
        {"id": "c", "name": "response", "type": "outputNode", "position": {"x": 0, "y": 0}},
    ]
    edges = [{"id": "1", "sourceId": "a", "targetId": "b"}, {"id": "2", "sourceId": "b", "targetId": "c"}]
    decision = engine.ZenEngine().create_decision(json.dumps({"nodes": nodes, "edges": edges}))
    return lambda draft: [row["found"] for row in decision.evaluate(draft)["result"]]


# The same as one expression: nothing of the engine but its language.
ZEN_EXPRESSION = """
(name == "" ? "name_required! " : "") + (party < 1 ? "party_min! " : "") + (party > 12 ? "party_max! " : "") +
(covers + party - most <= 0 ? "" :
  covers + party - most <= 2 or (role in ["manager", "owner"] and reason != "") ? "capacity_exceeded" :
  "capacity_exceeded?")
"""


def zen_expression():
    import zen as engine

    expression = engine.compile_expression(" ".join(ZEN_EXPRESSION.split()))
    return lambda draft: expression.evaluate(draft).split()


def cedar():
    import cedarpy

    policies = cedarpy.PolicySet.from_str(CEDAR)
    nobody = cedarpy.Entities.from_json_str("[]")
    request = {"principal": 'Staff::"host"', "action": 'Action::"book"', "resource": 'Restaurant::"anchor"'}

    def decide(draft):
        result = cedarpy.is_authorized({**request, "context": draft}, policies, nobody)
        return [CEDAR_FOUND[int(name[6:])] for name in result.diagnostics.reasons if name != "policy0"]

    return decide


def rego():
    import regopy

    interpreter = regopy.Interpreter()
    interpreter.add_module("booking", REGO)
    # Compiled once, where the package can.
    interpreter.set_input({})
    bundle = interpreter.build("data.booking.found", ["booking/found"])

    def decide(draft):
        interpreter.set_input(draft)
        output = interpreter.query_bundle(bundle)
        return json.loads(str(output))["expressions"][0]

    return decide


def cel():
    import celpy

    environment = celpy.Environment()
    program = environment.program(environment.compile(CEL))
    return lambda draft: [str(found) for found in program.evaluate(celpy.json_to_cel(draft))]


def checked(decide):
    for draft in CORPUS:
        found, expected = answer(decide(draft)), answer(model(draft))
        if found != expected:
            raise ValueError(f"{draft}: {found}, not {expected}")


def answer(found):
    """What blocks, or what passes with a remark: an engine that only permits or forbids tells no more."""
    blocks = sorted(code for code in found if code[-1] in "!?")
    outcome = "confirmed" if not blocks else "refused" if any(code[-1] == "!" for code in blocks) else "override"
    return outcome, blocks or sorted(found)


def microseconds(decide, seconds):
    start, count = time.perf_counter(), 0
    while time.perf_counter() - start < seconds:
        for draft in CORPUS:
            decide(draft)
        count += len(CORPUS)
    return (time.perf_counter() - start) / count * 1e6


def figure(make, package, seconds):
    try:
        decide = make()
        checked(decide)
        return {"microseconds": microseconds(decide, seconds), "version": importlib.metadata.version(package)}
    except Exception as problem:  # a row that says so, whatever it is
        return {"missing": f"{type(problem).__name__}: {problem}"[:200]}


def main():
    if sys.argv[1] == "--cases":
        print(json.dumps([(draft, *answer(model(draft))) for draft in CORPUS]))
        return
    seconds = float(sys.argv[1])
    engines = {
        "zen-engine, a decision table": (zen, "zen-engine"),
        "zen-engine, one expression": (zen_expression, "zen-engine"),
        "cedarpy": (cedar, "cedarpy"),
        "regopy": (rego, "regopy"),
        "cel-python": (cel, "cel-python"),
    }
    figures = {name: figure(make, package, seconds) for name, (make, package) in engines.items()}
    print(json.dumps(figures))


main()
