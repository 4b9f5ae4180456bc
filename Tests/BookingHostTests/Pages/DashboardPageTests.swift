import Foundation
import Testing

@testable import BookingHost

/// A member of staff at a browser, with the token that their forms carry.
struct StaffBrowser {
  let web: WebHouse
  let browser: PageClient
  let csrf: String

  init(_ web: WebHouse, as account: StaffAccount? = nil) throws {
    let session = try web.signIn(account ?? web.house.host)
    self.web = web
    browser = PageClient(web, session: session)
    csrf = web.services.csrfToken(session: session)
  }

  func get(_ path: String) async throws -> PlainClient.Response { try await browser.get(path) }

  func post(_ path: String, _ fields: [(String, String)]) async throws -> PlainClient.Response {
    try await browser.post(path, [("csrf", csrf)] + fields)
  }

  /// A booking on the evening that the house's clock is at. Returns its reference.
  func book(_ name: String = "Ada Lovelace", time: String = "19:00", party: Int = 2, email: String? = nil)
    throws
    -> Booking
  {
    let draft = Draft(
      date: "2026-11-21", time: .text(time), party: .integer(party), name: .text(name),
      email: email.map { .text($0) })
    let request = BookingRequest(restaurant: "anchor", mode: "ops", draft: draft)
    guard case .booked(let booking, _) = try web.house.desk().book(request, by: .staff(web.house.host)) else {
      throw PlainClient.Failure(message: "was not booked")
    }
    return booking
  }

  func booking(_ reference: String) throws -> Booking? {
    try web.house.store.read { try $0.booking(reference: reference) }
  }
}

@Suite("The dashboard as a page")
struct DashboardPageTests {
  private func open(_ body: (StaffBrowser) async throws -> Void) async throws {
    try await WebHouse.open { web in try await body(StaffBrowser(web)) }
  }

  /// What a page has between a mark and the next line break.
  private func row(_ page: PlainClient.Response, _ reference: String) -> String {
    page.body.split(separator: "\n").first { $0.contains("id=\"\(reference)\"") }.map(String.init) ?? ""
  }

  @Test func `a row says who, when, how many, where from, how to reach them and what became of the email`()
    async throws
  {
    try await open { staff in
      let booking = try staff.book("Ada <b>", party: 3)
      let line = row(try await staff.get("/ops"), booking.reference)
      for text in [
        "19:00", "Ada &lt;b&gt;", "3 people", "Confirmed", "Created by System", "No contact",
        "Not sent: confirmation email (no email address was given)",
      ] {
        #expect(line.contains(text), "\(text): \(line)")
      }
    }
  }

  @Test func `only steps that a booking can take are offered`() async throws {
    try await open { staff in
      let reference = try staff.book().reference
      let path = "/ops/bookings/\(reference)/steps"
      func steps() async throws -> Set<String> {
        let line = row(try await staff.get("/ops"), reference)
        return Set(line.matches(of: /name="step" value="([a-z_]+)"/).map { String($0.1) })
      }
      #expect(try await steps() == ["checked_in", "no_show", "cancelled"])
      #expect(try await staff.post(path, [("step", "no_show")]).status == 303)
      #expect(try await steps() == ["checked_in", "undo"])
      #expect(try await staff.post(path, [("step", "undo")]).status == 303)
      #expect(try await steps() == ["checked_in", "no_show", "cancelled"])
      #expect(try await staff.post(path, [("step", "checked_in"), ("table", "7")]).status == 303)
      #expect(try await steps() == ["completed", "undo"])
      #expect(try staff.booking(reference)?.table == "7")
    }
  }

  @Test func `what was done yesterday is not offered to be undone`() async throws {
    try await open { staff in
      let reference = try staff.book().reference
      _ = try await staff.post("/ops/bookings/\(reference)/steps", [("step", "no_show")])
      staff.web.house.clock.withLock { $0 = $0.adding(minutes: 1440) }
      let later = try StaffBrowser(staff.web)
      #expect(!row(try await later.get("/ops?date=2026-11-21"), reference).contains("undo"))
    }
  }

