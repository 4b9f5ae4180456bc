import Testing

@testable import BookingHost

@Suite struct `The parser bears any source` {
  /// Parses, goes over the tree, and lets go of it.
  private static func outcome(_ source: String) -> String {
    do {
      let chunk = try LuaParser.parse(source)
      var nodes = 0
      chunk.forEach { _ in nodes += 1 }
      _ = chunk.entry(at: ["a", "b"])
      return "\(nodes)"
    } catch {
      return error.message
    }
  }

  private static func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

  @Test(arguments: [
    "(", "{", "f(", "f{", "a[", "- ", "not ", "a..", "a^", "{[", "{a=", "(a+", "f(function() return ",
  ])
  func `values nested a hundred thousand deep are an error`(open: String) {
    let source = "return " + Self.times(100_000, open)
    #expect(onSmallThread { Self.outcome(source) }.contains("nested too deeply"))
  }

  @Test(arguments: [
    "do ", "if x then ", "while x do ", "repeat ", "function f() ", "for i = 1, 2 do function f() ",
    "local function f() ", "if x then else ", "local x = function() ", "f(function() ", "::a:: ", "a,",
  ])
  func `statements nested a hundred thousand deep are an error`(open: String) {
    let source = Self.times(100_000, open)
    #expect(onSmallThread { Self.outcome(source) }.contains("nested too deeply"))
  }

  @Test(arguments: [
    ("return ", "(", "1", ")"), ("return ", "{", "", "}"), ("return ", "{[1]=", "1", "}"),
    ("return ", "f(", "1", ")"),
    ("return ", "a[", "1", "]"), ("return ", "- ", "1", ""), ("return ", "a^", "1", ""),
    ("", "do ", "", " end"),
    ("", "if x then ", "", " end"), ("", "while x do ", "", " end"), ("", "repeat ", "", " until x"),
    ("", "function f() ", "", " end"), ("", "a:b(", "1", ")"), ("return ", "f{", "1", "}"),
  ])
  func `190 levels fit into a small stack`(start: String, open: String, middle: String, close: String) {
    let source = start + Self.times(190, open) + middle + Self.times(190, close)
    #expect(Int(onSmallThread { Self.outcome(source) }) != nil)
  }

  @Test(arguments: [
    ("return function() ", " end"), ("f(function() ", " end)"),
    ("for i = 1, 2 do for j in x do function f() ", " end end end"),
    ("local t = { a = { f = function() ", " end } }"), ("x = a + function() ", " end"),
    ("if x then elseif y then f{g = function(...) ", " end} end"), ("f(1)(2).a[function() ", " end]()"),
  ])
  func `mixed levels fit into a small stack up to the limit`(open: String, close: String) {
    var deepest = 0
    for count in 1..<200 {
      let source = Self.times(count, open) + Self.times(count, close)
      let outcome = onSmallThread { Self.outcome(source) }
      guard Int(outcome) == nil else { continue }
      #expect(outcome.contains("nested too deeply"))
      deepest = count
      break
    }
    #expect(deepest > 20)
  }

  @Test(arguments: [
    ("return a", "+a"), ("return a", ".b"), ("return a", "[1]"), ("return a", "()"), ("return a", "{}"),
    ("return a", ":b()"), ("return a", " and a"), ("return a", "==a"), ("return {a=", "{},"),
    ("return {", "1,"),
    ("", "a=1 "), ("", "a() "), ("return function() end", "+function() end"), ("return 1", "-(1)"),
    ("if a then ", "elseif a then "), ("a.b", ".b"), ("function a", ".b"), ("", "do end "), ("", "local a;"),
    ("", "::a:: "), ("", "goto a "), ("return a", " or (a)"), ("return {", "{{},"),
  ])
  func `long rows are walked and let go on a small stack`(start: String, link: String) {
    let source = start + Self.times(60_000 / link.utf8.count, link)
    _ = onSmallThread { Self.outcome(source) }
    _ = onSmallThread { Self.outcome(source + "}") }
    _ = onSmallThread { Self.outcome(source + "() end") }
  }

  @Test func `no row makes a tree deep`() throws {
    for link in ["+a", ".b", "[1]", "()", ":b()", " and a", "{}"] {
      let chunk = try LuaParser.parse("return a" + Self.times(10_000, link))
      #expect(chunk.body.height <= 70)
    }
    let mixed =
      "return " + Self.times(60, "(a" + Self.times(300, ".b") + Self.times(300, "+a") + "+") + "a"
      + Self.times(60, ")")
    #expect(try LuaParser.parse(mixed).body.height <= 400)
  }

  @Test func `every beginning of a file is parsed or refused`() {
    for (_, source) in SourceCorpus.all.prefix(2) {
      for end in source.indices { _ = Self.outcome(String(source[..<end])) }
    }
  }
}
