/// Makes one kind of effect happen.
///
/// What it says of an attempt decides what becomes of the effect: see `DeliveryOutcome`. It may block; it is
/// called on a thread that may. It must end within the lease it is given.
package protocol EffectDeliverer: Sendable {
  /// Tries once. Never throws: whatever goes wrong is an outcome. Reasons hold no personal data.
  func deliver(_ job: EffectJob) -> DeliveryOutcome
  /// Whether an attempt asks nobody outside this machine, so that whoever books may wait for it.
  var isLocal: Bool { get }
}

extension EffectDeliverer {
  package var isLocal: Bool { false }
}

/// One attempt to be made.
package struct EffectJob: Hashable, Sendable {
  /// The effect's number in the store; stable over attempts, so that what is sent can carry it.
  package var id: Int
  package var effect: Effect
  /// `created`, or the later event it follows.
  package var trigger: String
  /// Counts from 1.
  package var attempt: Int
  /// Whether an earlier attempt may have got through without anybody knowing.
  package var isRepeat: Bool
  /// The booking as it is now; of a party that waits, what a booking of theirs would be at this moment.
  package var booking: Booking
  /// The party on the waitlist that it is about, as it is now; nil for what is about a booking.
  package var entry: WaitlistEntry?
  package var restaurant: Restaurant
  /// When the rules asked for it.
  package var decidedAt: Instant
  package var now: Instant

  package init(
    id: Int, effect: Effect, trigger: String, attempt: Int, isRepeat: Bool, booking: Booking,
    restaurant: Restaurant, decidedAt: Instant? = nil, now: Instant
  ) {
    self.id = id
    self.effect = effect
    self.trigger = trigger
    self.attempt = attempt
    self.isRepeat = isRepeat
    self.booking = booking
    self.restaurant = restaurant
    self.decidedAt = decidedAt ?? now
    self.now = now
  }
}

/// What came of an attempt. Reasons are sentences for staff: "mailbox unavailable".
package enum DeliveryOutcome: Hashable, Sendable {
  case delivered
  /// Not now, but perhaps later. `after` is how many seconds the other side asked to be left alone.
  case retry(reason: String, after: Int?)
  /// Never: trying again would end the same.
  case failed(reason: String)
  /// It may have happened or not. It is tried again, with the same identifiers.
  case unknown(reason: String)
  /// There is nothing to be done, for this reason: "no webhook is set up".
  case skipped(reason: String)
}
