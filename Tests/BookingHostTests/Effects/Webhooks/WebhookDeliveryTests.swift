import Foundation
import Testing

@testable import BookingHost

/// Whether a request is signed with a secret.
private func isSigned(_ request: HookServer.Request, with secret: WebhookSecret) -> Bool {
  guard let id = request.headers["webhook-id"],
    let time = request.headers["webhook-timestamp"].flatMap({ Int($0) })
  else { return false }
  let signature = secret.signature(id: id, timestamp: time, body: Array(request.body.utf8))
  return (request.headers["webhook-signature"] ?? "").split(separator: " ").contains { $0 == signature }
}

@Suite struct `A webhook` {
  let place: WebhookHouse
  let server: HookServer

  init() throws {
    place = try WebhookHouse()
    server = try HookServer()
  }

  @Test func `is posted once to the endpoint, signed, with what receivers are promised`() async throws {
    let made = try place.endpoint(server, path: "/in?from=anchor")
    let booking = try place.book()
    #expect(try await place.deliver() == 1)
    #expect(try await place.deliver() == 0)
    let request = try #require(server.requests.first)
    #expect(server.requests.count == 1)
    #expect(request.line == "POST /in?from=anchor HTTP/1.1")
    #expect(request.headers["content-type"] == "application/json")
    #expect(request.headers["host"] == "127.0.0.1:\(server.port)")
    #expect(request.headers["expect"] == nil)
    #expect(request.headers["webhook-timestamp"] == "\(place.now.seconds)")
    #expect(isSigned(request, with: made.secret))
    let body = try #require(try JSONSerialization.jsonObject(with: Data(request.body.utf8)) as? [String: Any])
    #expect(Set(body.keys) == ["type", "timestamp", "data"])
    #expect(body["type"] as? String == "booking.created")
    #expect(body["timestamp"] as? String == "2026-11-21T18:00:00+00:00")
    let data = try #require(body["data"] as? [String: Any])
    #expect(data["reference"] as? String == booking.reference)
    #expect(Set(data.keys) == WebhookGuide.keys)
    let effect = try place.effect(booking)
    #expect(effect.state == .delivered && effect.reason == nil)
  }

  @Test func `carries names and notes as they are, whatever curl would make of them`() async throws {
    let made = try place.endpoint(server)
    let name = #"@/etc/passwd "Eve" \" \\n -o /tmp/x 🍽"#
    _ = try place.book(name: name)
    try await place.deliver()
    let request = try #require(server.requests.first)
    #expect(isSigned(request, with: made.secret))
    let body = try JSONSerialization.jsonObject(with: Data(request.body.utf8)) as? [String: Any]
    #expect((body?["data"] as? [String: Any])?["name"] as? String == name)
  }

