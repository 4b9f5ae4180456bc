import Foundation
import Synchronization

@testable import BookingHost

/// A house whose bookings are told to receivers on this machine.
final class WebhookHouse: Sendable {
  let house: House
  let box = KeyedHash(secret: [UInt8](repeating: 7, count: 32)).box(for: WebhookSecret.purpose)
  /// What the name of a host leads to, and how often it was asked for.
  let lookups = Mutex((asked: [String](), answers: [[String]]()))
  private let counter = Mutex(0)
  /// Long enough for any machine, except where a test is about waiting: see `hurrying`.
  private let limits = Mutex(CurlLimits(connectSeconds: 300, seconds: 300, mostBytes: 64 * 1024))
  private let program: String

  static let rules = #"return { access = "staff", effects = function() webhook("booking.created") end }"#

  init(
    program: String = "curl", rules: String = WebhookHouse.rules, store: Store? = nil
  ) throws {
    self.program = program
    house = try House(rules: RuleBook(files: ["m.lua": rules]), store: store)
  }

  var now: Instant { house.clock.withLock { $0 } }

  private func count() -> Int {
    counter.withLock {
      $0 += 1
      return $0
    }
  }

  /// This machine may be reached, as tests go nowhere else.
  let reach = WebhookReach(allowed: [.addresses(AddressRange("127.0.0.1/32")!)])

  var control: WebhookControl {
    WebhookControl(
      store: house.store, box: box, reach: reach, now: { self.now }, newID: { "T\(self.count())" })
  }

  var sender: WebhookSender {
    var client = CurlClient()
    client.limits = limits.withLock { $0 }
    client.program = program
    return WebhookSender(
      box: box, reach: reach, lookup: { host throws(HostLookupFailure) in try self.find(host) },
      client: client,
      now: { self.now })
  }

  private func find(_ host: String) throws(HostLookupFailure) -> [InternetAddress] {
    let answer = lookups.withLock { state in
      state.asked.append(host)
      return state.answers.isEmpty ? nil : state.answers.removeFirst()
    }
    guard let answer else { throw HostLookupFailure(reason: "there is no such host") }
    return answer.map { InternetAddress($0)! }
  }

  var outbox: Outbox {
    Outbox(
      store: house.store,
      deliverers: ["webhook": WebhookDeliverer(store: house.store, sender: sender, now: { self.now })],
      now: { self.now }, random: { 0.5 }, leaseName: { "lease-\(self.count())" })
  }

  /// Does `body` with receivers who have five seconds to answer.
  func hurrying<T>(_ body: () async throws -> T) async throws -> T {
    let usual = limits.withLock { limits in
      defer { limits.seconds = 5 }
      return limits
    }
    defer { limits.withLock { $0 = usual } }
    return try await body()
  }

  /// Tries everything that is due. On a thread of its own, as tests run on the pool's.
  @discardableResult
  func deliver() async throws -> Int {
    let outbox = outbox
    return try await PlainThread.run { Result { try outbox.deliverDue() } }.get()
  }

  /// Sends one message to an endpoint, outside any outbox.
  func send(_ message: WebhookMessage, to endpoint: WebhookEndpoint) async -> WebhookAnswer {
    let sender = sender
    return await PlainThread.run { sender.send(message, to: endpoint) }
  }

  /// An endpoint at a receiver of this machine.
  func endpoint(
    _ server: HookServer, _ events: [String] = [], path: String = "/in", restaurant: String = "id-anchor"
  ) throws -> WebhookControl.Made {
    try endpoint("http://127.0.0.1:\(server.port)\(path)", events, restaurant: restaurant)
  }

  func endpoint(
    _ url: String, _ events: [String] = [], restaurant: String = "id-anchor"
  ) throws -> WebhookControl.Made {
    let restaurant = try house.store.read { try $0.restaurant(id: restaurant) }!
    let staff = restaurant.id == "id-anchor" ? house.manager : house.stranger
    return try control.add(url: url, events: events, at: restaurant, by: staff)
  }

  func book(name: String = "Ada Lovelace") throws -> Booking {
    var draft = draft(party: .integer(2))
    draft[Field.name] = .text(name)
    draft[Field.email] = .text("ada@example.com")
    draft[Field.notes] = .text("by the window")
    let request = BookingRequest(restaurant: "anchor", mode: "m", draft: draft)
    guard case .booked(let booking, _) = try house.desk().book(request, by: .staff(house.host)) else {
      throw HostError(.internal, "refused")
    }
    return booking
  }

  /// The webhook effect of a booking, as it is now.
  func effect(_ booking: Booking) throws -> StoredEffect {
    try house.store.read { try $0.booking(id: booking.id) }!.effects[0]
  }

  func deliveries(_ booking: Booking) throws -> [WebhookDelivery] {
    try house.store.read { reader in
      let id = try reader.outbox(
        restaurantIDs: ["id-anchor"], states: [.queued, .sending, .delivered, .failed, .skipped], limit: 1000
      ).first { $0.bookingID == booking.id }!.id
      return try reader.webhookDeliveries(ofEffect: id)
    }
  }

  func pass(seconds: Int) { house.clock.withLock { $0 = $0.adding(seconds: seconds) } }
}
