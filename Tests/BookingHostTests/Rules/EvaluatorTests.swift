import Testing

@testable import BookingHost

@Suite struct `The evaluator` {
  private let program = """
    local lib = require "lib.x"
    return { f = function(d, f) return lib.twice(d.n), { a = f.list[2], b = "é" .. tostring(d.t) } end }
    """
  private let library =
    "return { twice = function(n) local t = {} for i = 1, n do t[i] = i * 2 end return t[n] end }"
  private let interface = Evaluator.Interface(recorders: [], levels: ["none"])

  private func evaluator(_ limits: RuleLimits = .standard) throws(RuleError) -> Evaluator {
    try Evaluator(
      entry: "m.lua", sources: ["m.lua": program, "lib/x.lua": library], interface: interface, limits: limits)
  }

  private func decide(_ evaluator: Evaluator) throws -> [PackedValue] {
    guard case .function(let function)? = evaluator.definition["f"] else { return [] }
    let draft = PackedWriter()
    draft.record {
      $0.integer("n", 20)
      $0.boolean("t", true)
    }
    let facts = PackedWriter()
    facts.record { $0.list("list", [1, 2, 3]) { $0.integer($1) } }
    try evaluator.begin(level: 0)
    return try evaluator.call(function, [draft, facts], results: 2)
  }

  private let expected: [PackedValue] = [
    .integer(40),
    .record([PackedEntry(key: "a", value: .integer(2)), PackedEntry(key: "b", value: .text("étrue"))]),
  ]

  @Test func `packed values come back as they went in`() throws {
    #expect(try decide(evaluator()) == expected)
  }

  @Test func `every allocation of a load and a decision may fail, and the next decision is right`() throws {
    var failedLoads = 0, failedCalls = 0, n: UInt64 = 0
    while true {
      n += 1
      var limits = RuleLimits()
      limits.failAllocationAt = n
      let loaded: Evaluator
      do {
        loaded = try evaluator(limits)
      } catch {
        #expect(error.kind == .noMemory, "allocation \(n): \(error)")
        failedLoads += 1
        continue
      }
      do {
        #expect(try decide(loaded) == expected)
        if loaded.spent.allocations < n { break }
      } catch let error as RuleError {
        #expect(error.kind == .noMemory, "allocation \(n): \(error)")
        failedCalls += 1
        #expect(try decide(loaded) == expected)
      }
    }
    #expect(failedLoads > 100)
    #expect(failedCalls > 10)
  }

  @Test func `several decisions run at once and none disturbs another`() async throws {
    let book = Shipped.rules
    let asked = draft(), given = facts()
    let expected = try book.decide(mode: "ops", draft: asked, facts: given)
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<200 where try book.decide(mode: "ops", draft: asked, facts: given) != expected {
            return false
          }
          return true
        }
      }
      for try await same in group { #expect(same) }
    }
  }

  @Test func `a limit ends one decision and leaves the next unharmed`() throws {
    let book = try rules(
      """
      check = function(draft)
        if draft.party == 3 then while true do end end
        if draft.party == 4 then local s = "x" while true do s = s .. s end end
        if draft.party == 5 then local function f() return 1 + f() end f() end
      end
      """)
    for (party, kind) in [(3, RuleError.Kind.limitWork), (4, .limitMemory), (5, .limitStack)] {
      let error = #expect(throws: RuleError.self) {
        try book.decide(mode: "m", draft: draft(party: .integer(party)), facts: facts())
      }
      #expect(error?.kind == kind)
      #expect(error?.rule?.hasPrefix("m.lua:") == true)
      #expect(try book.decide(mode: "m", draft: draft(), facts: facts()).outcome == .confirmed)
    }
  }
}
