import Foundation
import Testing

@testable import BookingHost

/// A house on disk whose rules put the guest's words wherever rules can.
private final class PaperHouse {
  static let rules = """
    return {
      access = "staff",
      fields = { email = {}, phone = {}, occasion = { label = "Occasion" }, notes = {} },
      label = function(draft) return "for " .. draft.name end,
      check = function(draft) warn("hello", "Ask " .. draft.name .. " on " .. (draft.phone or "-")) end,
      effects = function(booking)
        email("confirmation") email("reminder", { before_minutes = 60 })
        notify("floor", booking.name .. " comes, " .. (booking.email or ""))
        loyalty(10, "thanks " .. booking.name) webhook("booking.created")
      end,
      transitions = { checked_in = function(booking) warn("greet", "Greet " .. booking.name) end },
    }
    """

  let directory: TemporaryDirectory
  let guests: GuestHouse
  var privacy: GuestPrivacy { GuestPrivacy(guests.house.desk(), data: directory.path) }

  init() throws {
    directory = try TemporaryDirectory()
    guests = try GuestHouse(rules: PaperHouse.rules, store: TestStore.create(directory: directory.path))
  }

  /// A booking that has been through everything: changed, delivered, seated, overridden in its words.
  func busyBooking() throws -> Booking {
    let booking = try guests.book(
      "Ada Lovelace", email: "Ada.Lovelace@Example.com", phone: "+44 7700 900123",
      ["occasion": "Ada's birthday", "notes": "Mrs Lovelace sits by the door"])
    _ = try guests.life.change(booking, ["name": "Augusta Ada Lovelace", "notes": "Lovelace, quiet table"]) {
      $0.staffNotes = .text("Lovelace of the engine")
    }
    let hash = guests.house.desk().keyedHash
    let mails = directory.path + "/mail"
    try FileManager.default.createDirectory(atPath: mails, withIntermediateDirectories: true)
    for row in try guests.store.rows("SELECT id FROM effects WHERE action = 'email'") {
      let name = MailComposer.name(ofMessage: row["id"]!, hash)
      try Data("To: Ada Lovelace".utf8).write(to: URL(filePath: "\(mails)/20261121T180000Z-\(name).eml"))
    }
    try Data("To: Grace".utf8).write(to: URL(filePath: mails + "/20261121T180000Z-0123456789.eml"))
    try guests.life.deliver()
    _ = try guests.life.take(
      .to(.checkedIn), booking, reason: "Lovelace came early", table: "Lovelace's corner")
    _ = try guests.life.take(.to(.completed), booking, reason: "Ada Lovelace went")
    var edit = GuestEdit()
    edit.notes = .text("Lovelace hates noise")
    edit.allergies = .text("Lovelace: nuts")
    edit.addedTags = ["lovelace-family"]
    _ = try guests.house.desk().note(edit, of: booking.reference, by: guests.host)
    return booking
  }

  /// Every spelling under which somebody would look. Of a number enough that no id has the same digits by chance.
  static let spellings = [
    "lovelace", "ada.lovelace", "augusta", "birthday", "7700900123", "7700 900123", "07700 900",
    "quiet table",
  ]

  /// Which spellings occur in which files of the data directory, in any case.
  func traces() throws -> [String] {
    var found: [String] = []
    for case let file as String in FileManager.default.enumerator(atPath: directory.path) ?? .init() {
      guard let data = FileManager.default.contents(atPath: directory.path + "/" + file) else { continue }
      let bytes = data.map { (65...90).contains($0) ? $0 + 32 : $0 }
      for word in PaperHouse.spellings where Data(bytes).range(of: Data(word.utf8)) != nil {
        found.append("\(word) in \(file)")
      }
    }
    return found
  }
}