  @Test func `to a server that fails is tried again under the same identifier, signed anew`() async throws {
    let made = try place.endpoint(server)
    server.answer(.status(500, body: "out of order"), .status(503))
    let booking = try place.book()
    try await place.deliver()
    let waiting = try place.effect(booking)
    #expect(
      waiting.state == .queued && waiting.reason == "127.0.0.1:\(server.port) answered 500: out of order")
    #expect(try await place.deliver() == 0)
    place.pass(seconds: 20)
    try await place.deliver()
    place.pass(seconds: 80)
    try await place.deliver()
    #expect(server.requests.count == 3)
    #expect(Set(server.requests.map { $0.headers["webhook-id"] }).count == 1)
    #expect(Set(server.requests.map { $0.headers["webhook-timestamp"] }).count == 3)
    #expect(server.requests.allSatisfy { isSigned($0, with: made.secret) })
    #expect(try place.effect(booking).state == .delivered && place.effect(booking).reason == nil)
  }

  @Test func `waits for as long as the receiver asks`() async throws {
    _ = try place.endpoint(server)
    server.answer(.status(429, headers: ["Retry-After: 600"]))
    let booking = try place.book()
    try await place.deliver()
    place.pass(seconds: 599)
    #expect(try await place.deliver() == 0)
    place.pass(seconds: 1)
    #expect(try await place.deliver() == 1)
    #expect(try place.effect(booking).state == .delivered)
  }

  @Test func `that is refused for good has failed, with what the receiver said`() async throws {
    _ = try place.endpoint(server)
    server.answer(.status(422, body: "no such table"))
    let booking = try place.book()
    try await place.deliver()
    place.pass(seconds: 24 * 3600)
    #expect(try await place.deliver() == 0)
    let effect = try place.effect(booking)
    #expect(
      effect.state == .failed && effect.reason == "127.0.0.1:\(server.port) answered 422: no such table")
  }

  @Test func `that is gone disables its endpoint, on record, and later ones are left out`() async throws {
    let made = try place.endpoint(server)
    server.answer(.status(410))
    let booking = try place.book()
    try await place.deliver()
    #expect(try place.effect(booking).state == .failed)
    let endpoint = try #require(try place.house.store.read { try $0.webhookEndpoint(id: made.endpoint.id) })
    #expect(!endpoint.isEnabled && endpoint.disabledReason == "it answered 410 Gone")
    let later = try place.book()
    try await place.deliver()
    #expect(server.requests.count == 1)
    let effect = try place.effect(later)
    #expect(
      effect.state == .skipped && effect.reason == "every webhook that takes booking.created is disabled")
    let audit = try place.house.store.rows("SELECT staff_id FROM audit WHERE action = 'webhook.disabled'")
    #expect(audit.count == 1 && audit[0]["staff_id"] == nil)
  }

  @Test func `does not follow redirects`() async throws {
    _ = try place.endpoint(server)
    let elsewhere = try HookServer()
    server.answer(.status(307, headers: ["Location: http://127.0.0.1:\(elsewhere.port)/in"]))
    let booking = try place.book()
    try await place.deliver()
    #expect(elsewhere.requests.isEmpty)
    let effect = try place.effect(booking)
    #expect(
      effect.state == .failed && effect.reason?.hasSuffix("answered 307; redirects are not followed") == true)
  }

  @Test func `to a server that hangs is given up, and said to have perhaps arrived`() async throws {
    _ = try place.endpoint(server)
    server.answer(.hang)
    let booking = try place.book()
    try await place.hurrying { _ = try await place.deliver() }
    let waiting = try place.effect(booking)
    #expect(
      waiting.state == .queued && waiting.reason?.contains("did not answer within 5 s") == true, "\(waiting)")
    place.pass(seconds: 60)
    try await place.deliver()
    let effect = try place.effect(booking)
    #expect(effect.state == .delivered && effect.reason?.contains("may have arrived twice") == true)
    #expect(Set(server.requests.map { $0.headers["webhook-id"] }).count == 1)
  }

  @Test func `whose connection breaks before an answer may have arrived, and says so`() async throws {
    _ = try place.endpoint(server)
    server.answer(.bytes([]))
    let booking = try place.book()
    try await place.deliver()
    #expect(try place.effect(booking).reason?.contains("the webhook may have arrived") == true)
    place.pass(seconds: 60)
    try await place.deliver()
    #expect(try place.effect(booking).reason?.contains("may have arrived twice") == true)
  }

  @Test func `to a server that takes no connection has not arrived, and is tried again`() async throws {
    _ = try place.endpoint(server)
    server.stop()
    let booking = try place.book()
    try await place.deliver()
    let effect = try place.effect(booking)
    #expect(effect.state == .queued && effect.reason == "127.0.0.1:\(server.port): it takes no connection")
  }

  @Test func `reads a little of an answer that does not end, and takes its status`() async throws {
    _ = try place.endpoint(server)
    server.answer(.flood(status: 200), .flood(status: 500))
    let (taken, failed) = (try place.book(), try place.book())
    try await place.deliver()
    #expect(try place.effect(taken).state == .delivered)
    let reason = try #require(try place.effect(failed).reason)
    #expect(reason.count < 300 && reason.contains("answered 500: xxx"))
  }

  @Test(arguments: [
    "HTTP/1.1 200", "nonsense\r\n\r\n", "HTTP/1.1 999999 x\r\n\r\n", "\0\0\0\0",
    "HTTP/1.1 100 Continue\r\n\r\n",
  ])
  func `that is answered with nonsense is no webhook that arrived`(answer: String) async throws {
    _ = try place.endpoint(server)
    server.answer(.bytes(Array(answer.utf8)))
    let booking = try place.book()
    try await place.deliver()
    #expect(try place.effect(booking).state == .queued)
  }

  @Test func `has its receiver repeat nobody's name, address or notes in a reason`() async throws {
    _ = try place.endpoint(server)
    server.answer(.status(400, body: "ADA lovelace <ada@example.com> by the window: bad\u{1B}[2J"))
    let booking = try place.book()
    try await place.deliver()
    let reason = try #require(try place.effect(booking).reason)
    for word in ["ada", "lovelace", "example.com", "window", "\u{1B}"] {
      #expect(!reason.lowercased().contains(word), "\(reason)")
    }
  }

  @Test func `goes nowhere when nobody takes the event, and says so`() async throws {
    let alone = try place.book()
    try await place.deliver()
    #expect(try place.effect(alone).state == .skipped && place.effect(alone).reason == "no webhook is set up")
    _ = try place.endpoint(server, ["booking.cancelled", "table.*"])
    let booking = try place.book()
    try await place.deliver()
    let effect = try place.effect(booking)
    #expect(effect.state == .skipped && effect.reason == "no webhook takes booking.created")
    #expect(server.requests.isEmpty)
  }

  @Test func `goes to no other restaurant's endpoint`() async throws {
    _ = try place.endpoint(server, restaurant: "id-other")
    let booking = try place.book()
    try await place.deliver()
    #expect(server.requests.isEmpty)
    #expect(try place.effect(booking).reason == "no webhook is set up")
  }
}

