import Testing

@testable import BookingHost

@Suite struct `What an edit changes` {
  @Test func `a party limit from 12 to 8 refuses parties of 9 to 12, and leaves customers alone`() throws {
    let diff = RuleDiff(Shipped.rules, try Edits.ops(Edits.partyOf8.0, Edits.partyOf8.1))
    let customer = diff.mode("customer")
    #expect(customer.status == .unchanged)
    #expect(customer.isSameSource)
    let change = try #require(diff.mode("ops").changes.first)
    #expect(change.sentence == "parties of 9 to 12: confirmed or override → refused, party_max")
    #expect(change.region?.parties == 9...12)
    #expect(change.region?.times == nil)
    #expect(change.ruleBefore == "ops.lua:20")
    #expect(change.ruleAfter == "ops.lua:20")
    #expect(change.before.verdict?.outcome == .confirmed)
    #expect(change.after.verdict?.issues.map(\.code) == ["party_max"])
    #expect(diff.mode("ops").changes.dropFirst().map(\.kind) == [.words])
  }

  @Test func `the grid shows party sizes in rows and times in columns`() throws {
    let grid = try #require(Edits.plain("max = 12", "max = 8").grid)
    #expect(grid.parties == [1...8, 9...12, 13...14])
    let letters = grid.rows.map { String($0.map(\.letter)) }
    #expect(Set(letters[0]) == ["·", "-"])
    #expect(Set(letters[1]) == ["R", "-"])
    #expect(Set(letters[2]) == ["-"])
    // Before it opens, everything is refused by both.
    #expect(grid.times.first == 600 && letters[1].hasPrefix("-"))
  }

  @Test func `the grid has a small letter where only some bookings change`() throws {
    let diff = try Edits.plainChecking(
      "if not draft.email and draft.party > 4 then refuse(\"email\", \"Ask\") end")
    let grid = try #require(diff.grid)
    #expect(grid.parties.map(\.lowerBound) == [1, 5, 13])
    #expect(Set(grid.rows[0].map(\.letter)) == ["·", "-"])
    #expect(Set(grid.rows[1].map(\.letter)) == ["r", "-"])
  }

  @Test func `moving lines and rewording comments changes nothing`() throws {
    let edited = try Edits.ops("-- A name is enough.", "-- A name will do.\n\n\n  -- Really: a name will do.")
    let diff = RuleDiff(Shipped.rules, edited, modes: ["ops"], budget: 3_000).mode("ops")
    #expect(diff.status == .unchanged)
    #expect(!diff.isSameSource)
    #expect(diff.cases > 1_000)
    #expect(diff.changes.isEmpty && diff.grid == nil)
  }

  @Test func `an edit of shared code is tried in every mode`() throws {
    let edited = try Edits.rules(
      ("lib/contact.lua", "-- Any plausible phone number", "-- Any phone number"))
    let diff = RuleDiff(Shipped.rules, edited, budget: 2_600)
    #expect(diff.modes.map(\.status) == [.unchanged, .unchanged])
    #expect(diff.modes.allSatisfy { !$0.isSameSource && $0.cases > 500 })
    #expect(!diff.hasChanges)
  }

  @Test func `a mode that only one side has is said to be added or removed`() throws {
    let one = try RuleBook(files: ["m.lua": Edits.plain])
    let two = try RuleBook(files: ["m.lua": Edits.plain, "n.lua": Edits.plain])
    #expect(RuleDiff(one, two).modes.map(\.status) == [.unchanged, .added])
    #expect(RuleDiff(two, one).modes.map(\.status) == [.unchanged, .removed])
    #expect(RuleDiff(two, one).hasChanges)
    #expect(RuleDiff(one, two, modes: ["m"]).modes.map(\.mode) == ["m"])
    #expect(!RuleDiff(one, two, modes: ["m"]).hasChanges)
  }

  @Test func `two modes of one rule set are compared, guests with staff`() throws {
    let diff = RuleDiff(Shipped.rules, mode: "customer", Shipped.rules, mode: "ops", budget: 4_000)
    let mode = try #require(diff.modes.first)
    #expect(mode.mode == "customer" && mode.otherMode == "ops")
    #expect(mode.sentences.contains("without phone: refused → confirmed, no longer phone_required"))
    #expect(mode.sentences.contains("without email: refused → confirmed, no longer email_required"))
    #expect(
      mode.sentences.contains(
        "every booking that passes: source “web” → “system”, label none → “Created by System”"))
    #expect(mode.sentences.contains("access: public → staff"))
  }

  @Test func `a mode compared with itself is unchanged`() throws {
    let rules = try RuleBook(files: ["m.lua": Edits.plain])
    #expect(RuleDiff(rules, mode: "m", rules, mode: "m", budget: 3_000).modes.map(\.status) == [.unchanged])
  }

  @Test func `a rule that begins to fail is told with its line`() throws {
    let diff = try Edits.plain(
      "loyalty(10 + 5 * booking.party)", "loyalty(10 + booking.table * booking.party)")
    #expect(diff.changes.count == 1)
    let change = try #require(diff.changes.first)
    #expect(change.kind == .failure)
    #expect(
      change.sentence.contains("→ failed, a rule fails (m.lua:20: attempt to perform arithmetic on a nil"))
    #expect(change.ruleBefore == nil && change.ruleAfter == "m.lua:20")
    #expect(change.after.failure?.kind == .runtime)
    #expect(diff.grid?.rows.joined().contains { $0.change == .fails } == true)
  }

  @Test func `the same rules give the same answer every time`() throws {
    let body = "if facts.day.weekday == \"friday\" then warn(\"x\", \"y\") end"
    let first = try Edits.plainChecking(body), second = try Edits.plainChecking(body)
    #expect(first.sentences == second.sentences)
    #expect(first.cases == second.cases)
    #expect(first.grid?.rows == second.grid?.rows)
  }

  @Test func `a sweep is bounded, and says what it did not try together`() throws {
    let everything = """
      local n = 0
      for i = 1, 60 do if draft.party == i or facts.guest.visits == i * 2 then n = n + 1 end end
      if facts.guest.visits > 3 and facts.guest.no_shows > 2 and facts.guest.points > 500
        and facts.guest.upcoming > 1 and facts.guest.known and facts.load.covers > 20 and at_least("manager")
        and facts.day.weekday ~= "monday" and facts.start.notice_minutes > 90 and facts.day.minute > 1000
        and draft.seating == "bar" and draft.notes then refuse("all", "All of it") end
      """
    let diff = try Edits.plainChecking(everything)
    #expect(diff.cases <= 4_000)
    #expect(diff.cases > 500)
    #expect(diff.notCrossed.contains { $0.contains("visits, no-shows, points") })
  }
}
