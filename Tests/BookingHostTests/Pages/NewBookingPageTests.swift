import Foundation
import Testing

@testable import BookingHost

@Suite("A new booking as a page")
struct NewBookingPageTests {
  private static let path = "/ops/bookings/new"

  private func open(
    rules: RuleBook = Shipped.rules, _ body: (StaffBrowser) async throws -> Void
  ) async throws {
    try await WebHouse.open(rules: rules) { web in
      try web.access.setPassword(email: web.house.manager.email, password: "a manager's password")
      try await body(StaffBrowser(web))
    }
  }

  private func fields(_ changes: [String: String] = [:]) -> [(String, String)] {
    let plain = [
      "restaurant": "anchor", "mode": "ops", "when": "later", "date": "2026-11-21", "time": "19:00",
      "party": "2", "name": "Ada Lovelace", "email": "", "phone": "", "notes": "", "seating": "any",
      "key": "one form", "do": "book",
    ]
    return plain.merging(changes) { $1 }.sorted { $0.key < $1.key }
  }

  private func bookings(_ staff: StaffBrowser) throws -> [Booking] {
    try staff.web.house.store.read { try $0.bookings(BookingQuery(restaurantIDs: ["id-anchor"])) }
  }

  @Test func `contact is marked as optional, and what leaving it out means is said`() async throws {
    try await open { staff in
      let page = try await staff.get(NewBookingPageTests.path).body
      #expect(page.firstMatch(of: /for="field-email">.*\(optional\)/) != nil)
      #expect(page.firstMatch(of: /for="field-name">.*\(optional\)/) == nil)
      #expect(page.contains("no confirmation will be sent"))
      #expect(page.contains("name=\"party\" inputmode=\"numeric\""))
      #expect(page.contains("type=\"tel\"") && page.contains("autocomplete=\"tel\""))
    }
  }

