import Testing

@testable import BookingHost

@Suite("Signing in with a browser")
struct SignInPageTests {
  private static let password = "a long enough password"

  private func open(_ body: (WebHouse, PageClient) async throws -> Void) async throws {
    try await WebHouse.open { web in
      try web.access.setPassword(email: web.house.host.email, password: SignInPageTests.password)
      try await body(web, PageClient(web))
    }
  }

  @Test func `the right password leads to where one wanted to go`() async throws {
    try await open { web, browser in
      let answer = try await browser.post(
        "/ops/sign-in",
        [
          ("email", web.house.host.email), ("password", SignInPageTests.password),
          ("return", "/ops/rules?a=1"),
        ])
      #expect(answer.status == 303)
      #expect(answer.headers["location"] == "/ops/rules?a=1")
      #expect(browser.cookies.keys.contains(web.services.settings.cookie.name))
    }
  }

  @Test(arguments: [
    "https://evil.example", "//evil.example", "/ops\\evil", "/opsevil", "javascript:1", "/ops/\r\nX: 1",
  ])
  func `nobody is led away`(_ goal: String) async throws {
    try await open { web, browser in
      let answer = try await browser.post(
        "/ops/sign-in",
        [("email", web.house.host.email), ("password", SignInPageTests.password), ("return", goal)])
      #expect(answer.headers["location"] == "/ops")
    }
  }

  @Test func `a wrong password says so, keeps the email and what was carried, and never the password`()
    async throws
  {
    try await open { web, browser in
      let answer = try await browser.post(
        "/ops/sign-in",
        [
          ("email", web.house.host.email), ("password", "wrong-password-here"), ("carry.name", "Ada <b>"),
          ("return", "/ops/bookings/new"),
        ])
      #expect(answer.status == 401)
      #expect(answer.value(of: "email") == web.house.host.email)
      #expect(answer.value(of: "carry.name") == "Ada &lt;b&gt;")
      #expect(answer.value(of: "return") == "/ops/bookings/new")
      #expect(!answer.body.contains("wrong-password-here"))
    }
  }

  @Test func `what was typed when the session ended is there again after signing in`() async throws {
    try await open { web, browser in
      let answer = try await browser.post(
        "/ops/sign-in",
        [
          ("email", web.house.host.email), ("password", SignInPageTests.password),
          ("carry.name", "Zoë \"Z\" 🦀"),
          ("return", "/ops/bookings/new"),
        ])
      #expect(answer.status == 200)
      #expect(answer.value(of: "name") == "Zoë &quot;Z&quot; 🦀")
      #expect(answer.body.contains("action=\"/ops/bookings/new\""))
      #expect(answer.value(of: "csrf")?.isEmpty == false)
    }
  }

  @Test func `another site's page signs nobody in`() async throws {
    try await open { web, _ in
      let body = PageClient.encoded([("email", web.house.host.email), ("password", SignInPageTests.password)])
      for headers in [
        ["Sec-Fetch-Site": "cross-site"], ["Origin": "https://evil.example"], ["Origin": "null"],
      ] {
        let answer = try await web.client.send(
          "POST", "/ops/sign-in",
          headers: headers.merging(["Content-Type": "application/x-www-form-urlencoded"]) { $1 }, body: body)
        #expect(answer.status == 403)
        #expect(answer.headers["set-cookie"] == nil)
        let program = try await web.client.send(
          "POST", "/api/session", headers: headers,
          body: WebHouse.json(["email": web.house.host.email, "password": SignInPageTests.password]))
        #expect(program.status == 403)
        #expect(program.string("code") == "cross_site")
        #expect(program.headers["set-cookie"] == nil)
      }
    }
  }

  @Test func `signing out ends the session, and needs the session's token`() async throws {
    try await open { web, _ in
      let browser = PageClient(web, session: try web.signIn(web.house.host))
      let session = browser.cookies[web.services.settings.cookie.name]!
      #expect(try await browser.post("/ops/sign-out", []).status == 403)
      let csrf = web.services.csrfToken(session: session)
      let answer = try await browser.post("/ops/sign-out", [("csrf", csrf)])
      #expect(answer.status == 303)
      #expect(answer.headers["clear-site-data"] == "\"cache\"")
      #expect(try web.access.session(token: session) == nil)
    }
  }

  @Test func `who is not signed in sees a page, not a document for programs, where nothing is`() async throws
  {
    try await open { _, browser in
      let answer = try await browser.get("/nowhere")
      #expect(answer.status == 404)
      #expect(answer.headers["content-type"] == "text/html; charset=utf-8")
      #expect(answer.headers["content-security-policy"]?.contains("unsafe-inline") == false)
    }
  }
}