@Suite struct `Several endpoints` {
  let place: WebhookHouse
  let (good, bad): (HookServer, HookServer)

  init() throws {
    place = try WebhookHouse()
    (good, bad) = (try HookServer(), try HookServer())
  }

  @Test func `are told each by itself: what fails at one is not repeated to another`() async throws {
    let (one, other) = (try place.endpoint(good), try place.endpoint(bad))
    bad.answer(.status(500), .hang)
    let booking = try place.book()
    try await place.deliver()
    #expect(try place.effect(booking).state == .queued)
    #expect(
      try place.effect(booking).reason == "1 of 2 webhooks: 127.0.0.1:\(bad.port) answered 500")
    place.pass(seconds: 400)
    try await place.hurrying { _ = try await place.deliver() }
    place.pass(seconds: 400)
    try await place.deliver()
    #expect(good.requests.count == 1 && bad.requests.count == 3)
    #expect(try place.effect(booking).state == .delivered)
    #expect(isSigned(good.requests[0], with: one.secret) && !isSigned(good.requests[0], with: other.secret))
    #expect(isSigned(bad.requests[0], with: other.secret))
    #expect(good.requests[0].headers["webhook-id"] != bad.requests[0].headers["webhook-id"])
    #expect(try place.deliveries(booking).map(\.state) == [.delivered, .delivered])
  }

  @Test func `of which one refuses for good leave the effect failed, and a retry goes to that one only`()
    async throws
  {
    _ = (try place.endpoint(good), try place.endpoint(bad))
    bad.answer(.status(404))
    let booking = try place.book()
    try await place.deliver()
    #expect(try place.effect(booking).state == .failed)
    let id = try #require(
      try place.house.store.read {
        try $0.outbox(restaurantIDs: ["id-anchor"], states: [.failed], limit: 1).first?.id
      })
    try place.house.store.write { try $0.requeueEffect(id: id, by: place.house.manager.id, now: place.now) }
    try await place.deliver()
    #expect(try place.effect(booking).state == .delivered)
    #expect(good.requests.count == 1 && bad.requests.count == 2)
  }

  @Test func `wait each for as long as it asked`() async throws {
    _ = (try place.endpoint(good), try place.endpoint(bad))
    good.answer(.status(503))
    bad.answer(.status(503, headers: ["Retry-After: 900"]))
    _ = try place.book()
    try await place.deliver()
    place.pass(seconds: 20)
    try await place.deliver()
    #expect(good.requests.count == 2 && bad.requests.count == 1)
    place.pass(seconds: 880)
    try await place.deliver()
    #expect(good.requests.count == 2 && bad.requests.count == 2)
  }

  @Test func `that are set up later are not told of what is on its way already`() async throws {
    _ = try place.endpoint(bad)
    bad.answer(.status(500))
    _ = try place.book()
    try await place.deliver()
    _ = try place.endpoint(good)
    place.pass(seconds: 60)
    try await place.deliver()
    #expect(good.requests.isEmpty && bad.requests.count == 2)
  }

  @Test func `that are taken away while they are told of something have not been told`() async throws {
    let made = try place.endpoint(bad)
    let place = place
    bad.first { _ = try? place.control.remove(made.endpoint.id, by: place.house.manager) }
    bad.answer(.status(500))
    let booking = try place.book()
    try await place.deliver()
    let effect = try place.effect(booking)
    #expect(effect.state == .skipped && effect.reason == "the webhook was removed")
  }
}