  @Test func `a step leads back to its place in the list`() async throws {
    try await open { staff in
      let booking = try staff.book()
      let answer = try await staff.post(
        "/ops/bookings/\(booking.reference)/steps", [("step", "checked_in"), ("seen", "1")])
      #expect(answer.status == 303)
      #expect(
        answer.headers["location"] == "/ops?restaurant=anchor&date=2026-11-21#\(booking.reference)")
    }
  }

  @Test func `whoever saw an older version is told how it stands, and nothing is done`() async throws {
    try await open { staff in
      let path = "/ops/bookings/\(try staff.book().reference)/steps"
      _ = try await staff.post(path, [("step", "checked_in"), ("seen", "1")])
      let late = try await staff.post(path, [("step", "no_show"), ("seen", "1")])
      #expect(late.status == 409)
      #expect(late.body.contains("It is now: Seated. Nothing was done."))
    }
  }

  @Test func `a step that cannot be is refused in words`() async throws {
    try await open { staff in
      let path = "/ops/bookings/\(try staff.book().reference)/steps"
      let refused = try await staff.post(path, [("step", "completed")])
      #expect(refused.status == 422)
      #expect(refused.body.contains("cannot be completed"))
      #expect(try await staff.post(path, [("step", "eaten")]).status == 400)
    }
  }

  @Test func `asking changes nothing, and neither does a form without the session's token`() async throws {
    try await open { staff in
      let reference = try staff.book().reference
      let path = "/ops/bookings/\(reference)/steps"
      let asked = try await staff.post(path, [("step", "cancelled"), ("seen", "1")])
      #expect(asked.status == 200 && asked.body.contains("Cancel this booking?"))
      for method in ["GET", "HEAD"] {
        #expect(try await staff.web.client.send(method, path + "?step=cancelled").status == 405)
      }
      let resumed = try await staff.browser.post(
        path, [("step", "cancelled"), ("asked", "true"), ("reason", "rang \"us\"")])
      #expect(resumed.status == 200 && resumed.value(of: "reason") == "rang &quot;us&quot;")
      #expect(try staff.booking(reference)?.version == 1)
    }
  }

  @Test func `the day before and the day after are a link away, and a day can be chosen`() async throws {
    try await open { staff in
      let page = try await staff.get("/ops")
      #expect(page.body.contains("href=\"/ops?restaurant=anchor&amp;date=2026-11-20\" rel=\"prev\""))
      #expect(page.body.contains("href=\"/ops?restaurant=anchor&amp;date=2026-11-22\" rel=\"next\""))
      #expect(page.body.contains("Saturday 21 November"))
      #expect(try await staff.get("/ops?date=2026-12-24").body.contains("Thursday 24 December"))
      #expect(try await staff.get("/ops?date=yesterday").status == 400)
    }
  }

  @Test func `covers are drawn against what the service holds, and are there as a table`() async throws {
    try await open { staff in
      _ = try staff.book(party: 4)
      _ = try staff.book("Bob", time: "19:15", party: 2)
      let page = try await staff.get("/ops").body
      #expect(page.contains("6 of 40 covers, 2 bookings"))
      #expect(page.contains("<svg class=\"chart\""))
      #expect(page.firstMatch(of: /19:00<\/th><td class="number">6<\/td><td class="number">6<\/td>/) != nil)
    }
  }

  @Test func `a search finds other days' bookings, and another restaurant's never`() async throws {
    try await open { staff in
      let reference = try staff.book("Needle").reference
      let found = try await staff.post("/ops", [("q", "needle"), ("date", "2026-11-25")])
      #expect(found.status == 200 && found.body.contains(reference))
      let stranger = try StaffBrowser(staff.web, as: staff.web.house.stranger)
      #expect(!(try await stranger.post("/ops", [("q", "needle")])).body.contains(reference))
      #expect(try await stranger.get("/ops?restaurant=anchor").status == 403)
      #expect(try await stranger.get("/ops/bookings/\(reference)").status == 404)
      #expect(
        try await stranger.post("/ops/bookings/\(reference)/steps", [("step", "cancelled")]).status == 404)
      #expect(!(try await stranger.get("/ops?booked=\(reference)")).body.contains("Needle"))
    }
  }

  @Test func `who belongs to several restaurants can switch, and nobody else sees a switch`() async throws {
    try await open { staff in
      #expect(!(try await staff.get("/ops")).body.contains("class=\"switch\""))
      try staff.web.house.store.write {
        try $0.insertMembership(staffID: staff.web.house.host.id, restaurantID: "id-other", role: .host)
      }
      let page = try await staff.get("/ops?restaurant=other").body
      #expect(page.contains("<option value=\"other\" selected>Other</option>"))
      let later = try await staff.get("/ops?restaurant=other&date=2026-12-24").body
      #expect(later.contains("<input type=\"hidden\" name=\"date\" value=\"2026-12-24\">"), "the day stays")
      #expect(page.contains("<option value=\"anchor\">Anchor</option>"))
    }
  }
}
