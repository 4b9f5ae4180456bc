import Synchronization
import Testing

@testable import BookingHost

@Suite("Limits") struct RateLimitTests {
  @Test("count within a window that slides, for each caller alone")
  func window() {
    let clock = Mutex(1000)
    let limiter = RateLimiter(RateLimiter.Rate(2, perSeconds: 60)) { clock.withLock { $0 } }
    #expect(limiter.take("a") == nil)
    clock.withLock { $0 = 1030 }
    #expect(limiter.take("a") == nil)
    #expect(limiter.take("a") == 30)
    #expect(limiter.take("b") == nil)
    clock.withLock { $0 = 1060 }
    #expect(limiter.take("a") == nil)
    #expect(limiter.take("a") == 30)
  }

  @Test("hold for staff by person and restaurant, and say when to come back")
  func opsCreate() async throws {
    var settings = RateLimitSettings()
    settings.opsCreate = 3
    try await WebHouse.open(limits: RateLimits(settings) { 5 }) { web in
      let (host, manager) = (try web.bearer(web.house.host), try web.bearer(web.house.manager))
      for _ in 0..<3 {
        #expect(
          try await web.client.send("POST", "/api/ops/bookings", headers: host, body: WebHouse.walkIn())
            .status == 201)
      }
      let before = try web.house.rowCounts()
      let fourth = try await web.client.send(
        "POST", "/api/ops/bookings", headers: host, body: WebHouse.walkIn())
      #expect(fourth.status == 429)
      #expect(fourth.headers["retry-after"] == "60")
      #expect(fourth.code == "rate_limited")
      #expect(try web.house.rowCounts() == before)
      let other = try await web.client.send(
        "POST", "/api/ops/bookings", headers: manager, body: WebHouse.walkIn())
      #expect(other.status == 201)
    }
  }

  @Test("hold for guests by address, which only a trusted proxy can say")
  func guests() async throws {
    var settings = RateLimitSettings()
    settings.guestLookUp = 2
    for (proxies, statuses) in [([], [404, 404, 429]), ([AddressRange("127.0.0.0/8")!], [404, 404, 404])] {
      try await WebHouse.open(limits: RateLimits(settings) { 5 }, { $0.trustedProxies = proxies }) { web in
        var found: [Int] = []
        for number in 0..<3 {
          let headers = ["X-Forwarded-For": "203.0.113.\(number)"]
          found.append(try await web.client.send("GET", "/api/bookings/X", headers: headers).status)
        }
        #expect(found == statuses)
      }
    }
  }

  @Test("hold for signing in by account, from wherever, and are forgotten by success")
  func signIn() async throws {
    var settings = RateLimitSettings()
    settings.signInAccount = 3
    try await WebHouse.open(limits: RateLimits(settings) { 5 }) { web in
      try web.access.setPassword(email: web.house.host.email, password: "right password")
      func attempt(_ password: String, _ email: String = "host@example.com") async throws
        -> PlainClient.Response
      {
        try await web.client.send(
          "POST", "/api/session", body: WebHouse.json(["email": email, "password": password]))
      }
      for _ in 0..<2 { #expect(try await attempt("wrong").status == 401) }
      let right = try await attempt("right password", " HOST@example.com")
      #expect(right.status == 201)
      #expect(right.headers["set-cookie"]?.contains("HttpOnly; SameSite=Lax") == true)
      for _ in 0..<3 { #expect(try await attempt("wrong").status == 401) }
      #expect(try await attempt("right password").status == 429)
      for _ in 0..<3 { #expect(try await attempt("wrong", "nobody@example.com").status == 401) }
      #expect(try await attempt("wrong", "nobody@example.com").status == 429)
    }
  }

  @Test("take the nearest address that no trusted proxy has")
  func addresses() {
    let none = CallerAddress(trustedProxies: [])
    let one = CallerAddress(trustedProxies: [AddressRange("10.0.0.0/8")!])
    func hex(_ text: String) -> String { InternetAddress(text)!.caller }
    #expect(none.caller(peer: "10.1.2.3", forwardedFor: ["1.1.1.1"]) == hex("10.1.2.3"))
    #expect(one.caller(peer: "10.1.2.3", forwardedFor: ["6.6.6.6, 1.1.1.1"]) == hex("1.1.1.1"))
    #expect(one.caller(peer: "10.1.2.3", forwardedFor: ["6.6.6.6", "1.1.1.1, 10.9.9.9"]) == hex("1.1.1.1"))
    #expect(one.caller(peer: "10.1.2.3", forwardedFor: ["rubbish"]) == hex("10.1.2.3"))
    #expect(one.caller(peer: "2.2.2.2", forwardedFor: ["1.1.1.1"]) == hex("2.2.2.2"))
    #expect(hex("2001:db8::1") == hex("2001:db8::2:3"))
    #expect(hex("::ffff:1.2.3.4") == hex("1.2.3.4"))
    #expect(AddressRange("10.0.0.0/33") == nil)
    #expect(AddressRange("ten") == nil)
  }
}
