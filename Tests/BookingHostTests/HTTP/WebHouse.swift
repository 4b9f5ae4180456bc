import Foundation
import Logging

@testable import BookingHost

/// A house with its doors open: a server on a port of its own, over a store in a directory of its own.
struct WebHouse {
  let house: House
  let services: WebServices
  let client: PlainClient
  let access: Access

  /// Runs a server around `body`.
  static func open(
    rules: RuleBook = Shipped.rules, limits: RateLimits? = nil, house given: House? = nil,
    _ change: (inout WebSettings) -> Void = { _ in }, _ body: (WebHouse) async throws -> Void
  ) async throws {
    let directory = try TemporaryDirectory()
    let house = try given ?? House(rules: rules, store: TestStore.create(directory: directory.path))
    var settings = WebSettings()
    settings.port = 0
    settings.rateLimits.isOn = false
    // Many servers run at once.
    settings.threads = 8
    // However slow the machine.
    (settings.bodySeconds, settings.idleSeconds) = (600, 600)
    change(&settings)
    let now: @Sendable () -> Instant = { house.clock.withLock { $0 } }
    let access = Access(store: house.store, hasher: .forTests, now: now)
    var services = WebServices(
      store: house.store, desk: house.desk(rules: rules), access: access, settings: settings, limits: limits)
    services.privacy = GuestPrivacy(services.desk, data: directory.path)
    try await serve(services) { [services] port in
      try await body(
        WebHouse(house: house, services: services, client: PlainClient(port: port), access: access))
    }
    withExtendedLifetime(directory) {}
  }

  private static func serve(_ services: WebServices, _ body: (Int) async throws -> Void) async throws {
    let (ports, announced) = AsyncStream.makeStream(of: Int.self)
    var logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    logger.logLevel = .critical
    let host = WebHost(services, logger: logger)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        defer { announced.finish() }
        try await host.run { announced.yield($0) }
      }
      for await port in ports {
        try await body(port)
        break
      }
      group.cancelAll()
      do { try await group.waitForAll() } catch is CancellationError {}
    }
  }

  /// A fresh session's token.
  func signIn(_ account: StaffAccount) throws -> String {
    let token = SessionToken.random()
    let now = house.clock.withLock { $0 }
    try house.store.write {
      try $0.insertSession(
        tokenHash: token.hash, staffID: account.id, createdAt: now, expiresAt: now.adding(minutes: 720))
    }
    return token.text
  }

  func bearer(_ account: StaffAccount) throws -> [String: String] {
    ["Authorization": "Bearer \(try signIn(account))"]
  }

  /// A walk-in that passes, with changes.
  static func walkIn(_ changes: [String: Any] = [:]) -> String {
    json(
      [
        "restaurantId": "id-anchor", "date": "2026-11-22", "time": "19:00", "party": 2,
        "name": "Ada Lovelace",
      ]
      .merging(changes) { $1 })
  }

  /// A guest's booking that passes, with changes.
  static func reservation(_ changes: [String: Any] = [:]) -> String {
    json(
      [
        "restaurant": "anchor", "date": "2026-11-22", "time": "19:00", "party": 2, "name": "Ada Lovelace",
        "email": "ada@example.com", "phone": "+44 20 7946 0999", "terms": true,
      ].merging(changes) { $1 })
  }

  static func json(_ object: [String: Any]) -> String {
    String(decoding: try! JSONSerialization.data(withJSONObject: object), as: UTF8.self)
  }
}
