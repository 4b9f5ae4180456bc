/// What somebody wants to happen to a booking.
public enum BookingStep: Hashable, Sendable {
  case to(BookingStatus)
  /// Back to where the last step came from.
  case undo
}

/// How one status may follow another.
package enum Passage: Hashable, Sendable {
  /// As an evening goes.
  case onward
  /// Guests who were given up have come after all: the no-show is taken back, on its own service day.
  case back
  /// A booking that had ended lives again: whether there is room is decided anew.
  case revival
}

/// The life of a booking as a table.
package enum LifeCycle {
  private static let table: [BookingStatus: [BookingStatus: Passage]] = [
    .pending: [.confirmed: .onward, .cancelled: .onward],
    .confirmed: [.checkedIn: .onward, .cancelled: .onward, .noShow: .onward],
    .checkedIn: [.completed: .onward, .noShow: .onward],
    .noShow: [.confirmed: .back, .checkedIn: .back],
    .cancelled: [.confirmed: .revival],
    .completed: [:],
  ]

  /// How a status may follow another; nil when it may not.
  package static func passage(from: BookingStatus, to: BookingStatus) -> Passage? { table[from]?[to] }

  /// What may follow a status, in the order of an evening.
  package static func next(after status: BookingStatus) -> [BookingStatus] {
    [.confirmed, .checkedIn, .completed, .noShow, .cancelled].filter { table[status]?[$0] != nil }
  }
}

/// A step that a booking has taken.
package struct Transition: Hashable, Sendable {
  /// Counts up over all bookings.
  package var id: Int
  package var from: BookingStatus
  package var to: BookingStatus
  package var at: Instant
  package var isUndo: Bool
  /// The step whose consequences it set back.
  package var takesBack: Int?
  /// The table that the guests had before it.
  package var tableBefore: String?

  package init(
    id: Int, from: BookingStatus, to: BookingStatus, at: Instant, isUndo: Bool = false, takesBack: Int? = nil,
    tableBefore: String? = nil
  ) {
    self.id = id
    self.from = from
    self.to = to
    self.at = at
    self.isUndo = isUndo
    self.takesBack = takesBack
    self.tableBefore = tableBefore
  }
}

/// A change of status that may be made.
package struct StatusChange: Hashable, Sendable {
  package var from: BookingStatus
  package var to: BookingStatus
  /// The event that follows, as rules call it; nil when the world is only set back to what it was.
  package var event: String?
  package var isUndo = false
  /// The step whose consequences are set back.
  package var takesBack: Transition?

  /// Whether it takes up room that had been given free.
  package var takesRoom: Bool { from == .cancelled && to.countsForCapacity }
  /// Whether guests who had been given up are there after all: nobody sends them away, but their room may be gone.
  package var retakesRoom: Bool { from == .noShow && to.countsForCapacity }
}

extension LifeCycle {
  /// Why a step cannot be made, in a sentence.
  package struct Refusal: Error, Hashable {
    package var message: String
  }

  /// What a step comes to for a booking with a status and a past. `isToday` says whether a moment is of the
  /// service day that is on now: what was done on another day stays done.
  package static func change(
    _ step: BookingStep, of status: BookingStatus, past: [Transition], isToday: (Instant) -> Bool
  ) throws(Refusal) -> StatusChange {
    switch step {
    case .undo: try undoing(status, past, isToday)
    case .to(let next): try going(from: status, to: next, past, isToday)
    }
  }

  private static func undoing(
    _ status: BookingStatus, _ past: [Transition], _ isToday: (Instant) -> Bool
  ) throws(Refusal) -> StatusChange {
    guard let last = inForce(past).last, last.to == status else {
      throw Refusal(message: "There is nothing to undo.")
    }
    guard isToday(last.at) else {
      throw Refusal(message: "It is too late to undo that: it was not done on this service day.")
    }
    return StatusChange(from: status, to: last.from, isUndo: true, takesBack: last)
  }

  private static func going(
    from: BookingStatus, to: BookingStatus, _ past: [Transition], _ isToday: (Instant) -> Bool
  ) throws(Refusal) -> StatusChange {
    guard let passage = passage(from: from, to: to) else {
      throw Refusal(message: sentence(from: from, to: to))
    }
    guard passage != .onward else { return StatusChange(from: from, to: to, event: to.rawValue) }
    let ended = inForce(past).last { $0.to == from }
    if passage == .back, let ended, !isToday(ended.at) {
      throw Refusal(message: "It is too late for that: the no-show was not entered on this service day.")
    }
    // Who was never given up needs no second confirmation.
    let event = passage == .back && to == .confirmed ? nil : to.rawValue
    return StatusChange(from: from, to: to, event: event, takesBack: ended)
  }

  /// The steps that have not been undone, in order.
  private static func inForce(_ past: [Transition]) -> [Transition] {
    var steps: [Transition] = []
    for step in past.sorted(by: { $0.id < $1.id }) {
      if step.isUndo { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps
  }

  private static func sentence(from: BookingStatus, to: BookingStatus) -> String {
    if from == to { return "The booking is \(words(to)) already." }
    let next = next(after: from).map(words)
    let possible = next.isEmpty ? "nothing can follow that" : "it can be \(next.joined(separator: " or "))"
    return "The booking is \(words(from)) and cannot be \(words(to)); \(possible)."
  }

  private static func words(_ status: BookingStatus) -> String {
    switch status {
    case .pending: "to be confirmed"
    case .confirmed: "confirmed"
    case .checkedIn: "checked in"
    case .completed: "completed"
    case .cancelled: "cancelled"
    case .noShow: "a no-show"
    }
  }
}
