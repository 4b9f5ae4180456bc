import Foundation
import Testing

@testable import BookingHost

@Suite("The waitlist over HTTP") struct WaitlistRouteTests {
  static func party(_ changes: [String: Any] = [:]) -> String {
    WebHouse.json(
      ["restaurantId": "id-anchor", "party": 2, "name": "Ada Lovelace"].merging(changes) { $1 })
  }

  private func add(_ web: WebHouse, _ changes: [String: Any] = [:]) async throws -> [String: Any] {
    let made = try await web.client.send(
      "POST", "/api/ops/waitlist", headers: web.bearer(web.house.host), body: Self.party(changes))
    #expect(made.status == 201, "\(made.body)")
    return try #require(try made.json()["entry"] as? [String: Any])
  }

  @Test("a party waits, is called, put back and seated, each answered with where it is")
  func steps() async throws {
    try await WebHouse.open { web in
      let entry = try await add(web, ["phone": "+44 20 7946 0999"])
      #expect(entry["code"] as? String == "W1" && entry["position"] as? Int == 1)
      #expect(entry["quotedMinutes"] as? Int == 0 && entry["state"] as? String == "waiting")
      let id = try #require(entry["id"] as? String)
      let headers = try web.bearer(web.house.host)
      func step(_ body: [String: Any], _ name: String) async throws -> PlainClient.Response {
        try await web.client.send(
          "POST", "/api/ops/waitlist/\(name)/steps", headers: headers, body: WebHouse.json(body))
      }
      let called = try await step(["step": "call"], id)
      #expect(called.status == 200 && called.string("outcome") == "called")
      #expect(called.headers["etag"] == "\"2\"")
      #expect(try await step(["step": "back"], "w1").string("outcome") == "waiting")
      let seated = try await step(["step": "seat", "table": "7"], id)
      #expect(seated.string("outcome") == "seated")
      let booking = try #require(try seated.json()["booking"] as? [String: Any])
      #expect(booking["status"] as? String == "checked_in" && booking["table"] as? String == "7")
      let again = try await step(["step": "seat"], id)
      #expect(again.status == 422 && again.issueCodes == ["transition_invalid"])
      for body in [["step": "eat"], [:], ["step": 4]] as [[String: Any]] {
        #expect(try await step(body, id).status == 400)
      }
      let list = try await web.client.send("GET", "/api/ops/waitlist?all=true", headers: headers)
      let entries = try #require(try list.json()["waitlist"] as? [[String: Any]])
      #expect(entries.map { $0["booking"] as? String } == [booking["reference"] as? String])
      let open = try await web.client.send("GET", "/api/ops/waitlist?restaurant=anchor", headers: headers)
      #expect(try (open.json()["waitlist"] as? [Any])?.isEmpty == true)
    }
  }

  @Test("two who have seen the same are told apart by its version")
  func versions() async throws {
    try await WebHouse.open { web in
      let id = try #require(try await add(web)["id"] as? String)
      var headers = try web.bearer(web.house.host)
      headers["If-Match"] = "\"1\""
      let path = "/api/ops/waitlist/\(id)/steps"
      let body = WebHouse.json(["step": "call"])
      #expect(try await web.client.send("POST", path, headers: headers, body: body).status == 200)
      for step in ["seat", "leave", "back"] {
        let late = try await web.client.send(
          "POST", path, headers: headers, body: WebHouse.json(["step": step]))
        #expect(late.status == 409 && late.code == "version_conflict")
        #expect(late.headers["etag"] == "\"2\"")
      }
    }
  }

