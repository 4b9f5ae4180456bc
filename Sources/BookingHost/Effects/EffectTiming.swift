/// When an effect is to happen, and until when at the latest. What is late can be worse than what never comes:
/// a reminder after the meal, a word to the floor an hour later.
struct EffectTiming: Hashable {
  var due: Instant
  /// Nil: it is never too late.
  var expires: Instant?
  /// Why there is no sense in it at all.
  var skipped: String?

  /// The timing of an effect that was decided at a moment.
  init(_ action: Effect.Action, startsAt: Instant, endsAt: Instant, decided: Instant) {
    due = decided
    switch action {
    case .email("review", _):
      // Asked for when the guest has been, a review may wait for the mail server for a week.
      expires = decided.adding(minutes: 7 * EffectTiming.day)
    case .email(_, let before?):
      due = startsAt.adding(minutes: -before)
      expires = startsAt
      if due < decided { skipped = "it was booked later than the reminder would have been sent" }
    case .email:
      // A confirmation is of use until the guests have gone, and for a day where they have already.
      expires = max(endsAt, decided.adding(minutes: EffectTiming.day))
    case .notify: expires = decided.adding(minutes: 15)
    case .webhook: expires = decided.adding(minutes: 3 * EffectTiming.day)
    case .loyalty, .none: expires = nil
    }
  }

  private static let day = 24 * 60

  /// For how long what staff have put back in line is tried: not for ever, or nobody would hear that it still fails.
  static let secondsAfterRequeue = 24 * 3600
}

extension StoredEffect {
  /// An effect of a booking that has just been decided.
  init(_ effect: Effect, trigger: String, of booking: Booking, decided: Instant) {
    let timing = EffectTiming(
      effect.action, startsAt: booking.startsAt, endsAt: booking.endsAt, decided: decided)
    var effect = effect
    if effect.skipped == nil { effect.skipped = timing.skipped }
    self.init(effect)
    self.trigger = trigger
    dueAt = timing.due
    expiresAt = timing.expires
  }
}

/// When a failed attempt is made again.
struct RetryPolicy: Hashable {
  /// Seconds to wait after the first attempts; the last goes for all that follow.
  static let delays = [15, 60, 300, 900, 3600, 3 * 3600, 6 * 3600]

  /// Seconds until the attempt after this one, shifted by up to a fifth either way so that what failed
  /// together is not tried together. `random` is from 0 up to 1. The other side may ask for longer.
  static func delay(afterAttempt attempt: Int, asked: Int?, random: Double) -> Int {
    let base = delays[min(max(attempt, 1), delays.count) - 1]
    let shifted = Int((Double(base) * (0.8 + 0.4 * random)).rounded())
    return max(shifted, min(asked ?? 0, 24 * 3600))
  }
}
