import Testing

@testable import BookingHost

@Suite struct `What each rule line has done is counted` {
  let folder: RuleFolder
  let desk: BookingDesk

  init() throws {
    folder = try RuleFolder()
    try folder.write(
      "m.lua",
      """
      return {
        access = "staff",
        party = { max = 8 },
        severity = {
          party_max = { override = "manager" },
          off_slot_grid = "warn",
        },
        check = function(draft)
          if draft.name == "Trouble" then local x = nil; return x.y end
        end,
      }
      """)
    try #require(folder.intake.takeUp().isAdopted)
    desk = try folder.desk()
  }

  private func impact() throws -> [String: [Int]] {
    let rows = try folder.house.store.read {
      try $0.ruleImpact(restaurantIDs: ["id-anchor"], from: nil, to: nil, mode: nil)
    }
    return Dictionary(
      uniqueKeysWithValues: rows.map {
        ("\($0.code) \($0.rule ?? "host")", [$0.refused, $0.warned, $0.overridden, $0.held])
      })
  }

  private func book(
    _ draft: Draft, by staff: StaffAccount? = nil, reason: String? = nil
  ) throws {
    let request = BookingRequest(restaurant: "anchor", mode: "m", draft: draft, overrideReason: reason)
    _ = try desk.book(request, by: .staff(staff ?? folder.house.host))
  }

  @Test func `refusals, warnings, overrides that were given and that were wanting, each apart`() throws {
    try book(draft(party: 9))
    try book(draft(party: 9))
    try book(draft(party: 9), by: folder.house.manager, reason: "regulars")
    try book(draft(time: "19:10"))
    try book(draft(name: nil))
    #expect(
      try impact() == [
        "party_max m.lua:3": [0, 0, 1, 2], "off_slot_grid host": [0, 1, 0, 0],
        "name_required host": [1, 0, 0, 0],
      ])
  }

  @Test func `decisions are counted by revision, though refused attempts expire`() throws {
    try book(draft())
    try book(draft(party: 9))
    let before = try impact()
    folder.house.clock.withLock { $0 = $0.adding(minutes: 31 * 1440) }
    // A refusal a month later clears away the first.
    try book(draft(name: nil))
    let kept = try folder.house.store.rows("SELECT id FROM decisions WHERE booking_id IS NULL")
    #expect(kept.count == 1)
    let summary = try folder.house.store.read { try $0.revisionSummaries() }
    #expect(summary.map { [$0.booked, $0.refused] } == [[1, 2]])
    #expect(try impact()["party_max m.lua:3"] == before["party_max m.lua:3"])
  }

  @Test func `a rule that fails in service shows in the status with its line`() throws {
    try book(draft(name: "Trouble"))
    let status = try RuleStatus(store: folder.house.store, directory: folder.path)
    #expect(status.failures.map(\.rule) == ["m.lua:9"])
    #expect(status.failures.map(\.refused) == [1])
  }

  @Test func `what belongs to another restaurant is not shown`() throws {
    try book(draft(party: 9))
    let others = try folder.house.store.read {
      try $0.ruleImpact(restaurantIDs: ["id-other"], from: nil, to: nil, mode: nil)
    }
    #expect(others.isEmpty)
  }

  @Test(.aboutSQLite) func `counting walks through no table`() throws {
    let plan = try folder.house.store.plans { store in
      _ = try store.liveRevision()
      _ = try store.ruleFailures(ofRevision: "x")
      _ = try store.ruleImpact(restaurantIDs: ["id-anchor"], from: "2026-11-01", to: nil, mode: "m")
      _ = try store.shadowDifferences(candidate: "x", restaurantIDs: ["id-anchor"], limit: 5)
    }.flatMap(\.plan)
    #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
  }
}

@Suite struct `Rules in the shadow` {
  let folder: RuleFolder

  init() throws {
    folder = try RuleFolder(max: 12)
    try #require(folder.intake.takeUp().isAdopted)
  }

  private func desk(shadow files: [String: String]) throws -> BookingDesk {
    var desk = try folder.desk()
    desk.shadow = Shadow(book: try RuleBook(files: files), directory: "candidate")
    return desk
  }

  private func report() throws -> (run: ShadowRun, differences: [ShadowDifference]) {
    try folder.house.store.read { reader in
      let run = try #require(try reader.shadowRuns().first)
      return (
        run,
        try reader.shadowDifferences(candidate: run.candidate, restaurantIDs: ["id-anchor"], limit: 100)
      )
    }
  }

  @Test func `change nothing and are noted where they differ`() throws {
    let desk = try desk(shadow: ["m.lua": RuleFolder.mode(max: 8)])
    let host = Caller.staff(folder.house.host)
    let booking = try #require(try desk.book(folder.request(party: 9), by: host).booking)
    #expect(booking.issues.isEmpty)
    #expect(try desk.book(folder.request(party: 4), by: host).booking != nil)
    #expect(try desk.book(folder.request(party: 13), by: host).codes == ["party_max"])
    let (run, differences) = try report()
    #expect([run.decided, run.differed, run.failed] == [3, 1, 0])
    #expect(differences.map(\.reference) == [booking.reference])
    #expect(differences.first?.liveOutcome == "confirmed")
    #expect(differences.first?.candidateOutcome == "refused")
    #expect(differences.first?.candidateIssues.map(\.rule) == ["m.lua:3"])
  }

  @Test func `that fail, or have not the mode, leave bookings as they are`() throws {
    let failing = RuleFolder.mode(max: 12, more: "  check = function() error(\"no\") end,\n")
    for files in [["m.lua": failing], ["other.lua": RuleFolder.mode(max: 8)]] {
      let desk = try desk(shadow: files)
      #expect(try desk.book(folder.request(party: 2), by: .staff(folder.house.host)).booking != nil)
    }
    let runs = try folder.house.store.read { try $0.shadowRuns() }
    #expect(runs.map(\.failed) == [1, 1])
  }

  @Test func `that ask for other effects differ`() throws {
    let more = RuleFolder.mode(max: 12, more: "  effects = function() loyalty(5) end,\n")
    let desk = try desk(shadow: ["m.lua": more])
    #expect(try desk.book(folder.request(party: 2), by: .staff(folder.house.host)).booking?.effects == [])
    #expect(try report().differences.map(\.effectsDiffer) == [true])
  }
}