  @Test func `booking leads to the day with the reference, and nothing personal in the address`() async throws
  {
    try await open { staff in
      let answer = try await staff.post(NewBookingPageTests.path, fields())
      let booking = try #require(try bookings(staff).first)
      #expect(answer.status == 303)
      #expect(
        answer.headers["location"] == "/ops?restaurant=anchor&date=2026-11-21&booked=\(booking.reference)")
      #expect(
        try await staff.get(answer.headers["location"]!).body.contains(
          "Booked: Ada Lovelace, 19:00, 2 people."))
    }
  }

  @Test func `sent twice it is one booking, sent with another answer it is another, and never an error`()
    async throws
  {
    try await open { staff in
      let first = try await staff.post(NewBookingPageTests.path, fields())
      let second = try await staff.post(NewBookingPageTests.path, fields(["seen": "capacity_exceeded.1"]))
      #expect(second.status == 303 && first.headers["location"] == second.headers["location"])
      #expect(try bookings(staff).count == 1)
      let changed = try await staff.post(NewBookingPageTests.path, fields(["party": "3"]))
      #expect(changed.status == 303)
      #expect(try bookings(staff).count == 2)
    }
  }

  @Test func `guests at the door are seated at once, unless they are to wait`() async throws {
    try await open { staff in
      _ = try await staff.post(
        NewBookingPageTests.path, fields(["when": "now", "time": "", "seated": "true", "table": "12"]))
      _ = try await staff.post(
        NewBookingPageTests.path, fields(["when": "now", "time": "", "name": "Waiting Guest"]))
      let made = try bookings(staff)
      #expect(made.first { $0.name == "Ada Lovelace" }?.status == .checkedIn)
      #expect(made.first { $0.name == "Ada Lovelace" }?.table == "12")
      #expect(made.first { $0.name == "Waiting Guest" }?.status == .confirmed)
    }
  }

  @Test func `what the rules warn of is shown before anything is booked, once`() async throws {
    try await open { staff in
      // Lunch hours without a service: staff may, and are told.
      let first = try await staff.post(
        NewBookingPageTests.path, fields(["date": "2026-11-22", "time": "14:00"]))
      #expect(first.status == 200)
      #expect(
        first.body.contains("There is no service at that time") && first.body.contains("Book all the same"))
      #expect(try bookings(staff).isEmpty)
      let seen = try #require(first.value(of: "seen"))
      let second = try await staff.post(
        NewBookingPageTests.path, fields(["date": "2026-11-22", "time": "14:00", "seen": seen]))
      #expect(second.status == 303)
    }
  }

  @Test func `what was typed is there again beside what is wrong with it`() async throws {
    try await open { staff in
      let answer = try await staff.post(
        NewBookingPageTests.path,
        fields(["email": "nobody@", "notes": "\"nuts\" & <b>", "name": "Zoë 🦀"]))
      #expect(answer.status == 422)
      #expect(answer.body.contains("href=\"#field-email\""))
      #expect(answer.body.contains("value=\"Zoë 🦀\""))
      #expect(answer.body.contains("&quot;nuts&quot; &amp; &lt;b&gt;</textarea>"))
      #expect(try bookings(staff).isEmpty)
    }
  }

  @Test func `times are a choice of radio buttons that say what they are`() async throws {
    try await open { staff in
      let page = try await staff.post(NewBookingPageTests.path, fields(["do": "show", "time": ""])).body
      #expect(page.contains("aria-label=\"Saturday 21 November, 19:30, open\""))
      #expect(page.contains("aria-label=\"Saturday 21 November, 17:30, past\""))
      let none = try await staff.post(NewBookingPageTests.path, fields(["time": ""]))
      #expect(none.status == 422 && none.body.contains("Choose a time"))
    }
  }

  @Test func `a manager's word lets pass what a host may not, and a wrong password says so`() async throws {
    try await open { staff in
      for number in 0..<4 { _ = try staff.book("Full \(number)", time: "19:00", party: 10) }
      let asked = try await staff.post(NewBookingPageTests.path, fields(["party": "6"]))
      #expect(asked.status == 422)
      #expect(asked.body.contains("name=\"override_reason\"") && asked.body.contains("approve_password"))
      #expect(asked.body.contains("name=\"take\""))
      var word = [
        "party": "6", "override_reason": "regular guest", "approve_email": staff.web.house.manager.email,
        "approve_password": "a wrong password",
      ]
      let wrong = try await staff.post(NewBookingPageTests.path, fields(word))
      #expect(wrong.status == 422)
      #expect(wrong.body.contains("password of whoever approves is wrong"))
      #expect(wrong.body.contains("value=\"regular guest\"") && !wrong.body.contains("a wrong password"))
      word["approve_password"] = "a manager's password"
      #expect(try await staff.post(NewBookingPageTests.path, fields(word)).status == 303)
      let made = try bookings(staff).first { $0.name == "Ada Lovelace" }
      #expect(made?.override == Booking.Override(reason: "regular guest", by: "staff-manager"))
      #expect(made?.staff?.id == "staff-host")
    }
  }

  @Test func `what would work instead is taken with one press and keeps what was typed`() async throws {
    try await open { staff in
      let page = try await staff.post(
        NewBookingPageTests.path, fields(["take": "2026-11-22 20:15 4", "notes": "a high chair"])
      ).body
      #expect(page.contains("value=\"20:15\" aria-label=\"Sunday 22 November, 20:15, open\" checked"))
      #expect(page.contains("a high chair"))
      #expect(try bookings(staff).isEmpty)
    }
  }

  @Test func `nobody books at a restaurant that is not theirs`() async throws {
    try await open { staff in
      let posted = try await staff.post(NewBookingPageTests.path, fields(["restaurant": "other"]))
      let asked = try await staff.get(NewBookingPageTests.path + "?restaurant=other")
      #expect(posted.status == 403 && asked.status == 403)
    }
  }

  @Test func `a form with a colleague's password is one that takes long`() throws {
    func isAsked(_ body: String) throws -> Bool {
      Approval.isAsked(
        Exchange(
          method: "POST", path: "/", parameters: [:], query: try Query(""), headers: RequestHeaders([]),
          body: Array(body.utf8), address: "", requestID: "", credential: .none))
    }
    #expect(try isAsked("a=1&approve_password=x&b=2"))
    #expect(try !isAsked("a=1&approve_password=&b=2"))
    #expect(try !isAsked("a=1&approve_password="))
    #expect(try isAsked(#"{"approveAs":{}}"#))
  }
}
