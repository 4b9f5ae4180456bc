import Testing

@testable import BookingHost

@Suite("The guest's wizard in a browser")
struct GuestWizardPageTests {
  static let plan = [
    ("date", "2026-11-22"), ("party", "2"), ("wizard.at", "2026-11-22T19:00"), ("seating", "any"),
  ]
  static let ada = [
    ("name", "Ada Lovelace"), ("email", "ada@example.com"), ("phone", "+44 20 7946 0999"), ("terms", "true"),
  ]

  private static func book(_ browser: PageClient, _ changes: [String: String] = [:]) async throws
    -> PlainClient.Response
  {
    let fields = (plan + ada).map { ($0.0, changes[$0.0] ?? $0.1) } + [("wizard.step", "book")]
    return try await browser.post("/reserve/anchor", fields)
  }

  private static func count(_ web: WebHouse) throws -> Int { try web.house.rowCounts()["bookings"] ?? -1 }

  @Test func `begins at the list of restaurants, and offers what is not personal by address`() async throws {
    try await WebHouse.open { web in
      let browser = PageClient(web)
      #expect(try await browser.get("/").headers["location"] == "/reserve")
      #expect(try await browser.get("/reserve").body.contains("href=\"/reserve/anchor\""))
      let times = try await browser.get("/reserve/anchor?date=2026-11-22&party=2")
      #expect(times.body.contains("aria-label=\"Sunday 22 November, 19:00, open\""), "\(times.body)")
      let details = try await browser.get("/reserve/anchor?date=2026-11-22&party=2&at=2026-11-22T19:00")
      #expect(details.body.contains("name=\"email\" type=\"email\""))
      #expect(browser.cookies["booking-form"]?.isEmpty == false)
      #expect(try Self.count(web) == 0)
    }
  }

  @Test func `goes on to the review only when nothing is missing, and keeps what was typed`() async throws {
    try await WebHouse.open { web in
      let browser = PageClient(web)
      let fields = Self.plan + [("name", "Ada \"<b>\""), ("email", "nonsense"), ("wizard.step", "details")]
      let refused = try await browser.post("/reserve/anchor", fields)
      #expect(refused.status == 422)
      #expect(refused.value(of: "name") == "Ada &quot;&lt;b&gt;&quot;")
      #expect(refused.value(of: "email") == "nonsense")
      #expect(refused.body.contains("href=\"#field-phone\""))
      let review = try await browser.post(
        "/reserve/anchor", Self.plan + Self.ada + [("wizard.step", "details")])
      #expect(review.status == 200 && review.body.contains("value=\"book\""))
      #expect(try Self.count(web) == 0)
    }
  }

  @Test func `makes one booking of one answer, however often and from wherever it is sent`() async throws {
    try await WebHouse.open { web in
      let browser = PageClient(web)
      _ = try await browser.get("/reserve/anchor?date=2026-11-22&party=2&at=2026-11-22T19:00")
      let first = try await Self.book(browser)
      #expect(first.status == 303)
      let address = try #require(first.headers["location"])
      #expect(address.hasPrefix("/booking/R1?token="))
      #expect(try await Self.book(browser).headers["location"] == address)
      #expect(try Self.count(web) == 1)
      // Another browser, and another time, are other bookings.
      #expect(try await Self.book(browser, ["wizard.at": "2026-11-22T20:00"]).status == 303)
      let other = PageClient(web)
      _ = try await other.get("/reserve/anchor?date=2026-11-22&party=2&at=2026-11-22T19:00")
      #expect(try await Self.book(other).headers["location"] != address)
      #expect(try Self.count(web) == 3)
    }
  }

  @Test func `sent twice is the first booking even when that took the last table`() async throws {
    try await WebHouse.open { web in
      let browser = PageClient(web)
      _ = try await browser.get("/reserve/anchor?date=2026-11-22&party=12&at=2026-11-22T19:00")
      for party in [12, 12, 4] {
        let filler = WebHouse.reservation(["party": party, "name": "Filler \(party)"])
        #expect(try await web.client.send("POST", "/api/bookings", body: filler).status == 201)
      }
      let first = try await Self.book(browser, ["party": "12"])
      #expect(first.status == 303)
      #expect(try await Self.book(browser, ["party": "12"]).headers["location"] == first.headers["location"])
    }
  }

  @Test func `books the same again after it was cancelled`() async throws {
    try await WebHouse.open { web in
      let browser = PageClient(web)
      _ = try await browser.get("/reserve/anchor?date=2026-11-22&party=2&at=2026-11-22T19:00")
      let first = try #require(try await Self.book(browser).headers["location"])
      let cancel = first.replacing("?", with: "/cancel?")
      #expect(try await browser.post(cancel, [("wizard.version", "1")]).status == 303)
      let second = try await Self.book(browser)
      #expect(second.status == 303 && second.headers["location"] != first)
      #expect(try await Self.book(browser).headers["location"] == second.headers["location"])
    }
  }

