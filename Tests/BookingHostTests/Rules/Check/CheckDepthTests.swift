import Testing

@testable import BookingHost

@Suite struct `The check bears any source` {
  private static func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

  private static func mode(_ before: String, _ body: String = "") -> String {
    before + "\nreturn { access = \"staff\", check = function(draft, facts) " + body + " end }"
  }

  static let sources: [String: String] = [
    "calls within calls": mode(
      "local function f0(x) return x.lod end\n"
        + (1...150).map { "local function f\($0)(x) return f\($0 - 1)(x) end\n" }.joined(), "f150(facts)"),
    "a name for a name": mode((1...180).map { "local a\($0) = a\($0 - 1)\n" }.joined(), "refuse(a180)"),
    "functions within functions": mode(
      "", times(90, "local f = function(x) ") + "facts.lod()" + times(90, " end f(facts)")),
    "values within values": mode("", "local x = " + times(180, "(facts.load or ") + "1" + times(180, ")")),
    "tables within tables": mode(
      "local t = " + times(180, "{ a = ") + "1" + times(180, "}"), "local x = t" + times(180, ".a")),
    "keys in a row": mode("", "local x = facts" + times(3000, ".load")),
    "sums in a row": mode("", "local x = draft.party" + times(3000, " + draft.party")),
    "itself": mode("local function f(x, y) return f(y, { x }) end", "f(facts, draft)"),
    "each other": mode(
      "local g local function f(x) return g(x) end function g(x) return f(x.load) end", "f(facts)"),
    "a table in itself": mode("local t = {} t.t = t t.f = function(x) return x.t.t.t.f(t) end", "t.f(t)"),
    "calls that fan out": mode(
      "local function f0(x) return x end\n"
        + (1...40).map { "local function f\($0)(x) return f\($0 - 1)(x) or f\($0 - 1)({ x }) end\n" }.joined(),
      "f40(facts)"),
    "tables that fan out": "local t0 = { 1 }\n"
      + (1...20).map { "local t\($0) = { t\($0 - 1), t\($0 - 1), a = t\($0 - 1), b = t\($0 - 1) }\n" }
      .joined()
      + "return { access = \"staff\", fields = t20 }",
    "many fields": "return { access = \"staff\", fields = {"
      + (0..<6000).map { "f\($0) = { label = \"x\" }," }.joined() + "} }",
    "many keys": mode(
      "local t = {" + (0..<6000).map { "k\($0) = \($0)," }.joined() + "}",
      (0..<3000).map { "local x = t.k\($0)x " }.map { "do \($0)end " }.joined()),
    "many unknown keys": "return {" + (0..<9000).map { "k\($0) = \($0)," }.joined() + "}",
    "names of megabytes": mode("", times(100_000, "a") + "() facts." + times(100_000, "b") + "()"),
    "returns by the thousand": mode(
      "local function f(x) " + times(4000, "if x then return x end ") + "end",
      times(200, "f(facts).lod() f(draft).lod() ")),
  ]

  @Test(arguments: sources.keys.sorted())
  func `and ends on a small stack`(name: String) {
    let source = Self.sources[name]!
    let findings = onSmallThread { RuleCheck.findings(files: RuleFiles(texts: ["m.lua": source])).count }
    #expect(findings >= 0)
  }
}
