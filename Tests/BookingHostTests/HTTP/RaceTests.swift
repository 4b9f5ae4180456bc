import Testing

@testable import BookingHost

@Suite("Many over HTTP at once") struct RaceTests {
  /// A room with four covers, two of them left.
  private static func narrow() throws -> RuleBook {
    try RuleBook(files: [
      "ops.lua": #"return { access = "staff", pacing = nil, time = { slot_minutes = 15 } }"#
    ])
  }

  @Test("find one place left: one gets it, the others are told that it is full")
  func lastPlace() async throws {
    try await WebHouse.open(rules: Self.narrow()) { web in
      let headers = try web.bearer(web.house.host)
      let full = try await web.client.send(
        "POST", "/api/ops/bookings", headers: headers, body: WebHouse.walkIn(["party": 38]))
      #expect(full.status == 201)
      let answers = try await Self.send(50, web, headers)
      #expect(answers.count { $0.status == 201 } == 1)
      let refused = answers.filter { $0.status == 422 }
      #expect(refused.count == 49)
      for answer in refused { #expect(Set(answer.issueCodes) == ["capacity_exceeded"]) }
    }
  }

  @Test("send the same key and body: one booking is made and all are told of it")
  func sameKey() async throws {
    try await WebHouse.open(rules: Self.narrow()) { web in
      var headers = try web.bearer(web.house.host)
      headers["Idempotency-Key"] = "once"
      // The last two covers: those who come second must not be told that they are taken.
      let full = try await web.client.send(
        "POST", "/api/ops/bookings", headers: web.bearer(web.house.host), body: WebHouse.walkIn(["party": 38])
      )
      #expect(full.status == 201)
      let answers = try await Self.send(20, web, headers)
      #expect(answers.count { $0.status == 201 } == 1)
      #expect(answers.count { $0.status == 200 } == 19)
      #expect(Set(answers.compactMap { $0.string("reference") }).count == 1)
      #expect(try web.house.store.count("bookings") == 2)
    }
  }

  @Test("over two servers on one store, take the last place once")
  func twoServers() async throws {
    let directory = try TemporaryDirectory()
    let first = try House(rules: Self.narrow(), store: TestStore.create(directory: directory.path))
    let second = try House(
      rules: Self.narrow(), store: TestStore.open(directory: directory.path), isNew: false)
    try await WebHouse.open(rules: first.rules, house: first) { one in
      try await WebHouse.open(rules: second.rules, house: second) { other in
        let headers = try one.bearer(first.host)
        let full = try await one.client.send(
          "POST", "/api/ops/bookings", headers: headers, body: WebHouse.walkIn(["party": 38]))
        #expect(full.status == 201)
        async let here = Self.send(15, one, headers)
        async let there = Self.send(15, other, headers)
        let answers = try await here + there
        #expect(answers.count { $0.status == 201 } == 1)
        #expect(answers.count { $0.status == 422 } == 29)
      }
    }
  }

  private static func send(
    _ count: Int, _ web: WebHouse, _ headers: [String: String]
  ) async throws -> [PlainClient.Response] {
    try await withThrowingTaskGroup(of: PlainClient.Response.self) { group in
      for _ in 0..<count {
        group.addTask {
          try await web.client.send("POST", "/api/ops/bookings", headers: headers, body: WebHouse.walkIn())
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
  }
}
