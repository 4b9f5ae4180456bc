import Foundation
import Synchronization
import Testing

@testable import BookingHost

@Suite struct `A party in the line` {
  let house: WaitHouse

  init() throws { house = try WaitHouse("waitlist = { hold_minutes = 7 },") }

  @Test func `is called, keeps its table for a while, and is overdue then, but never taken off`() throws {
    let entry = try house.added(2)
    house.pass(minutes: 20)
    let called = try house.go(.call, entry)
    #expect(called.state == .called && called.version == 2)
    #expect(called.heldUntil == House.saturdayEvening.adding(minutes: 27))
    house.pass(minutes: 8)
    let list = try house.house.desk().waitlist(restaurant: "anchor", by: house.host)
    #expect(list.places.first?.entry.isOverdue(list.now) == true)
    #expect(try house.line() == ["1 W1 called"])
  }

  @Test func `that did not come yet goes back to its place, once`() throws {
    let first = try house.added(2)
    try house.added(2)
    try house.go(.call, first)
    let back = try house.go(.back, first)
    #expect(back.state == .waiting && back.hasReturned)
    #expect(try house.line() == ["1 W1 waiting", "2 W2 waiting"])
    try house.go(.call, first)
    #expect(try house.take(.back, first).codes == ["transition_invalid"])
  }

  @Test func `that leaves makes room for those behind it, and says why`() throws {
    let first = try house.added(2)
    try house.added(2)
    guard case .made(let place, nil) = try house.take(.leave, first, reason: " went next\ndoor ") else {
      Issue.record("refused")
      return
    }
    #expect(place.position == nil && place.entry.reason == "went next door")
    #expect(try house.line() == ["1 W2 waiting"])
    #expect(try house.line(all: true) == ["- W1 left", "1 W2 waiting"])
    #expect(
      try house.take(.leave, first, reason: String(repeating: "x", count: 501)).codes == ["reason_too_long"])
  }

  @Test func `is known by its code today, where one works`() throws {
    let entry = try house.added(2)
    let desk = house.house.desk()
    guard case .made(let place, _) = try desk.take(WaitlistStepRequest("w1", step: .call), by: house.host)
    else {
      Issue.record("refused")
      return
    }
    #expect(place.entry.id == entry.id)
    for (code, restaurant) in [("W2", nil), ("W1", "other"), ("nonsense", nil), ("", nil)]
      as [(String, String?)]
    {
      #expect(throws: HostError.self, "\(code)") {
        try desk.take(WaitlistStepRequest(code, restaurant: restaurant, step: .leave), by: house.host)
      }
    }
  }

  @Test func `is on record with who did what`() throws {
    let entry = try house.added(2, phone: "+44 20 7946 0999")
    try house.go(.call, entry)
    try house.go(.back, entry)
    _ = try house.take(.seat, entry)
    let lines = try house.house.store.rows(
      "SELECT action, staff_id, staff_role, waitlist_id FROM audit WHERE waitlist_id IS NOT NULL ORDER BY id")
    #expect(
      lines.map { $0["action"] } == [
        "waitlist.added", "waitlist.called", "waitlist.back", "waitlist.seated",
      ])
    #expect(
      lines.allSatisfy {
        $0["staff_id"] == "staff-host" && $0["staff_role"] == "host" && $0["waitlist_id"] == entry.id
      })
    let details =
      try house.house.store.rows("SELECT \(TestStore.joined("detail")) AS all_ FROM audit")[0]["all_"] ?? ""
    #expect(!details.contains("Lovelace") && !details.contains("7946 0") && !details.contains("79460999"))
  }

  @Test func `that somebody else has moved is not moved by who saw it before`() throws {
    let entry = try house.added(2)
    try house.go(.call, entry)
    for step in WaitlistStep.allCases {
      let conflict = #expect(throws: VersionConflict.self) {
        try house.take(step, entry, version: entry.version)
      }
      #expect(conflict?.current == 2 && conflict?.message.hasPrefix("W1 has changed since") == true)
    }
    #expect(try house.take(.seat, entry, version: 2).booking != nil)
  }
}

@Suite struct `Seating a party from the line` {
  let house: WaitHouse

  init() throws { house = try WaitHouse() }

