import Foundation
import Testing

@testable import BookingHost

@Suite("The pages of the rules") struct RulesPagesTests {
  private func requirements(_ mode: String, _ book: RuleBook = Shipped.rules) throws -> ModeRequirements {
    try #require(book.requirements(mode: mode, at: "2026-11-23 19:00", facts: facts()))
  }

  private let words = RulesWords(PageTemplates.shipped.words("en"))

  @Test func `a value that a function gives is shown for every size of party`() throws {
    let found = try requirements("ops")
    #expect(found.duration.isComputed && found.duration.place?.description.hasPrefix("ops.lua:") == true)
    #expect(found.duration.answers.map(\.content) == [90, 120])
    #expect(
      words.text(found.duration, words.span)
        == "90 minutes (parties of 1 to 6); 2 hours (parties of 7 or more)")
    #expect(found.partyMax.only == 12 && !found.partyMax.isComputed)
  }

  @Test func `how hard a finding bites is shown by how far over it is`() throws {
    let found = try requirements("ops")
    let capacity = try #require(found.severities.first { $0.code == "capacity_exceeded" })
    #expect(
      words.severity(capacity.severity)
        == "Staff are told, and it passes (1 to 2 over); Manager or above may let it pass, and says why (3 or more over)"
    )
    let past = try #require(found.severities.first { $0.code == "past_time" })
    #expect(words.severity(past.severity) == "It is refused" && past.severity.place == nil)
  }

  @Test func `in a mode for guests nobody can override, and the page says so`() throws {
    let book = try rules("severity = { party_max = { override = \"manager\" } }", access: "public")
    let found = try requirements(book.modeNames[0], book)
    let most = try #require(found.severities.first { $0.code == "party_max" })
    #expect(words.severity(most.severity) == "It is refused")
  }

  @Test func `a function that fails says so in its row, and the others are shown`() throws {
    let book = try rules("time = { notice_minutes = function(draft) return draft.nothing.at_all end }")
    let found = try requirements(book.modeNames[0], book)
    #expect(found.notice.answers.isEmpty && found.notice.failure != nil)
    #expect(words.text(found.notice, words.span).hasPrefix("The rule fails"))
    #expect(found.horizon.only == 365)
  }

  @Test func `there are words for everything that the rules' pages can say`() {
    let keys =
      Contract.issues.map { "rules_issue_\($0)" } + Contract.fieldIssues.map { "rules_issue_field_\($0)" }
      + DiffGrid.Change.allCases.map { "rules_mark_\($0)" }
      + ReplayKind.allCases.map { "rules_replay_\($0.rawValue)" }
      + Contract.events.map { "rules_program_on_\($0)" }
      + FieldType.allCases.map { "rules_type_\($0.rawValue)" }
      + HouseAction.allCases.map { "settings_event_\($0.rawValue.replacing(".", with: "_"))" }
      + Role.allCases.map { "settings_role_\($0.rawValue)" }
      + Weekday.allCases.map { "settings_day_\($0.rawValue)" }
      + ["adopted", "rejected", "reverted", "rolled_back", "resumed"].map { "rules_event_\($0)" }
      + ["unchanged", "changed", "added", "removed"].map { "rules_mode_\($0)" }
      + SettingsPart.allCases.map { "settings_\($0.rawValue)" }
      + RulesPart.allCases.flatMap { ["rules_\($0.rawValue)", "rules_title_\($0.rawValue)"] }
    for key in keys { #expect(words.words.known(key) != nil, "\(key)") }
  }

  /// Two revisions, the second live.
  private func revisions(_ web: WebHouse) throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory()
    let path = folder.path + "/rules"
    try FileManager.default.copyItem(atPath: Shipped.directory, toPath: path)
    let intake = RuleIntake(store: web.house.store, directory: path, now: { House.saturdayEvening })
    _ = try intake.takeUp()
    let ops = Shipped.file("ops.lua").replacing("max = 12 }", with: "max = 8 }")
    try ops.write(toFile: path + "/ops.lua", atomically: true, encoding: .utf8)
    try FileManager.default.removeItem(atPath: path + "/tests")
    _ = try intake.takeUp()
    try ops.replacing("min = 1,", with: "min = oops,").write(
      toFile: path + "/ops.lua", atomically: true, encoding: .utf8)
    _ = try intake.takeUp()
    return folder
  }

  @Test func `a rejected edit is shown with its file and line, and the way back asks first`() async throws {
    try await WebHouse.open { web in
      let folder = try revisions(web)
      let manager = try ManagerBrowser(web, web.house.manager)
      let page = try await manager.get("/ops/rules")
      #expect(page.body.contains("Revision 2 decides"))
      #expect(page.body.contains(/<code>ops.lua:[0-9]+<\/code>/), "the line of the mistake")
      let before = try web.house.store.read { try $0.liveRevision() }
      let asked = try await manager.get("/ops/rules/rollback?to=r1")
      #expect(asked.status == 200 && asked.body.contains("ops.lua"))
      #expect(try web.house.store.read { try $0.liveRevision() } == before)
      let done = try await manager.post("/ops/rules/rollback", [("to", "r1")])
      #expect(done.status == 303)
      let live = try #require(try web.house.store.read { try $0.liveRevision() })
      #expect(live.number == 1 && live.isPinned)
      let pinned = try await manager.get("/ops/rules?done=rollback")
      #expect(pinned.body.contains("manager@example.com went back to it."))
      #expect(pinned.body.contains("action=\"/ops/rules/resume"))
      #expect(try await manager.post("/ops/rules/resume", []).status == 303)
      #expect(try web.house.store.read { try $0.liveRevision() }?.isPinned == false)
      #expect(try await manager.post("/ops/rules/resume", []).status == 303, "twice is as once")
      withExtendedLifetime(folder) {}
    }
  }

  @Test func `what has changed between two revisions is drawn by party size and time, and changes nothing`()
    async throws
  {
    try await WebHouse.open { web in
      let folder = try revisions(web)
      let manager = try ManagerBrowser(web, web.house.manager)
      let before = try web.house.rowCounts()
      let page = try await manager.get("/ops/rules/changes?with=r1")
      #expect(page.status == 200, "\(page.body)")
      #expect(page.body.contains("mark-refused") && page.body.contains("9"))
      let unknown = try await manager.get("/ops/rules/changes?with=r77")
      #expect(unknown.status == 404)
      #expect(try web.house.rowCounts() == before)
      withExtendedLifetime(folder) {}
    }
  }

  @Test func `past bookings are tried by other rules at this restaurant only`() async throws {
    try await WebHouse.open { web in
      let folder = try revisions(web)
      let request = BookingRequest(restaurant: "anchor", mode: "ops", draft: draft(party: 10))
      guard case .booked(let booking, _) = try web.house.desk().book(request, by: .staff(web.house.host))
      else { throw HostError(.internal, "refused") }
      let hash = try web.house.store.read { try $0.revision(named: "r2") }
      let name = String(hash.prefix(12))
      let manager = try ManagerBrowser(web, web.house.manager)
      let page = try await manager.get("/ops/rules/replay?with=\(name)&last=100")
      #expect(page.status == 200)
      #expect(
        page.body.contains("booked then, and would be refused") && page.body.contains(booking.reference))
      #expect(page.body.contains("The party is larger than allowed"))
      let stranger = try ManagerBrowser(web, web.house.stranger)
      let other = try await stranger.get("/ops/rules/replay?with=\(name)&last=100")
      #expect(other.status == 200 && !other.body.contains(booking.reference))
      withExtendedLifetime(folder) {}
    }
  }
}
