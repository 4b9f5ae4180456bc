// From a decision to what is written: a booking, or a refused attempt.
extension BookingDesk {
  /// Writes what a decision that passes has come to.
  func write(_ visit: Visit, _ first: Attempt, _ verdict: Verdict) throws -> Settled {
    for _ in 0..<20 {
      let entry = try entry(visit, verdict)
      do {
        return try store.write(about: visit.restaurant.id) { writer in
          let visit = try readmit(renew(visit, writer), writer)
          if let earlier = try earlier(visit, writer) { return .before(earlier) }
          return try settle(visit, first, entry, writer)
        }
      } catch StoreError.referenceTaken {
        continue
      }
    }
    throw HostError(.internal, "No free booking reference was found. Please try again.")
  }

  /// What a decision would have written, worked out before the transaction: nobody is to wait for it.
  private struct Entry {
    var booking: Booking
    var record: BookingRecord
  }

  private func entry(_ visit: Visit, _ verdict: Verdict) throws -> Entry {
    let booking = try booking(visit, verdict)
    return Entry(booking: booking, record: record(visit, verdict, booking))
  }

  /// The visit with the rules that are live in the transaction.
  private func renew(_ visit: Visit, _ writer: StoreWriter) throws -> Visit {
    var visit = visit
    visit.rules = try live.follow(writer)
    visit.policy = try policy(visit.request.mode, in: visit.rules)
    return visit
  }

  /// Decides again if anything has changed, the rules included, and writes what came of it.
  private func settle(
    _ visit: Visit, _ first: Attempt, _ expected: Entry, _ writer: StoreWriter
  ) throws -> Settled {
    try checkWaiting(visit, writer)
    let facts = try facts(visit, guest: guest(visit, first, writer), writer)
    let isSame = facts == first.facts && visit.rules.revision == first.revision
    let attempt = isSame ? first : try decide(visit, writer)
    guard case .decided(let verdict) = attempt.conclusion, verdict.passes else {
      return Settled(result: .refused(try record(visit, attempt, writer)), attempt: attempt)
    }
    let seating = try seating(visit, verdict)
    if case .refused(let refusal)? = seating { return Settled(result: .refused(refusal), attempt: attempt) }
    let entry = try isSame ? expected : entry(visit, verdict)
    var booking = entry.booking
    try writer.insert(booking, record: entry.record)
    if case .passes(let permission)? = seating {
      booking = try writer.record(step(visit, verdict, booking, permission), of: booking)
    }
    try endWait(visit, booking, writer)
    return Settled(result: .booked(booking, isDuplicate: false), attempt: attempt)
  }

  /// The visit at the restaurant as it is in the transaction: it may have moved to another zone. The caller may have
  /// lost the membership, too: nothing is written on a role that is gone.
  private func readmit(_ visit: Visit, _ writer: StoreWriter) throws -> Visit {
    let staff = try staff(visit.caller, visit.policy, at: visit.restaurant, writer)
    guard staff == visit.staff else { throw HostError.notYours }
    guard let restaurant = try writer.restaurant(id: visit.restaurant.id) else {
      throw HostError.noRestaurant(visit.request.restaurant)
    }
    var visit = visit
    visit.restaurant = restaurant
    visit.beginNow()
    return visit
  }

  func refuse(_ visit: Visit, _ attempt: Attempt) throws -> Settled {
    try store.write(about: visit.restaurant.id) { writer in
      let visit = try readmit(visit, writer)
      // The same request may have been booked meanwhile, and be what this one is refused for.
      if let earlier = try earlier(visit, writer) { return .before(earlier) }
      return Settled(result: .refused(try record(visit, attempt, writer)), attempt: attempt)
    }
  }

  /// Keeps a refused attempt, without personal data, and says why it was refused.
  private func record(_ visit: Visit, _ attempt: Attempt, _ writer: StoreWriter) throws -> Refusal {
    let record: DecisionRecord
    let refusal: Refusal
    switch attempt.conclusion {
    case .decided(let verdict):
      record = decision(visit, verdict)
      refusal = Refusal(verdict)
    case .failed(let error):
      refusal = Refusal(error)
      record = failedDecision(visit, attempt.facts, refusal.issues)
    }
    try writer.recordRefusal(record)
    return refusal
  }
}
