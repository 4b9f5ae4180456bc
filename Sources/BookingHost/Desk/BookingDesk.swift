/// Where bookings are made: the one way from a request to a stored booking, for every mode and for every
/// front end. It reads, decides and writes; what is allowed is for the rules to say.
package struct BookingDesk: Sendable {
  package let store: Store
  package let live: LiveRules
  /// Rules that decide beside the live ones, for comparison.
  package var shadow: Shadow?
  /// Told of which kinds there may be something due in the outbox.
  package var onQueued: (@Sendable (Set<String>) -> Void)?
  package let environment: HostEnvironment
  /// A keyed hash, for idempotency: payloads hold personal data, and are compared without being kept.
  let keyedHash: @Sendable (String) -> [UInt8]

  package init(
    store: Store, live: LiveRules, environment: HostEnvironment,
    keyedHash: @escaping @Sendable (String) -> [UInt8]
  ) {
    self.store = store
    self.live = live
    self.environment = environment
    self.keyedHash = keyedHash
  }

  /// A desk whose rules never change.
  package init(
    store: Store, rules: RuleBook, environment: HostEnvironment,
    keyedHash: @escaping @Sendable (String) -> [UInt8]
  ) {
    self.init(store: store, live: LiveRules(fixed: rules), environment: environment, keyedHash: keyedHash)
  }

  /// The rules as this process last saw them: for what is shown. A decision looks again.
  package var rules: RuleBook { live.current }

  /// Books, or says why not. A draft is decided on a read snapshot first, where most refusals end; in the
  /// write transaction the facts are read again, and if they differ it is decided again. So two requests
  /// for the last table cannot both win, and a slow rule does not hold the write lock.
  ///
  /// Throws `HostError`, and `StoreError` when the store cannot be used. After either nothing has changed.
  package func book(_ request: BookingRequest, by caller: Caller) throws -> BookingResult {
    let opening = try store.read { reader -> Opening in
      let visit = try open(request, caller, reader)
      if let earlier = visit.earlier { return .before(earlier) }
      return .decided(visit, try decide(visit, reader))
    }
    switch opening {
    case .before(let earlier): return .booked(earlier, isDuplicate: true)
    case .decided(let visit, let attempt): return try conclude(visit, attempt)
    }
  }

  private func conclude(_ visit: Visit, _ attempt: Attempt) throws -> BookingResult {
    let settled: Settled
    if case .decided(let verdict) = attempt.conclusion, verdict.passes {
      settled = try write(visit, attempt, verdict)
    } else {
      settled = try refuse(visit, attempt)
    }
    if case .booked(let booking, _) = settled.result {
      onQueued?(Set(booking.effects.filter { $0.isDue(visit.now) }.map(\.effect.action.kind)))
    }
    consult(shadow, visit, settled)
    return settled.result
  }

  /// Has the candidate decide too. Nothing that goes wrong with it touches the booking, which is made.
  private func consult(_ shadow: Shadow?, _ visit: Visit, _ settled: Settled) {
    guard let shadow, let attempt = settled.attempt else { return }
    var bookingID: String?
    if case .booked(let booking, _) = settled.result { bookingID = booking.id }
    let comparison = shadow.compare(visit, attempt, bookingID: bookingID)
    try? store.write { try $0.record(comparison) }
  }
}

// One request, from opening it to its end.
extension BookingDesk {
  /// A request that its caller may make, with what does not change while it is decided.
  struct Visit {
    var request: BookingRequest
    var caller: Caller
    var restaurant: Restaurant
    /// The rules that were live when it was opened.
    var rules: RuleBook
    var policy: Policy
    var staff: StaffFacts
    var now: Instant
    var draft: Draft
    var idempotency: (key: IdempotencyKey, payloadHash: [UInt8])?
    /// The booking that the same request made before.
    var earlier: Booking?

    /// Has guests who are at the door begin at this very minute, by the restaurant's clock.
    mutating func beginNow() {
      guard request.isNow else { return }
      let local = restaurant.zone.local(now)
      draft[Field.date] = .text(local.date.description)
      draft[Field.time] = .text(local.time)
    }
  }

  /// One decision on a visit.
  struct Attempt {
    var facts: Facts
    /// The rules that decided.
    var revision: String
    var conclusion: Conclusion

    enum Conclusion {
      case decided(Verdict)
      case failed(RuleError)
    }
  }

  /// What a request comes to before anything is written.
  private enum Opening {
    /// The same request has been booked already.
    case before(Booking)
    case decided(Visit, Attempt)
  }

  /// What came of a visit, and the decision behind it; nil when the same request had been booked before.
  struct Settled {
    var result: BookingResult
    var attempt: Attempt?

