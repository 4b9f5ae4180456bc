import Testing

@testable import BookingHost

@Suite("A guest over HTTP") struct GuestBookingRouteTests {
  static let publicKeys: Set<String> = [
    "reference", "restaurant", "date", "time", "endTime", "party", "seating", "notes", "name", "email",
    "phone", "status",
  ]

  @Test("sees the public view of their booking and nothing else, with its token")
  func view() async throws {
    try await WebHouse.open { web in
      let made = try await web.client.send("POST", "/api/bookings", body: WebHouse.reservation())
      #expect(made.status == 201)
      #expect(Set(try made.json().keys) == Self.publicKeys)
      let token = try #require(made.headers["booking-token"])
      let path = try #require(made.headers["location"])
      let shown = try await web.client.send("GET", path, headers: ["Booking-Token": token])
      #expect(shown.status == 200)
      #expect(Set(try shown.json().keys) == Self.publicKeys)
      let linked = try await web.client.send("GET", path + "?token=\(token)")
      #expect(linked.status == 200)
      for wrong in ["", "?token=", "?token=x", "?token=\(token.dropLast())0x"] {
        #expect(try await web.client.send("GET", path + wrong).status == 404)
      }
      #expect(try await web.client.send("GET", "/api/bookings/NOBODY?token=\(token)").status == 404)
    }
  }

  @Test("is a guest, whatever they send")
  func staffKeys() async throws {
    try await WebHouse.open { web in
      let staffOnly: [String: Any] = [
        "source": "system", "mode": "ops", "staff": ["id": "staff-host", "role": "owner"],
        "details": ["createdBy": "system"], "override": ["apply": true, "reason": "because I say so"],
        "status": 7, "label": "Created by System",
      ]
      var headers = ["X-Ops-Walk-In": "1", "X-Ops-Mode": "ops", "Cookie": "mode=ops"]
      headers["Authorization"] = "Bearer \(try web.signIn(web.house.manager))"
      let bare = try await web.client.send(
        "POST", "/api/bookings", headers: headers,
        body: WebHouse.json(
          ["restaurant": "anchor", "date": "2026-11-22", "time": "19:00", "party": 2, "name": "Ada"]
            .merging(staffOnly) { $1 }))
      #expect(bare.status == 422)
      #expect(Set(bare.issueCodes) == ["email_required", "phone_required", "terms_required"])
      let made = try await web.client.send(
        "POST", "/api/bookings", headers: headers, body: WebHouse.reservation(staffOnly))
      #expect(made.status == 201)
      let stored = try #require(
        try web.house.store.read { try $0.booking(reference: made.string("reference") ?? "") })
      #expect(stored.mode == "customer")
      #expect(stored.source == "web")
      #expect(stored.staff == nil)
      #expect(stored.override == nil)
      #expect(stored.label == nil)
    }
  }

  @Test("is told what to put right, without rules, roles or warnings")
  func issues() async throws {
    try await WebHouse.open { web in
      let refused = try await web.client.send(
        "POST", "/api/bookings", body: WebHouse.reservation(["party": 13, "email": "nonsense"]))
      #expect(refused.status == 422)
      #expect(refused.headers["content-type"] == "application/problem+json")
      let issues = try #require(try refused.json()["issues"] as? [[String: Any]])
      #expect(issues.count == 2)
      for issue in issues { #expect(Set(issue.keys) == ["code", "field", "message", "severity"]) }
      #expect(try refused.json()["overridable"] == nil)
      #expect(!refused.body.contains(".lua"))
    }
  }

  @Test("is kept to the minimum notice that the page shows")
  func notice() async throws {
    try await WebHouse.open { web in
      let late = try await web.client.send(
        "POST", "/api/bookings", body: WebHouse.reservation(["date": "2026-11-21", "time": "19:00"]))
      #expect(late.status == 422)
      #expect(late.issueCodes == ["notice_too_short"])
    }
  }

  @Test("reaches no public mode that is not offered")
  func unoffered() async throws {
    let files = [
      "customer.lua": Shipped.file("customer.lua"), "lib/contact.lua": Shipped.file("lib/contact.lua"),
      "lib/calling_codes.lua": Shipped.file("lib/calling_codes.lua"),
      "secret.lua": #"return { access = "public", offered = false }"#,
      "tasting.lua": #"return { access = "public", offered = true, source = "tasting" }"#,
    ]
    try await WebHouse.open(rules: RuleBook(files: files)) { web in
      for (mode, stored) in [("secret", "customer"), ("tasting", "tasting"), ("nonsense", "customer")] {
        let made = try await web.client.send(
          "POST", "/api/bookings", body: WebHouse.reservation(["mode": mode, "seating": "any"]))
        #expect(made.status == 201, "\(made.body)")
        let booking = try web.house.store.read { try $0.booking(reference: made.string("reference") ?? "") }
        #expect(booking?.mode == stored)
      }
      #expect(try await web.client.send("GET", "/api/modes/secret").status == 401)
      let slots = "/api/restaurants/anchor/availability?date=2026-11-22&party=2&mode="
      #expect(try await web.client.send("GET", slots + "secret").status == 401)
      #expect(try await web.client.send("GET", slots + "tasting").status == 200)
    }
  }
}
