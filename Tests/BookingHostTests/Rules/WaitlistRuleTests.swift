import Testing

@testable import BookingHost

struct WaitlistRuleTests {
  private func terms(_ tables: String, party: Int = 2) throws -> WaitingTerms {
    try #require(
      try rules(tables).waiting(mode: "m", draft: draft(party: .integer(party)), facts: facts()))
  }

  private func errors(_ body: String) -> [String] {
    do {
      _ = try rules(body)
      return []
    } catch { return (error as? RuleBookError)?.errors.map(\.description) ?? [] }
  }

  @Test func `anybody may wait, for as long as it takes, where the mode says nothing`() throws {
    #expect(
      try terms("")
        == WaitingTerms(
          isAllowed: true, message: nil, rule: nil, maxParties: nil, maxMinutes: nil, holdMinutes: 10))
  }

  @Test func `every leaf may be a value or depend on the party`() throws {
    let fixed = try terms(
      "waitlist = { allowed = false, max_parties = 8, max_minutes = 60, hold_minutes = 15 }")
    #expect(!fixed.isAllowed && fixed.rule == "m.lua:2")
    #expect([fixed.maxParties, fixed.maxMinutes, fixed.holdMinutes] == [8, 60, 15])
    let tables = """
      waitlist = {
        allowed = function(draft) return draft.party < 7, "For more than six, please ring us" end,
        max_parties = function(draft, facts) return facts.now.weekday == "sunday" and 3 or 9 end,
        max_minutes = function(draft) return 30 * draft.party end,
        hold_minutes = function(draft) return draft.party > 4 and 20 or 5 end,
      }
      """
    #expect(throws: RuleError.self, "true comes alone") { try terms(tables) }
    let split = tables.replacing(
      "return draft.party < 7, \"For more than six, please ring us\"",
      with: "if draft.party > 6 then return false, \"For more than six, please ring us\" end return true")
    let two = try terms(split)
    #expect(two.isAllowed && two.maxMinutes == 60 && two.holdMinutes == 5)
    let seven = try terms(split, party: 7)
    #expect(!seven.isAllowed && seven.message == "For more than six, please ring us")
    #expect(seven.maxMinutes == 210 && seven.holdMinutes == 20)
  }

  @Test func `what a function must not return is an error at its line`() {
    for tables in [
      "waitlist = { allowed = function() return 'yes' end }",
      "waitlist = { allowed = function() return true, 'yes' end }",
      "waitlist = { max_minutes = function() end }", "waitlist = { hold_minutes = function() return -1 end }",
    ] {
      let error = #expect(throws: RuleError.self, "\(tables)") { try terms(tables) }
      #expect(error?.rule == "m.lua:2")
    }
  }

  @Test func `a misspelt key or a wrong value is named with what was meant`() {
    #expect(errors("waitlist = { alowed = true }").first?.contains("did you mean allowed?") == true)
    #expect(
      errors("waitlist = { max_minutes = 'an hour' }").first?.contains("must be a whole number") == true)
    #expect(errors("waitlist = { max_parties = -1 }").first?.contains("must be from 0 to 1000") == true)
    #expect(errors("waitlist = true").first?.contains("must be a table") == true)
    #expect(errors("wait_list = {}").first?.contains("did you mean waitlist?") == true)
  }

  @Test func `a test file may say what is said of a party that is to wait`() throws {
    let rules = try RuleBook(files: [
      "ops.lua":
        "return { access = 'staff', waitlist = { allowed = function(draft) return draft.party < 7 end, max_minutes = 45 } }"
    ])
    func run(_ expected: String) -> RuleTestReport {
      RuleTests.run(
        [
          "tests/ops.lua": """
          return { mode = "ops", now = "2026-11-22 18:00",
            draft = { date = "2026-11-22", time = "19:00", party = 2, name = "Ada Lovelace" },
            cases = { { "waiting", waitlist = \(expected) } } }
          """
        ], rules: rules)
    }
    #expect(run("{ allowed = true, max_minutes = 45, hold_minutes = 10 }").allPass)
    let wrong = run("{ allowed = false, max_minutes = 46, max_parties = 3 }")
    guard case .failed(let differences) = wrong.results.first?.outcome else {
      Issue.record("it passed")
      return
    }
    #expect(
      differences.map { "\($0.what) \($0.expected) \($0.actual) \($0.accepted ?? "-")" } == [
        "waitlist.allowed false true true", "waitlist.max_parties 3 none absent",
        "waitlist.max_minutes 46 45 45",
      ])
    #expect(run("{ alowed = true }").broken == 1)
  }

  @Test func `the check finds what is certain of its functions`() throws {
    func findings(_ leaf: String) -> [String] {
      RuleCheck.findings(
        files: RuleFiles(texts: [
          "ops.lua": """
          return {
            access = "staff",
            waitlist = {
              \(leaf),
            },
          }
          """
        ])
      ).map { "\($0.code) \($0.line ?? 0)" }
    }
    #expect(findings("allowed = function(draft) return draft.party < 7 end") == [])
    #expect(findings("allowed = function(draft) return draft.praty < 7 end").contains("unknown_key 4"))
    #expect(findings("allowed = function(draft) return \"no\" end").contains("wrong_answer 4"))
    #expect(findings("max_minutes = function(draft) return \"an hour\" end").contains("wrong_answer 4"))
  }
}