    static func before(_ booking: Booking) -> Settled {
      Settled(result: .booked(booking, isDuplicate: true))
    }
  }

  func open(_ request: BookingRequest, _ caller: Caller, _ reader: some StoreReading) throws -> Visit {
    let rules = try live.follow(reader)
    let policy = try policy(request.mode, in: rules)
    let (restaurant, staff) = try admit(caller, policy, request.restaurant, reader)
    let now = environment.now()
    var visit = Visit(
      request: request, caller: caller, restaurant: restaurant, rules: rules, policy: policy, staff: staff,
      now: now, draft: request.draft)
    visit.beginNow()
    visit.idempotency = request.idempotencyKey.map { idempotency($0, visit) }
    visit.earlier = try earlier(visit, reader)
    return visit
  }

  /// The mode's policy, or a usage error that names the modes there are.
  package func policy(_ mode: String) throws -> Policy {
    try policy(mode, in: store.read { try live.follow($0) })
  }

  func policy(_ mode: String, in rules: RuleBook) throws -> Policy {
    if let policy = rules.policy(mode) { return policy }
    let known = rules.modeNames.joined(separator: ", ")
    throw HostError(.usage, "There is no mode \"\(mode)\"; there are: \(known).", field: "mode")
  }

  /// Lets a caller in, with the role of their membership, or throws. In a public mode everyone is a guest.
  package func admit(
    _ caller: Caller, _ policy: Policy, _ name: String, _ reader: some StoreReading
  ) throws -> (Restaurant, StaffFacts) {
    let restaurant = try reader.restaurant(slug: name) ?? reader.restaurant(id: name)
    if restaurant == nil, policy.access != .staff {
      throw HostError.noRestaurant(name)
    }
    if caller.account == nil, policy.access == .staff { throw HostError.notSignedIn }
    guard let restaurant else { throw HostError.notYours }
    return (restaurant, try staff(caller, policy, at: restaurant, reader))
  }

  /// A caller with the role of their membership. In a public mode everyone is a guest.
  func staff(
    _ caller: Caller, _ policy: Policy, at restaurant: Restaurant, _ reader: some StoreReading
  ) throws -> StaffFacts {
    guard policy.access == .staff else { return .guest }
    guard let account = caller.account else { throw HostError.notSignedIn }
    guard let membership = try reader.membership(ofStaff: account.id, atRestaurant: restaurant.id) else {
      throw HostError.notYours
    }
    let approval = try approval(caller, at: restaurant, reader)
    return StaffFacts(id: account.id, role: membership.role, approval: approval)
  }

  /// A colleague's word, with the role it has at this restaurant. Throws when it has none: who gave a password meant
  /// it to count.
  func approval(
    _ caller: Caller, at restaurant: Restaurant, _ reader: some StoreReading
  ) throws -> StaffFacts.Approval? {
    guard let approver = caller.approver else { return nil }
    guard let membership = try reader.membership(ofStaff: approver.id, atRestaurant: restaurant.id) else {
      throw HostError.strangerApproves
    }
    return StaffFacts.Approval(id: approver.id, role: membership.role)
  }

  func decide(_ visit: Visit, _ reader: some StoreReading) throws -> Attempt {
    let stranger = decide(visit, try facts(visit, guest: .unknown, reader))
    let guest = try guest(visit, stranger, reader)
    if guest == .unknown { return stranger }
    var facts = stranger.facts
    facts.guest = guest
    return decide(visit, facts)
  }

  /// Who the guest is shows only once a format function has normalised the contact they gave. In a public
  /// mode nobody has proved to be anyone.
  func guest(_ visit: Visit, _ attempt: Attempt, _ reader: some StoreReading) throws -> GuestFacts {
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
      let verdict = try visit.rules.decide(
        mode: visit.policy.mode, draft: visit.draft, facts: facts,
        overrideReason: visit.request.overrideReason)
      return Attempt(facts: facts, revision: visit.rules.revision, conclusion: .decided(verdict))
    } catch let error as RuleError {
      return Attempt(facts: facts, revision: visit.rules.revision, conclusion: .failed(error))
    } catch {
      let unexpected = RuleError(kind: .runtime, message: "the decision could not be made", rule: nil)
      return Attempt(facts: facts, revision: visit.rules.revision, conclusion: .failed(unexpected))
    }
  }

  func guestKey(_ verdict: Verdict) -> GuestKey {
    let values = verdict.values
    return GuestKey(
      name: values.name ?? "",
      email: (values.normalised[Field.email] ?? values.email)?.lowercased(),
      phone: values.normalised[Field.phone] ?? values.phone, match: verdict.terms.guests)
  }
}
