import Foundation
import Testing

@testable import BookingHost

@Suite("Running a restaurant over HTTP") struct HouseRouteTests {
  private static let base = "/api/ops/restaurants/anchor"

  /// Every route, with a request that would be done for an owner.
  static let routes: [(method: String, path: String, body: String?)] = [
    ("GET", base, nil), ("PATCH", base, #"{"phone": "020 7946 0111"}"#), ("GET", base + "/history", nil),
    ("PATCH", base + "/hours", #"{"friday": "12:00-02:00", "monday": "closed"}"#),
    ("PUT", base + "/hours/2026-12-24", #"{"hours": "12:00-16:00", "reason": "Christmas Eve"}"#),
    ("DELETE", base + "/hours/2026-12-24", nil),
    ("POST", base + "/closures", #"{"minutes": 60, "reason": "Full"}"#),
    ("DELETE", base + "/closures/now", nil), ("PUT", base + "/seats", #"{"seats": "unlimited"}"#),
    ("PATCH", base + "/services/lunch", #"{"days": "mon-fri", "hours": "12:00-15:00", "maxCovers": 30}"#),
    ("PATCH", base + "/services/lunch/capacity/fri", #"{"maxCovers": 20}"#),
    ("DELETE", base + "/services/lunch/capacity/fri", nil), ("DELETE", base + "/services/lunch", nil),
    ("GET", base + "/staff", nil),
    ("POST", base + "/staff", #"{"email": "new@example.com", "role": "host"}"#),
    ("PATCH", base + "/staff/new@example.com", #"{"role": "manager"}"#),
    ("DELETE", base + "/staff/new@example.com", nil),
  ]

  private static func owner(_ web: WebHouse) throws -> [String: String] {
    let owner = StaffAccount(id: "staff-owner", email: "owner@example.com")
    try web.house.store.write {
      try $0.insertStaff(owner, passwordHash: nil, now: House.saturdayEvening)
      try $0.insertMembership(staffID: owner.id, restaurantID: "id-anchor", role: .owner)
    }
    return try web.bearer(owner)
  }

  @Test func `every route does its work for an owner, one after the other`() async throws {
    try await WebHouse.open { web in
      let headers = try Self.owner(web)
      for (method, path, body) in Self.routes {
        let answer = try await web.client.send(method, path, headers: headers, body: body ?? "")
        #expect((200...204).contains(answer.status), "\(method) \(path): \(answer.body)")
      }
      let there = Set((HouseRoutes(web.services).endpoints + StaffRoutes(web.services).endpoints).map(\.path))
      #expect(there.count == 11)
      #expect(
        Self.routes.count
          == HouseRoutes(web.services).endpoints.count + StaffRoutes(web.services).endpoints.count)
    }
  }

  @Test func `nobody, a stranger and a host change nothing; unknown and somebody else's look alike`()
    async throws
  {
    try await WebHouse.open { web in
      let (host, stranger) = (try web.bearer(web.house.host), try web.bearer(web.house.stranger))
      let before = try web.house.rowCounts()
      for (method, path, body) in Self.routes {
        let nobody = try await web.client.send(method, path, headers: [:], body: body ?? "")
        #expect(nobody.status == 401, "\(method) \(path)")
        let foreign = try await web.client.send(method, path, headers: stranger, body: body ?? "")
        let unknown = try await web.client.send(
          method, path.replacing("anchor", with: "nowhere"), headers: stranger, body: body ?? "")
        #expect(foreign.status == 403 && unknown.status == 403, "\(method) \(path): \(foreign.body)")
        #expect(foreign.string("detail") == unknown.string("detail"))
        guard method != "GET" else { continue }
        let small = try await web.client.send(method, path, headers: host, body: body ?? "")
        #expect(small.status == 403, "\(method) \(path): \(small.body)")
        let wrong = try await web.client.send(method, path, headers: host, body: "{")
        #expect(wrong.status == 403, "who may not is told nothing else: \(method) \(path)")
      }
      #expect(try web.house.rowCounts() == before)
    }
  }

  @Test func `what would strand a booking is a conflict that lists it, until it is confirmed`() async throws {
    try await WebHouse.open { web in
      let made = try await web.client.send(
        "POST", "/api/ops/bookings", headers: web.bearer(web.house.host), body: WebHouse.walkIn())
      let headers = try web.bearer(web.house.manager)
      let before = try web.house.rowCounts()
      let stop = try await web.client.send(
        "PATCH", Self.base + "/hours", headers: headers, body: #"{"sunday": "closed"}"#)
      #expect(stop.status == 409 && stop.code == "would_strand")
      let stranded = try #require(try stop.json()["stranded"] as? [[String: Any]])
      #expect(stranded.map { $0["reference"] as? String } == [made.string("reference")])
      #expect(stranded.first?["time"] as? String == "19:00")
      #expect(try web.house.rowCounts() == before)
      let done = try await web.client.send(
        "PATCH", Self.base + "/hours", headers: headers, body: #"{"sunday": "closed", "confirm": true}"#)
      #expect(done.status == 200, "\(done.body)")
      #expect((try done.json()["stranded"] as? [Any])?.count == 1)
    }
  }

  @Test func `what cannot be is 422 with a code, and what cannot be read is 400`() async throws {
    try await WebHouse.open { web in
      let headers = try web.bearer(web.house.manager)
      for (method, path, body, status, code) in [
        ("PATCH", "", #"{"timezone": "EST"}"#, 422, "timezone_unknown"),
        ("PATCH", "/hours", #"{"friday": "late"}"#, 422, "hours_invalid"),
        ("PATCH", "/hours", #"{"friday": 12}"#, 400, "malformed"),
        ("PUT", "/hours/tomorrow", #"{"hours": "closed"}"#, 400, "malformed"),
        ("POST", "/closures", "{}", 400, "malformed"),
        ("POST", "/closures", #"{"minutes": 0}"#, 422, "closure_invalid"),
        ("PUT", "/seats", #"{"seats": -1}"#, 422, "limit_invalid"),
        ("DELETE", "/services/brunch", "", 422, "service_unknown"),
        ("PATCH", "/services/brunch", "{}", 422, "hours_required"),
        ("DELETE", "/closures/77", "", 422, "closure_unknown"),
        ("PATCH", "/services/dinner/capacity/noon", "{}", 422, "day_invalid"),
        ("POST", "/staff", #"{"email": "x", "role": "host"}"#, 422, "email_invalid"),
        ("POST", "/staff", #"{"email": "x@example.com", "role": "chef"}"#, 422, "role_unknown"),
        ("DELETE", "/staff/nobody@example.com", "", 404, "not_found"),
      ] {
        let answer = try await web.client.send(method, Self.base + path, headers: headers, body: body)
        #expect(answer.status == status && answer.code == code, "\(path) \(body): \(answer.body)")
      }
    }
  }

  @Test func `dashboards hear of a change, and who was let go hears nothing more`() async throws {
    try await WebHouse.open { web in
      let staff = StaffControl(
        store: web.house.store, now: { House.saturdayEvening }, newID: { UUID().uuidString })
      let control = HouseControl(store: web.house.store, now: { House.saturdayEvening })
      try await onThread {
        func listen(_ account: StaffAccount) throws -> PlainSocket {
          let stream = try PlainSocket(port: web.client.port)
          let token = try web.signIn(account)
          try stream.write(
            Array("GET /api/ops/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(token)\r\n\r\n".utf8))
          _ = try stream.read(until: ": listening")
          return stream
        }
        let (manager, host) = (try listen(web.house.manager), try listen(web.house.host))
        try control.change(.seats(44), of: "anchor", by: .staff(web.house.manager))
        #expect(try manager.read(until: "capacity.changed\ndata:").contains("id: "))
        _ = try host.read(until: "capacity.changed\ndata:")
        // At another restaurant they still work: what they hear of it proves that they were not told the rest.
        try web.house.store.write {
          try $0.insertMembership(staffID: web.house.host.id, restaurantID: "id-other", role: .host)
        }
        _ = try staff.revoke(web.house.host.id, at: "anchor", by: .staff(web.house.manager))
        try control.change(.seats(45), of: "anchor", by: .staff(web.house.manager))
        try control.change(.seats(46), of: "other", by: .staff(web.house.stranger))
        let heard = try host.read(until: "id-other")
        #expect(!heard.contains("staff.revoked"))
        #expect(heard.components(separatedBy: "event: capacity.changed").count == 2)
      }
    }
  }
}