  @Test func `is a walk-in booking, and the end of the wait, in one`() throws {
    let entry = try house.added(3, email: "ada@example.com", phone: "+44 20 7946 0999", notes: "a pram")
    house.pass(minutes: 25)
    let result = try house.take(.seat, entry, table: "12")
    let booking = try #require(result.booking)
    #expect(booking.status == .checkedIn && booking.table == "12" && booking.party == 3)
    #expect(booking.name == "Ada Lovelace" && booking.email == "ada@example.com")
    #expect(booking.phone == "+44 20 7946 0999" && booking.notes == "a pram" && booking.mode == "m")
    #expect(booking.startsAt == House.saturdayEvening.adding(minutes: 25))
    #expect(result.entry?.state == .seated && result.entry?.booking == booking.reference)
    let decision = try house.house.store.rows("SELECT action FROM decisions WHERE booking_id IS NOT NULL")
    #expect(decision == [["action": "walkin"]])
    #expect(try house.take(.seat, entry).codes == ["transition_invalid"])
    #expect(try house.house.store.count("bookings") == 1)
  }

  @Test func `is decided like any walk-in: refused when there is no room, unless a manager says why`() throws
  {
    let entry = try house.added(4)
    try house.walkIn(10)
    let before = try house.house.store.rows("SELECT * FROM waitlist")
    #expect(try house.take(.seat, entry).codes == ["capacity_exceeded"])
    #expect(try house.take(.seat, entry, override: "a regular").codes == ["capacity_exceeded"])
    #expect(try house.house.store.rows("SELECT * FROM waitlist") == before)
    let seated = try house.take(.seat, entry, by: house.manager, override: "a regular")
    #expect(seated.booking?.override?.by == "staff-manager")
  }

  @Test func `gives the answers that the mode asks for besides`() throws {
    let own = try WaitHouse("fields = { children = { type = \"integer\", required = true } },")
    let entry = try own.added(2)
    #expect(try own.take(.seat, entry).codes == ["children_required"])
    var request = WaitlistStepRequest(entry.id, step: .seat)
    request.answers = ["children": "1"]
    #expect(try own.house.desk().take(request, by: own.host).booking?.answers == ["children": 1])
  }

  @Test func `makes one booking, however many press at once`() async throws {
    let directory = try TemporaryDirectory()
    let house = try WaitHouse(store: TestStore.create(directory: directory.path))
    let entry = try house.added(2)
    let results = await withTaskGroup(of: String.self) { group in
      for index in 0..<8 {
        group.addTask {
          do {
            let step: WaitlistStep = index == 7 ? .leave : .seat
            switch try house.take(step, entry) {
            case .made(let place, _): return place.entry.state.rawValue
            case .refused(let refusal): return refusal.issues[0].code
            }
          } catch { return "\(error)" }
        }
      }
      return await group.reduce(into: [String]()) { $0.append($1) }
    }
    #expect(results.count { $0 == "seated" || $0 == "left" } == 1, "\(results)")
    #expect(results.count { $0 == "transition_invalid" } == 7, "\(results)")
    let stored = try #require(try house.house.store.read { try $0.waitlistEntry(id: entry.id) })
    #expect(try house.house.store.count("bookings") == (stored.state == .seated ? 1 : 0))
  }

  @Test func `of two who give the last table away one is refused`() async throws {
    let directory = try TemporaryDirectory()
    let house = try WaitHouse(store: TestStore.create(directory: directory.path))
    let entries = [try house.added(6), try house.added(6)]
    let seated = try await withThrowingTaskGroup(of: Bool.self) { group in
      for entry in entries { group.addTask { try house.take(.seat, entry).booking != nil } }
      return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(seated == 1)
    #expect(try house.line().count == 1)
    #expect(try house.house.store.count("bookings") == 1)
  }
}

@Suite struct `Telling a party that its table is ready` {
  let house: WaitHouse

  init() throws { house = try WaitHouse() }

  private func effects(_ entry: WaitlistEntry) throws -> [String] {
    try house.house.store.read { try $0.effects(ofWaiting: entry.id) }.map {
      "\($0.effect.action.kind) \($0.state.rawValue)" + ($0.reason.map { ": \($0)" } ?? "")
    }
  }

  private func deliver() throws { _ = try house.outboxes.outbox.deliverDue() }

