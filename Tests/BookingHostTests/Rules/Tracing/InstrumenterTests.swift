import Foundation
import Testing

@testable import BookingHost

@Suite struct `An instrumented source` {
  private func text(_ source: String) throws -> String {
    try Instrumenter.instrument(source, file: "m.lua", first: 0).text
      .replacing("local __reached,__seen=__reached,__seen;", with: "")
      .replacing("__reached", with: "R").replacing("__seen", with: "S")
  }

  /// The inside of a function.
  private func body(_ source: String) throws -> String {
    let all = try text("return function(a, b, t)\n\(source)\nend")
    return all.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().dropLast()
      .joined(separator: "\n")
  }

  @Test func `has probes before statements and around values, and keeps its lines`() throws {
    let source = """
      if a.x <= 2 and
         b then
        return "warn"
      elseif not t.y then a = #t + 1 end
      """
    #expect(
      try body(source) == """
        R(0);if S(1,S(2,S(3,a.x) <= 2) and
           S(4,b)) then
          R(5);return "warn"
        elseif S(6,not S(7,t.y)) then R(8);a = S(9,S(10,#t) + 1) end
        """)
  }

  @Test func `says what each probe stands for`() throws {
    let source = "return {\n  f = function(d)\n    local n = d.load.covers + 1\n    return n > 2\n  end }"
    let probes = try Instrumenter.instrument(source, file: "lib/x.lua", first: 5).probes
    #expect(
      probes.map { "\($0.line) \($0.kind) \($0.isStatement ? "" : $0.text(in: source)) \($0.name ?? "-")" }
        == [
          "3 statement  -", "3 operation d.load.covers + 1 n", "3 access d.load.covers -", "4 statement  -",
          "4 test n > 2 -", "4 access n -",
        ])
    #expect(probes.allSatisfy { $0.file == "lib/x.lua" && $0.function == 1 })
  }

  @Test func `is left as it is outside of functions`() throws {
    let source = "local n = 1 + tonumber('2')\nif n > 1 then n = n * 2 end\nreturn { party = { max = n } }"
    let instrumented = try Instrumenter.instrument(source, file: "m.lua", first: 0)
    #expect(instrumented.text == source && instrumented.probes.isEmpty)
  }

  @Test func `has no probe around what must stay as it is`() throws {
    for (source, expected) in [
      ("a.b.c = t.x", "R(0);a.b.c = S(1,t.x)"),
      ("t[a + 1], b = b, 1", "R(0);t[a + 1], b = S(1,b), 1"),
      ("return a(b)", "R(0);return a(S(1,b))"),
      ("return a:b(), t()", "R(0);return S(1,a:b()), S(2,t())"),
      ("a.f'x' t{ a } return", "R(0);a.f'x' R(1);t{ S(2,a) } R(3);return"),
      ("for k, v in pairs(t) do a = v end", "R(0);for k, v in pairs(S(1,t)) do R(2);a = S(3,v) end"),
      ("for i = 1, #t do break end", "R(0);for i = 1, S(1,#t) do R(2);break end"),
      ("goto done; ::done::", "R(0);goto done; ::done::"),
      ("::again:: a = 1 ; ; goto again", "::again:: R(0);a = 1 ; ; R(1);goto again"),
      (
        "local x <close> = a local y <const> = 2 * 3", "R(0);local x <close> = a R(1);local y <const> = 2 * 3"
      ),
      ("return(a)", "R(0);return(S(1,a))"),
      ("return not(a)", "R(0);return S(1,not(S(2,a)))"),
      ("return a,-b", "R(0);return S(1,a),S(2,-S(3,b))"),
      ("if a then(b or t)()end", "R(0);if S(1,a) then R(2);(S(3,S(4,b) or S(5,t)))()end"),
      ("a=t()b=a", "R(0);a=S(1,t())R(2);b=S(3,a)"),
      ("return 1 ..a.. 2", "R(0);return S(1,1 ..S(2,S(3,a).. 2))"),
      ("a = \"x\" .. (\"y\"):rep(b)", "R(0);a = S(1,\"x\" .. S(2,(\"y\"):rep(S(3,b))))"),
    ] {
      #expect(try body(source) == expected)
    }
  }

  @Test func `reads a changing local as late as it was read`() throws {
    let source = "local n = 0 local function inc() n = n + 1 return n end return n + inc(), n .. inc(), n + 1"
    let value = try body(source)
    #expect(
      value.hasSuffix("S(8,n + S(9,inc())), S(10,S(11,n) .. S(12,inc())), S(13,S(14,n) + 1)"), "\(value)")
  }

  @Test func `begins after a byte-order mark and a line for the shell`() throws {
    let source = "\u{FEFF}#!/usr/bin/lua\nreturn { function() return 1 end }"
    let text = try Instrumenter.instrument(source, file: "m.lua", first: 0).text
    let program = "local __reached,__seen=__reached,__seen;\nreturn { function() __reached(0);return 1 end }"
    #expect(text == "\u{FEFF}#!/usr/bin/lua" + program)
  }

  @Test func `is refused where it does not parse, or uses the names of the probes`() {
    for source in ["return {", "return { function() return __seen end }", "local x = __reached"] {
      #expect(throws: RuleError.self) { try Instrumenter.instrument(source, file: "m.lua", first: 0) }
    }
  }
}
