import Foundation
import Testing

@testable import BookingHost

@Suite("Staff over HTTP") struct StaffBookingRouteTests {
  @Test("book a guest without contact, and see the booking at once")
  func books() async throws {
    try await WebHouse.open { web in
      let headers = try web.bearer(web.house.host)
      let made = try await web.client.send(
        "POST", "/api/ops/bookings", headers: headers, body: WebHouse.walkIn())
      #expect(made.status == 201)
      let json = try made.json()
      #expect(json["status"] as? String == "confirmed")
      #expect(json["source"] as? String == "system")
      #expect(json["email"] is NSNull)
      #expect(json["duplicate"] == nil)
      let reference = try #require(made.string("reference"))
      let shown = try await web.client.send("GET", "/api/ops/bookings/\(reference)", headers: headers)
      #expect(shown.status == 200)
      let list = try await web.client.send(
        "GET", "/api/ops/bookings?restaurant=anchor&q=ada", headers: headers)
      #expect(list.body.contains(reference))
      let board = try await web.client.send(
        "GET", "/api/ops/dashboard?restaurant=anchor&date=2026-11-22", headers: headers)
      #expect((try board.json()["totals"] as? [String: Any])?["covers"] as? Int == 2)
    }
  }

  @Test("get the same booking for the same key and body, and a conflict for another body")
  func idempotency() async throws {
    try await WebHouse.open { web in
      var headers = try web.bearer(web.house.host)
      headers["Idempotency-Key"] = "\"k-1\""
      let first = try await web.client.send(
        "POST", "/api/ops/bookings", headers: headers, body: WebHouse.walkIn())
      let again = try await web.client.send(
        "POST", "/api/ops/bookings", headers: headers, body: WebHouse.walkIn())
      #expect(first.status == 201)
      #expect(again.status == 200)
      #expect(try again.json()["duplicate"] as? Bool == true)
      #expect(first.string("reference") == again.string("reference"))
      let other = try await web.client.send(
        "POST", "/api/ops/bookings", headers: headers, body: WebHouse.walkIn(["party": 3]))
      #expect(other.status == 409)
      #expect(other.code == "idempotency_conflict")
    }
  }

  @Test("may override what their role may, with a reason, and only when they say so")
  func overrides() async throws {
    try await WebHouse.open { web in
      let headers = try web.bearer(web.house.manager)
      for _ in 0..<4 {
        let full = try await web.client.send(
          "POST", "/api/ops/bookings", headers: headers, body: WebHouse.walkIn(["party": 10]))
        #expect(full.status == 201)
      }
      for (override, status) in [
        (["apply": false, "reason": "regular guest"], 422), (["reason": "regular guest"], 422),
        (["apply": true], 422), (["apply": true, "reason": "regular guest"], 201),
      ] as [([String: Any], Int)] {
        let answer = try await web.client.send(
          "POST", "/api/ops/bookings", headers: headers,
          body: WebHouse.walkIn(["party": 6, "override": override]))
        #expect(answer.status == status, "\(override): \(answer.body)")
      }
      let refused = try await web.client.send(
        "POST", "/api/ops/bookings", headers: headers, body: WebHouse.walkIn(["party": 6]))
      #expect(try refused.json()["overridable"] as? Bool == true)
      #expect(refused.issueCodes.contains("capacity_exceeded"))
    }
  }

  @Test("cannot choose a public mode in the route for staff", arguments: ["customer", "nonsense", ""])
  func mode(mode: String) async throws {
    try await WebHouse.open { web in
      let answer = try await web.client.send(
        "POST", "/api/ops/bookings", headers: web.bearer(web.house.host),
        body: WebHouse.walkIn(["mode": mode]))
      #expect(answer.status == 400)
      #expect(answer.string("field") == "mode")
    }
  }

  @Test("page through a list without missing or repeating a booking")
  func pages() async throws {
    try await WebHouse.open { web in
      let headers = try web.bearer(web.house.host)
      for quarter in 0..<7 {
        let time = ClockTime.text(1080 + quarter * 15)
        let made = try await web.client.send(
          "POST", "/api/ops/bookings", headers: headers, body: WebHouse.walkIn(["time": time]))
        #expect(made.status == 201)
      }
      var seen: [String] = []
      var cursor: String? = ""
      while let place = cursor {
        let page = try await web.client.send(
          "GET", "/api/ops/bookings?limit=3&cursor=\(place)", headers: headers)
        let json = try page.json()
        seen += (json["bookings"] as? [[String: Any]] ?? []).compactMap { $0["reference"] as? String }
        cursor = json["nextCursor"] as? String
      }
      #expect(seen.count == 7)
      #expect(Set(seen).count == 7)
    }
  }

  @Test("see a booking made elsewhere as it happens, and nothing of other restaurants")
  func events() async throws {
    try await WebHouse.open { web in
      let token = try web.signIn(web.house.host)
      let port = web.client.port
      let house = web.house
      let text = try await onThread {
        let socket = try PlainSocket(port: port)
        try socket.write(
          Array("GET /api/ops/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(token)\r\n\r\n".utf8))
        var text = try socket.read(until: ": listening")
        for (place, staff) in [("other", house.stranger), ("anchor", house.host)] {
          _ = try house.desk().book(
            BookingRequest(restaurant: place, mode: "ops", draft: draft()), by: .staff(staff))
        }
        text += try socket.read(until: "id-anchor")
        return text
      }
      #expect(text.contains("event: booking.created"))
      #expect(!text.contains("id-other"))
    }
  }
}
