import Foundation
import Testing

@testable import BookingHost

@Suite("The life of a booking over HTTP") struct BookingLifeRouteTests {
  private func book(_ web: WebHouse, _ changes: [String: Any] = [:]) async throws -> String {
    let made = try await web.client.send(
      "POST", "/api/ops/bookings", headers: web.bearer(web.house.host), body: WebHouse.walkIn(changes))
    return try #require(made.string("reference"))
  }

  private func booking(_ answer: PlainClient.Response) throws -> [String: Any] {
    try #require(try answer.json()["booking"] as? [String: Any])
  }

  @Test("goes by steps, each answered with how the booking stands")
  func steps() async throws {
    try await WebHouse.open { web in
      let path = "/api/ops/bookings/\(try await book(web))"
      let headers = try web.bearer(web.house.host)
      func step(_ body: [String: Any]) async throws -> PlainClient.Response {
        try await web.client.send("POST", path + "/transitions", headers: headers, body: WebHouse.json(body))
      }
      let seated = try await step(["to": "checked_in", "table": "12"])
      #expect(seated.status == 200)
      #expect(seated.headers["etag"] == "\"2\"")
      #expect(seated.string("outcome") == "checked_in")
      #expect(try booking(seated)["table"] as? String == "12")
      let refused = try await step(["to": "cancelled"])
      #expect(refused.status == 422 && refused.issueCodes == ["transition_invalid"])
      #expect(try await step(["to": "undo"]).string("outcome") == "confirmed")
      #expect(try await step(["to": "cancelled", "reason": "rang to say so"]).status == 200)
      for body in [["to": "eaten"], ["to": "pending"], [:], ["to": "cancelled", "reason": 4]]
        as [[String: Any]]
      {
        #expect(try await step(body).status == 400)
      }
      let history = try await web.client.send("GET", path + "/history", headers: headers)
      let entries = try #require(try history.json()["history"] as? [[String: Any]])
      #expect(
        entries.compactMap { $0["action"] as? String } == [
          "booking.created", "booking.checked_in", "booking.undone", "booking.cancelled",
        ])
      #expect(entries.last?["reason"] as? String == "rang to say so")
      #expect((entries.last?["by"] as? [String: Any])?["email"] as? String == "host@example.com")
    }
  }

  @Test("a change leaves what is not named, and null takes away")
  func change() async throws {
    try await WebHouse.open { web in
      let path = "/api/ops/bookings/\(try await book(web, ["email": "ada@example.com", "notes": "x"]))"
      let headers = try web.bearer(web.house.host)
      let body = WebHouse.json(["time": "19:30", "email": NSNull(), "staffNotes": "a regular"])
      let changed = try await web.client.send("PATCH", path, headers: headers, body: body)
      #expect(changed.status == 200, "\(changed.body)")
      let after = try booking(changed)
      #expect(after["time"] as? String == "19:30")
      #expect(after["email"] is NSNull)
      #expect(after["notes"] as? String == "x")
      #expect(after["staffNotes"] as? String == "a regular")
      let wrong = try await web.client.send(
        "PATCH", path, headers: headers, body: WebHouse.json(["party": 40]))
      #expect(wrong.status == 422 && wrong.issueCodes == ["party_max"])
      for body in ["{\"party\":\"3\"}", "[]", ""] {
        #expect(try await web.client.send("PATCH", path, headers: headers, body: body).status == 400)
      }
    }
  }

  @Test("two who have seen the same are told apart by its version")
  func versions() async throws {
    try await WebHouse.open { web in
      let path = "/api/ops/bookings/\(try await book(web))"
      var headers = try web.bearer(web.house.host)
      let seen = try await web.client.send("GET", path, headers: headers)
      headers["If-Match"] = try #require(seen.headers["etag"])
      let body = WebHouse.json(["party": 3])
      #expect(try await web.client.send("PATCH", path, headers: headers, body: body).status == 200)
      let step = WebHouse.json(["to": "cancelled"])
      for (method, path, body) in [("PATCH", path, body), ("POST", path + "/transitions", step)] {
        let late = try await web.client.send(method, path, headers: headers, body: body)
        #expect(late.status == 409 && late.code == "version_conflict")
        #expect(try late.json()["expectedVersion"] as? Int == 1)
        #expect(try late.json()["currentVersion"] as? Int == 2)
        #expect(late.headers["etag"] == "\"2\"")
      }
      headers["If-Match"] = "yesterday"
      #expect(try await web.client.send("PATCH", path, headers: headers, body: body).status == 400)
      headers["If-Match"] = "*"
      #expect(try await web.client.send("PATCH", path, headers: headers, body: body).status == 200)
    }
  }

  @Test("is for members of the restaurant: others find no such booking, and nothing is written")
  func wall() async throws {
    try await WebHouse.open { web in
      let path = "/api/ops/bookings/\(try await book(web))"
      let before = try web.house.rowCounts()
      let requests: [(String, String, String?)] = [
        ("PATCH", "", WebHouse.json(["party": 3])),
        ("POST", "/transitions", WebHouse.json(["to": "cancelled"])),
        ("GET", "/history", nil),
      ]
      let stranger = try web.bearer(web.house.stranger)
      let host = try web.bearer(web.house.host)
      let cookie = ["Cookie": "booking-session=\(try web.signIn(web.house.host))"]
      for (method, end, body) in requests {
        #expect(try await web.client.send(method, path + end, body: body).status == 401)
        let foreign = try await web.client.send(method, path + end, headers: stranger, body: body)
        let unknown = try await web.client.send(
          method, "/api/ops/bookings/NOBODY" + end, headers: host, body: body)
        #expect(foreign.status == 404 && unknown.status == 404)
        #expect(foreign.code == "not_found" && unknown.code == "not_found")
        guard method != "GET" else { continue }
        let crossSite = try await web.client.send(method, path + end, headers: cookie, body: body)
        #expect(crossSite.status == 403 && crossSite.code == "csrf_token_invalid")
      }
      #expect(
        try web.house.rowCounts().filter { $0.key != "sessions" } == before.filter { $0.key != "sessions" })
    }
  }

  @Test("is told to open dashboards")
  func events() async throws {
    try await WebHouse.open { web in
      let reference = try await book(web)
      let token = try web.signIn(web.house.host)
      try await onThread {
        let stream = try PlainSocket(port: web.client.port)
        try stream.write(
          Array("GET /api/ops/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(token)\r\n\r\n".utf8))
        _ = try stream.read(until: ": listening")
        let caller = Caller.staff(web.house.host)
        _ = try web.house.desk().take(StepRequest(reference: reference, step: .to(.cancelled)), by: caller)
        #expect(try stream.read(until: "booking.cancelled").contains("event: booking.cancelled"))
      }
    }
  }

  @Test("takes the document's own examples")
  func examples() async throws {
    try await WebHouse.open { web in
      let path = "/api/ops/bookings/\(try await book(web))"
      let headers = try web.bearer(web.house.host)
      for (method, path, example) in [
        ("PATCH", path, OpenAPIExamples.change), ("POST", path + "/transitions", OpenAPIExamples.transition),
      ] {
        let answer = try await web.client.send(method, path, headers: headers, body: example.json)
        #expect(answer.status == 200, "\(answer.body)")
      }
    }
  }

  @Test("guests at the door are booked and seated in one request")
  func walkIn() async throws {
    try await WebHouse.open { web in
      let body = WebHouse.json([
        "restaurantId": "anchor", "time": "now", "party": 3, "name": "Ada", "checkIn": true, "table": "7",
      ])
      let made = try await web.client.send(
        "POST", "/api/ops/bookings", headers: web.bearer(web.house.host), body: body)
      #expect(made.status == 201, "\(made.body)")
      #expect(made.string("status") == "checked_in" && made.string("table") == "7")
    }
  }
}
