import Foundation
import Testing

@testable import BookingHost

/// A manager's browser, and what it needs to post forms.
struct ManagerBrowser {
  let browser: PageClient
  let csrf: String

  init(_ web: WebHouse, _ account: StaffAccount) throws {
    let session = try web.signIn(account)
    browser = PageClient(web, session: session)
    csrf = web.services.csrfToken(session: session)
  }

  func get(_ path: String) async throws -> PlainClient.Response { try await browser.get(path) }

  func post(_ path: String, _ fields: [(String, String)]) async throws -> PlainClient.Response {
    try await browser.post(path, fields + [("csrf", csrf)])
  }
}

@Suite("The pages of the settings") struct SettingsPagesTests {
  static let pages = [
    "/ops/settings", "/ops/settings/hours", "/ops/settings/closures", "/ops/settings/services",
    "/ops/settings/staff", "/ops/settings/calendar", "/ops/settings/history",
  ]
  static let rulesPages = [
    "/ops/rules", "/ops/rules/modes/ops", "/ops/rules/changes", "/ops/rules/replay", "/ops/rules/impact",
    "/ops/rules/rollback",
  ]
  static let forms = [
    "/ops/settings", "/ops/settings/hours", "/ops/settings/closures", "/ops/settings/services",
    "/ops/settings/staff", "/ops/settings/calendar", "/ops/rules/rollback", "/ops/rules/resume",
  ]

  private static func owner(_ web: WebHouse) throws -> StaffAccount {
    let owner = StaffAccount(id: "staff-owner", email: "owner@example.com")
    try web.house.store.write {
      try $0.insertStaff(owner, passwordHash: nil, now: House.saturdayEvening)
      try $0.insertMembership(staffID: owner.id, restaurantID: "id-anchor", role: .owner)
    }
    return owner
  }

  @Test func `lead to the same page of another restaurant, where one manages that too`() async throws {
    try await WebHouse.open { web in
      let owner = try Self.owner(web)
      let browser = try ManagerBrowser(web, owner)
      try web.house.store.write {
        try $0.insertMembership(staffID: owner.id, restaurantID: "id-other", role: .host)
      }
      #expect(!(try await browser.get("/ops/settings/hours")).body.contains("class=\"switch\""))
      #expect(try await browser.get("/ops").body.contains("class=\"switch\" method=\"get\" action=\"/ops\""))
      try web.house.store.write {
        try $0.removeMembership(ofStaff: owner.id, atRestaurant: "id-other", now: House.saturdayEvening)
        try $0.insertMembership(staffID: owner.id, restaurantID: "id-other", role: .manager)
      }
      for path in Self.pages + ["/ops/rules"] {
        let page = try await browser.get(path + "?restaurant=other").body
        #expect(page.contains("class=\"switch\" method=\"get\" action=\"\(path)\""), "\(path)")
        #expect(page.contains("<option value=\"other\" selected>Other</option>"), "\(path)")
      }
    }
  }

  @discardableResult
  private static func book(_ web: WebHouse, party: Int = 2) throws -> Booking {
    let request = BookingRequest(
      restaurant: "anchor", mode: "ops", draft: draft(party: .integer(party), name: "<b>Ada</b>"))
    guard case .booked(let booking, _) = try web.house.desk().book(request, by: .staff(web.house.host)) else {
      throw HostError(.internal, "refused")
    }
    return booking
  }

  /// The last form of a page, as a browser would send it: only hidden fields.
  private static func carried(_ page: PlainClient.Response) -> [(String, String)] {
    let start = page.body.range(of: "<form", options: .backwards)?.lowerBound ?? page.body.startIndex
    return page.body[start...].matches(of: /<input type="hidden" name="([^"]*)" value="([^"]*)">/).map {
      (String($0.1), String($0.2))
    }.filter { $0.0 != "csrf" }
  }

