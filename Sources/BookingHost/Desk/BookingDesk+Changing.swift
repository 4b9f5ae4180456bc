// Changing a booking: another time, more people, a telephone number.
extension BookingDesk {
  /// Changes a booking, or says why not. The live rules decide it as it would be, without counting it against
  /// itself; what had been accepted and the change does not touch is not raised again. The booking's own rules say
  /// what follows (`on.changed`). A change that changes nothing writes nothing.
  ///
  /// Throws `HostError`, `VersionConflict`, and `StoreError`. After any of them nothing has changed; a refusal by the
  /// rules is kept as an attempt.
  package func change(_ request: ChangeRequest, by caller: Caller) throws -> StepResult {
    let first = try store.read { try plan(request, caller, nil, $0) }
    if case .unchanged = first.conclusion { return .made(first.standing.booking, warnings: []) }
    let result = try store.write(about: first.standing.booking.restaurant.id) { writer in
      let plan = try plan(request, caller, first, writer)
      switch plan.conclusion {
      case .unchanged: return StepResult.made(plan.standing.booking, warnings: [])
      case .refused(let refusal, let attempt):
        if let attempt { try writer.recordRefusal(attempt) }
        return .refused(refusal)
      case .passes(let record, let warnings):
        return .made(try writer.record(record, of: plan.standing.booking), warnings: warnings)
      }
    }
    if case .made = result { onQueued?(Set(Effect.kinds)) }
    return result
  }

  /// A change as it would be made, and what that was made of.
  struct ChangePlan {
    var standing: Standing
    var facts: Facts?
    /// What the guest is known by, as the rules have it.
    var guestKey: GuestKey?
    var conclusion: Conclusion

    enum Conclusion {
      case passes(ChangeRecord, warnings: [Issue])
      /// The attempt is kept where the rules refused.
      case refused(Refusal, DecisionRecord?)
      case unchanged
    }
  }

  /// `first` is the plan from before the write lock: it stands if nothing has changed.
  private func plan(
    _ request: ChangeRequest, _ caller: Caller, _ first: ChangePlan?, _ reader: some StoreReading
  ) throws -> ChangePlan {
    let standing = try standing(
      request.reference, seen: request.version, by: caller, own: first?.standing.own, reader)
    let request = standing.isByGuest ? request.byGuest : request
    let change = BookingChange(request, of: standing)
    guard !change.isNothing else { return ChangePlan(standing: standing, conclusion: .unchanged) }
    if let issues = standing.issuesOfGuest ?? change.issues(for: standing.booking.status) {
      let refusal = Refusal(issues: issues, isOverridable: false)
      return ChangePlan(standing: standing, conclusion: .refused(refusal, nil))
    }
    guard !change.changed.isEmpty else {
      let record = change.record(of: change.booking, changed: [], by: standing)
      return ChangePlan(standing: standing, conclusion: .passes(record, warnings: []))
    }
    let policy = try decidingPolicy(of: standing, named: request.mode)
    return try decide(change, standing, policy, first, reader)
  }

  private func decide(
    _ change: BookingChange, _ standing: Standing, _ policy: Policy, _ first: ChangePlan?,
    _ reader: some StoreReading
  ) throws -> ChangePlan {
    let (draft, previous) = change.drafts(for: policy, try services(standing, reader))
    var facts = try facts(of: draft, previous, standing, policy, reader)
    if let first, first.standing.isSame(as: standing) {
      facts.guest = try guest(first.guestKey, change, standing, reader)
      if first.facts == facts { return first }
      facts.guest = .unknown
    }
    let reason = change.request.overrideReason
    func verdict() throws -> Verdict {
      try standing.live.decide(mode: policy.mode, draft: draft, facts: facts, overrideReason: reason)
    }
    do {
      // Who the guest is shows only once a format function has normalised the contact.
      let stranger = try verdict()
      let key = guestKey(stranger)
      facts.guest = try guest(key, change, standing, reader)
      let decided = facts.guest == .unknown ? stranger : try verdict()
      var plan = try conclude(change, standing, facts, draft, decided, reader)
      plan.guestKey = key
      return plan
    } catch let error as RuleError {
      let refusal = Refusal(ofChange: error)
      let attempt = attempt(
        standing, facts, .refused, refusal.issues,
        DecisionSnapshot(
          draft: Placeholder.replacing(in: draft, issues: []), facts: Placeholder.replacing(in: facts),
          hasOverrideReason: reason != nil))
      return ChangePlan(standing: standing, facts: facts, conclusion: .refused(refusal, attempt))
    }
  }