  @Test func `goes back to the times when the table has gone, with everything that was typed`() async throws {
    try await WebHouse.open { web in
      let browser = PageClient(web)
      for party in [12, 12, 12] {
        let filler = WebHouse.reservation(["party": party, "time": "18:30", "name": "Filler"])
        _ = try await web.client.send("POST", "/api/bookings", body: filler)
      }
      let gone = try await Self.book(browser, ["party": "6"])
      #expect(gone.status == 422)
      #expect(gone.body.contains("name=\"wizard.pick\""))
      #expect(gone.value(of: "name") == "Ada Lovelace" && gone.value(of: "phone") == "+44 20 7946 0999")
      #expect(gone.body.contains("href=\"tel:+442079460100\""))
      // A smaller party is taken by one press.
      let fields = Self.plan.filter { $0.0 != "wizard.at" } + Self.ada
      let picked = try await browser.post(
        "/reserve/anchor", fields + [("wizard.step", "time"), ("wizard.pick", "2026-11-22T19:00/4")])
      #expect(picked.body.contains("value=\"book\"") && picked.value(of: "party") == "4")
    }
  }

  @Test func `says why a day will not do, and offers three others`() async throws {
    try await WebHouse.open { web in
      let browser = PageClient(web)
      for day in ["2026-12-25", "2026-11-01", "2027-06-01"] {
        let page = try await browser.get("/reserve/anchor?date=\(day)&party=2")
        #expect(page.status == 200)
        #expect(
          page.body.matches(of: /<li><a class="button" href="\/reserve\/anchor\?[^"]*at=/).count == 3,
          "\(day)")
        #expect(page.body.contains("data-focus"))
      }
      let closed = try await browser.get("/reserve/anchor?date=2026-12-25&party=2")
      #expect(closed.body.contains("closed that day"))
      let many = try await browser.get("/reserve/anchor?date=2026-11-22&party=13")
      #expect(many.body.contains("For more than 12, please ring Anchor: +44 20 7946 0100"))
    }
  }

  @Test func `says kindly whom to ring where a rule fails or nothing is offered, and loses nothing`()
    async throws
  {
    let broken = try RuleBook(files: [
      "customer.lua":
        #"return { access = "public", offered = true, check = function() error("broken rule") end }"#
    ])
    try await WebHouse.open(rules: broken) { web in
      let page = try await Self.book(PageClient(web))
      #expect(page.status == 422)
      #expect(page.body.contains("href=\"tel:+442079460100\"") && page.value(of: "name") == "Ada Lovelace")
      #expect(!page.body.contains("broken rule") && !page.body.contains(".lua"))
    }
    try await WebHouse.open(rules: RuleBook(files: ["ops.lua": #"return { access = "staff" }"#])) { web in
      let page = try await PageClient(web).get("/reserve/anchor")
      #expect(page.status == 404 && page.body.contains("href=\"tel:+442079460100\""))
    }
  }

  @Test func `keeps to a mode that is offered, and asks what an operator has added`() async throws {
    let rules = try RuleBook(files: [
      "customer.lua": Shipped.file("customer.lua"), "lib/contact.lua": Shipped.file("lib/contact.lua"),
      "lib/calling_codes.lua": Shipped.file("lib/calling_codes.lua"),
      "secret.lua": #"return { access = "public", offered = false }"#,
      "tasting.lua": """
      return { access = "public", offered = true, source = "tasting", status = "pending",
        fields = { menu = { required = true, choices = { "land", "sea" }, label = "Which menu?" },
          step = { type = "integer", label = "Steps you can climb" }, key = { set_by = "staff" } } }
      """,
    ])
    try await WebHouse.open(rules: rules) { web in
      let browser = PageClient(web)
      let plan = "date=2026-11-22&party=2"
      let times = try await browser.get("/reserve/anchor?mode=tasting&\(plan)")
      #expect(times.body.contains("name=\"mode\" value=\"tasting\""))
      let secret = try await browser.get("/reserve/anchor?mode=secret&\(plan)&at=2026-11-22T19:00")
      #expect(secret.body.contains("name=\"terms\""))
      let details = try await browser.get("/reserve/anchor?mode=tasting&\(plan)&at=2026-11-22T19:00")
      #expect(details.body.contains("Which menu?") && details.body.contains("Steps you can climb"))
      #expect(!details.body.contains("name=\"key\"") && !details.body.contains("name=\"terms\""))
      #expect(details.value(of: "wizard.mode") == "tasting")
      let fields =
        Self.plan.filter { $0.0 != "seating" }
        + [("name", "Ada"), ("menu", "sea"), ("step", "3"), ("key", "x"), ("wizard.mode", "tasting")]
      let review = try await browser.post("/reserve/anchor", fields + [("wizard.step", "details")])
      #expect(review.body.contains("Ask for this table"), "\(review.body)")
      let booked = try await browser.submit("/reserve/anchor", fields + [("wizard.step", "book")])
      #expect(booked.body.contains("Your request has arrived"))
      let booking = try #require(try web.house.store.read { try $0.booking(reference: "R1") })
      #expect(booking.mode == "tasting" && booking.answers == ["menu": "sea", "step": 3])
    }
  }

  @Test func `takes forms of this server's pages only`() async throws {
    try await WebHouse.open { web in
      let body = PageClient.encoded(Self.plan + Self.ada + [("wizard.step", "book")])
      let answer = try await web.client.send(
        "POST", "/reserve/anchor",
        headers: ["Content-Type": "application/x-www-form-urlencoded", "Origin": "https://evil.example"],
        body: body)
      #expect(answer.status == 403)
      #expect(try Self.count(web) == 0)
    }
  }
}
