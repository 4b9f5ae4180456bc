import Testing

@testable import BookingHost

@Suite struct `The table of a booking's life` {
  @Test func `has these steps and no other`() {
    let expected: [BookingStatus: [BookingStatus]] = [
      .pending: [.confirmed, .cancelled], .confirmed: [.checkedIn, .noShow, .cancelled],
      .checkedIn: [.completed, .noShow], .noShow: [.confirmed, .checkedIn], .cancelled: [.confirmed],
      .completed: [],
    ]
    for from in BookingStatus.allCases {
      #expect(LifeCycle.next(after: from) == expected[from])
      for to in BookingStatus.allCases {
        #expect((LifeCycle.passage(from: from, to: to) != nil) == expected[from]!.contains(to))
      }
    }
  }

  private func refusal(_ step: BookingStep, _ status: BookingStatus, _ past: [Transition] = []) -> String? {
    do {
      _ = try LifeCycle.change(step, of: status, past: past, isToday: { $0.seconds > 0 })
      return nil
    } catch { return error.message }
  }

  @Test func `a step that cannot follow says what can`() {
    #expect(
      refusal(.to(.completed), .confirmed)
        == "The booking is confirmed and cannot be completed; it can be checked in or a no-show or cancelled."
    )
    #expect(refusal(.to(.cancelled), .cancelled) == "The booking is cancelled already.")
    #expect(
      refusal(.to(.cancelled), .completed)
        == "The booking is completed and cannot be cancelled; nothing can follow that.")
  }

  @Test func `steps are undone one by one, from the last`() throws {
    var past = [
      Transition(id: 1, from: .confirmed, to: .checkedIn, at: Instant(seconds: 5)),
      Transition(id: 2, from: .checkedIn, to: .completed, at: Instant(seconds: 6)),
    ]
    func undo(_ status: BookingStatus) throws -> StatusChange {
      try LifeCycle.change(.undo, of: status, past: past, isToday: { $0.seconds > 0 })
    }
    let first = try undo(.completed)
    #expect(first.to == .checkedIn && first.takesBack?.id == 2 && first.isUndo && first.event == nil)
    past.append(
      Transition(id: 3, from: .completed, to: .checkedIn, at: Instant(seconds: 7), isUndo: true, takesBack: 2)
    )
    let second = try undo(.checkedIn)
    #expect(second.to == .confirmed && second.takesBack?.id == 1)
    past.append(
      Transition(id: 4, from: .checkedIn, to: .confirmed, at: Instant(seconds: 8), isUndo: true, takesBack: 1)
    )
    #expect(refusal(.undo, .confirmed, past) == "There is nothing to undo.")
  }

  @Test func `what was done on another service day stays done`() {
    let past = [Transition(id: 1, from: .confirmed, to: .noShow, at: Instant(seconds: -5))]
    #expect(refusal(.undo, .noShow, past)?.hasPrefix("It is too late to undo that") == true)
    #expect(refusal(.to(.checkedIn), .noShow, past)?.hasPrefix("It is too late for that") == true)
    #expect(refusal(.to(.confirmed), .noShow, past)?.hasPrefix("It is too late for that") == true)
  }

  @Test func `only a cancelled booking has to find room again`() throws {
    func takesRoom(_ step: BookingStep, _ status: BookingStatus, _ past: [Transition] = []) throws -> Bool {
      try LifeCycle.change(step, of: status, past: past, isToday: { _ in true }).takesRoom
    }
    #expect(try takesRoom(.to(.confirmed), .cancelled))
    #expect(
      try takesRoom(
        .undo, .cancelled, [Transition(id: 1, from: .pending, to: .cancelled, at: Instant(seconds: 5))]))
    #expect(try !takesRoom(.to(.checkedIn), .noShow))
    #expect(try !takesRoom(.to(.confirmed), .pending))
  }

  @Test
  func `guests who have come after all are checked in, and those who are only expected again are not told`()
    throws
  {
    let past = [Transition(id: 1, from: .confirmed, to: .noShow, at: Instant(seconds: 5))]
    func event(_ status: BookingStatus) throws -> String? {
      try LifeCycle.change(.to(status), of: .noShow, past: past, isToday: { _ in true }).event
    }
    #expect(try event(.checkedIn) == "checked_in")
    #expect(try event(.confirmed) == nil)
  }
}

@Suite struct `An email that has not gone out` {
  private let confirmation = Effect.Action.email(template: "confirmation", beforeMinutes: nil)
  private let reminder = Effect.Action.email(template: "reminder", beforeMinutes: 60)

  @Test func `is overtaken by what has become of its booking`() {
    for status in [BookingStatus.cancelled, .noShow] {
      for trigger in ["created", "confirmed", "changed"] {
        #expect(confirmation.overtaken(after: trigger, by: status) != nil)
      }
      #expect(confirmation.overtaken(after: status.rawValue, by: status) == nil)
    }
    for status in [BookingStatus.checkedIn, .completed] {
      #expect(reminder.overtaken(after: "created", by: status) != nil)
      #expect(confirmation.overtaken(after: "created", by: status) == nil)
    }
    #expect(confirmation.overtaken(after: "cancelled", by: .confirmed) != nil)
    #expect(confirmation.overtaken(after: "no_show", by: .checkedIn) != nil)
    #expect(confirmation.overtaken(after: "confirmed", by: .pending) != nil)
    #expect(reminder.overtaken(after: "created", by: .confirmed) == nil)
  }

  @Test func `is all that is overtaken`() {
    for action in [
      Effect.Action.loyalty(points: 5, reason: nil), .webhook(event: "x"),
      .notify(channel: "x", message: nil),
    ] {
      for status in BookingStatus.allCases { #expect(action.overtaken(after: "created", by: status) == nil) }
    }
  }
}
