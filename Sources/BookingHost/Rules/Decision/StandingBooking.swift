/// A booking that has been made, as rules are asked about it when something happens to it.
package struct StandingBooking: Hashable, Sendable {
  package var values: BookingValues
  /// What was laid down for it; the status is the one it has, or, for what follows an event, has now got.
  package var terms: BookingTerms
  /// Loyalty points that have been given for it so far, and not been taken back.
  package var points: Int
  /// What is so when it happens; `staff` is who has it happen.
  package var facts: Facts

  package init(values: BookingValues, terms: BookingTerms, points: Int, facts: Facts) {
    self.values = values
    self.terms = terms
    self.points = points
    self.facts = facts
  }

  /// The booking that a verdict makes, as it is made.
  package init(_ verdict: Verdict) {
    let points = verdict.effects.reduce(0) { sum, effect in
      if case .loyalty(let points, _) = effect.action, effect.skipped == nil { sum + points } else { sum }
    }
    self.init(values: verdict.values, terms: verdict.terms, points: points, facts: verdict.facts)
  }

  /// The same once an event has happened to it.
  package func after(_ event: String) -> StandingBooking {
    var booking = self
    booking.terms.status = BookingStatus(rawValue: event) ?? terms.status
    return booking
  }
}
