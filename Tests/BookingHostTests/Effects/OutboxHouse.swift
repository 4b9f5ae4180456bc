import Foundation
import Synchronization

@testable import BookingHost

/// A house whose bookings have effects, and an outbox with deliverers that say what a test has them say.
final class OutboxHouse: Sendable {
  let house: House
  private let counter = Mutex(0)
  let email = Script()
  let webhook = Script()

  static let rules = """
    return {
      access = "staff",
      effects = function(booking)
        email("confirmation")
        email("reminder", { before_minutes = 120 })
        loyalty(10 * booking.party)
        notify("floor", "a table for " .. booking.party)
        webhook("booking.created")
      end,
    }
    """

  init(rules: String = OutboxHouse.rules, store: Store? = nil, isNew: Bool = true) throws {
    house = try House(rules: RuleBook(files: ["m.lua": rules]), store: store, isNew: isNew)
  }

  /// What a deliverer is asked, and what it answers: the answers in turn, then that all is well.
  final class Script: EffectDeliverer {
    let isLocal = false
    private let state = Mutex((asked: [EffectJob](), answers: [DeliveryOutcome]()))
    private let before = Mutex<(@Sendable () -> Void)?>(nil)

    func deliver(_ job: EffectJob) -> DeliveryOutcome {
      before.withLock { $0 }?()
      return state.withLock { state in
        state.asked.append(job)
        return state.answers.isEmpty ? .delivered : state.answers.removeFirst()
      }
    }

    var asked: [EffectJob] { state.withLock { $0.asked } }

    func answer(_ outcomes: DeliveryOutcome...) { state.withLock { $0.answers += outcomes } }

    /// Has something happen first in every attempt.
    func first(_ body: @escaping @Sendable () -> Void) { before.withLock { $0 = body } }
  }

  var outbox: Outbox {
    Outbox(
      store: house.store, deliverers: ["email": email, "webhook": webhook],
      now: { self.house.clock.withLock { $0 } }, random: { 0.5 },
      leaseName: {
        "lease-"
          + String(
            self.counter.withLock {
              $0 += 1
              return $0
            })
      })
  }

  func book(party: Int = 2, email: String? = "ada@example.com", time: String = "19:00") throws -> Booking {
    var draft = draft(time: .text(time), party: .integer(party))
    draft[Field.email] = email.map { .text($0) }
    let request = BookingRequest(restaurant: "anchor", mode: "m", draft: draft)
    guard case .booked(let booking, _) = try house.desk().book(request, by: .staff(house.host)) else {
      throw HostError(.internal, "refused")
    }
    return booking
  }

  /// The states of a booking's effects, as its reader sees them.
  func states(_ booking: Booking) throws -> [String] {
    try current(booking).effects.map { "\($0.effect.action.kind) \($0.state.rawValue)" }
  }

  func current(_ booking: Booking) throws -> Booking {
    try house.store.read { try $0.booking(id: booking.id) }!
  }

  func pass(seconds: Int) { house.clock.withLock { $0 = $0.adding(seconds: seconds) } }
}
