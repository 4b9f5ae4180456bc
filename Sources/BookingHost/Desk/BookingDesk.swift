/// Where bookings are made: the one way from a request to a stored booking, for every mode and for every
/// front end. It reads, decides and writes; what is allowed is for the rules to say.
package struct BookingDesk: Sendable {
  package let store: Store
  package let rules: RuleBook
  package let environment: HostEnvironment
  /// A keyed hash, for idempotency: payloads hold personal data, and are compared without being kept.
  let keyedHash: @Sendable (String) -> [UInt8]

  package init(
    store: Store, rules: RuleBook, environment: HostEnvironment,
    keyedHash: @escaping @Sendable (String) -> [UInt8]
  ) {
    self.store = store
    self.rules = rules
    self.environment = environment
    self.keyedHash = keyedHash
  }

  /// Books, or says why not. A draft is decided on a read snapshot first, where most refusals end; in the
  /// write transaction the facts are read again, and if they differ it is decided again. So two requests
  /// for the last table cannot both win, and a slow rule does not hold the write lock.
  ///
  /// Throws `HostError`, and `StoreError` when the store cannot be used. After either nothing has changed.
  package func book(_ request: BookingRequest, by caller: Caller) throws -> BookingResult {
    let visit = try store.read { try open(request, caller, $0) }
    if let earlier = visit.earlier { return .booked(earlier, isDuplicate: true) }
    let attempt = try store.read { try decide(visit, $0) }
    guard case .decided(let verdict) = attempt.conclusion, verdict.passes else {
      return try refuse(visit, attempt)
    }
    return try write(visit, attempt)
  }
}

// One request, from opening it to its end.
extension BookingDesk {
  /// A request that its caller may make, with what does not change while it is decided.
  struct Visit {
    var request: BookingRequest
    var caller: Caller
    var restaurant: Restaurant
    var policy: Policy
    var staff: StaffFacts
    var now: Instant
    var draft: Draft
    var idempotency: (key: IdempotencyKey, payloadHash: [UInt8])?
    /// The booking that the same request made before.
    var earlier: Booking?
  }

  /// One decision on a visit.
  struct Attempt {
    var facts: Facts
    var conclusion: Conclusion

    enum Conclusion {
      case decided(Verdict)
      case failed(RuleError)
    }
  }

  func open(_ request: BookingRequest, _ caller: Caller, _ reader: some StoreReading) throws -> Visit {
    let policy = try policy(request.mode)
    let (restaurant, staff) = try admit(caller, policy, request.restaurant, reader)
    let now = environment.now()
    var visit = Visit(
      request: request, caller: caller, restaurant: restaurant, policy: policy, staff: staff, now: now,
      draft: request.draft)
    if request.isNow {
      let local = restaurant.zone.local(now)
      visit.draft[Field.date] = .text(local.date.description)
      visit.draft[Field.time] = .text(local.time)
    }
    visit.idempotency = request.idempotencyKey.map { idempotency($0, visit) }
    visit.earlier = try earlier(visit, reader)
    return visit
  }

  /// The mode's policy, or a usage error that names the modes there are.
  package func policy(_ mode: String) throws -> Policy {
    if let policy = rules.policy(mode) { return policy }
    let known = rules.modeNames.joined(separator: ", ")
    throw HostError(.usage, "There is no mode \"\(mode)\"; there are: \(known).", field: "mode")
  }

  /// Lets a caller in, with the role of their membership, or throws. In a public mode everyone is a guest.
  package func admit(
    _ caller: Caller, _ policy: Policy, _ name: String, _ reader: some StoreReading
  ) throws -> (Restaurant, StaffFacts) {
    let restaurant = try reader.restaurant(slug: name) ?? reader.restaurant(id: name)
    guard policy.access == .staff else {
      guard let restaurant else {
        throw HostError(.notFound, "There is no restaurant called \"\(name)\".", field: "restaurant")
      }
      return (restaurant, .guest)
    }
    guard case .staff(let account) = caller else { throw HostError.notSignedIn }
    guard let restaurant,
      let membership = try reader.membership(ofStaff: account.id, atRestaurant: restaurant.id)
    else { throw HostError.notYours }
    return (restaurant, StaffFacts(id: account.id, role: membership.role))
  }