struct GuestErasureTests {
  @Test func `no file of the data directory has a trace of who was erased, old copies included`() throws {
    let house = try PaperHouse()
    let booking = try house.busyBooking()
    // Others fill the file around, and pages come free.
    for index in 0..<15 { _ = try house.guests.book("Guest \(index)", email: "g\(index)@example.com") }
    #expect(try !house.traces().isEmpty, "the test looks at something")
    let erased = try house.privacy.erase(booking.reference, withUpcoming: false, by: house.guests.manager)
    #expect(erased.bookings == 1)
    #expect(try house.traces() == [])
    #expect(
      FileManager.default.fileExists(atPath: house.directory.path + "/mail/20261121T180000Z-0123456789.eml"))
  }

  @Test func `a guest who was merged goes whole`() throws {
    let house = try PaperHouse()
    let booking = try house.busyBooking()
    let other = try house.guests.book("Countess Lovelace", email: "lovelace@court.example")
    _ = try house.guests.life.take(.to(.cancelled), other)
    _ = try house.guests.merge(other, into: booking)
    let erased = try house.privacy.erase(booking.reference, withUpcoming: false, by: house.guests.manager)
    #expect(erased.bookings == 2)
    #expect(try house.traces() == [])
  }

  @Test func `totals, points, steps and the trail stay`() throws {
    let house = try PaperHouse()
    let booking = try house.busyBooking()
    let store = house.guests.store
    func totals() throws -> [[[String: String]]] {
      try [
        "SELECT sum(covers) AS c, sum(party) AS p, count(*) AS n, \(TestStore.joined("status")) AS s FROM bookings",
        "SELECT sum(points) AS p, count(*) AS n FROM loyalty_entries",
        "SELECT from_status, to_status FROM booking_transitions ORDER BY id",
        "SELECT outcome, revision FROM decisions ORDER BY id",
        "SELECT id, action, detail FROM audit WHERE action <> 'guest.erased' ORDER BY id",
        "SELECT action, kind FROM effects ORDER BY id",
      ].map { try store.rows($0) }
    }
    let before = try totals()
    _ = try house.privacy.erase(booking.reference, withUpcoming: false, by: house.guests.manager)
    #expect(try totals() == before)
    let after = try house.guests.life.current(booking)
    #expect(after.name == ErasedWords.name && after.issues.map(\.code).contains("hello"))
    let line = try store.rows("SELECT staff_id, detail FROM audit WHERE action = 'guest.erased'")
    #expect(line == [["staff_id": "staff-manager", "detail": #"{"bookings":1,"byItself":false}"#]])
  }

  @Test func `what waits for the guest is not sent`() throws {
    let house = try PaperHouse()
    let booking = try house.guests.book("Ada", email: "ada@example.com")
    _ = try house.privacy.erase(booking.reference, withUpcoming: true, by: house.guests.manager)
    try house.guests.life.deliver()
    #expect(
      house.guests.life.outboxes.email.asked.isEmpty && house.guests.life.outboxes.webhook.asked.isEmpty)
    let states = try house.guests.life.effects(booking).filter { !$0.hasPrefix("loyalty") }
    #expect(states.allSatisfy { $0.hasSuffix("skipped") })
    #expect(try house.guests.guest(booking).points == 10)
  }

  @Test func `bookings to come have to be said, and erasing is for managers`() throws {
    let house = try PaperHouse()
    let booking = try house.guests.book("Ada", email: "ada@example.com")
    let before = try house.guests.store.rows("SELECT * FROM bookings")
    for (caller, upcoming) in [
      (house.guests.manager, false), (house.guests.host, true),
      (.staff(house.guests.house.stranger), true), (.guest, true),
    ] {
      #expect(throws: HostError.self) {
        try house.privacy.erase(booking.reference, withUpcoming: upcoming, by: caller)
      }
    }
    #expect(try house.guests.store.rows("SELECT * FROM bookings") == before)
    #expect(try house.guests.store.count("audit", where: "action LIKE 'guest.%'") == 0)
  }

  @Test func `who was erased is nobody: not listed, not changed, not recognised`() throws {
    let house = try PaperHouse()
    let booking = try house.guests.book("Ada", email: "ada@example.com")
    _ = try house.privacy.erase(booking.reference, withUpcoming: true, by: house.guests.manager)
    let desk = house.guests.house.desk()
    #expect(try desk.guests(restaurant: nil, search: nil, limit: 9, by: house.guests.host) == [])
    #expect(throws: HostError.self) {
      try desk.note(GuestEdit(), of: booking.reference, by: house.guests.host)
    }
    #expect(throws: HostError.self) {
      try house.privacy.erase(booking.reference, withUpcoming: true, by: house.guests.manager)
    }
    let again = try house.guests.book("Ada", email: "ada@example.com")
    #expect(try house.guests.guest(again).erasedAt == nil)
  }

  @Test func `a booking that kept its table and is given a name again has a guest again`() throws {
    let house = try PaperHouse()
    let booking = try house.guests.book("Ada", email: "ada@example.com")
    _ = try house.privacy.erase(booking.reference, withUpcoming: true, by: house.guests.manager)
    try house.guests.life.changed(booking, ["name": "Grace", "email": "grace@example.com"])
    let guest = try house.guests.guest(booking)
    #expect(guest.name == "Grace" && guest.erasedAt == nil)
    #expect(
      try house.privacy.erase(booking.reference, withUpcoming: true, by: house.guests.manager).bookings == 1)
  }

  @Test func `an export has all of it, and only for managers`() throws {
    let house = try PaperHouse()
    let booking = try house.busyBooking()
    _ = try house.guests.book("Grace Hopper", email: "grace@example.com")
    let text = try house.privacy.export(booking.reference, by: house.guests.manager)
    let document = try #require(StoredJSON.parse(text)?.object)
    for (part, count) in [
      ("guest", 1), ("bookings", 1), ("transitions", 2), ("loyalty", 1), ("notices", 1), ("decisions", 2),
    ] {
      #expect(document[part]?.array?.count == count, "\(part)")
    }
    for word in [
      "Augusta Ada Lovelace", "Ada.Lovelace@Example.com", "Ada's birthday", "Lovelace, quiet table",
      "Lovelace of the engine", "Lovelace came early", "Lovelace: nuts", "thanks Ada", "guest.exported",
    ] {
      #expect(text.contains(word), "\(word)")
    }
    #expect(!text.contains("Grace") && !text.contains("grace@"))
    #expect(throws: HostError.self) { try house.privacy.export(booking.reference, by: house.guests.host) }
  }
}

