import Testing

@testable import BookingHost

@Suite struct `An explanation` {
  private let files = [
    "m.lua": """
    local lib = require "lib.x"
    return {
      access = "staff",
      fields = { phone = { format = lib.phone } },
      party = { max = 12 },
      time = { duration_minutes = function(draft) return lib.long(draft.party) and 120 or 90 end },
      severity = {
        outside_service = "warn",
        capacity_exceeded = function(draft, facts, issue)
          if issue.over <= 2 then
            return "warn"
          end
          return { override = "manager" }
        end,
      },
      messages = { party_max = "At most {limit}" },
      check = function(draft, facts)
        if draft.party == 5
          and facts.load.covers > 0 then
          refuse("five",
            "Not five", "party")
        else
          -- Nothing to say.
        end
      end,
      effects = function(booking) email("confirmation") end,
    }
    """,
    "lib/x.lua": """
    local x = {}
    function x.long(party)
      return party > 6
    end
    function x.phone(value)
      local digits = value:gsub("%D", "")
      if #digits < 9 then
        return false, "Too short"
      end
      return true, digits
    end
    return x
    """,
    "lib/unused.lua": "return { f = function() return 1 end }",
    "other.lua": "return { access = 'staff', check = function() refuse('x', 'y') end }",
  ]

  private func explain(
    _ asked: Draft, _ given: Facts = facts(), files: [String: String]? = nil, mode: String = "m"
  ) throws -> Explanation {
    let rules = try RuleBook(files: files ?? self.files)
    return Explainer(rules).explain(
      Explainer.Question(mode: mode, draft: asked, facts: given, everyDayIsAlike: true))
  }

  private func line(_ explanation: Explanation, _ number: Int, _ path: String = "m.lua") throws
    -> ExplainedLine
  {
    let file = try #require(explanation.files.first { $0.path == path })
    return file.lines[number - 1]
  }

  /// `expression = value` of a line.
  private func values(_ line: ExplainedLine) -> [String] {
    line.values.map { "\($0.expression) = \($0.value)" }
  }

  private func matters(_ explanation: Explanation, _ path: String = "m.lua") -> [Int] {
    explanation.files.first { $0.path == path }?.lines.filter(\.matters).map(\.number) ?? []
  }

  private var full: Facts { facts { $0.load = Load(covers: 38, maxCovers: 40) } }

  @Test func `ties a fixed bound, and the message it gives, to their lines`() throws {
    let found = try explain(draft(party: 13))
    #expect(found.outcome == .refused && found.issues.map(\.issue.rule) == ["m.lua:5"])
    #expect(found.issues.map(\.message?.line) == [16])
    #expect(matters(found) == [5, 16])
    let bound = try line(found, 5)
    #expect(bound.ran == true && bound.notes == [.issue(found.issues[0].issue)])
    #expect(found.alternatives.map(\.party) == [12])
  }

  @Test func `ties an issue that the host finds to the line that says how hard it bites`() throws {
    let services = facts {
      $0.services = [ServicePeriod(key: "dinner", name: "Dinner", opens: 1200, closes: 1300)]
    }
    let found = try explain(draft(), services)
    #expect(found.issues.map(\.place) == ["m.lua:8"])
    #expect(matters(found) == [8, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26])
  }

  @Test func `marks what ran, what did not, and leaves alone what cannot`() throws {
    let found = try explain(draft(party: 6), full)
    let ran = try (9...14).map { try line(found, $0).ran }
    #expect(ran == [true, true, false, nil, true, nil])
    #expect(try line(found, 7).ran == nil)
    let check = try (17...24).map { try line(found, $0).ran }
    // The second half of the condition was not asked, so neither was what hangs on it.
    #expect(check == [true, true, false, false, false, nil, nil, nil])
  }

  @Test func `marks a statement of several lines as one`() throws {
    let found = try explain(draft(party: 5), full)
    #expect(try (18...21).map { try line(found, $0).ran } == [true, true, true, true])
    #expect(found.issues.map(\.issue.rule).contains("m.lua:20"))
  }

