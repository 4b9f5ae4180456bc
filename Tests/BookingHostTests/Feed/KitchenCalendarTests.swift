import Foundation
import Testing

@testable import BookingHost

@Suite struct `A restaurant's calendar` {
  private func add(_ web: WebHouse, _ number: Int, _ change: (inout Booking) -> Void = { _ in }) throws {
    let anchor = try #require(try web.house.store.read { try $0.restaurant(slug: "anchor") })
    var booking = StoreFixtures.booking(number, at: anchor, date: "2026-11-22")
    booking.email = "ada@example.com"
    booking.phone = "+447700900123"
    booking.notes = "severe nut allergy"
    change(&booking)
    try web.house.store.add(booking)
  }

  private func link(_ web: WebHouse, _ restaurant: String = "id-anchor") throws -> CalendarSecret {
    let secret = CalendarSecret.random()
    try web.house.store.write {
      try $0.linkCalendar(ofRestaurant: restaurant, secret, by: "staff-manager", now: House.saturdayEvening)
    }
    return secret
  }

  @Test func `shows who has the address when how many come, and nothing of who they are`() async throws {
    try await WebHouse.open { web in
      try add(web, 1) { $0.seating = "window, left" }
      try add(web, 2) { $0.status = .pending }
      try add(web, 3) { $0.status = .cancelled }
      let secret = try link(web)
      let answer = try await web.client.send("GET", secret.path)
      #expect(answer.status == 200)
      #expect(answer.headers["content-type"] == "text/calendar; charset=utf-8")
      #expect(answer.body.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"))
      #expect(answer.body.hasSuffix("END:VCALENDAR\r\n"))
      #expect(answer.body.contains("DTSTART:20261122T193000Z\r\nDTEND:20261122T210000Z\r\n"))
      #expect(answer.body.contains("SUMMARY:2\\, window\\, left · REF1\r\n"))
      #expect(answer.body.contains("STATUS:TENTATIVE") && !answer.body.contains("REF3"))
      for word in ["Ada", "Lovelace", "example.com", "7700", "allergy"] {
        #expect(!answer.body.contains(word))
      }
      let lines = answer.body.components(separatedBy: "\r\n")
      #expect(lines.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\n") })
      for part in ["VEVENT", "VCALENDAR"] {
        #expect(lines.count { $0 == "BEGIN:" + part } == lines.count { $0 == "END:" + part })
      }
    }
  }

  @Test func `is not sent again to who has it, until something changes`() async throws {
    try await WebHouse.open { web in
      try add(web, 1)
      let secret = try link(web)
      let tag = try #require(try await web.client.send("GET", secret.path).headers["etag"])
      for known in [tag, "W/\(tag)", "\"other\", \(tag)", "*"] {
        let answer = try await web.client.send("GET", secret.path, headers: ["If-None-Match": known])
        #expect(answer.status == 304 && answer.body.isEmpty && answer.headers["etag"] == tag)
      }
      try add(web, 2)
      let answer = try await web.client.send("GET", secret.path, headers: ["If-None-Match": tag])
      #expect(answer.status == 200 && answer.headers["etag"] != tag)
    }
  }

  @Test func `has an address that opens nothing once it is replaced or taken away`() async throws {
    try await WebHouse.open { web in
      let first = try link(web)
      let second = try link(web)
      #expect(first != second)
      let unknown = try await web.client.send("GET", CalendarSecret.random().path)
      #expect(unknown.status == 404)
      for path in [first.path, "/calendar/.ics", "/calendar/x.ics", "/calendar/id-anchor.ics"] {
        let answer = try await web.client.send("GET", path)
        #expect(answer.status == 404 && answer.string("detail") == unknown.string("detail"), "\(path)")
      }
      #expect(try await web.client.send("GET", second.path).status == 200)
      let revoked = try web.house.store.write {
        try $0.revokeCalendar(ofRestaurant: "id-anchor", by: "staff-manager", now: House.saturdayEvening)
      }
      #expect(revoked)
      #expect(try await web.client.send("GET", second.path).status == 404)
    }
  }

  @Test func `is kept by the hash of its secret only`() async throws {
    try await WebHouse.open { web in
      let secret = try link(web)
      #expect(Base64URL.encoded(RandomBytes.make(16)).count == 22 && secret.text.count == 22)
      let rows = try web.house.store.rows("SELECT \(TestStore.hex("secret_hash")) AS h FROM calendar_links")
      #expect(rows == [["h": Digest.hex(secret.hash).uppercased()]])
      let audit = try web.house.store.rows("SELECT * FROM audit")
      #expect(!audit.contains { row in row.values.contains { $0.contains(secret.text) } })
    }
  }

  @Test func `is asked for no more often than anything else`() async throws {
    var limits = RateLimitSettings()
    limits.open = 3
    try await WebHouse.open(limits: RateLimits(limits, now: { 0 })) { web in
      let secret = try link(web)
      var statuses: [Int] = []
      for _ in 0..<5 { statuses.append(try await web.client.send("GET", secret.path).status) }
      #expect(statuses.suffix(1) == [429] && statuses.prefix(3) == [200, 200, 200])
    }
  }
}
