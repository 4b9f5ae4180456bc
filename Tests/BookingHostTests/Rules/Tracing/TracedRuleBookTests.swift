import Testing

@testable import BookingHost

@Suite struct `A traced decision` {
  private let files = RuleFiles(texts: [
    "m.lua": """
    local lib = require "lib.x"
    return {
      access = "staff",
      party = { max = 12 },
      time = { duration_minutes = function(draft) return lib.long(draft.party) and 120 or 90 end },
      severity = {
        capacity_exceeded = function(draft, facts, issue)
          if issue.over <= 2 then
            return "warn"
          end
          return { override = "manager" }
        end,
      },
      check = function(draft, facts)
        if draft.notes then error("no notes, please") end
      end,
      effects = function(booking) email("confirmation") end,
    }
    """,
    "lib/x.lua": """
    local x = {}
    function x.long(party)
      local limit = 6
      return party > limit
    end
    return x
    """,
  ])
  private var full: Facts { facts { $0.load = Load(covers: 38, maxCovers: 40) } }

  /// `ops.lua:8 draft.party = 7`, for each expression that was seen.
  private func values(_ trace: DecisionTrace, _ book: TracedRuleBook) -> [String] {
    trace.values.sorted { $0.key < $1.key }.map { id, value in
      let probe = book.probes[id]
      return "\(probe.file):\(probe.line) \(probe.text(in: files.texts[probe.file]!)) = \(value)"
    }
  }

  @Test func `says which functions were asked, in order, and what they answered`() throws {
    let book = try TracedRuleBook(files: files)
    let (result, trace) = book.trace(mode: "m", draft: draft(party: 4), facts: full)
    #expect(try result.get().outcome == .confirmed)
    #expect(
      trace.calls.map { $0.path.joined(separator: ".") } == [
        "time.duration_minutes", "severity.capacity_exceeded", "check", "effects",
      ])
    #expect(trace.calls.map(\.results) == [[.integer(90)], [.text("warn")], [], []])
    #expect(trace.calls.map(\.function.place.line) == [5, 7, 14, 17])
  }

  @Test func `says which statements ran, and which did not`() throws {
    let book = try TracedRuleBook(files: files)
    let (_, trace) = book.trace(mode: "m", draft: draft(party: 8), facts: full)
    let statements = book.probes.indices.filter { book.probes[$0].isStatement }
    let reached = statements.filter { trace.visits[$0] > 0 }.map {
      "\(book.probes[$0].file):\(book.probes[$0].line)"
    }
    let missed = statements.filter { trace.visits[$0] == 0 }.map {
      "\(book.probes[$0].file):\(book.probes[$0].line)"
    }
    #expect(reached == ["lib/x.lua:3", "lib/x.lua:4", "m.lua:5", "m.lua:8", "m.lua:11", "m.lua:15"])
    #expect(missed == ["m.lua:9", "m.lua:15", "m.lua:17"])
  }

  @Test func `says what the values were`() throws {
    let book = try TracedRuleBook(files: files)
    let (_, trace) = book.trace(mode: "m", draft: draft(party: 8), facts: full)
    let seen = values(trace, book)
    #expect(seen.contains("m.lua:8 issue.over = integer(6)"))
    #expect(seen.contains("m.lua:8 issue.over <= 2 = boolean(false)"))
    #expect(seen.contains("lib/x.lua:4 party = integer(8)"))
    #expect(seen.contains("m.lua:15 draft.notes = none"))
  }

  @Test func `goes as far as the rule went before it failed`() throws {
    let book = try TracedRuleBook(files: files)
    var asked = draft()
    asked[Field.notes] = "window"
    let (result, trace) = book.trace(mode: "m", draft: asked, facts: facts())
    #expect(throws: RuleError(kind: .runtime, message: "no notes, please", rule: "m.lua:15")) {
      try result.get()
    }
    #expect(trace.calls.last?.path == ["check"] && trace.calls.last?.hasFailed == true)
    #expect(values(trace, book).contains("m.lua:15 draft.notes = text(\"window\")"))
  }

  @Test func `counts from nothing each time, whoever asks at the same time`() async throws {
    let book = try TracedRuleBook(files: files)
    let expected = book.visits(mode: "m", draft: draft(party: 8), facts: full).1
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<4 {
        group.addTask {
          (0..<50).allSatisfy { _ in
            book.visits(
              mode: "m", draft: draft(party: 8), facts: facts { $0.load = Load(covers: 38, maxCovers: 40) }
            ).1
              == expected
          }
        }
      }
      for await same in group { #expect(same) }
    }
  }

  @Test func `notes of each call only what it did itself`() throws {
    let book = try TracedRuleBook(files: files)
    let (_, trace) = book.trace(mode: "m", draft: draft(party: 8), facts: full)
    let lines = trace.calls.map { call in
      Set(call.probes.map { "\(book.probes[$0].file):\(book.probes[$0].line)" }).sorted()
    }
    #expect(lines == [["lib/x.lua:3", "lib/x.lua:4", "m.lua:5"], ["m.lua:11", "m.lua:8"], ["m.lua:15"]])
  }

  @Test func `needs rules that load, and a mode that is there`() throws {
    #expect(throws: RuleBookError.self) { try TracedRuleBook(files: RuleFiles(texts: ["m.lua": "return {"])) }
    #expect(throws: RuleBookError.self) { try TracedRuleBook(files: RuleFiles(texts: ["m.lua": "return 1"])) }
    let (result, trace) = try TracedRuleBook(files: files).trace(mode: "x", draft: draft(), facts: facts())
    #expect(throws: RuleError.self) { try result.get() }
    #expect(trace.visits.isEmpty && trace.calls.isEmpty)
  }
}
