import Foundation
import Testing

@testable import BookingHost

@Suite struct `An edit of the rules goes live as a whole or not at all` {
  let folder: RuleFolder

  init() throws {
    folder = try RuleFolder(max: 12)
    try #require(folder.intake.takeUp().isAdopted)
  }

  @Test func `the first rules that load are taken up and numbered from one`() throws {
    #expect(folder.live?.number == 1)
    #expect(folder.live?.isPinned == false)
    #expect(try folder.intake.takeUp().isCurrent)
    #expect(try folder.events == [.adopted])
  }

  @Test func `an edit decides from the next decision on, in every process, and the old revision is kept`()
    throws
  {
    let (first, second) = (try folder.desk(), try folder.desk())
    let host = Caller.staff(folder.house.host)
    #expect(try first.book(folder.request(party: 9), by: host).booking != nil)
    let old = try #require(folder.live)
    try folder.write("m.lua", RuleFolder.mode(max: 8))
    #expect(try folder.intake.takeUp().isAdopted)
    #expect(try first.book(folder.request(party: 9), by: host).codes == ["party_max"])
    #expect(try second.book(folder.request(party: 9), by: host).codes == ["party_max"])
    #expect(try second.book(folder.request(party: 8), by: host).booking?.revision == folder.live?.revision)
    #expect(folder.live?.number == 2)
    let kept = try folder.house.store.read { try $0.ruleTexts(ofRevision: old.revision) }
    #expect(kept == ["m.lua": RuleFolder.mode(max: 12)])
  }

  @Test func `a broken edit stays out and is written down once, with its line`() throws {
    let desk = try folder.desk()
    try folder.write("m.lua", "return {\n  access = \"staff\",\n  party = { max = }\n}")
    for _ in 0..<3 {
      #expect(try folder.intake.takeUp().notes?.first?.hasPrefix("m.lua:3: ") == true)
    }
    #expect(try desk.book(folder.request(party: 9), by: .staff(folder.house.host)).booking != nil)
    #expect(try folder.events == [.adopted, .rejected])
    #expect(folder.live?.number == 1)
  }

  @Test func `a rejected edit that is taken back is over`() throws {
    try folder.write("m.lua", "return")
    #expect(try folder.intake.takeUp().notes?.isEmpty == false)
    try folder.write("m.lua", RuleFolder.mode(max: 12))
    #expect(try folder.intake.takeUp().isCurrent)
    #expect(try folder.intake.takeUp().isCurrent)
    #expect(try folder.events == [.adopted, .rejected, .reverted])
    #expect(try RuleStatus(store: folder.house.store, directory: folder.path).disk == .live)
  }

  @Test func `a directory that has gone leaves the last good rules live`() throws {
    try FileManager.default.removeItem(atPath: folder.path)
    #expect(try folder.intake.takeUp().notes?.first?.contains("no rule directory") == true)
    #expect(try folder.desk().book(folder.request(party: 9), by: .staff(folder.house.host)).booking != nil)
  }

  @Test func `without live rules a broken directory is an error that names the line`() throws {
    let fresh = try RuleFolder()
    try fresh.write("m.lua", "return {\n access = 1 }")
    let error = #expect(throws: RuleBookError.self) { try fresh.intake.takeUp() }
    #expect(error?.errors.first?.rule == "m.lua:2")
    #expect(fresh.live == nil)
    #expect(try fresh.events.isEmpty)
  }

  @Test func `rules that change while a booking is under way decide it anew`() throws {
    // The clock is read after the rules have been: the edit goes live between the two decisions.
    let base = try folder.desk()
    let edited = try TestStore.open(directory: (folder.path as NSString).deletingLastPathComponent + "/data")
    let other = RuleIntake(store: edited, directory: folder.path, now: { House.saturdayEvening })
    var environment = base.environment
    environment.now = { [folder] in
      try! folder.write("m.lua", RuleFolder.mode(max: 8))
      _ = try! other.takeUp()
      return House.saturdayEvening
    }
    let desk = BookingDesk(
      store: folder.house.store, live: base.live, environment: environment, keyedHash: base.keyedHash)
    #expect(try desk.book(folder.request(party: 9), by: .staff(folder.house.host)).codes == ["party_max"])
  }
}

@Suite struct `Whoever watches a directory` {
  @Test func `waits until it is still, so that no half of an edit goes live`() throws {
    let folder = try RuleFolder(max: 12)
    try #require(folder.intake.takeUp().isAdopted)
    let live = try folder.desk().live
    let watch = RuleWatch(directory: folder.path, intake: folder.intake, live: live)
    #expect(try watch.look() == nil)
    try folder.write("lib/limits.lua", "return { most = 8 }")
    #expect(try watch.look() == nil)
    try folder.write("m.lua", "local limits = require \"lib.limits\"\n" + RuleFolder.mode(max: 5))
    #expect(try watch.look() == nil)
    #expect(try watch.look()?.isAdopted == true)
    #expect(try watch.look() == nil)
    #expect(live.current.revision == folder.live?.revision)
    #expect(folder.live?.number == 2)
  }