  @Test("is for members of the restaurant: others find no such party, and nothing is written")
  func wall() async throws {
    try await WebHouse.open { web in
      let id = try #require(try await add(web)["id"] as? String)
      let before = try web.house.rowCounts()
      let stranger = try web.bearer(web.house.stranger)
      let host = try web.bearer(web.house.host)
      let cookie = ["Cookie": "booking-session=\(try web.signIn(web.house.host))"]
      let body = WebHouse.json(["step": "leave"])
      for name in [id, "W1"] {
        let path = "/api/ops/waitlist/\(name)/steps"
        #expect(try await web.client.send("POST", path, body: body).status == 401)
        #expect(try await web.client.send("POST", path, headers: stranger, body: body).status == 404)
        let crossSite = try await web.client.send("POST", path, headers: cookie, body: body)
        #expect(crossSite.status == 403 && crossSite.code == "csrf_token_invalid")
      }
      let path = "/api/ops/waitlist/W1/steps?restaurant=anchor"
      #expect(try await web.client.send("POST", path, headers: stranger, body: body).status == 403)
      let unknown = try await web.client.send(
        "POST", "/api/ops/waitlist/W99/steps", headers: host, body: body)
      #expect(unknown.status == 404 && unknown.code == "not_found")
      let crossSite = try await web.client.send(
        "POST", "/api/ops/waitlist", headers: cookie, body: Self.party())
      #expect(crossSite.status == 403 && crossSite.code == "csrf_token_invalid")
      #expect(
        try web.house.rowCounts().filter { $0.key != "sessions" } == before.filter { $0.key != "sessions" })
    }
  }

  @Test("a walk-in refused for want of room is told that it can wait, and for how long")
  func offer() async throws {
    try await WebHouse.open { web in
      try web.house.store.execute("UPDATE restaurants SET seats = 10")
      let headers = try web.bearer(web.house.host)
      func walkIn(_ changes: [String: Any]) async throws -> PlainClient.Response {
        let body = ["restaurantId": "anchor", "time": "now", "name": "Ada", "checkIn": true]
          .merging(changes) { $1 }
        return try await web.client.send(
          "POST", "/api/ops/bookings", headers: headers, body: WebHouse.json(body))
      }
      #expect(try await walkIn(["party": 10]).status == 201)
      let refused = try await walkIn(["party": 4])
      #expect(refused.status == 422 && refused.issueCodes == ["capacity_exceeded"])
      let offer = try #require(try refused.json()["waitlist"] as? [String: Int])
      // Ten stay for two hours; two over would be squeezed in.
      #expect(offer == ["quotedMinutes": 120, "position": 1])
      let other = try await walkIn(["party": 4, "name": ""])
      #expect(try other.json()["waitlist"] == nil)
      let entry = try await add(web, ["party": 4])
      #expect(entry["quotedMinutes"] as? Int == 120)
      let dashboard = try await web.client.send(
        "GET", "/api/ops/dashboard?restaurant=anchor", headers: headers)
      #expect(try (dashboard.json()["waitlist"] as? [[String: Any]])?.count == 1)
    }
  }

  @Test("is told to open dashboards, without a name")
  func events() async throws {
    try await WebHouse.open { web in
      let id = try #require(try await add(web)["id"] as? String)
      let token = try web.signIn(web.house.host)
      try await onThread {
        let stream = try PlainSocket(port: web.client.port)
        try stream.write(
          Array("GET /api/ops/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(token)\r\n\r\n".utf8))
        _ = try stream.read(until: ": listening")
        let request = WaitlistStepRequest(id, step: .call)
        _ = try web.house.desk().take(request, by: .staff(web.house.host))
        let told = try stream.read(until: "\"waitlistId\"")
        #expect(told.contains("event: waitlist.called") && !told.contains("Lovelace"))
      }
    }
  }

  @Test("takes the document's own examples, and is limited like anything staff do")
  func examples() async throws {
    let limits = RateLimits(
      {
        var settings = RateLimitSettings()
        settings.opsCreate = 2
        return settings
      }(), now: { 0 })
    try await WebHouse.open(limits: limits) { web in
      let headers = try web.bearer(web.house.host)
      let example = OpenAPIExamples.waitingParty.json.replacing("the-anchor", with: "anchor")
      func add() async throws -> PlainClient.Response {
        try await web.client.send("POST", "/api/ops/waitlist", headers: headers, body: example)
      }
      #expect(try await add().status == 201)
      let step = try await web.client.send(
        "POST", "/api/ops/waitlist/W1/steps", headers: headers, body: OpenAPIExamples.waitlistStep.json)
      #expect(step.status == 200, "\(step.body)")
      #expect(try await add().status == 201)
      #expect(try await add().status == 429)
    }
  }
}
