import Testing

@testable import BookingHost

@Suite("The page of a guest's booking")
struct GuestBookingPageTests {
  private func open(_ body: (WebHouse, PageClient, String) async throws -> Void) async throws {
    try await WebHouse.open { web in
      let made = try await web.client.send("POST", "/api/bookings", body: WebHouse.reservation())
      let token = try #require(made.headers["booking-token"])
      try await body(web, PageClient(web), token)
    }
  }

  private func booking(_ web: WebHouse) throws -> Booking {
    try #require(try web.house.store.read { try $0.booking(reference: "R1") })
  }

  @Test func `is one and the same refusal for a wrong token and for no booking`() async throws {
    try await open { web, browser, token in
      var answers: Set<String> = []
      for address in [
        "/booking/R1", "/booking/R1?token=", "/booking/R1?token=x", "/booking/NOBODY?token=\(token)",
      ] {
        for end in ["", "/time", "/details", "/cancel", "/calendar.ics"] {
          let parts = address.split(separator: "?", maxSplits: 1)
          let query = parts.count == 2 ? "?\(parts[1])" : ""
          let answer = try await browser.get("\(parts[0])\(end)\(query)")
          #expect(answer.status == 404)
          answers.insert(String(answer.body.split(separator: "<code>")[0]))
        }
      }
      #expect(answers.count == 1)
      #expect(try await browser.post("/booking/R1/cancel?token=x", []).status == 404)
      #expect(try booking(web).status == .confirmed)
    }
  }

  @Test func `moves a booking by the rules for guests, without counting it against itself`() async throws {
    try await open { web, browser, token in
      for party in [12, 12, 12] {
        let filler = WebHouse.reservation(["party": party, "name": "Filler"])
        #expect(try await web.client.send("POST", "/api/bookings", body: filler).status == 201)
      }
      // Two of its own and two more are all that is left.
      let page = try await browser.get("/booking/R1/time?token=\(token)&date=2026-11-22&party=4")
      #expect(
        page.body.contains("19:15, open") && page.body.contains("value=\"2026-11-22T19:00\" aria-label"))
      let version = try #require(page.value(of: "wizard.version"))
      let five = [("wizard.at", "2026-11-22T19:15"), ("party", "5"), ("wizard.version", version)]
      let refused = try await browser.post("/booking/R1/time?token=\(token)", five)
      #expect(refused.status == 422 && refused.body.contains("no room"))
      let four = [("wizard.at", "2026-11-22T19:15"), ("party", "4"), ("wizard.version", version)]
      let moved = try await browser.submit("/booking/R1/time?token=\(token)", four)
      #expect(moved.body.contains("Your booking is changed."))
      #expect(try booking(web).party == 4 && booking(web).start.time == "19:15")
    }
  }

  @Test func `changes details, and takes back what is cleared`() async throws {
    try await open { web, browser, token in
      let address = "/booking/R1/details?token=\(token)"
      let fields = [
        ("name", "Ada King"), ("email", "ada@example.com"), ("phone", "+44 20 7946 0999"), ("seating", "any"),
      ]
      let noted = try await browser.submit(
        address, fields + [("notes", "Nuts <b>"), ("wizard.version", "1")])
      #expect(noted.body.contains("Nuts &lt;b&gt;"))
      #expect(try booking(web).name == "Ada King")
      _ = try await browser.submit(address, fields + [("notes", ""), ("wizard.version", "2")])
      #expect(try booking(web).notes == nil)
      let wrong = try await browser.post(
        address,
        [("name", "Ada"), ("email", "nonsense"), ("phone", "+44 20 7946 0999"), ("wizard.version", "3")])
      #expect(wrong.status == 422 && wrong.value(of: "email") == "nonsense")
      #expect(wrong.body.contains("href=\"#field-email\""))
    }
  }

  @Test func `says when it has changed since it was seen, and changes nothing`() async throws {
    try await open { web, browser, token in
      _ = try web.house.desk().change(
        ChangeRequest(reference: "R1", answers: ["time": .some("20:00")]), by: .staff(web.house.host))
      let before = try booking(web)
      for (end, fields) in [("cancel", []), ("time", [("wizard.at", "2026-11-22T21:00"), ("party", "2")])] {
        let page = try await browser.submit(
          "/booking/R1/\(end)?token=\(token)", fields + [("wizard.version", "1")])
        #expect(page.body.contains("has changed meanwhile"))
      }
      #expect(try booking(web) == before)
    }
  }

  @Test func `cancels with a press of its own, once, and then has nothing to press`() async throws {
    try await open { web, browser, token in
      let asked = try await browser.get("/booking/R1/cancel?token=\(token)")
      #expect(asked.status == 200)
      #expect(try booking(web).status == .confirmed)
      for _ in 0..<2 {
        let page = try await browser.submit("/booking/R1/cancel?token=\(token)", [("wizard.version", "1")])
        #expect(page.status == 200 && page.body.contains("This booking is cancelled"))
        #expect(!page.body.contains("<button") && !page.body.contains("/cancel?"))
      }
      #expect(try booking(web).version == 2)
      let id = try booking(web).id
      let entry = try #require(try web.house.store.read { try $0.history(ofBooking: id) }.last)
      #expect(entry.action == "booking.cancelled" && entry.staffID == nil)
      #expect(try await browser.get("/booking/R1/time?token=\(token)").status == 303)
    }
  }

  @Test func `gives a calendar entry that is the one of the mail`() async throws {
    try await open { web, browser, token in
      let file = try await browser.get("/booking/R1/calendar.ics?token=\(token)")
      #expect(file.headers["content-type"] == "text/calendar; charset=utf-8")
      #expect(file.body.contains("UID:\(try booking(web).id)@localhost\r\n"))
      #expect(file.body.contains("DTSTART;TZID=Europe/London:20261122T190000\r\n"))
    }
  }

  @Test func `is changed and cancelled over the API the same way`() async throws {
    try await open { web, _, token in
      let (path, proof) = ("/api/bookings/R1", ["Booking-Token": token, "If-Match": "\"1\""])
      let nobody = try await web.client.send("PATCH", path, body: WebHouse.json(["party": 3]))
      #expect(nobody.status == 404)
      let changed = try await web.client.send(
        "PATCH", path, headers: proof, body: WebHouse.json(["party": 3]))
      #expect(changed.status == 200 && changed.headers["etag"] == "\"2\"")
      #expect(Set(try changed.json().keys) == GuestBookingRouteTests.publicKeys)
      let stale = try await web.client.send("PATCH", path, headers: proof, body: WebHouse.json(["party": 4]))
      #expect(stale.status == 409)
      let own = ["Booking-Token": token]
      let much = try await web.client.send(
        "PATCH", path, headers: own,
        body: WebHouse.json(["party": 13, "mode": "ops", "override": ["apply": true, "reason": "I say so"]]))
      #expect(much.status == 422 && much.issueCodes == ["party_max"] && !much.body.contains(".lua"))
      let seated = try await web.client.send(
        "POST", path + "/transitions", headers: own, body: WebHouse.json(["to": "checked_in"]))
      #expect(seated.status == 400)
      let cancelled = try await web.client.send(
        "POST", path + "/transitions", headers: own, body: WebHouse.json(["to": "cancelled"]))
      #expect(cancelled.status == 200 && cancelled.string("status") == "cancelled")
      #expect(try booking(web).status == .cancelled)
    }
  }
}