  @Test
  func `every page and form is for managers: nobody, a host and another restaurant's owner see none of it`()
    async throws
  {
    try await WebHouse.open { web in
      _ = try RuleIntake(store: web.house.store, directory: Shipped.directory, now: { House.saturdayEvening })
        .takeUp()
      let (host, stranger) = (
        try ManagerBrowser(web, web.house.host), try ManagerBrowser(web, web.house.stranger)
      )
      let (manager, nobody) = (try ManagerBrowser(web, web.house.manager), PageClient(web))
      let before = try web.house.rowCounts()
      for page in Self.pages + Self.rulesPages {
        let asked = try await nobody.get(page + "?restaurant=anchor")
        #expect(
          asked.status == 303 && asked.headers["location"]?.hasPrefix("/ops/sign-in") == true, "\(page)")
        for other in [host, stranger] {
          let answer = try await other.get(page + "?restaurant=anchor")
          #expect(answer.status == 403, "\(page)")
          #expect(answer.headers["content-type"]?.hasPrefix("text/html") == true)
          #expect(!answer.body.contains("host@example.com"))
        }
      }
      for form in Self.forms {
        let fields = [("do", "week"), ("opens-sunday", ""), ("was.opens-sunday", "12:00"), ("to", "r1")]
        #expect(try await nobody.post(form + "?restaurant=anchor", fields).status == 401, "\(form)")
        for other in [host, stranger] {
          #expect(try await other.post(form + "?restaurant=anchor", fields).status == 403, "\(form)")
        }
      }
      #expect(try web.house.rowCounts() == before)
      for page in Self.pages + Self.rulesPages where page != "/ops/rules/rollback" {
        let answer = try await manager.get(page)
        #expect(answer.status == 200, "\(page): \(answer.body)")
        #expect(!answer.body.contains("settings_") && !answer.body.contains(">rules_"), "words: \(page)")
      }
      #expect(try web.house.rowCounts() == before, "GET changes nothing")
    }
  }

  @Test func `hours that strand a booking list it and change nothing; the same form makes them all the same`()
    async throws
  {
    try await WebHouse.open { web in
      let booking = try Self.book(web)
      let manager = try ManagerBrowser(web, web.house.manager)
      let before = try web.house.rowCounts()
      let stop = try await manager.post(
        "/ops/settings/hours?restaurant=anchor",
        [
          ("do", "week"), ("opens-sunday", ""), ("was.opens-sunday", "12:00"), ("closes-sunday", ""),
          ("was.closes-sunday", "02:00"),
        ])
      #expect(stop.status == 409)
      #expect(stop.body.contains(booking.reference) && stop.body.contains("&lt;b&gt;Ada"))
      #expect(try web.house.rowCounts() == before)

      try Self.book(web, party: 3)
      let carried = Self.carried(stop)
      #expect(carried.contains { $0 == ("agreed", booking.id) })
      let again = try await manager.post("/ops/settings/hours?restaurant=anchor", carried)
      #expect(again.status == 409, "somebody has booked meanwhile: asked again")
      let done = try await manager.post("/ops/settings/hours?restaurant=anchor", Self.carried(again))
      #expect(
        done.status == 303 && done.headers["location"] == "/ops/settings/hours?restaurant=anchor&done=week")
      let setup = try HouseControl(store: web.house.store, now: { House.saturdayEvening })
        .setup(of: "anchor", by: .staff(web.house.manager))
      #expect(setup.schedule.weekly[.sunday]?.closed == true)
      #expect(setup.schedule.weekly[.monday]?.closed == false)
    }
  }

  @Test func `what is wrong is said at its field, and everything typed is there again`() async throws {
    try await WebHouse.open { web in
      let manager = try ManagerBrowser(web, web.house.manager)
      let week = try await manager.post(
        "/ops/settings/hours",
        [
          ("do", "week"), ("opens-monday", "7"), ("was.opens-monday", "12:00"), ("closes-monday", "11pm"),
          ("was.closes-monday", "02:00"), ("opens-friday", "<i>noon"), ("was.opens-friday", "12:00"),
          ("closes-friday", "02:00"), ("was.closes-friday", "02:00"),
        ])
      #expect(week.status == 422)
      #expect(week.value(of: "opens-monday") == "7" && week.value(of: "closes-monday") == "11pm")
      #expect(week.value(of: "opens-friday") == "&lt;i&gt;noon")
      #expect(week.body.contains(##"<a href="#week-opens-monday">7 could be 07:00 or 19:00: write which."##))
      #expect(week.body.contains(##"<a href="#week-opens-friday">"##))
      for (page, fields, target) in [
        (
          "closures", [("do", "close-between"), ("from", "2026-12-01"), ("to-time", "25")],
          "close-between-to-time"
        ),
        ("closures", [("do", "close-between")], "close-between-to"),
        ("services", [("do", "seats"), ("seats", "many"), ("was.seats", "40")], "seats-seats"),
        ("services", [("do", "add"), ("name", "Brunch"), ("days", "sunday")], "add-opens"),
        ("services", [("do", "service"), ("key", "dinner"), ("was.days", "monday")], "service-dinner-days"),
        ("services", [("do", "capacity"), ("key", "dinner"), ("covers", "9")], "capacity-dinner-date"),
        ("staff", [("do", "invite"), ("email", "nobody"), ("role", "host")], "invite-email"),
      ] {
        let answer = try await manager.post("/ops/settings/" + page, fields)
        #expect(answer.status == 422, "\(target): \(answer.status)")
        #expect(
          answer.body.contains("href=\"#\(target)\"") && answer.body.contains("id=\"\(target)\""), "\(target)"
        )
      }
    }
  }

  @Test func `only what was changed is changed: two managers do not undo each other's`() async throws {
    try await WebHouse.open { web in
      let manager = try ManagerBrowser(web, web.house.manager)
      let answer = try await manager.post(
        "/ops/settings",
        [
          ("do", "details"), ("name", "Anchor"), ("was.name", "Anchor"), ("phone", "020 7946 0999"),
          ("was.phone", "+44 20 7946 0100"), ("email", "old@example.com"), ("was.email", "old@example.com"),
        ])
      #expect(answer.status == 303)
      let setup = try HouseControl(store: web.house.store, now: { House.saturdayEvening })
        .setup(of: "anchor", by: .staff(web.house.manager))
      #expect(setup.restaurant.phone == "020 7946 0999")
      #expect(setup.restaurant.email == nil, "it was not touched")
    }
  }

  @Test func `times as people type them: 7pm, and past midnight`() async throws {
    try await WebHouse.open { web in
      let manager = try ManagerBrowser(web, web.house.manager)
      for (page, fields) in [
        ("hours", [("do", "week"), ("opens-friday", "7 pm"), ("closes-friday", "02:00")]),
        (
          "hours",
          [
            ("do", "exception"), ("date", "2026-12-24"), ("opens", "noon"), ("closes", "4pm"),
            ("reason", "<script>"),
          ]
        ),
        ("closures", [("do", "close-between"), ("from", "2026-12-01"), ("to", "2026-12-02")]),
        (
          "services",
          [("do", "add"), ("name", "Spät & late"), ("opens", "23:00"), ("closes", "1am"), ("days", "friday")]
        ),
        ("services", [("do", "capacity"), ("key", "dinner"), ("date", "2026-12-31"), ("covers", "20")]),
      ] {
        let answer = try await manager.post("/ops/settings/" + page, fields)
        #expect(answer.status == 303, "\(fields): \(answer.body)")
      }
      let setup = try HouseControl(store: web.house.store, now: { House.saturdayEvening })
        .setup(of: "anchor", by: .staff(web.house.manager))
      #expect(setup.schedule.weekly[.friday] == DayHours(opens: 1140, closes: 1560))
      #expect(setup.schedule.exceptions["2026-12-24"] == DayHours(opens: 720, closes: 960, label: "<script>"))
      let closure = try #require(setup.closures.first)
      #expect(closure.to.seconds - closure.from.seconds == 2 * 86_400, "a date alone is all of it")
      let late = try #require(setup.schedule.services.first { $0.period.key == "sp_t_late" })
      #expect(late.period.closes == 1500 && late.weekdays == [.friday])
      let dinner = try #require(setup.schedule.services.first { $0.period.key == "dinner" })
      #expect(dinner.dateCapacity["2026-12-31"] == Capacity(covers: 20))
      let shown = try await manager.get("/ops/settings/hours")
      #expect(shown.body.contains("&lt;script&gt;") && !shown.body.contains("<script>\n"))
    }
  }

  @Test func `the calendar's address is shown once, and works until it is taken away`() async throws {
    try await WebHouse.open { web in
      let manager = try ManagerBrowser(web, web.house.manager)
      let made = try await manager.post("/ops/settings/calendar", [("do", "link")])
      #expect(made.headers["cache-control"] == "no-store")
      let path = try #require(made.body.firstMatch(of: /http:\/\/[^"]*(\/calendar\/[^"]*\.ics)/)?.1)
      #expect(try await web.client.send("GET", String(path), headers: [:], body: nil).status == 200)
      #expect(try await !manager.get("/ops/settings/calendar").body.contains(path))
      #expect(try await manager.post("/ops/settings/calendar", [("do", "revoke")]).status == 303)
      #expect(try await web.client.send("GET", String(path), headers: [:], body: nil).status == 404)
    }
  }

  // MARK: Passwords

  private static let password = "four words in a row"

  private static func link(in page: PlainClient.Response) throws -> String {
    String(try #require(page.body.firstMatch(of: /http:\/\/[^"\/]*(\/ops\/welcome\?token=[^"]*)/)?.1))
  }

  @Test func `who is asked in sets a first password by the link, once, and is signed in`() async throws {
    try await WebHouse.open { web in
      let manager = try ManagerBrowser(web, web.house.manager)
      let made = try await manager.post(
        "/ops/settings/staff", [("do", "invite"), ("email", "new@example.com"), ("role", "host")])
      #expect(made.status == 200 && made.headers["cache-control"] == "no-store")
      let link = try Self.link(in: made)
      let guest = PageClient(web)
      let before = try web.house.rowCounts()
      for _ in 1...2 {
        let page = try await guest.get(link)
        #expect(page.status == 200 && page.body.contains("new@example.com"))
      }
      #expect(try web.house.rowCounts() == before, "following the link uses nothing up")
      let token = try #require(try await guest.get(link).value(of: "token"))
      let short = try await guest.post("/ops/welcome", [("token", token), ("password", "short")])
      #expect(short.status == 422 && !short.body.contains("short\""))
      let done = try await guest.post("/ops/welcome", [("token", token), ("password", Self.password)])
      #expect(done.status == 303 && guest.cookies.keys.contains(web.services.settings.cookie.name))
      #expect(
        try web.access.signIn(email: "new@example.com", password: Self.password).staff.email
          == "new@example.com")
      #expect(try await guest.get(link).status == 410)
      let again = try await guest.post("/ops/welcome", [("token", token), ("password", Self.password + "!")])
      #expect(again.status == 410)
      #expect(throws: AccessError.wrongCredentials) {
        try web.access.signIn(email: "new@example.com", password: Self.password + "!")
      }
    }
  }

  @Test func `a link ends after 72 hours, and when the account may do more than when it was made`()
    async throws
  {
    try await WebHouse.open { web in
      let owner = try ManagerBrowser(web, Self.owner(web))
      func make() async throws -> String {
        try Self.link(
          in: try await owner.post("/ops/settings/staff", [("do", "link"), ("key", web.house.host.id)]))
      }
      let guest = PageClient(web)
      let old = try await make()
      _ = try await owner.post(
        "/ops/settings/staff", [("do", "role"), ("key", web.house.host.id), ("role", "manager")])
      #expect(try await guest.get(old).status == 410)
      let link = try await make()
      web.house.clock.withLock { $0 = $0.adding(minutes: 72 * 60 - 1) }
      #expect(try await guest.get(link).status == 200)
      web.house.clock.withLock { $0 = $0.adding(minutes: 1) }
      #expect(try await guest.get(link).status == 410)
    }
  }

  @Test func `a link that was tampered with is none`() async throws {
    try await WebHouse.open { web in
      let owner = try ManagerBrowser(web, Self.owner(web))
      let link = try Self.link(
        in: try await owner.post("/ops/settings/staff", [("do", "link"), ("key", web.house.host.id)]))
      let parts = link.split(separator: ".")
      let another = Base64URL.encoded(Array(web.house.manager.id.utf8))
      let guest = PageClient(web)
      for wrong in [
        "/ops/welcome", "/ops/welcome?token=", "/ops/welcome?token=x.y.z",
        "/ops/welcome?token=\(another).\(parts[1]).\(parts[2])",
        "\(parts[0]).\(Int(parts[1])! + 86_400).\(parts[2])",
      ] {
        #expect(try await guest.get(wrong).status == 410, "\(wrong)")
      }
    }
  }

  @Test func `nobody makes a link for who is above them, here or at another restaurant`() async throws {
    try await WebHouse.open { web in
      let owner = try Self.owner(web)
      let manager = try ManagerBrowser(web, web.house.manager)
      let above = try await manager.post("/ops/settings/staff", [("do", "link"), ("key", owner.id)])
      #expect(above.status == 403)
      // Another restaurant's owner, asked in here as a server, stays out of this manager's hands.
      let invited = try await manager.post(
        "/ops/settings/staff", [("do", "invite"), ("email", web.house.stranger.email), ("role", "server")])
      #expect(!invited.body.contains("/ops/welcome"))
      let elsewhere = try await manager.post(
        "/ops/settings/staff", [("do", "link"), ("key", web.house.stranger.id)])
      #expect(elsewhere.status == 422 && !elsewhere.body.contains("/ops/welcome?"))
    }
  }
}
