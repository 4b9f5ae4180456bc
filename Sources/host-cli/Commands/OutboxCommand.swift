import ArgumentParser
import BookingHost

/// `outbox`: what should follow bookings, and how far it has got.
struct OutboxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outbox", abstract: "See to emails, points, notifications and webhooks.",
    subcommands: [
      OutboxListCommand.self, OutboxShowCommand.self, OutboxDeliverCommand.self, OutboxRetryCommand.self,
      OutboxCancelCommand.self, OutboxReleaseCommand.self,
    ])
}

/// `outbox list`: effects that wait or have failed.
struct OutboxListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List effects that wait or have failed.")

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("The restaurant's slug (default: all of yours).", valueName: "slug"))
  var restaurant: String?

  @Option(
    help: ArgumentHelp("Only this state: queued, sending, delivered, failed or skipped.", valueName: "state"))
  var state: String?

  @Option(help: ArgumentHelp("How many at most.", valueName: "number"))
  var limit = 100

  func run() throws {
    guard limit > 0 else { throw HostError(.usage, "--limit must be at least 1.", field: "limit") }
    let states = try states()
    let session = Session(common)
    let own = try session.memberRestaurants(session.staff())
    let restaurants = try restaurant.map { [try session.memberRestaurant($0)] } ?? own
    let entries = try session.store().read {
      try $0.outbox(restaurantIDs: restaurants.map(\.id), states: states, limit: limit)
    }
    if let hold = try session.store().read({ try $0.deliveryHold() }) {
      Output.complain(
        "note: deliveries are on hold: \(Plain.text(hold.reason)) See: host-cli outbox release --help")
    }
    try session.output.result(["effects": entries.map { OutboxJSON($0, zone: .machine) }]) {
      OutboxText(entries: entries, style: .standardOutput, now: session.environment.now()).text
    }
  }

  private func states() throws -> [StoredEffect.State] {
    guard let state else { return [.queued, .sending, .failed] }
    guard let known = StoredEffect.State(rawValue: state) else {
      throw HostError(
        .usage, "--state must be queued, sending, delivered, failed or skipped.", field: "state")
    }
    return [known]
  }
}

/// `outbox show`: one effect, with every attempt.
struct OutboxShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one effect with its attempts.")

  @OptionGroup var common: CommonOptions

  @Argument(help: ArgumentHelp("The effect's number, from outbox list.", valueName: "number"))
  var id: Int

  func run() throws {
    let session = Session(common)
    let entry = try session.outboxEntry(id)
    let attempts = try session.store().read { try $0.attempts(ofEffect: id) }
    try session.output.result(OutboxJSON(entry, attempts, zone: .machine)) {
      OutboxText(entries: [entry], style: .standardOutput, now: session.environment.now())
        .detail(entry, attempts)
    }
  }
}

/// `outbox deliver`: tries what is due, once.
struct OutboxDeliverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deliver", abstract: "Try everything that is due, once.",
    discussion: """
      A running server does this by itself. Needs no session: whoever owns the data directory may run it, from \
      cron for example.
      """)

  @OptionGroup var common: CommonOptions

  @Option(
    help: ArgumentHelp(
      "Only what follows this booking, or the call of the party with this id.", valueName: "ref"))
  var booking: String?

  func run() throws {
    let session = Session(common)
    let outbox = try session.outbox()
    let bookingID = try booking.map { try id(of: $0, session) }
    let tried = try Progress.saying("Delivering") { try outbox.deliverDue(bookingID: bookingID) }
    let counts = try session.store().read { try $0.outboxCounts() }
    let left = counts[.queued] ?? 0
    try session.output.result(DeliveryJSON(tried: tried, queued: left, failed: counts[.failed] ?? 0)) {
      let failed = counts[.failed].map { "; \($0) failed in all (host-cli outbox list)" } ?? ""
      return "\(Words.count(tried, "attempt")) made, \(left) still queued\(failed)"
    }
  }

  private func id(of reference: String, _ session: Session) throws -> String {
    let store = try session.store()
    if let entry = try store.read({ try $0.waitlistEntry(id: reference) }) { return entry.id }
    guard let booking = try store.read({ try $0.booking(reference: reference) }) else {
      throw HostError(.notFound, "There is no booking \(reference).", field: "booking")
    }
    return booking.id
  }
}

private struct DeliveryJSON: Encodable {
  var tried: Int
  var queued: Int
  var failed: Int
}

/// `outbox retry`: puts failed effects back in line.
struct OutboxRetryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retry", abstract: "Put failed effects back in line.")

  @OptionGroup var common: CommonOptions

  @Argument(help: ArgumentHelp("The effects' numbers, from outbox list.", valueName: "number"))
  var ids: [Int] = []

  @Flag(help: "All that have failed, at your restaurants.")
  var failed = false

  func validate() throws {
    if failed == ids.isEmpty { return }
    throw ValidationError(failed ? "--failed goes without numbers." : "Name effects, or say --failed.")
  }

  func run() throws {
    let session = Session(common)
    let now = session.environment.now()
    let entries = try failed ? all(session) : ids.map { try session.outboxEntry($0) }
    for entry in entries where entry.effect.state != .failed {
      throw HostError(.usage, "Effect \(entry.id) has not failed: it is \(entry.effect.state.rawValue).")
    }
    let staff = try session.staff()
    try session.store().write { writer in
      for entry in entries { try writer.requeueEffect(id: entry.id, by: staff.id, now: now) }
    }
    try session.output.result(["queued": entries.map(\.id)]) {
      "\(Words.count(entries.count, "effect")) queued again; a server will try, or: host-cli outbox deliver"
    }
  }

  private func all(_ session: Session) throws -> [OutboxEntry] {
    let own = try session.memberRestaurants(session.staff()).map(\.id)
    return try session.store().read { try $0.outbox(restaurantIDs: own, states: [.failed], limit: 10_000) }
  }
}

/// `outbox cancel`: has an effect not happen.
struct OutboxCancelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel", abstract: "Have effects not happen that wait or have failed.")

  @OptionGroup var common: CommonOptions

  @Argument(help: ArgumentHelp("The effects' numbers, from outbox list.", valueName: "number"))
  var ids: [Int]

  func run() throws {
    let session = Session(common)
    let now = session.environment.now()
    let entries = try ids.map { try session.outboxEntry($0) }
    for entry in entries where entry.effect.state != .queued && entry.effect.state != .failed {
      throw HostError(.usage, "Effect \(entry.id) cannot be cancelled: it is \(entry.effect.state.rawValue).")
    }
    let staff = try session.staff()
    try session.store().write { writer in
      for entry in entries {
        try writer.cancelEffect(id: entry.id, reason: "cancelled by staff", by: staff.id, now: now)
      }
    }
    try session.output.result(["cancelled": ids]) { "\(Words.count(ids.count, "effect")) will not happen." }
  }
}
