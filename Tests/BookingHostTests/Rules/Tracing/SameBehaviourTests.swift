import Foundation
import Testing

@testable import BookingHost

/// Probes change nothing: what is decided with them is what is decided without.
@Suite struct `A program does the same with probes in it` {
  private let interface = Evaluator.Interface(
    recorders: [.init(name: "record", group: 1, allowed: "here")], levels: ["none"])

  /// How a call of the first function of a program ended.
  private func ending(_ source: String, instrumented: Bool) throws -> String {
    let made = try instrumented ? Instrumenter.instrument(source, file: "m.lua", first: 0) : nil
    let (program, probes) = (made?.text ?? source, made?.probes.count ?? 0)
    let draft = PackedWriter()
    draft.record {
      $0.integer("n", 7)
      $0.text("s", "abcab")
      $0.list("list", [3, 1, 2]) { $0.integer($1) }
    }
    let outcome = Result { try results(program, probes, draft) }
    switch outcome {
    case .success(let results): return results
    // Whoever meets a limit meets it on another line with probes.
    case .failure(let error as RuleError) where error.kind.rawValue.hasPrefix("limit"):
      return error.kind.rawValue
    case .failure(let error as RuleError):
      return "\(error.kind) \(error.rule ?? "-") \(Self.withoutNames(error.message))"
    case .failure(let error): throw error
    }
  }

  private func results(_ program: String, _ probes: Int, _ argument: PackedWriter) throws -> String {
    let evaluator = try Evaluator(
      entry: "m.lua", sources: ["m.lua": program], interface: interface,
      limits: probes > 0 ? .tracing : .standard, probes: probes)
    guard case .function(let function) = evaluator.definition else { return "no function" }
    try evaluator.begin(level: 0)
    let results = try evaluator.call(function, [argument], groups: 1, results: 8)
    return try "\(results) \(evaluator.records().map { "\($0.place) \($0.arguments)" })"
  }

  /// What liblua says of a value that has a name ("local 'x'"), it cannot say of the result of a call.
  private static func withoutNames(_ message: String) -> String {
    for kind in ["local", "upvalue", "field", "global", "method", "constant"] {
      if let start = message.range(of: " (\(kind) '"),
        let end = message.range(of: "')", range: start.upperBound..<message.endIndex)
      {
        return message.replacingCharacters(in: start.lowerBound..<end.upperBound, with: "")
      }
    }
    return message
  }

  /// For each seed; the environment may ask for more.
  private static let programs = Int(ProcessInfo.processInfo.environment["PROGRAMS"] ?? "") ?? 8

  @Test(arguments: 0..<40)
  func `also one that was made up`(seed: Int) throws {
    for index in 0..<Self.programs {
      var made = GeneratedProgram(seed: UInt64(seed * 1000 + index))
      let source = made.function()
      let plain = try ending(source, instrumented: false)
      let probed = try ending(source, instrumented: true)
      #expect(plain == probed, "\(source)")
    }
  }

  @Test func `and what is made up is neither all alike nor all wrong`() throws {
    var endings: [String: Int] = [:]
    for seed in 0..<400 {
      var made = GeneratedProgram(seed: UInt64(seed))
      endings[try ending(made.function(), instrumented: false), default: 0] += 1
    }
    let failed = endings.filter { !$0.key.hasPrefix("[") }.values.reduce(0, +)
    #expect(endings.count > 200 && failed < 200, "\(endings.count) endings, \(failed) failed")
    #expect(!endings.keys.contains { $0.hasPrefix("syntax") })
  }

