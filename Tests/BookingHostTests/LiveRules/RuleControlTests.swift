import Testing

@testable import BookingHost

@Suite struct `A rollback` {
  let folder: RuleFolder
  let control: RuleControl

  /// r1 takes parties up to 12, r2 up to 8, r3 up to 6.
  init() throws {
    folder = try RuleFolder(max: 12)
    control = RuleControl(store: folder.house.store, now: { House.saturdayEvening })
    try #require(folder.intake.takeUp().isAdopted)
    for max in [8, 6] {
      try folder.write("m.lua", RuleFolder.mode(max: max))
      try #require(folder.intake.takeUp().isAdopted)
    }
  }

  @Test func `brings back what was live before, at once, in every process`() throws {
    let desk = try folder.desk()
    let host = Caller.staff(folder.house.host)
    #expect(try desk.book(folder.request(party: 8), by: host).codes == ["party_max"])
    let live = try control.rollBack(to: nil, by: folder.house.manager)
    #expect(live.number == 2 && live.isPinned)
    #expect(try desk.book(folder.request(party: 8), by: host).booking != nil)
  }

  @Test func `holds against every edit on disk, until it is resumed`() throws {
    _ = try control.rollBack(to: "r1", by: folder.house.manager)
    try folder.write("m.lua", RuleFolder.mode(max: 4))
    #expect(try folder.intake.takeUp().isWaiting)
    #expect(folder.live?.number == 1)
    try control.resume(by: folder.house.manager)
    #expect(try folder.intake.takeUp().isAdopted)
    #expect(folder.live?.number == 4)
    #expect(try folder.events == [.adopted, .adopted, .adopted, .rolledBack, .resumed, .adopted])
  }

  @Test func `twice goes back and forth between the two last live ones`() throws {
    #expect(try control.rollBack(to: nil, by: folder.house.manager).number == 2)
    #expect(try control.rollBack(to: nil, by: folder.house.manager).number == 3)
  }

  @Test func `is for managers, and leaves nothing behind for others`() throws {
    let before = try folder.house.rowCounts()
    for act in [{ _ = try control.rollBack(to: nil, by: $0) }, { try control.resume(by: $0) }]
      as [(StaffAccount) throws -> Void]
    {
      let error = #expect(throws: HostError.self) { try act(folder.house.host) }
      #expect(error?.code == .notAllowed)
    }
    #expect(try folder.house.rowCounts() == before)
    #expect(folder.live?.number == 3)
  }

  @Test func `is in the audit trail with who did it`() throws {
    _ = try control.rollBack(to: nil, by: folder.house.manager)
    let audit = try folder.house.store.rows("SELECT action, staff_id FROM audit ORDER BY id DESC LIMIT 1")
    #expect(audit == [["action": "rules.rolled_back", "staff_id": folder.house.manager.id]])
  }

  @Test(arguments: ["r9", "r", "abc", "zzzz", ""])
  func `to a revision that is not there changes nothing`(name: String) throws {
    let error = #expect(throws: HostError.self) { try control.rollBack(to: name, by: folder.house.manager) }
    #expect(error?.code == .notFound)
    #expect(folder.live?.number == 3)
  }

  @Test func `finds a revision by the beginning of its hash`() throws {
    let all = try folder.house.store.read { try $0.revisionSummaries() }
    let first = try #require(all.last)
    #expect(try control.rollBack(to: String(first.revision.prefix(12)), by: folder.house.manager).number == 1)
  }

  @Test func `that is none cannot be resumed`() throws {
    let error = #expect(throws: HostError.self) { try control.resume(by: folder.house.manager) }
    #expect(error?.code == .usage)
  }

  @Test func `is in the log, with what it changed`() throws {
    _ = try control.rollBack(to: "r1", by: folder.house.manager)
    let log = try RuleLog(store: folder.house.store, limit: 10)
    #expect(log.entries.map(\.number) == [1, 3, 2, 1])
    #expect(log.entries[0].changes == [RuleFileChange(path: "m.lua", added: 1, removed: 1)])
    #expect(log.entries[0].staff == "manager@example.com")
    #expect(log.revisions.map(\.number) == [3, 2, 1])
  }
}
