import Foundation
import Testing

@testable import BookingHost

@Suite("One booking as a page")
struct OpsBookingPageTests {
  private func open(_ body: (StaffBrowser) async throws -> Void) async throws {
    try await WebHouse.open { web in try await body(StaffBrowser(web)) }
  }

  @Test func `everything about it is said in words, with the lines behind it`() async throws {
    try await open { staff in
      let booking = try staff.book(email: "ada@example.com")
      let page = try await staff.get("/ops/bookings/\(booking.reference)").body
      for text in [
        "Saturday 21 November 2026", "19:00 to 20:30", "Created by System", "host@example.com (host)",
        "href=\"mailto:ada%40example.com\"", "confirmation email", "Waiting", "ops.lua:",
        "No rule had anything against it.", "Booked", String(booking.revision.prefix(12)),
      ] {
        #expect(page.contains(text), "\(text)")
      }
    }
  }

  @Test func `the lines that had a say are shown when they are asked for`() async throws {
    try await open { staff in
      let path = "/ops/bookings/\(try staff.book().reference)"
      #expect(!(try await staff.get(path)).body.contains("email(&quot;confirmation&quot;)"))
      #expect(try await staff.get(path + "?why=1").body.contains("email(&quot;confirmation&quot;)"))
    }
  }

  @Test func `only what was changed is changed`() async throws {
    try await open { staff in
      let booking = try staff.book(email: "ada@example.com")
      let path = "/ops/bookings/\(booking.reference)"
      let answer = try await staff.post(
        path,
        [
          ("seen", "1"), ("date", "2026-11-21"), ("time", "19:30"), ("party", "2"), ("name", "Ada Lovelace"),
          ("email", "ada@example.com"), ("phone", ""), ("notes", ""), ("seating", "any"), ("table", "4"),
          ("staff_notes", "a regular"),
        ])
      #expect(answer.status == 303 && answer.headers["location"] == path + "?saved=1")
      let after = try #require(try staff.booking(booking.reference))
      #expect(after.start.time == "19:30" && after.table == "4" && after.staffNotes == "a regular")
      let history = try staff.web.house.store.read { try $0.history(ofBooking: after.id) }
      #expect(history.last.map { Set($0.fields) } == ["time", "table", "staff_notes"])
      // Sent with nothing changed it writes nothing.
      let same = try await staff.post(path, [("seen", "2"), ("party", "2"), ("seating", "any")])
      #expect(same.status == 303)
      #expect(try staff.booking(booking.reference)?.version == 2)
    }
  }

  @Test func `whoever saw an older version sees theirs and the other's, and nothing is lost`() async throws {
    try await open { staff in
      let path = "/ops/bookings/\(try staff.book().reference)"
      _ = try await staff.post(path, [("seen", "1"), ("notes", "theirs")])
      let late = try await staff.post(path, [("seen", "1"), ("notes", "mine")])
      #expect(late.status == 409)
      #expect(late.body.contains("theirs</td><td dir=\"auto\">mine</td>"))
      #expect(late.value(of: "seen") == "2")
    }
  }

  @Test func `what the rules refuse is said at its field, with what was typed`() async throws {
    try await open { staff in
      let path = "/ops/bookings/\(try staff.book().reference)"
      let refused = try await staff.post(path, [("seen", "1"), ("party", "40")])
      #expect(refused.status == 422)
      #expect(refused.body.contains("href=\"#field-party\"") && refused.body.contains("value=\"40\""))
    }
  }

  @Test func `an answer that is emptied is taken away`() async throws {
    try await open { staff in
      let booking = try staff.book(email: "ada@example.com")
      let path = "/ops/bookings/\(booking.reference)"
      #expect(try await staff.post(path, [("seen", "1"), ("email", "")]).status == 303)
      #expect(try staff.booking(booking.reference)?.email == nil)
    }
  }
}
