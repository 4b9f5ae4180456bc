// What is written down of a request: the booking itself, and the decision behind it.
extension BookingDesk {
  func booking(_ visit: Visit, _ verdict: Verdict) throws -> Booking {
    let values = verdict.values
    guard let start = verdict.facts.start, let startsAt = start.instant, let day = verdict.facts.day,
      let name = values.name
    else { throw HostError(.internal, "The booking's start could not be worked out.") }
    let endsAt = startsAt.adding(minutes: verdict.terms.durationMinutes)
    let restaurant = visit.restaurant
    var booking = Booking(
      id: environment.uuid(), reference: environment.reference(),
      restaurant: Booking.RestaurantName(id: restaurant.id, slug: restaurant.slug, name: restaurant.name),
      mode: visit.policy.mode, start: start.local, end: restaurant.zone.local(endsAt),
      serviceDate: day.date, serviceMinute: day.minute, startsAt: startsAt, endsAt: endsAt,
      zone: restaurant.zone, party: values.party, covers: verdict.terms.covers, name: name,
      status: verdict.terms.status, source: verdict.terms.source, revision: verdict.revision,
      createdAt: visit.now)
    fill(&booking, visit, verdict)
    return booking
  }

  private func fill(_ booking: inout Booking, _ visit: Visit, _ verdict: Verdict) {
    let values = verdict.values
    booking.bookingType = values.bookingType
    booking.seating = values.seating
    booking.notes = values.notes
    booking.email = values.email
    booking.phone = values.phone
    booking.normalisedEmail = values.normalised[Field.email]
    booking.normalisedPhone = values.normalised[Field.phone]
    booking.marketingOptIn = values.marketingOptIn ?? false
    booking.termsAcceptedAt = values.terms == true ? visit.now : nil
    booking.answers = values.own
    booking.label = verdict.terms.label
    booking.issues = verdict.issues
    booking.effects = verdict.effects.map {
      StoredEffect($0, trigger: StoredEffect.created, of: booking, decided: visit.now)
    }
    if let id = visit.staff.id, let role = visit.staff.role {
      booking.staff = Booking.StaffMark(id: id, role: role)
      if let needed = verdict.terms.overriddenAs, let reason = visit.request.overrideReason {
        booking.override = Booking.Override(
          reason: Text.trimmed(reason), by: visit.staff.overrider(as: needed) ?? id)
      }
    }
  }

  func record(_ visit: Visit, _ verdict: Verdict, _ booking: Booking) -> BookingRecord {
    BookingRecord(
      guestKey: guestKey(verdict), decision: decision(visit, verdict), ruleFiles: visit.rules.files.texts,
      contractVersion: Contract.version, idempotency: visit.idempotency, staffID: visit.staff.id,
      newGuestID: environment.guestID())
  }

  func decision(_ visit: Visit, _ verdict: Verdict) -> DecisionRecord {
    decision(
      visit, verdict.facts, verdict.outcome, verdict.issues,
      DecisionSnapshot(verdict, draft: visit.draft, overrideReason: visit.request.overrideReason))
  }

  func failedDecision(_ visit: Visit, _ facts: Facts, _ issues: [Issue]) -> DecisionRecord {
    let draft = Placeholder.replacing(in: visit.draft, issues: [])
    return decision(
      visit, facts, .refused, issues,
      DecisionSnapshot(
        draft: draft, facts: Placeholder.replacing(in: facts),
        hasOverrideReason: visit.request.overrideReason != nil))
  }

  private func decision(
    _ visit: Visit, _ facts: Facts, _ outcome: Verdict.Outcome, _ issues: [Issue],
    _ snapshot: DecisionSnapshot
  ) -> DecisionRecord {
    DecisionRecord(
      id: environment.uuid(), restaurantID: visit.restaurant.id, mode: visit.policy.mode,
      action: facts.action, revision: visit.rules.revision, contractVersion: Contract.version,
      outcome: outcome, issues: issues, snapshot: snapshot.bytes, staffID: visit.staff.id,
      createdAt: visit.now, day: visit.restaurant.zone.local(visit.now).date)
  }
}
