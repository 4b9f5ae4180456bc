import Testing

@testable import BookingHost

@Suite struct `Coverage` {
  private let source = """
    local lib = require "lib.a"
    return {
      access = "staff",
      title = "Nothing here can bite",
      fields = {
        name = { required = true, min_length = 2 },
        email = { required = function(draft) return draft.party > 4 end },
        seating = { choices = { "bar" }, default = "bar" },
        notes = { required = false, format = lib.format },
      },
      party = { min = 1, max = 8 },
      time = { slot_minutes = 1, notice_minutes = 0, horizon_days = 30, duration_minutes = 90 },
      severity = { outside_service = "warn", outside_hours = "allow" },
      messages = { party_max = "At most {limit}" },
      check = function(draft)
        if draft.party == 3 then
          warn("three", "Three") else notify = 4
        end
        if draft.party == 2 then return end
      end,
      on = { cancelled = function() email("cancelled") end },
    }
    """
  private let library = """
    local lib = {}
    function lib.format(value)
      if value == "no" then
        return false, "No"
      end
      return true
    end
    function lib.alone() return 1 end
    return lib
    """

  private func coverage(_ cases: String) throws -> RuleCoverage {
    let rules = try RuleBook(files: [
      "m.lua": source.replacing("else notify = 4", with: ""), "lib/a.lua": library,
    ])
    return try CoverageRun.coverage(
      ["tests/t.lua": testFile(cases, before: "local a = require 'lib.a'")], rules: rules)
  }

  /// The lines of a file that count, each as `number: hits`, with what is missing.
  private func lines(_ file: String, _ cases: String) throws -> [String] {
    let found = try #require(try coverage(cases).files.first { $0.path == file })
    return found.lines.map { line in
      let missing = line.missing.isEmpty ? "" : " never \(line.missing.joined(separator: ", "))"
      return "\(line.number): \(line.hits)\(missing)"
    }
  }

  @Test func `counts the lines that can do something, and no others`() throws {
    #expect(
      try lines("m.lua", "{ 'a', covers = 2 }") == [
        "6: 0 never name_required, name_too_short",
        "7: 1 never email_required",
        "8: 0 never seating_invalid",
        "9: 0 never notes_invalid",
        "11: 0 never party_max",
        "12: 0 never beyond_horizon",
        "13: 0 never outside_service",
        "14: 0 never party_max",
        "16: 1",
        "17: 0 never warn(\"three\", \"Three\")",
        "19: 1",
        "21: 0 never email(\"cancelled\")",
      ])
  }

  @Test func `of a line is there when everything on it was tried`() throws {
    let lines = try lines(
      "m.lua",
      """
      { "no name", draft = { name = absent }, expect = "refused" },
      { "a short name", draft = { name = "A" }, expect = "refused" },
      { "five", draft = { party = 5 }, expect = "refused" },
      { "nine", draft = { party = 9 }, expect = "refused" },
      { "three", draft = { party = 3 }, expect = "confirmed" },
      { "cancelled", event = "cancelled", effects = {} },
      { "on the roof", draft = { seating = "roof" }, expect = "refused" },
      { "no", draft = { notes = "no" }, expect = "refused" },
      { "far ahead", draft = { date = "2027-11-22" }, expect = "refused" },
      { "between services", expect = "confirmed",
        facts = { services = { { key = "lunch", name = "Lunch", opens = 720, closes = 800 } } } },
      """)
    #expect(lines.allSatisfy { !$0.contains("never") }, "\(lines)")
    #expect(lines.prefix(2) == ["6: 1", "7: 10"])
  }

  @Test func `of lib is what modes and test files call of it`() throws {
    let before = try lines("lib/a.lua", "{ 'a', draft = { notes = 'x' }, covers = 2 }")
    #expect(
      before == ["3: 1", "4: 0 never return false, \"No\"", "6: 1", "8: 0 never return 1"])
    let after = try lines(
      "lib/a.lua",
      """
      { 'a', draft = { notes = 'no' }, covers = 2 },
      { 'b', call = a.alone, returns = 1 }, { 'c', call = a.alone, returns = 1 },
      { 'd', call = a.format, with = 'x', returns = true },
      """)
    #expect(after == ["3: 2", "4: 1", "6: 1", "8: 2"])
  }

  @Test func `is counted as far as a rule that fails went`() throws {
    let rules = try BookingHostTests.rules(
      """
      check = function(draft)
        local party = draft.party
        local x = party.y.z
        warn("w", "W")
      end
      """)
    let covered = try CoverageRun.coverage(
      ["tests/t.lua": testFile("{ 'a', expect = 'error' }")], rules: rules)
    #expect(covered.files[0].lines.map(\.hits) == [1, 1, 0])
  }

  @Test func `is a share, rounded down, over all files`() throws {
    let covered = try coverage("{ 'a', covers = 2 }")
    #expect(covered.files.map(\.path) == ["lib/a.lua", "m.lua"])
    #expect((covered.covered, covered.total, covered.percent) == (2, 16, 12))
    #expect(RuleCoverage(files: []).percent == 100)
  }

  @Test func `does not change what the cases answer`() throws {
    let tests = try RuleDirectory.tests(in: Shipped.directory)
    let report = RuleTests.run(tests, rules: Shipped.rules)
    #expect(report.allPass)
    _ = try CoverageRun.coverage(tests, rules: Shipped.rules)
    #expect(RuleTests.run(tests, rules: Shipped.rules) == report)
  }
}