  @Test(
    "also where the order in which things are read shows",
    arguments: [
      "local n = 0 local function inc() n = n + 1 return n end return n + inc(), n < inc(), n == inc(), n .. inc()",
      "local n = 1 local function inc() n = n * 2 return n end return (n) - inc(), n // (inc()), -n + inc()",
      "local n = 0 local function inc() n = n + 1 return n end return (1 and n) ~= inc(), (nil or (n)) + inc()",
      "local i = 1 local t = {} local function f() i = i + 1 return i end t[i] = f() return t[1], t[2]",
      "local i, t = 1, {} i, t[i] = i + 1, 20 return i, t[1], t[2]",
      "local k = 'a' local function f() k = 'b' return 1 end local t = { [k] = f() } return t.a, t.b",
      "local function f() end local function g() return 1, 2, 3 end return #{ f(), g(), g() }, (g()), g()",
      "local function f(...) return select('#', ...), ... end return f(f(nil)), (f())",
      "local t = { 1, 2, n = 3 } local function g() t = { 9 } return 1 end return t[g()], t[1]",
      "local x = d.n local y = x x = 2 return x and y or 0, x == y, not x, x ~= nil and x < y",
      "local r = {} for i = 3, 1, -1 do if i == 2 then goto go end r[#r + 1] = i ::go:: end return r[1], r[2], #r",
      "local function loop(n) if n == 0 then return 'end' end return loop(n - 1) end return loop(1000)",
      "local s = 0 for _, v in ipairs(d.list) do s = s + v if s > 3 then break end end return s",
      "local i = 0 repeat local j = i * 2 i = i + 1 until j > 6 return i",
      "record('a', d.n + 1, #d.s)\nrecord(d.list)\nreturn d.s:gsub('a', function(x) return x:upper() end)",
      "return 7 // 2, 7 % 3, 2 ^ 3, 7 & 3, 1 << 4, ~0, 'a' .. 1 .. 2.0, -d.n",
      "return d.nope.x", "return d.n < d.s", "return d.s + 1", "local x = d.list return x()", "return #d.n",
      "local f\nf = function(n)\n  if n > 3 then error('deep', 2) end\n  return (f(n + 1))\nend\nreturn f(1)",
      "return d.n\n  + d.zero", "assert(d.n == 8,\n  'no')", "for i = 1, d.s do end", "return ({})[nil].x",
    ])
  func order(body: String) throws {
    let source = "return function(d)\n\(body)\nend"
    let plain = try ending(source, instrumented: false)
    let probed = try ending(source, instrumented: true)
    #expect(plain == probed)
    #expect(!plain.hasPrefix("syntax"), "\(plain)")
  }

  // MARK: Whole rules

  private func compare(_ files: [String: String], _ asked: [Draft], _ given: Facts = facts()) throws {
    let plain = try RuleBook(files: files)
    let traced = try TracedRuleBook(files: plain.files)
    for mode in plain.modeNames {
      for asked in asked {
        let expected = Result { try plain.decide(mode: mode, draft: asked, facts: given) }
        let (result, _) = traced.trace(mode: mode, draft: asked, facts: given)
        switch (expected, result) {
        case (.success(let expected), .success(let found)): #expect(found == expected)
        case (.failure(let expected as RuleError), .failure(let found)):
          #expect(found.kind == expected.kind && found.rule == expected.rule)
        default: Issue.record("\(mode): \(result) instead of \(expected)")
        }
      }
    }
  }

  private var drafts: [Draft] {
    var all: [Draft] = []
    for party in [1, 2, 7, 12, 13] {
      for (email, phone) in [(nil, nil), ("ada@example.com", "07700 900123"), ("ada@", "+44 (0)7700 900123")]
      {
        var asked = draft(party: .integer(party))
        asked[Field.email] = email.map { .text($0) }
        asked[Field.phone] = phone.map { .text($0) }
        all.append(asked)
      }
    }
    return all
  }

  @Test func `the shipped rules`() throws {
    try compare(Shipped.rules.files.texts, drafts, facts { $0.load = Load(covers: 34, maxCovers: 40) })
  }

  @Test func `a mode that uses nearly every key`() throws {
    let files = ["m.lua": fullMode].merging(Shipped.rules.files.texts) { first, _ in first }
    try compare(files, drafts, facts { $0.load = Load(covers: 34, maxCovers: 40) })
  }

  @Test func `every attack that ends in a decision or an error of its own`() throws {
    let directory = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sandbox/Attacks")
    var compared = 0
    for name in try FileManager.default.contentsOfDirectory(atPath: directory.path)
    where name.hasSuffix(".lua") {
      let text = try String(contentsOf: directory.appending(path: name), encoding: .utf8)
      guard let plain = try? RuleBook(files: ["m.lua": text]),
        let traced = try? TracedRuleBook(files: plain.files)
      else { continue }
      let expected = Result { try plain.decide(mode: "m", draft: draft(), facts: facts()) }
      // Whoever meets a limit meets it elsewhere with probes.
      if case .failure(let error as RuleError) = expected, error.kind.rawValue.hasPrefix("limit") { continue }
      compared += 1
      let (result, _) = traced.trace(mode: "m", draft: draft(), facts: facts())
      switch (expected, result) {
      case (.success(let expected), .success(let found)): #expect(found == expected, "\(name)")
      case (.failure(let expected as RuleError), .failure(let found)):
        #expect(found.kind == expected.kind && found.rule == expected.rule, "\(name): \(found) \(expected)")
      default: Issue.record("\(name): \(result) instead of \(expected)")
      }
    }
    #expect(compared > 60)
  }
}
