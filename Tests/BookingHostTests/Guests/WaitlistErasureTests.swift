import Foundation
import Testing

@testable import BookingHost

/// A house on disk with guests who have stood in line, in every way that leaves a trace.
private final class LineHouse {
  let directory: TemporaryDirectory
  let house: WaitHouse
  var store: Store { house.house.store }
  var privacy: GuestPrivacy { GuestPrivacy(house.house.desk(), data: directory.path) }

  init() throws {
    directory = try TemporaryDirectory()
    house = try WaitHouse(store: TestStore.create(directory: directory.path))
  }

  /// One who was called, put back, called again and seated, and has left another time.
  func regular() throws -> Booking {
    let left = try house.added(
      2, name: "Ada Lovelace", email: "Ada.Lovelace@Example.com", notes: "Lovelace has a pram")
    try house.go(.call, left)
    mail(left)
    _ = try house.house.desk().take(
      WaitlistStepRequest(left.id, step: .leave, reason: "Lovelace went to the pub"), by: house.host)
    let seated = try house.added(
      3, name: "Ada Lovelace", email: "ada.lovelace@example.com", phone: "+44 7700 900123")
    try house.go(.call, seated)
    mail(seated)
    _ = try house.outboxes.outbox.deliverDue()
    return try #require(try house.take(.seat, seated).booking)
  }

  /// As if its mail had been put into the folder.
  private func mail(_ entry: WaitlistEntry) {
    let mails = directory.path + "/mail"
    try? FileManager.default.createDirectory(atPath: mails, withIntermediateDirectories: true)
    let rows = try? store.rows(
      "SELECT id FROM effects WHERE action = 'email' AND waitlist_id = '\(entry.id)'")
    for row in rows ?? [] {
      let name = MailComposer.name(ofMessage: row["id"]!, house.house.desk().keyedHash)
      try? Data("To: Ada Lovelace".utf8).write(to: URL(filePath: "\(mails)/20261121T180000Z-\(name).eml"))
    }
  }

  func traces(_ words: [String]) throws -> [String] {
    var found: [String] = []
    for case let file as String in FileManager.default.enumerator(atPath: directory.path) ?? .init() {
      guard let data = FileManager.default.contents(atPath: directory.path + "/" + file) else { continue }
      let bytes = Data(data.map { (65...90).contains($0) ? $0 + 32 : $0 })
      for word in words where bytes.range(of: Data(word.utf8)) != nil { found.append("\(word) in \(file)") }
    }
    return found
  }

  static let spellings = ["lovelace", "7700900123", "7700 900123", "pram", "the pub"]
}

@Suite struct `What is known of who stood in line` {
  @Test func `goes with the guest, from every file and copy, however the wait ended`() throws {
    let line = try LineHouse()
    let booking = try line.regular()
    for index in 0..<10 { try line.house.added(2, name: "Guest \(index)", email: "g\(index)@example.com") }
    // With PostgreSQL only mail is in files.
    let traces = try line.traces(LineHouse.spellings)
    #expect(traces.count >= (TestStore.isPostgres ? 1 : 4), "the test looks at something")
    _ = try line.privacy.erase(booking.reference, withUpcoming: false, by: line.house.manager)
    #expect(try line.traces(LineHouse.spellings) == [])
    let kept = try line.store.rows(
      "SELECT number, party, state, quoted_minutes FROM waitlist WHERE erased_at IS NOT NULL ORDER BY number")
    #expect(
      kept == [
        ["number": "1", "party": "2", "state": "left", "quoted_minutes": "0"],
        ["number": "2", "party": "3", "state": "seated", "quoted_minutes": "0"],
      ])
    #expect(try line.store.count("waitlist", where: "name LIKE 'Guest%'") == 10)
    let audit = try line.store.rows("SELECT action FROM audit WHERE waitlist_id IS NOT NULL ORDER BY id")
    #expect(audit.count == 16, "the trail stays: \(audit)")
  }

  @Test func `is handed out with the rest, theirs and nobody else's`() throws {
    let line = try LineHouse()
    let booking = try line.regular()
    try line.house.added(2, name: "Grace Hopper", email: "grace@example.com")
    let text = try line.privacy.export(booking.reference, by: line.house.manager)
    let document = try #require(StoredJSON.parse(text)?.object)
    #expect(document["waitlist"]?.array?.count == 2)
    for word in ["Lovelace has a pram", "Lovelace went to the pub", "waitlist.called", "waitlist.left"] {
      #expect(text.contains(word), "\(word)")
    }
    #expect(!text.contains("Grace") && !text.contains("grace@"))
  }

  @Test func `is sent to nobody any more: who still waits when erased has left`() throws {
    let line = try LineHouse()
    let booking = try line.regular()
    let again = try line.house.added(2, name: "A. Lovelace", email: "ada.lovelace@example.com")
    try line.house.go(.call, again)
    let before = line.house.outboxes.email.asked.count
    _ = try line.privacy.erase(booking.reference, withUpcoming: true, by: line.house.manager)
    _ = try line.house.outboxes.outbox.deliverDue()
    #expect(line.house.outboxes.email.asked.count == before)
    #expect(try line.house.line() == [])
  }

  @Test func `is not erased from under a mail that is on its way`() throws {
    let line = try LineHouse()
    let booking = try line.regular()
    let again = try line.house.added(2, email: "ada.lovelace@example.com")
    try line.house.go(.call, again)
    let now = House.saturdayEvening
    _ = try line.store.write {
      try $0.claimEffects(kind: "email", limit: 1, lease: "x", until: now.adding(minutes: 2), now: now)
    }
    let error = #expect(throws: HostError.self) {
      try line.privacy.erase(booking.reference, withUpcoming: true, by: line.house.manager)
    }
    #expect(error?.code == .busy)
  }

  @Test func `has no name any more a week after its day, whoever it was`() throws {
    let line = try LineHouse()
    try line.house.added(2, name: "Ada Lovelace", phone: "+44 7700 900123", notes: "a pram")
    for days in [7, 1] {
      #expect(try line.store.count("waitlist", where: "name = 'Ada Lovelace'") == 1)
      line.house.pass(minutes: days * 24 * 60)
      _ = try line.privacy.tidy(GuestRetention())
    }
    let rows = try line.store.rows("SELECT name, phone, notes, state, party FROM waitlist")
    #expect(rows == [["name": ErasedWords.name, "state": "left", "party": "2"]])
  }

  @Test func `is removed with a demo that is set up anew`() throws {
    let line = try LineHouse()
    _ = try line.regular()
    try line.store.execute("UPDATE restaurants SET is_demo = 1")
    try line.store.write { try $0.removeDemo() }
    #expect(try line.store.count("waitlist") == 0 && line.store.count("effects") == 0)
  }
}
