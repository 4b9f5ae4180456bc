// The life of a booking: confirmed, seated, gone, cancelled, not come, and back.
extension BookingDesk {
  /// Has a booking take a step, or says why not. The live rules may stand in its way (`transitions`); the booking's
  /// own rules say what follows (`on`), in the same transaction.
  ///
  /// Throws `HostError`, `VersionConflict`, and `StoreError`. After any of them nothing has changed.
  package func take(_ request: StepRequest, by caller: Caller) throws -> StepResult {
    let request = request.tidied
    let first = try store.read { try plan(request, caller, nil, $0) }
    if case .refused(let refusal) = first.conclusion { return .refused(refusal) }
    let result = try store.write(about: first.standing.booking.restaurant.id) { writer in
      let plan = try plan(request, caller, first, writer)
      switch plan.conclusion {
      case .refused(let refusal): return StepResult.refused(refusal)
      case .passes(let record, let warnings):
        return .made(try writer.record(record, of: plan.standing.booking), warnings: warnings)
      }
    }
    if case .made = result { onQueued?(Set(Effect.kinds)) }
    return result
  }

  /// A step as it would be made, and what that was made of.
  struct StepPlan {
    var standing: Standing
    var facts: Facts?
    var conclusion: Conclusion

    enum Conclusion {
      case passes(TransitionRecord, warnings: [Issue])
      case refused(Refusal)
    }
  }

  /// `first` is the plan from before the write lock: it stands if nothing has changed.
  private func plan(
    _ request: StepRequest, _ caller: Caller, _ first: StepPlan?, _ reader: some StoreReading
  ) throws -> StepPlan {
    let standing = try standing(
      request.reference, seen: request.version, by: caller, own: first?.standing.own, reader)
    let request = standing.isByGuest ? request.byGuest : request
    let unusable = standing.issues(of: request)
    guard unusable.isEmpty else { return StepPlan(refusing: unusable, standing) }
    let past = try reader.transitions(ofBooking: standing.booking.id)
    let isToday = try isToday(standing, reader)
    let change: StatusChange
    do {
      change = try LifeCycle.change(request.step, of: standing.booking.status, past: past, isToday: isToday)
    } catch let refusal as LifeCycle.Refusal {
      return StepPlan(refusing: [StepIssue.invalid(refusal.message)], standing)
    }
    let facts = try facts(of: standing, reader)
    if let first, first.facts == facts, first.standing.isSame(as: standing) { return first }
    let points = try reader.points(ofBooking: standing.booking.id)
    do {
      return try plan(request, change, standing, facts, points)
    } catch let error as RuleError {
      return StepPlan(standing: standing, facts: facts, conclusion: .refused(Refusal(ofChange: error)))
    }
  }

  private func plan(
    _ request: StepRequest, _ change: StatusChange, _ standing: Standing, _ facts: Facts, _ points: Int
  ) throws -> StepPlan {
    let permission = try permission(request, change, standing, facts, points)
    guard permission.isGiven else {
      let refusal = Refusal(issues: permission.issues, isOverridable: permission.isOverridable)
      return StepPlan(standing: standing, facts: facts, conclusion: .refused(refusal))
    }
    var record = TransitionRecord(
      change: change, table: request.table ?? standing.booking.table, at: standing.now, staff: standing.staff,
      reason: request.reason, issues: permission.issues)
    if change.isUndo, change.from == .checkedIn { record.table = change.takesBack?.tableBefore }
    if permission.overriddenAs != nil {
      record.overriddenAs = permission.overriddenAs
      record.overrideReason = request.overrideReason.map(Text.trimmed)
    }
    record.effects = following(change, standing, facts, points, table: record.table)
    let warnings = permission.warnings + told(change, standing.booking)
    return StepPlan(standing: standing, facts: facts, conclusion: .passes(record, warnings: warnings))
  }

  /// What the rules say to a step. Nobody asks them when something is only set back, except whether there is room; of guests who come after all it is noted when there is not.
  private func permission(
    _ request: StepRequest, _ change: StatusChange, _ standing: Standing, _ facts: Facts, _ points: Int
  ) throws -> Permission {
    var found: [Issue] = []
    if let event = change.event {
      let subject = StandingBooking(standing.booking, points: points, facts: facts)
      found += try standing.live.decide(
        event, mode: standing.booking.mode, of: subject, overrideReason: nil
      ).issues
    }
    if change.takesRoom { found += try wantOfRoom(standing, facts) }
    if change.retakesRoom {
      found += try wantOfRoom(standing, facts).map { issue in
        var issue = issue
        issue.severity = .warn
        return issue
      }
    }
    return Permission(found, reason: request.overrideReason, by: standing.staff.overridingRole)
  }

  /// What is found of a booking because of how full it is.
  private func wantOfRoom(_ standing: Standing, _ facts: Facts) throws -> [Issue] {
    let policy = try decidingPolicy(of: standing, named: nil)
    let draft = Draft(standing.booking).asked(by: policy)
    func found(_ facts: Facts) throws -> [Issue] {
      try standing.live.decide(mode: policy.mode, draft: draft, facts: facts).issues
    }
    var empty = facts
    empty.load = Load(
      maxCovers: facts.load.maxCovers, maxParties: facts.load.maxParties, seats: facts.load.seats,
      sittings: [])
    let anyway = try found(empty)
    return try found(facts).filter { issue in
      !anyway.contains { $0.code == issue.code && $0.field == issue.field && $0.numbers == issue.numbers }
    }
  }

  private func following(
    _ change: StatusChange, _ standing: Standing, _ facts: Facts, _ points: Int, table: String?
  ) -> [StoredEffect] {
    guard let event = change.event else { return [] }
    var booking = standing.booking
    booking.status = change.to
    booking.table = table
    return effects(of: event, standing, after: booking, points: points, facts)
  }

  /// Emails that have gone out about what is taken back.
  private func told(_ change: StatusChange, _ booking: Booking) -> [Issue] {
    guard let back = change.takesBack else { return [] }
    return booking.effects.compactMap { effect in
      guard effect.trigger == back.to.rawValue, effect.state == .delivered,
        case .email(let template, _) = effect.effect.action
      else { return nil }
      return StepIssue.told(template)
    }
  }
}

extension BookingDesk.StepPlan {
  fileprivate init(refusing issues: [Issue], _ standing: BookingDesk.Standing) {
    self.init(
      standing: standing, conclusion: .refused(Refusal(issues: issues, isOverridable: false)))
  }
}

extension BookingDesk.Standing {
  /// What is wrong with a step before any rule is asked. Guests may cancel what is theirs.
  fileprivate func issues(of request: StepRequest) -> [Issue] {
    guard isByGuest else { return request.issues }
    if let issues = issuesOfGuest { return issues }
    return request.step == .to(.cancelled) ? request.issues : [StepIssue.staffOnly]
  }

  /// Whether nothing has changed that a plan was made of.
  func isSame(as other: BookingDesk.Standing) -> Bool {
    booking == other.booking && staff == other.staff && live.revision == other.live.revision
  }
}

extension StepRequest {
  /// With what staff wrote as it is kept.
  fileprivate var tidied: StepRequest {
    var request = self
    request.reason = StaffText.line(reason)
    request.table = StaffText.line(table)
    return request
  }

  fileprivate var issues: [Issue] {
    var issues = StaffText.issues(table: table, reason: reason)
    if table != nil, step != .to(.checkedIn) {
      issues.append(
        Issue(code: "table_unknown", field: "table", message: "A table is given at check-in only"))
    }
    return issues
  }
}
