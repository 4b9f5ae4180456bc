import Foundation
import Testing

@testable import BookingHost

@Suite("The guest book over HTTP") struct GuestBookRouteTests {
  private func book(_ web: WebHouse, _ name: String, _ changes: [String: Any] = [:]) async throws -> String {
    let made = try await web.client.send(
      "POST", "/api/ops/bookings", headers: web.bearer(web.house.host),
      body: WebHouse.walkIn(changes.merging(["name": name]) { $1 }))
    return try #require(made.string("reference"))
  }

  private func path(_ reference: String, _ more: String = "") -> String {
    "/api/ops/guests/\(reference)\(more)"
  }

  @Test("is listed page by page, noted in, merged, split, exported and erased")
  func everything() async throws {
    try await WebHouse.open { web in
      let ada = try await book(web, "Ada", ["email": "ada@example.com"])
      let bob = try await book(web, "Bob", ["email": "bob@example.com"])
      let manager = try web.bearer(web.house.manager)
      func send(_ method: String, _ path: String, _ body: [String: Any]? = nil) async throws
        -> PlainClient.Response
      {
        try await web.client.send(method, path, headers: manager, body: body.map(WebHouse.json))
      }
      let first = try await send("GET", "/api/ops/guests?limit=1")
      #expect(first.status == 200, "\(first.body)")
      let cursor = try #require(first.string("nextCursor"))
      let second = try await send("GET", "/api/ops/guests?limit=1&cursor=\(cursor)")
      let names = try [first, second].flatMap {
        try #require(try $0.json()["guests"] as? [[String: Any]]).compactMap { $0["name"] as? String }
      }
      #expect(names == ["Ada", "Bob"])
      let noted = try await send("PATCH", path(ada), ["allergies": "nuts", "addTags": ["vip"]])
      #expect(noted.string("allergies") == "nuts")
      let taken = try await send("PATCH", path(ada), ["allergies": NSNull(), "removeTags": ["vip"]])
      #expect(try taken.json()["allergies"] is NSNull && taken.json()["tags"] as? [String] == [])
      #expect(try await send("POST", path(ada, "/merge"), ["other": bob]).json()["bookings"] as? Int == 2)
      let split = try await send("POST", path(ada, "/split"), ["references": [bob]])
      #expect((try split.json()["split"] as? [String: Any])?["name"] as? String == "Bob")
      #expect(
        try await send("POST", path(ada, "/split"), ["references": [bob]]).status == 400, "not hers any more")
      let file = try await send("GET", path(ada))
      let actions = try #require(try file.json()["history"] as? [[String: Any]]).compactMap {
        $0["action"] as? String
      }
      #expect(actions == ["guest.noted", "guest.noted", "guest.merged", "guest.split"])
      #expect(try await send("GET", path(ada, "/export")).body.contains("ada@example.com"))
      let conflict = try await send("DELETE", path(ada))
      #expect(conflict.status == 409 && conflict.code == "upcoming_bookings")
      #expect(try await send("DELETE", path(ada) + "?upcoming=true").json()["bookings"] as? Int == 1)
      #expect(try await send("DELETE", path(ada) + "?upcoming=true").status == 404)
      for (method, tail, body) in [
        ("PATCH", "", ["addTags": "vip"]), ("PATCH", "", ["addTags": [1]]),
        ("PATCH", "", ["addTags": ["Not Small"]]),
        ("POST", "/merge", [:]), ("POST", "/merge", ["other": bob]),
        ("POST", "/split", ["references": [] as [String]]),
      ] as [(String, String, [String: Any])] {
        #expect(try await send(method, path(bob, tail), body).status == 400, "\(method) \(tail) \(body)")
      }
    }
  }

  @Test("is nobody's without a session, nobody's at another restaurant, and a manager's where it counts")
  func access() async throws {
    try await WebHouse.open { web in
      let ada = try await book(web, "Ada", ["email": "ada@example.com"])
      let bob = try await book(web, "Bob", ["email": "bob@example.com"])
      let forManagers: [(String, String, [String: Any]?)] = [
        ("POST", path(ada, "/merge"), ["other": bob]), ("POST", path(ada, "/split"), ["references": [ada]]),
        ("GET", path(ada, "/export"), nil), ("DELETE", path(ada) + "?upcoming=true", nil),
      ]
      let all = forManagers + [("GET", path(ada), nil), ("PATCH", path(ada), ["notes": "x"])]
      let callers: [([String: String], Int, [(String, String, [String: Any]?)])] = try [
        ([:], 401, all + [("GET", "/api/ops/guests", nil)]), (web.bearer(web.house.stranger), 404, all),
        (web.bearer(web.house.host), 403, forManagers),
        (["Cookie": "booking-session=\(web.signIn(web.house.manager))"], 403, all.filter { $0.0 != "GET" }),
        (web.bearer(web.house.stranger), 403, [("GET", "/api/ops/guests?restaurant=anchor", nil)]),
      ]
      let before = try web.house.rowCounts()
      let guests = try web.house.store.rows("SELECT * FROM guests")
      for (headers, status, requests) in callers {
        for (method, path, body) in requests {
          let answer = try await web.client.send(
            method, path, headers: headers, body: body.map(WebHouse.json))
          #expect(answer.status == status, "\(method) \(path)")
        }
      }
      #expect(try web.house.rowCounts() == before)
      #expect(try web.house.store.rows("SELECT * FROM guests") == guests)
    }
  }
}
