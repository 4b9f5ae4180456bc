import Foundation
import Testing

@testable import BookingHost

@Suite struct `Notices on an open dashboard` {
  private static let rules =
    #"return { access = "staff", effects = function(b) notify("floor", b.name .. "\nis here") end }"#

  /// Books, and delivers what follows, as another process would.
  private func book(_ web: WebHouse, _ name: String) throws {
    var draft = draft(party: .integer(2))
    draft[Field.name] = .text(name)
    let request = BookingRequest(restaurant: "anchor", mode: "ops", draft: draft)
    _ = try web.house.desk().book(request, by: .staff(web.house.host))
    let house = web.house
    let outbox = Outbox(
      store: house.store, deliverers: [:], now: { house.clock.withLock { $0 } }, random: { 0.5 },
      leaseName: { UUID().uuidString })
    _ = try outbox.deliverDue()
  }

  private func open(
    _ web: WebHouse, _ account: StaffAccount, at path: String = "/api/ops/events", after: String? = nil
  ) throws -> PlainSocket {
    let stream = try PlainSocket(port: web.client.port)
    let last = after.map { "Last-Event-ID: \($0)\r\n" } ?? ""
    let token = try web.signIn(account)
    try stream.write(
      Array("GET \(path) HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(token)\r\n\(last)\r\n".utf8))
    _ = try stream.read(until: ": listening")
    return stream
  }

  @Test func `arrive at the restaurant's and at no other's, each once, from the moment it is open`()
    async throws
  {
    try await WebHouse.open(rules: try RuleBook(files: ["ops.lua": Self.rules])) { web in
      try await onThread {
        let (anchor, other) = (try open(web, web.house.host), try open(web, web.house.stranger))
        for name in ["Ada", "Bob", "Cleo"] { try book(web, name) }
        let text = try anchor.read(until: "Cleo")
        #expect(text.components(separatedBy: "event: notice").count == 4)
        #expect(text.contains(#""message":"Ada\nis here""#) && text.contains(#""channel":"floor""#))
        // Proof that the other has been served as well, and of what.
        try web.house.store.execute(
          "INSERT INTO notices (restaurant_id, channel, at) VALUES ('id-other', 'bar', 0)")
        let theirs = try other.read(until: #""channel":"bar""#)
        #expect(!theirs.contains("floor"))
        // Beats are events too, but only what happened has an id.
        #expect(theirs.components(separatedBy: "id: ").count == 2)
      }
    }
  }

  @Test func `that one missed are sent when one is back and says where one was`() async throws {
    try await WebHouse.open(rules: try RuleBook(files: ["ops.lua": Self.rules])) { web in
      try await onThread {
        var stream = try open(web, web.house.host)
        try book(web, "Ada")
        var text = try stream.read(until: "booking.created")
        if !text.contains("event: notice") { text += try stream.read(until: "Ada") }
        let ids = text.components(separatedBy: "id: ").dropFirst().map { $0.prefix { $0 != "\n" } }
        stream = try open(web, web.house.manager)
        try book(web, "Bob")
        _ = try stream.read(until: "Bob")
        let back = try open(web, web.house.host, after: String(try #require(ids.last)))
        // Something new ends the wait, also where what was missed does not come.
        try book(web, "Cleo")
        let missed = try back.read(until: "Cleo")
        #expect(missed.contains("Bob") && !missed.contains("Ada"))
      }
    }
  }

  @Test func `that came between a dashboard's page and its stream are not lost`() async throws {
    try await WebHouse.open(rules: try RuleBook(files: ["ops.lua": Self.rules])) { web in
      try book(web, "Ada")
      _ = try #require(try TestStore.newestLine(of: web.house.store))
      _ = try #require(try TestStore.newestNotice(of: web.house.store))
      let page = try await PageClient(web, session: web.signIn(web.house.host)).get("/ops").body
      let seen = try #require(page.firstMatch(of: /data-seen="([^"]+)"/)).1
      try await onThread {
        try book(web, "Bob")
        let stream = try open(web, web.house.host, at: "/api/ops/events?after=\(seen)")
        try book(web, "Cleo")
        let missed = try stream.read(until: "Cleo")
        #expect(missed.contains("Bob") && !missed.contains("Ada"))
      }
    }
  }

  @Test(arguments: [
    ("", 40, 7), ("35", 35, 7), ("35.3", 35, 3), ("99.99", 40, 7), ("x.5", 40, 5), ("-1.-1", 40, 7),
    (".", 40, 7),
    ("1.2.3", 30, 7), ("1.1", 30, 1),
  ])
  func `where one says one was is taken for what it is`(text: String, line: Int, notice: Int) {
    let latest = EventPosition(line: 40, notice: 7)
    let position = EventPosition(text, latest: latest, atMost: 10)
    #expect(position == EventPosition(line: line, notice: notice))
  }
}
