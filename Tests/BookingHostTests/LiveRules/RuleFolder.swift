import Foundation

@testable import BookingHost

/// A rule directory of a test's own, and a house whose desk follows it.
final class RuleFolder: Sendable {
  let path: String
  let house: House
  private let directory: TemporaryDirectory

  /// Begins with a staff mode `m` that takes parties up to `max`.
  init(max: Int = 12) throws {
    directory = try TemporaryDirectory()
    path = directory.path + "/rules"
    house = try House(store: TestStore.create(directory: directory.path + "/data"))
    try write("m.lua", RuleFolder.mode(max: max))
  }

  static func mode(max: Int, more: String = "") -> String {
    "return {\n  access = \"staff\",\n  party = { max = \(max) },\n\(more)}\n"
  }

  func write(_ file: String, _ text: String) throws {
    let target = URL(filePath: path + "/" + file)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: target, atomically: true, encoding: .utf8)
  }

  var intake: RuleIntake { intake(at: path) }

  func intake(at path: String) -> RuleIntake {
    RuleIntake(store: house.store, directory: path, now: { [house] in house.clock.withLock { $0 } })
  }

  /// A desk as each process has one: it begins with the live rules and follows them.
  func desk() throws -> BookingDesk {
    let book = try house.store.read { reader in
      try LiveRules.load(reader.liveRevision()!.revision, reader)
    }
    var desk = house.desk()
    desk = BookingDesk(
      store: house.store, live: LiveRules(following: book), environment: desk.environment,
      keyedHash: desk.keyedHash)
    return desk
  }

  func request(party: Int) -> BookingRequest {
    BookingRequest(restaurant: "anchor", mode: "m", draft: draft(party: .integer(party)))
  }

  var live: LiveRevision? { try? house.store.read { try $0.liveRevision() } }

  var events: [RuleEvent.Kind] {
    get throws { try house.store.read { try $0.ruleEvents(limit: 100) }.map(\.kind).reversed() }
  }
}

extension RuleIntake.Outcome {
  var notes: [String]? { if case .rejected(let notes) = self { notes.map(\.description) } else { nil } }

  var isAdopted: Bool { if case .adopted = self { true } else { false } }

  var isCurrent: Bool { if case .current = self { true } else { false } }

  var isWaiting: Bool { if case .waiting = self { true } else { false } }
}

extension BookingResult {
  var codes: [String]? { if case .refused(let refusal) = self { refusal.issues.map(\.code) } else { nil } }

  var booking: Booking? { if case .booked(let booking, _) = self { booking } else { nil } }
}