  func decide(_ visit: Visit, _ reader: some StoreReading) throws -> Attempt {
    let stranger = decide(visit, try facts(visit, guest: .unknown, reader))
    let guest = try guest(visit, stranger, reader)
    return guest == .unknown ? stranger : decide(visit, try facts(visit, guest: guest, reader))
  }

  /// Who the guest is shows only once a format function has normalised the contact they gave. In a public
  /// mode nobody has proved to be anyone.
  private func guest(_ visit: Visit, _ attempt: Attempt, _ reader: some StoreReading) throws -> GuestFacts {
    guard visit.policy.access == .staff, case .decided(let verdict) = attempt.conclusion,
      let known = try reader.guest(
        matching: guestKey(verdict), atRestaurant: visit.restaurant.id, now: visit.now)
    else { return .unknown }
    return known.facts
  }

  func facts(_ visit: Visit, guest: GuestFacts, _ reader: some StoreReading) throws -> Facts {
    let plan = Plan(visit.draft)
    let today = visit.restaurant.zone.local(visit.now).date
    let diary = try reader.diary(of: visit.restaurant, around: plan.date ?? today)
    let isWalkIn = visit.request.isNow && visit.policy.access == .staff
    let inquiry = Diary.Inquiry(
      mode: visit.policy.mode, action: isWalkIn ? .walkin : .create, now: visit.now, staff: visit.staff,
      guest: guest)
    return diary.facts(inquiry, start: plan.start, day: plan.date ?? today)
  }

  private func decide(_ visit: Visit, _ facts: Facts) -> Attempt {
    do {
      let verdict = try rules.decide(
        mode: visit.policy.mode, draft: visit.draft, facts: facts,
        overrideReason: visit.request.overrideReason)
      return Attempt(facts: facts, conclusion: .decided(verdict))
    } catch let error as RuleError {
      return Attempt(facts: facts, conclusion: .failed(error))
    } catch {
      let unexpected = RuleError(kind: .runtime, message: "the decision could not be made", rule: nil)
      return Attempt(facts: facts, conclusion: .failed(unexpected))
    }
  }

  func guestKey(_ verdict: Verdict) -> GuestKey {
    let values = verdict.values
    return GuestKey(
      name: values.name ?? "",
      email: (values.normalised[Field.email] ?? values.email)?.lowercased(),
      phone: values.normalised[Field.phone] ?? values.phone)
  }

  // MARK: Writing

  private func write(_ visit: Visit, _ first: Attempt) throws -> BookingResult {
    for _ in 0..<20 {
      do {
        return try store.write { writer in
          try readmit(visit, writer)
          if let earlier = try earlier(visit, writer) { return .booked(earlier, isDuplicate: true) }
          return try settle(visit, first, writer)
        }
      } catch StoreError.referenceTaken {
        continue
      }
    }
    throw HostError(.internal, "No free booking reference was found. Please try again.")
  }

  /// Decides again if anything has changed, and writes what came of it.
  private func settle(_ visit: Visit, _ first: Attempt, _ writer: StoreWriter) throws -> BookingResult {
    let facts = try facts(visit, guest: guest(visit, first, writer), writer)
    let isSame = facts == first.facts
    let attempt = isSame ? first : try decide(visit, writer)
    guard case .decided(let verdict) = attempt.conclusion, verdict.passes else {
      return .refused(try record(visit, attempt, writer))
    }
    let booking = try booking(visit, verdict)
    try writer.insert(booking, record: record(visit, verdict, booking))
    return .booked(booking, isDuplicate: false)
  }

  /// The caller may have lost the membership since: nothing is written on a role that is gone.
  private func readmit(_ visit: Visit, _ writer: StoreWriter) throws {
    let (_, staff) = try admit(visit.caller, visit.policy, visit.restaurant.id, writer)
    guard staff == visit.staff else { throw HostError.notYours }
  }

  private func refuse(_ visit: Visit, _ attempt: Attempt) throws -> BookingResult {
    try store.write { writer in
      try readmit(visit, writer)
      // The same request may have been booked meanwhile, and be what this one is refused for.
      if let earlier = try earlier(visit, writer) { return .booked(earlier, isDuplicate: true) }
      return .refused(try record(visit, attempt, writer))
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
