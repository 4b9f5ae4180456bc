@testable import BookingHost

/// What bookings at a few restaurants should be after anything that staff did: the product's promises once more, as
/// simply as they can be said, to hold the product against.
struct EveningModel {
  static let capacity = 40

  struct Entry: Equatable {
    var restaurant: String
    var party: Int
    var status: BookingStatus
    var version = 1
    /// Steps that have not been undone.
    var steps: [(from: BookingStatus, to: BookingStatus)] = []

    static func == (a: Entry, b: Entry) -> Bool {
      a.restaurant == b.restaurant && a.party == b.party && a.status == b.status && a.version == b.version
    }
  }

  enum Answer: Equatable {
    /// `noted`: that there was no room was found, and let pass.
    case made(noted: Bool)
    case refused(String)
    case overridable
    /// As if it were not there.
    case notThere
    case conflict
  }

  /// Who acts: where they belong, and whether they may override.
  struct Actor {
    var restaurant: String
    var isManager: Bool
    var givesReason: Bool
  }

  private(set) var entries: [String: Entry] = [:]

  func covers(at restaurant: String) -> Int {
    entries.values.filter { $0.restaurant == restaurant && Self.counted.contains($0.status) }
      .reduce(0) { $0 + $1.party }
  }

  private static let counted: Set<BookingStatus> = [.pending, .confirmed, .checkedIn, .completed]

  // MARK: What may happen

  func booking(_ party: Int, at restaurant: String, by actor: Actor) -> Answer {
    guard actor.restaurant == restaurant else { return .notThere }
    return room(over: covers(at: restaurant) + party - Self.capacity, actor)
  }

  func changing(_ reference: String, to party: Int, seen version: Int?, by actor: Actor) -> Answer {
    guard let entry = entries[reference], entry.restaurant == actor.restaurant else { return .notThere }
    if let version, version != entry.version { return .conflict }
    guard [.pending, .confirmed, .checkedIn].contains(entry.status) else { return .refused("change_invalid") }
    let before = covers(at: entry.restaurant) - Self.capacity
    let over = before - entry.party + party
    // What was accepted stays accepted.
    return over > before ? room(over: over, actor) : .made(noted: false)
  }

  func stepping(_ reference: String, _ step: BookingStep, seen version: Int?, by actor: Actor) -> Answer {
    guard let entry = entries[reference], entry.restaurant == actor.restaurant else { return .notThere }
    if let version, version != entry.version { return .conflict }
    guard let to = target(entry, step) else { return .refused("transition_invalid") }
    let over = covers(at: entry.restaurant) + entry.party - Self.capacity
    switch entry.status {
    case .cancelled where Self.counted.contains(to): return room(over: over, actor)
    case .noShow where Self.counted.contains(to): return .made(noted: over > 0)
    default: return .made(noted: false)
    }
  }

  private func room(over: Int, _ actor: Actor) -> Answer {
    if over <= 0 { return .made(noted: false) }
    if over <= 2 || (actor.isManager && actor.givesReason) { return .made(noted: true) }
    return .overridable
  }

  private func target(_ entry: Entry, _ step: BookingStep) -> BookingStatus? {
    switch step {
    case .undo: return entry.steps.last?.from
    case .to(let next): return Self.ways[entry.status]?.contains(next) == true ? next : nil
    }
  }

  private static let ways: [BookingStatus: Set<BookingStatus>] = [
    .pending: [.confirmed, .cancelled], .confirmed: [.checkedIn, .cancelled, .noShow],
    .checkedIn: [.completed, .noShow], .noShow: [.confirmed, .checkedIn], .cancelled: [.confirmed],
  ]

  // MARK: What has happened

  mutating func book(_ reference: String, _ party: Int, at restaurant: String) {
    entries[reference] = Entry(
      restaurant: restaurant, party: party, status: party == 7 ? .pending : .confirmed)
  }

  mutating func change(_ reference: String, to party: Int) {
    entries[reference]?.party = party
    entries[reference]?.version += 1
  }

  mutating func step(_ reference: String, _ step: BookingStep) {
    guard let entry = entries[reference], let to = target(entry, step) else { return }
    if step == .undo {
      entries[reference]?.steps.removeLast()
    } else {
      entries[reference]?.steps.append((entry.status, to))
    }
    entries[reference]?.status = to
    entries[reference]?.version += 1
  }
}