  @Test func `judges a broken edit once, and its repair`() throws {
    let folder = try RuleFolder(max: 12)
    try #require(folder.intake.takeUp().isAdopted)
    let watch = RuleWatch(directory: folder.path, intake: folder.intake, live: try folder.desk().live)
    try folder.write("m.lua", "return {")
    #expect(try watch.look() == nil)
    #expect(try watch.look()?.notes?.count == 1)
    #expect(try watch.look() == nil)
    try folder.write("m.lua", RuleFolder.mode(max: 6))
    #expect(try watch.look() == nil)
    #expect(try watch.look()?.isAdopted == true)
  }
}

@Suite struct `A guarded test case` {
  let folder: RuleFolder

  private static let tests = """
    return {
      mode = "m", now = "2026-11-20 18:00",
      draft = { date = "2026-11-22", time = "19:00", party = 2, name = "Ada" },
      cases = {
        { "nine are too many", guard = true, draft = { party = 9 }, expect = "refused" },
        { "seven may come", draft = { party = 7 }, expect = "confirmed" },
      },
    }
    """

  init() throws {
    folder = try RuleFolder(max: 8)
    try folder.write("tests/m.lua", Self.tests)
    try #require(folder.intake.takeUp().isAdopted)
  }

  @Test func `keeps an edit out that breaks it, and is named with its line`() throws {
    try folder.write("m.lua", RuleFolder.mode(max: 9))
    let notes = try #require(try folder.intake.takeUp().notes)
    #expect(notes.count == 1)
    #expect(notes[0].hasPrefix("tests/m.lua:5: "))
    #expect(notes[0].contains("nine are too many"))
    #expect(folder.live?.number == 1)
  }

  @Test func `is not in the way of an edit that breaks another; that one is listed`() throws {
    try folder.write("m.lua", RuleFolder.mode(max: 6))
    #expect(try folder.intake.takeUp().isAdopted)
    let status = try RuleStatus(store: folder.house.store, directory: folder.path)
    #expect(status.disk == .live)
    #expect(status.examination.changedCases.map(\.place) == ["tests/m.lua:6"])
  }

  @Test func `holds for whoever names another directory, too`() throws {
    let other = try RuleFolder(max: 9)
    try other.write("tests/m.lua", Self.tests)
    let intake = folder.intake(at: other.path)
    #expect(try intake.takeUp().notes?.count == 1)
    try other.write("m.lua", RuleFolder.mode(max: 7))
    #expect(try intake.takeUp().isAdopted)
  }

  @Test func `does not keep the first rules of a store out: there is nothing to fall back on`() throws {
    let fresh = try RuleFolder(max: 9)
    try fresh.write("tests/m.lua", Self.tests)
    #expect(try fresh.intake.takeUp().isAdopted)
  }

  @Test func `of the shipped rules notices when staff's ease loosens what guests are asked`() throws {
    let shipped = try RuleFolder()
    for (path, text) in try RuleDirectory.files(in: Shipped.directory, limits: .standard).texts {
      try shipped.write(path, text)
    }
    for (path, text) in try RuleDirectory.tests(in: Shipped.directory, limits: .standard) {
      try shipped.write(path, text)
    }
    try FileManager.default.removeItem(atPath: shipped.path + "/m.lua")
    #expect(try shipped.intake.takeUp().isAdopted)
    let customer = Shipped.file("customer.lua")
    for demand in ["email = { required = true, ", "phone = { required = true, "] {
      try #require(customer.contains(demand))
      try shipped.write(
        "customer.lua", customer.replacing(demand, with: demand.replacing("required = true, ", with: "")))
      #expect(try shipped.intake.takeUp().notes?.isEmpty == false)
    }
    try shipped.write("customer.lua", customer)
    try shipped.write("ops.lua", Shipped.file("ops.lua").replacing("max = 12", with: "max = 8"))
    #expect(try shipped.intake.takeUp().isAdopted)
  }
}

@Suite struct `An edit that loads but would fail` {
  private static let failing = RuleFolder.mode(
    max: 8,
    more: "  check = function(draft) if draft.phone:find(\"7\") then warn(\"seven\", \"Lucky\") end end,\n")

  @Test func `for some guests stays out, with the line and for whom`() throws {
    let folder = try RuleFolder(max: 8)
    try #require(folder.intake.takeUp().isAdopted)
    try folder.write("m.lua", Self.failing)
    let notes = try #require(try folder.intake.takeUp().notes)
    #expect(notes.count == 1)
    #expect(notes[0].hasPrefix("m.lua:4: fails for a guest without a phone"))
  }

  @Test func `because a fact is misspelt stays out, with what was meant`() throws {
    let folder = try RuleFolder(max: 8)
    try #require(folder.intake.takeUp().isAdopted)
    try folder.write(
      "m.lua",
      RuleFolder.mode(max: 8, more: "  covers = function(draft, facts) return facts.lod.covers end,\n"))
    #expect(try folder.intake.takeUp().notes?.first?.contains("did you mean") == true)
  }

  @Test func `is taken from another directory, which is somebody's choice, and is noted`() throws {
    let (folder, other) = (try RuleFolder(max: 8), try RuleFolder())
    try #require(folder.intake.takeUp().isAdopted)
    try other.write("m.lua", Self.failing)
    guard case .adopted(_, let notes) = try folder.intake(at: other.path).takeUp() else {
      throw HostError(.internal, "not adopted")
    }
    #expect(notes.map(\.place) == ["m.lua:4"])
  }
}
