import Testing

@testable import BookingHost

@Suite("Before booking, over HTTP") struct QuestionRouteTests {
  @Test("a guest sees the slots that the rules would take, and why not the others")
  func availability() async throws {
    try await WebHouse.open { web in
      _ = try web.house.desk().book(
        BookingRequest(restaurant: "anchor", mode: "ops", draft: draft(party: 12)), by: .staff(web.house.host)
      )
      let answer = try await web.client.send(
        "GET", "/api/restaurants/anchor/availability?date=2026-11-22&party=2")
      let slots = try #require(try answer.json()["slots"] as? [[String: Any]])
      let seven = try #require(slots.first { $0["time"] as? String == "19:00" })
      #expect(seven["outcome"] as? String == "confirmed")
      #expect(seven["needs"] as? [String] == ["name", "email", "phone", "terms"])
      #expect(!answer.body.contains("\"rule\"") && !answer.body.contains("\"warn\""))
    }
  }

  @Test(
    "a question that makes no sense is told so",
    arguments: [
      ("date=2026-11-22", 400), ("party=2", 400), ("date=2026-02-30&party=2", 400),
      ("date=2026-11-22&party=0", 400),
      ("date=2026-11-22&party=two", 400), ("date=2026-11-22&party=2&mode=nonsense", 404),
      ("date=2026-11-22&party=2&mode=ops", 401), ("date=2026-11-22&party=2", 200),
    ])
  func questions(query: String, status: Int) async throws {
    try await WebHouse.open { web in
      let answer = try await web.client.send("GET", "/api/restaurants/anchor/availability?\(query)")
      #expect(answer.status == status, "\(query): \(answer.body)")
      #expect(
        try await web.client.send("GET", "/api/restaurants/nowhere/availability?date=2026-11-22&party=2")
          .status == 404)
    }
  }

  @Test("a form is what the rules say now")
  func form() async throws {
    let files = [
      "ops.lua": """
      return { access = "staff", party = { max = function(draft, facts) return draft.date and 8 or 8 end },
        fields = { name = { max_length = 40 }, phone = { required = function(draft) return draft.party >= 6 end },
          children = { type = "integer", min = 0, max = 20 } } }
      """
    ]
    try await WebHouse.open(rules: RuleBook(files: files)) { web in
      let headers = try web.bearer(web.house.host)
      for (party, required) in [(2, false), (6, true)] {
        let answer = try await web.client.send("GET", "/api/modes/ops?party=\(party)", headers: headers)
        let json = try answer.json()
        #expect((json["party"] as? [String: Int]) == ["min": 1, "max": 8])
        let fields = try #require(json["fields"] as? [[String: Any]])
        #expect(fields.compactMap { $0["name"] as? String } == ["name", "phone", "children"])
        #expect(fields[0]["maxLength"] as? Int == 40)
        #expect(fields[1]["required"] as? Bool == required)
        #expect(fields[2]["max"] as? Int == 20)
      }
    }
  }

  @Test("the wizard goes as far as the rules let it, keeping nothing and writing nothing")
  func wizard() async throws {
    try await WebHouse.open { web in
      let before = try web.house.rowCounts()
      let plan: [String: Any] = ["date": "2026-11-22", "time": "19:00", "party": 2]
      let who: [String: Any] = [
        "name": "Ada", "email": "ada@example.com", "phone": "+44 20 7946 0999", "terms": true,
      ]
      for (done, answers, step) in [
        (nil, [:], "plan"), ("plan", ["party": 2], "plan"), ("plan", plan, "details"),
        ("details", plan, "details"), ("details", plan.merging(who) { $1 }, "review"),
      ] as [(String?, [String: Any], String)] {
        var turn: [String: Any] = ["restaurant": "anchor", "draft": answers]
        turn["done"] = done
        let answer = try await web.client.send("POST", "/api/wizard/customer", body: WebHouse.json(turn))
        #expect(answer.status == 200, "\(answer.body)")
        #expect(answer.string("step") == step, "\(turn): \(answer.body)")
      }
      #expect(try web.house.rowCounts() == before)
    }
  }

  @Test("where a plan or a whole day is refused, the answer says what could be booked instead")
  func alternatives() async throws {
    try await WebHouse.open { web in
      let turn: [String: Any] = [
        "restaurant": "anchor", "done": "plan", "draft": ["date": "2026-11-22", "time": "19:10", "party": 2],
      ]
      let answer = try await web.client.send("POST", "/api/wizard/customer", body: WebHouse.json(turn))
      let others = try #require(try answer.json()["alternatives"] as? [[String: Any]])
      #expect(others.first?["time"] as? String == "19:00")
      #expect(others.first?["difference"] as? String == "time")
      #expect(others.first?["service"] as? String == "dinner")
      #expect(others.last?["date"] as? String == "2026-11-23")

      let closed = try await web.client.send(
        "GET", "/api/restaurants/anchor/availability?date=2026-11-22&party=13")
      let smaller = try #require(try closed.json()["alternatives"] as? [[String: Any]])
      #expect(smaller.map { $0["party"] as? Int } == [12])
      let open = try await web.client.send(
        "GET", "/api/restaurants/anchor/availability?date=2026-11-22&party=2")
      #expect((try open.json()["alternatives"] as? [[String: Any]])?.isEmpty == true)
    }
  }
}