  @Test func `is an email, a word to staff and a webhook, each once`() throws {
    let entry = try house.added(4, email: "ada@example.com", phone: "+44 20 7946 0999")
    #expect(try effects(entry) == [])
    try house.go(.call, entry)
    for _ in 0..<3 { try deliver() }
    #expect(try effects(entry) == ["email delivered", "notify delivered", "webhook delivered"])
    let mail = try #require(house.outboxes.email.asked.first)
    #expect(house.outboxes.email.asked.count == 1 && mail.entry?.id == entry.id)
    #expect(mail.booking.email == "ada@example.com" && mail.booking.reference == "W1")
    #expect(mail.effect.action == .email(template: "table_ready", beforeMinutes: nil))
    #expect(house.outboxes.webhook.asked.map(\.effect.action) == [.webhook(event: "waitlist.called")])
    let notices = try house.house.store.read { try $0.notices(ofRestaurant: "id-anchor", limit: 9) }
    #expect(
      notices.map(\.message) == [
        "The table of W1, party of 4, is ready: ring them. They are sent an email as well."
      ])
    #expect(notices.first?.channel == "waitlist")
  }

  @Test func `needs no address: then nothing is sent, and staff call them out`() throws {
    let entry = try house.added(4)
    try house.go(.call, entry)
    try deliver()
    #expect(
      try effects(entry) == [
        "email skipped: no email address was given", "notify delivered", "webhook delivered",
      ])
    #expect(house.outboxes.email.asked.isEmpty)
    let notices = try house.house.store.read { try $0.notices(ofRestaurant: "id-anchor", limit: 9) }
    #expect(notices.first?.message == "The table of W1, party of 4, is ready: call them out.")
  }

  @Test func `is not done once they are seated, gone or waiting again`() throws {
    for step in [WaitlistStep.seat, .leave, .back] {
      let entry = try house.added(2, email: "ada@example.com")
      try house.go(.call, entry)
      try house.go(step, entry)
      try deliver()
      #expect(try effects(entry)[0].hasPrefix("email skipped: the party"))
    }
    #expect(house.outboxes.email.asked.isEmpty)
    #expect(house.outboxes.webhook.asked.count == 3, "programs are told what was")
  }

  @Test func `is done again when they are called again`() throws {
    let entry = try house.added(2, email: "ada@example.com")
    try house.go(.call, entry)
    try deliver()
    try house.go(.back, entry)
    try house.go(.call, entry)
    try deliver()
    #expect(house.outboxes.email.asked.count == 2)
  }

  @Test func `is given up once the table is not kept any more`() throws {
    let entry = try house.added(2, email: "ada@example.com")
    house.outboxes.email.answer(.retry(reason: "mail server away", after: nil))
    try house.go(.call, entry)
    try deliver()
    house.pass(minutes: 30)
    try deliver()
    #expect(try effects(entry)[0] == "email failed: too late, after: mail server away")
    #expect(house.outboxes.email.asked.count == 1)
  }

  @Test func `can be looked up, tried again and cancelled like anything in the outbox`() throws {
    let entry = try house.added(2, email: "ada@example.com")
    house.outboxes.email.answer(.failed(reason: "mailbox unavailable"))
    try house.go(.call, entry)
    try deliver()
    let store = house.house.store
    let failed = try #require(
      try store.read { try $0.outbox(restaurantIDs: ["id-anchor"], states: [.failed], limit: 9) }.first)
    #expect(failed.reference == "W1" && failed.bookingID == nil && failed.restaurantSlug == "anchor")
    #expect(try store.read { try $0.outbox(restaurantIDs: ["id-other"], states: [.failed], limit: 9) } == [])
    try store.write { try $0.requeueEffect(id: failed.id, by: "staff-host", now: House.saturdayEvening) }
    try deliver()
    #expect(try effects(entry)[0] == "email delivered")
  }

  @Test func `has a mail that says until when, and is true`() throws {
    var sample = MailSample.booking(for: .tableReady, email: "ada@example.com", now: House.saturdayEvening)
    sample.reference = "W7"
    let words = MailWords(language: "en") { _ in
      MailValues(
        sample, at: MailSample.restaurant, locale: "en-GB", fields: [], manageURL: nil,
        now: House.saturdayEvening)
    }
    let mail = try #require(MailTemplates.shipped.render("table_ready", isPending: false, words))
    #expect(mail.subject == "Your table at The Anchor is ready")
    #expect(mail.text.contains("we keep it for you until 21:00.") && mail.text.contains("You are W7"))
    let entry = try house.added(2, email: "ada@example.com")
    let called = try house.go(.call, entry)
    let standIn = Booking(waiting: called, now: House.saturdayEvening.adding(minutes: 3))
    #expect(standIn.start.time == "18:00" && standIn.end.time == "18:10")
  }
}
