import Testing

@testable import BookingHost

@Suite("Parties who wait, on the dashboard")
struct WaitlistPageTests {
  private func open(
    _ body: (WebHouse, PageClient, [(String, String)]) async throws -> Void
  ) async throws {
    try await WebHouse.open { web in
      let browser = PageClient(web, session: try web.signIn(web.house.host))
      let csrf = web.services.csrfToken(session: browser.cookies[web.services.settings.cookie.name]!)
      try await body(web, browser, [("csrf", csrf), ("restaurant", "anchor")])
    }
  }

  @Test func `a party is put on the list, called, and seated as a booking`() async throws {
    try await open { web, browser, form in
      let added = try await browser.submit(
        "/ops/waitlist", form + [("party", "2"), ("name", "Ada <b>"), ("phone", "")])
      #expect(added.status == 200)
      #expect(added.body.contains("W1") && added.body.contains("Ada &lt;b&gt;"))
      let waiting = try web.services.desk.waitlist(restaurant: "anchor", by: .staff(web.house.host)).places[0]
        .entry
      let path = "/ops/waitlist/\(waiting.id)"
      let called = try await browser.submit(path, form + [("step", "call"), ("seen", "1")])
      #expect(called.body.contains("Not here yet"))
      let seated = try await browser.submit(path, form + [("step", "seat"), ("seen", "2")])
      #expect(seated.body.contains("Nobody waits."))
      let bookings = try web.services.store.read {
        try $0.bookings(BookingQuery(restaurantIDs: [waiting.restaurant.id]))
      }
      #expect(bookings.map(\.name) == ["Ada <b>"])
    }
  }

  @Test func `who saw an older state is told, and nothing happens`() async throws {
    try await open { web, browser, form in
      _ = try await browser.submit("/ops/waitlist", form + [("party", "2"), ("name", "Ada")])
      let entry = try web.services.desk.waitlist(restaurant: "anchor", by: .staff(web.house.host)).places[0]
        .entry
      let answer = try await browser.post(
        "/ops/waitlist/\(entry.id)", form + [("step", "leave"), ("seen", "7")])
      #expect(answer.status == 422)
      let after = try web.services.desk.waitlist(restaurant: "anchor", by: .staff(web.house.host)).places[0]
        .entry
      #expect(after == entry)
    }
  }

  @Test func `a party of nobody is refused in words`() async throws {
    try await open { _, browser, form in
      let answer = try await browser.post("/ops/waitlist", form + [("party", "0"), ("name", "Ada")])
      #expect(answer.status == 422)
      #expect(answer.body.contains("data-focus"))
    }
  }
}