  @Test func `puts the deciding values beside their lines`() throws {
    let found = try explain(draft(party: 8), full)
    #expect(
      values(try line(found, 10)) == ["issue.over <= 2 = boolean(false)", "issue.over = integer(6)"])
    #expect(
      try line(found, 13).notes == [
        .answer([.record([PackedEntry(key: "override", value: .text("manager"))])])
      ])
    #expect(values(try line(found, 3, "lib/x.lua")) == ["party > 6 = boolean(true)", "party = integer(8)"])
  }

  @Test func `names the value that a local was given`() throws {
    var asked = draft()
    asked[Field.phone] = "07700 9001"
    let found = try explain(asked)
    let digits = try #require(line(found, 6, "lib/x.lua").values.first)
    #expect(digits.name == "digits" && digits.value == .text("077009001"))
    #expect(values(try line(found, 7, "lib/x.lua")).contains("#digits = integer(9)"))
  }

  @Test func `shows of other files the functions that the verdict hangs on`() throws {
    var asked = draft(party: 2)
    asked[Field.phone] = "0770 0900"
    let found = try explain(asked)
    #expect(found.issues.map(\.issue.code) == ["phone_invalid"])
    #expect(matters(found, "lib/x.lua") == [5, 6, 7, 8, 9, 10, 11])
    #expect(found.files.map(\.path) == ["m.lua", "lib/x.lua"])
    #expect(
      found.calls.map { "\($0.name) \($0.matters)" } == [
        "time.duration_minutes false", "fields.phone.format true", "check false",
      ])
  }

  @Test func `shows where a rule failed, with what was there`() throws {
    let failing = [
      "m.lua": """
      return { access = "staff", check = function(draft, facts)
        if facts.load.covers > facts.load.max_covers then
          refuse("full", "Full")
        end
      end }
      """
    ]
    let found = try explain(draft(), files: failing)
    #expect(found.error?.rule == "m.lua:2" && found.outcome == .refused && found.remark == nil)
    #expect(
      values(try line(found, 2)) == ["facts.load.covers = integer(0)", "facts.load.max_covers = none"])
    #expect(try line(found, 3).ran == false)
    #expect(found.calls.last?.hasFailed == true && found.alternatives.isEmpty)
  }

  @Test func `shows how often a loop without end went round`() throws {
    let endless = [
      "m.lua":
        "return { access = 'staff', check = function(d)\nlocal n = 0\nwhile true do\nn = n + 1\nend\nend }"
    ]
    let found = try explain(draft(), files: endless)
    #expect(found.error?.kind == .limitWork && found.remark == nil)
    let value = try #require(line(found, 4).values.first)
    #expect(value.count > 1000 && value.name == "n")
  }

  @Test func `is the ordinary verdict without values where following the rules takes too much`() throws {
    let heavy = [
      "m.lua":
        "return { access = 'staff', check = function(d) local n = 0\nfor i = 1, 38000 do n = n + i end\nrefuse('no', 'No') end }"
    ]
    let found = try explain(draft(), files: heavy)
    #expect(found.outcome == .refused && found.issues.map(\.issue.rule) == ["m.lua:3"] && found.error == nil)
    #expect(found.remark?.contains("limits") == true)
    #expect(found.calls.isEmpty && found.files[0].lines.allSatisfy(\.values.isEmpty))
    #expect(matters(found) == [3])
    let large = [
      "m.lua": files["m.lua"]!.replacing("lib.x", with: "lib.y"),
      "lib/y.lua": files["lib/x.lua"]! + String(repeating: "-- much\n", count: 20_000),
    ]
    let whole = try explain(draft(party: 13), files: large)
    #expect(whole.issues.count == 1 && whole.remark?.contains("too large") == true)
  }

  @Test func `of a mode that is not there says so`() throws {
    let found = try explain(draft(), mode: "n")
    #expect(found.error?.message.contains("there is no mode `n`") == true)
  }
}