struct GuestRetentionTests {
  @Test func `guests go when their last booking is longer ago than they are kept, and others stay`() throws {
    let house = try PaperHouse()
    let old = try house.guests.book("Ada Lovelace", email: "ada.lovelace@example.com")
    let regular = try house.guests.book("Grace", email: "grace@example.com")
    house.guests.house.clock.withLock { $0 = Instant(seconds: $0.seconds + 400 * 86_400) }
    _ = try house.guests.book("Grace", email: "grace@example.com", ["date": "2027-12-28"])
    #expect(try house.privacy.tidy(GuestRetention()) == 0, "for ever, unless it is said")
    #expect(try house.privacy.tidy(GuestRetention(months: 14)) == 0)
    #expect(try house.privacy.tidy(GuestRetention(months: 13)) == 1)
    #expect(try house.guests.life.current(old).name == ErasedWords.name)
    #expect(try house.guests.life.current(regular).name == "Grace")
    #expect(try house.traces() == [])
    let line = try house.guests.store.rows("SELECT staff_id, detail FROM audit WHERE action = 'guest.erased'")
    #expect(line == [["detail": #"{"bookings":1,"byItself":true}"#]])
    #expect(try house.privacy.tidy(GuestRetention(months: 13)) == 0)
  }

  @Test func `what was left of erasing is finished`() throws {
    let house = try PaperHouse()
    let booking = try house.busyBooking()
    // As if the program had stopped between the transaction and the rest.
    let guest = try house.guests.guest(booking)
    _ = try house.guests.store.write {
      try $0.erase(guest, by: StaffFacts(id: "staff-manager", role: .manager), now: House.saturdayEvening)
    }
    #expect(try !house.traces().isEmpty)
    _ = try house.privacy.tidy(GuestRetention())
    #expect(try house.traces() == [])
    #expect(try house.guests.store.read { try !$0.isSweepPending() })
  }

  @Test(arguments: [
    ("2027-03-31", 1, "2027-02-28"), ("2027-01-15", 13, "2025-12-15"), ("2028-02-29", 12, "2027-02-28"),
  ])
  func `months are those of the calendar`(today: String, months: Int, limit: String) {
    func midnight(_ date: String) -> Instant {
      Instant(seconds: LocalDateTime(date: CivilDate(date)!, minute: 0).totalMinutes * 60)
    }
    #expect(GuestRetention(months: months).limit(midnight(today)) == midnight(limit))
  }
}
