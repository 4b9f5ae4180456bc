// Guests at the door, booked and seated in one step.
extension BookingDesk {
  enum SeatingAnswer {
    case passes(Permission)
    case refused(Refusal)
  }

  /// Whether the guests of a booking that is about to be made may be seated with it; nil when they are not to be. One
  /// that somebody has to confirm first is made, and waits for that.
  func seating(_ visit: Visit, _ verdict: Verdict) throws -> SeatingAnswer? {
    guard let seating = visit.request.seating, visit.policy.access == .staff, verdict.outcome == .confirmed
    else { return nil }
    let unusable = StaffText.issues(table: StaffText.line(seating.table), reason: nil)
    guard unusable.isEmpty else {
      return .refused(Refusal(issues: unusable, isOverridable: false))
    }
    do {
      let permission = try visit.rules.decide(
        BookingStatus.checkedIn.rawValue, mode: visit.policy.mode, of: StandingBooking(verdict),
        overrideReason: visit.request.overrideReason)
      if permission.isGiven { return .passes(permission) }
      return .refused(Refusal(issues: permission.issues, isOverridable: permission.isOverridable))
    } catch let error as RuleError {
      return .refused(Refusal(error))
    }
  }

  /// The check-in of a booking that has just been made.
  func step(
    _ visit: Visit, _ verdict: Verdict, _ booking: Booking, _ permission: Permission
  ) -> TransitionRecord {
    let event = BookingStatus.checkedIn.rawValue
    let change = StatusChange(from: booking.status, to: .checkedIn, event: event)
    var record = TransitionRecord(
      change: change, table: StaffText.line(visit.request.seating?.table), at: visit.now, staff: visit.staff,
      issues: permission.issues)
    if permission.overriddenAs != nil {
      record.overrideReason = visit.request.overrideReason.map(Text.trimmed)
    }
    var seated = booking
    seated.status = .checkedIn
    let standing = Standing(
      booking: booking, restaurant: visit.restaurant, staff: visit.staff, now: visit.now, live: visit.rules,
      own: visit.rules)
    record.effects = effects(
      of: event, standing, after: seated, points: StandingBooking(verdict).points, verdict.facts)
    return record
  }
}
