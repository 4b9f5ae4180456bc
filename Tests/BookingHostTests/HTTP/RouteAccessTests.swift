import Testing

@testable import BookingHost

@Suite("Who may do what over HTTP") struct RouteAccessTests {
  /// Every route for staff, with a request that would be done for the right person.
  static let staffRoutes: [(method: String, path: String, body: String?)] = [
    ("POST", "/api/ops/bookings", WebHouse.walkIn()),
    ("GET", "/api/ops/bookings?restaurant=anchor", nil),
    ("GET", "/api/ops/dashboard?restaurant=anchor", nil),
    ("GET", "/api/modes/ops?restaurant=anchor", nil),
    ("GET", "/api/restaurants/anchor/availability?date=2026-11-22&party=2&mode=ops", nil),
    ("GET", "/api/ops/waitlist?restaurant=anchor", nil),
    ("POST", "/api/ops/waitlist", WaitlistRouteTests.party()),
    ("POST", "/api/wizard/ops", WebHouse.json(["restaurant": "anchor", "done": "plan"])),
  ]

  @Test("nobody without a session that is good, and nothing is written")
  func unauthorized() async throws {
    try await WebHouse.open { web in
      let revoked = try web.signIn(web.house.host)
      try web.access.signOut(token: revoked)
      let expired = try web.signIn(web.house.host)
      web.house.clock.withLock { $0 = $0.adding(minutes: 721) }
      let before = try web.house.rowCounts()
      let proofs: [[String: String]] = [
        [:], ["Authorization": "Bearer \(revoked)"], ["Authorization": "Bearer \(expired)"],
        ["Authorization": "Bearer nonsense"], ["Authorization": "Bearer "],
        ["Authorization": "Basic aG9zdDp4"],
        ["Cookie": "booking-session=\(revoked)"], ["Cookie": "booking-session=x"],
        ["X-Ops-Staff": "staff-host"],
      ]
      let others: [(String, String, String?)] = [
        ("GET", "/api/me", nil), ("DELETE", "/api/session", nil), ("GET", "/api/ops/bookings/R1", nil),
        ("GET", "/api/ops/events", nil), ("GET", "/api/ops/guests", nil),
        ("DELETE", "/api/ops/guests/R1", nil),
        ("POST", "/api/ops/waitlist/W1/steps", WebHouse.json(["step": "leave"])),
      ]
      for (method, path, body) in Self.staffRoutes + others {
        for proof in proofs {
          let answer = try await web.client.send(method, path, headers: proof, body: body)
          #expect(answer.status == 401, "\(method) \(path) \(proof)")
          #expect(answer.code == "not_signed_in")
          #expect(answer.headers["www-authenticate"] != nil)
        }
      }
      #expect(try web.house.rowCounts() == before)
    }
  }

  @Test("nobody at a restaurant that is not theirs, nor at one that is not there, and nothing is written")
  func foreign() async throws {
    try await WebHouse.open { web in
      let made = try web.house.desk().book(
        BookingRequest(restaurant: "anchor", mode: "ops", draft: draft()), by: .staff(web.house.host))
      guard case .booked(let booking, _) = made else { throw PlainClient.Failure(message: "not booked") }
      let headers = try web.bearer(web.house.stranger)
      let before = try web.house.rowCounts()
      for (method, path, body) in Self.staffRoutes {
        let foreign = try await web.client.send(method, path, headers: headers, body: body)
        let unknown = try await web.client.send(
          method, path.replacing("anchor", with: "nowhere"), headers: headers,
          body: body?.replacing("anchor", with: "nowhere"))
        for answer in [foreign, unknown] {
          #expect(answer.status == 403, "\(method) \(path): \(answer.body)")
          #expect(answer.code == "not_allowed")
        }
        #expect(foreign.string("detail") == unknown.string("detail"))
      }
      for reference in [booking.reference, "NOBODY", "%00", "a%20b"] {
        let answer = try await web.client.send("GET", "/api/ops/bookings/\(reference)", headers: headers)
        #expect(answer.status == (reference == "%00" ? 400 : 404))
      }
      let list = try await web.client.send("GET", "/api/ops/bookings", headers: headers)
      #expect(try (list.json()["bookings"] as? [Any])?.isEmpty == true)
      #expect(try web.house.rowCounts() == before)
    }
  }

  @Test("every member, whatever their role", arguments: Role.ofStaff)
  func members(role: Role) async throws {
    try await WebHouse.open { web in
      let account = StaffAccount(id: "staff-\(role)-new", email: "\(role)-new@example.com")
      try web.house.store.write {
        try $0.insertStaff(account, passwordHash: nil, now: House.saturdayEvening)
        try $0.insertMembership(staffID: account.id, restaurantID: "id-anchor", role: role)
      }
      let headers = try web.bearer(account)
      for (method, path, body) in Self.staffRoutes {
        let answer = try await web.client.send(method, path, headers: headers, body: body)
        let makes = method == "POST" && ["/api/ops/bookings", "/api/ops/waitlist"].contains(path)
        #expect(
          answer.status == (makes ? 201 : 200),
          "\(path): \(answer.body)")
      }
    }
  }

  @Test("only pages that know the session's token may write with its cookie")
  func crossSite() async throws {
    try await WebHouse.open { web in
      let token = try web.signIn(web.house.host)
      var headers = ["Cookie": "theme=dark; booking-session=\(token)"]
      let before = try web.house.rowCounts()
      for wrong in [nil, "", "x", web.services.csrfToken(session: "another")] {
        headers["X-CSRF-Token"] = wrong
        for (method, path, body) in [
          ("POST", "/api/ops/bookings", WebHouse.walkIn()), ("DELETE", "/api/session", ""),
          ("POST", "/api/ops/waitlist", WaitlistRouteTests.party()),
        ] {
          let answer = try await web.client.send(method, path, headers: headers, body: body)
          #expect(answer.status == 403)
          #expect(answer.code == "csrf_token_invalid")
        }
      }
      #expect(try web.house.rowCounts() == before)
      let me = try await web.client.send("GET", "/api/me", headers: headers)
      let csrf: String = try #require(me.string("csrfToken"))
      headers["X-CSRF-Token"] = csrf
      let made = try await web.client.send(
        "POST", "/api/ops/bookings", headers: headers, body: WebHouse.walkIn())
      #expect(made.status == 201)
    }
  }

  @Test("what is not there says so, and what is asked wrongly says how")
  func methods() async throws {
    try await WebHouse.open { web in
      #expect(try await web.client.send("GET", "/api/nothing").status == 404)
      let wrong = try await web.client.send("PATCH", "/api/ops/bookings")
      #expect(wrong.status == 405)
      #expect(wrong.headers["allow"] == "GET, HEAD, POST")
      for query in [
        "limit=0", "limit=x", "from=tomorrow", "status=eaten", "cursor=%21", "q=%zz", "limit=1&limit=2",
      ] {
        let answer = try await web.client.send(
          "GET", "/api/ops/bookings?\(query)", headers: web.bearer(web.house.host))
        #expect(answer.status == 400, "\(query)")
      }
    }
  }
}
