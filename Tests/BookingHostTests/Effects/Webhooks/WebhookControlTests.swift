import Testing

@testable import BookingHost

@Suite struct `Seeing to webhooks` {
  let place: WebhookHouse

  init() throws { place = try WebhookHouse() }

  private func code(_ body: () throws -> Void) -> HostError.Code? {
    do {
      try body()
      return nil
    } catch { return (error as? HostError)?.code }
  }

  private var anchor: Restaurant {
    get throws { try place.house.store.read { try $0.restaurant(id: "id-anchor") }! }
  }

  @Test func `is for managers of the restaurant`() throws {
    let (house, control) = (place.house, place.control)
    let made = try place.endpoint("https://hooks.example.com/in")
    let anchor = try anchor
    #expect(
      code { _ = try control.add(url: "https://x.example/", events: [], at: anchor, by: house.host) }
        == .notAllowed)
    #expect(
      code { _ = try control.add(url: "https://x.example/", events: [], at: anchor, by: house.stranger) }
        == HostError.notYours.code)
    for (staff, expected) in [(house.host, HostError.Code.notAllowed), (house.stranger, .notFound)] {
      let id = made.endpoint.id
      #expect(code { _ = try control.rotate(id, graceSeconds: 0, by: staff) } == expected)
      #expect(code { _ = try control.disable(id, by: staff) } == expected)
      #expect(code { _ = try control.enable(id, by: staff) } == expected)
      #expect(code { _ = try control.tested(id, by: staff) } == expected)
      #expect(code { _ = try control.history(of: id, limit: 5, by: staff) } == expected)
      #expect(code { _ = try control.remove(id, by: staff) } == expected)
    }
    #expect(code { _ = try control.endpoints(of: [anchor], for: house.host) } == .notAllowed)
    #expect(try control.endpoints(of: [anchor], for: house.manager).map(\.endpoint) == [made.endpoint])
  }

  @Test func `is on record, without secrets and paths`() throws {
    let made = try place.endpoint("https://hooks.example.com/T0/s3cret")
    let (id, manager, control) = (made.endpoint.id, place.house.manager, place.control)
    _ = try control.rotate(id, graceSeconds: 60, by: manager)
    _ = try control.disable(id, by: manager)
    _ = try control.enable(id, by: manager)
    _ = try control.remove(id, by: manager)
    let lines = try place.house.store.rows("SELECT * FROM audit WHERE action LIKE 'webhook.%' ORDER BY id")
    #expect(
      lines.map { $0["action"] } == [
        "webhook.added", "webhook.rotated", "webhook.disabled", "webhook.enabled", "webhook.removed",
      ])
    #expect(
      lines.allSatisfy { $0["staff_id"] == manager.id && $0["detail"]?.contains("hooks.example.com") == true }
    )
    #expect(!lines.contains { "\($0)".contains("s3cret") || "\($0)".contains("whsec_") })
  }

  @Test
  func `keeps secrets sealed: the store alone says nothing of them, and another's cannot be put in place`()
    throws
  {
    let made = try place.endpoint("https://hooks.example.com/in")
    let other = try place.endpoint("https://other.example.com/in")
    let stored = try #require(try place.house.store.read { try $0.webhookEndpoint(id: made.endpoint.id) })
    #expect(stored.secret.firstRange(of: made.secret.bytes) == nil)
    #expect(place.box.open(stored.secret, for: stored.id) == made.secret.bytes)
    #expect(place.box.open(stored.secret, for: other.endpoint.id) == nil)
  }

  @Test func `sets up what can be reached, once, and ten at most`() throws {
    let (anchor, manager, control) = (try anchor, place.house.manager, place.control)
    func add(_ url: String, _ events: [String] = []) -> HostError.Code? {
      code { _ = try control.add(url: url, events: events, at: anchor, by: manager) }
    }
    #expect(add("https://10.0.0.1/") == .usage)
    #expect(add("https://user@hooks.example.com/") == .usage)
    #expect(add("https://hooks.example.com/", ["book ing"]) == .usage)
    #expect(add("https://hooks.example.com/") == nil)
    #expect(add("HTTPS://hooks.example.com:443") == .usage)
    for number in 1..<10 { #expect(add("https://hooks.example.com/\(number)") == nil) }
    #expect(add("https://hooks.example.com/10") == .usage)
  }

  @Test func `lets the old secret sign beside the new one for a while, and no longer`() async throws {
    let server = try HookServer()
    let made = try place.endpoint(server)
    let next = try place.control.rotate(made.endpoint.id, graceSeconds: 3600, by: place.house.manager)
    func signatures() async throws -> [Substring] {
      _ = try place.book()
      try await place.deliver()
      let request = try #require(server.requests.last)
      func signature(_ secret: WebhookSecret) -> Substring {
        Substring(
          secret.signature(
            id: request.headers["webhook-id"] ?? "", timestamp: place.now.seconds,
            body: Array(request.body.utf8)))
      }
      let given = (request.headers["webhook-signature"] ?? "").split(separator: " ")
      return given.map {
        $0 == signature(made.secret) ? "old" : $0 == signature(next.secret) ? "new" : "wrong"
      }
    }
    #expect(try await signatures() == ["new", "old"])
    place.pass(seconds: 3599)
    #expect(try await signatures() == ["new", "old"])
    place.pass(seconds: 1)
    #expect(try await signatures() == ["new"])
    let last = try place.control.rotate(made.endpoint.id, graceSeconds: 0, by: place.house.manager)
    #expect(last.endpoint.oldSecret == nil)
    #expect(try await signatures() == ["wrong"])
  }

  @Test func `holds back what a disabled endpoint would get, and a retry sends it once it is enabled`()
    async throws
  {
    let server = try HookServer()
    let made = try place.endpoint(server)
    server.answer(.status(500))
    let booking = try place.book()
    try await place.deliver()
    _ = try place.control.disable(made.endpoint.id, by: place.house.manager)
    place.pass(seconds: 60)
    try await place.deliver()
    #expect(try place.effect(booking).state == .failed)
    #expect(try place.effect(booking).reason == "the webhook to 127.0.0.1:\(server.port) is disabled")
    _ = try place.control.enable(made.endpoint.id, by: place.house.manager)
    let failed = try place.house.store.read {
      try $0.outbox(restaurantIDs: ["id-anchor"], states: [.failed], limit: 5)
    }
    try place.house.store.write { writer in
      for entry in failed {
        try writer.requeueEffect(id: entry.id, by: place.house.manager.id, now: place.now)
      }
    }
    try await place.deliver()
    #expect(try place.effect(booking).state == .delivered)
    let history = try place.control.history(of: made.endpoint.id, limit: 5, by: place.house.manager)
    #expect(history.deliveries.map(\.reference) == [booking.reference])
    #expect(
      history.deliveries.map(\.delivery.state) == [.delivered] && history.endpoint.id == made.endpoint.id)
  }

  @Test func `has a secret that cannot be opened fail with what to do, and nothing is sent unsigned`()
    async throws
  {
    let server = try HookServer()
    let made = try place.endpoint(server)
    try place.house.store.execute("UPDATE webhook_endpoints SET secret = \(TestStore.bytes("00112233"))")
    let booking = try place.book()
    try await place.deliver()
    #expect(try place.effect(booking).state == .failed)
    #expect(try place.effect(booking).reason?.contains("host-cli webhook rotate \(made.endpoint.id)") == true)
    #expect(server.requests.isEmpty)
  }

  @Test(.aboutSQLite) func `asks the store for no more than it shows`() throws {
    let plan = try place.house.store.plans { store in
      _ = try store.webhookEndpoints(ofRestaurants: ["id-anchor"])
      _ = try store.webhookEndpoint(id: "wh")
      _ = try store.webhookDeliveries(ofEffect: 1)
      _ = try store.lastWebhookDelivery(toEndpoint: "wh")
      _ = try store.webhookHistory(ofEndpoint: "wh", limit: 5)
    }.flatMap(\.plan)
    #expect(!plan.isEmpty && !plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
  }
}