  private func conclude(
    _ change: BookingChange, _ standing: Standing, _ facts: Facts, _ draft: Draft, _ verdict: Verdict,
    _ reader: some StoreReading
  ) throws -> ChangePlan {
    let decision = attempt(
      standing, verdict.facts, verdict.outcome, verdict.issues,
      DecisionSnapshot(verdict, draft: draft, overrideReason: change.request.overrideReason))
    guard verdict.passes else {
      return ChangePlan(standing: standing, facts: facts, conclusion: .refused(Refusal(verdict), decision))
    }
    let booking = try change.booking(by: verdict, standing)
    var record = change.record(of: booking, changed: change.changed, by: standing)
    record.decision = decision
    record.ruleFiles = standing.live.files.texts
    record.guestKey = change.isAboutTheGuest ? GuestKey(booking, match: verdict.terms.guests) : nil
    record.newGuestID = environment.guestID()
    var facts = verdict.facts
    facts.previous = Draft(standing.booking)
    let points = try reader.points(ofBooking: booking.id)
    record.effects = effects(of: "changed", standing, after: booking, points: points, facts)
    let warnings = verdict.issues.filter { $0.severity == .warn }
    return ChangePlan(standing: standing, facts: facts, conclusion: .passes(record, warnings: warnings))
  }

  /// Whose booking it would be: the guest's whose it is, unless the change says otherwise.
  private func guest(
    _ key: GuestKey?, _ change: BookingChange, _ standing: Standing, _ reader: some StoreReading
  ) throws -> GuestFacts {
    guard !standing.isByGuest else { return .unknown }
    guard change.isAboutTheGuest else {
      return try reader.guest(ofBooking: standing.booking.id, now: standing.now)
    }
    guard let key else { return .unknown }
    let known = try reader.guest(matching: key, atRestaurant: standing.restaurant.id, now: standing.now)
    return known?.facts ?? .unknown
  }

  /// The facts of the booking as it would be, for a guest not known yet. The booking itself is left out of how full
  /// it is.
  private func facts(
    of draft: Draft, _ previous: Draft, _ standing: Standing, _ policy: Policy, _ reader: some StoreReading
  ) throws -> Facts {
    let plan = Plan(draft)
    let day = plan.date ?? standing.booking.start.date
    let diary = try reader.diary(of: standing.restaurant, around: day)
    let inquiry = Diary.Inquiry(
      mode: policy.mode, action: .change, now: standing.now, staff: standing.staff,
      changing: standing.booking.id)
    var facts = diary.facts(inquiry, start: plan.start, day: day)
    facts.previous = previous
    return facts
  }

  /// The keys of the services on the booking's day.
  private func services(_ standing: Standing, _ reader: some StoreReading) throws -> Set<String> {
    let date = standing.booking.serviceDate
    let day = try reader.diary(of: standing.restaurant, around: date).days[date]
    return Set((day?.services ?? []).map(\.period.key))
  }

  private func attempt(
    _ standing: Standing, _ facts: Facts, _ outcome: Verdict.Outcome, _ issues: [Issue],
    _ snapshot: DecisionSnapshot
  ) -> DecisionRecord {
    DecisionRecord(
      id: environment.uuid(), restaurantID: standing.restaurant.id, mode: facts.mode, action: .change,
      revision: standing.live.revision, contractVersion: Contract.version, outcome: outcome, issues: issues,
      snapshot: snapshot.bytes, staffID: standing.staff.id, createdAt: standing.now,
      day: standing.restaurant.zone.local(standing.now).date)
  }
}
