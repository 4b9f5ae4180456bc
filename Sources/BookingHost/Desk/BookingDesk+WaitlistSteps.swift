// What happens to parties on the list: called, put back, seated, gone.
extension BookingDesk {
  /// Has a party take a step, or says why not. To be seated is a walk-in like any other, and one transaction with the
  /// step: whoever presses first seats the party, and nobody twice.
  ///
  /// Throws `HostError`, `VersionConflict`, and `StoreError`. After any of them nothing has changed.
  package func take(_ request: WaitlistStepRequest, by caller: Caller) throws -> WaitlistStepResult {
    guard request.step == .seat else { return try move(request, caller) }
    for _ in 0..<4 {
      do {
        return try seat(request, caller)
      } catch let conflict as VersionConflict {
        // Who has not said what they saw is told how things are now.
        if request.version != nil { throw conflict }
      }
    }
    throw HostError(.busy, "Somebody else is at this party all the time. Please try again.")
  }

  /// A party, and who wants something to happen to it.
  private struct StandingParty {
    var entry: WaitlistEntry
    var restaurant: Restaurant
    var staff: StaffFacts
    var now: Instant
    var today: CivilDate

    /// Past its service day nobody waits any more.
    var isForgotten: Bool { entry.state.isOpen && entry.serviceDate < today }
  }

  private func party(
    _ request: WaitlistStepRequest, _ caller: Caller, _ reader: some StoreReading
  ) throws -> StandingParty {
    guard let account = caller.account else { throw HostError.notSignedIn }
    let memberships = try reader.memberships(ofStaff: account.id)
    let now = environment.now()
    let found = try entry(of: request, caller, memberships, now, reader)
    guard let entry = found,
      let membership = memberships.first(where: { $0.restaurantID == entry.restaurant.id }),
      let restaurant = try reader.restaurant(id: entry.restaurant.id)
    else {
      throw HostError(.notFound, "There is no \(request.entry) on the list.", field: "entry")
    }
    if let version = request.version, version != entry.version {
      throw VersionConflict(expected: version, current: entry.version, subject: entry.code)
    }
    let approval = try approval(caller, at: restaurant, reader)
    return StandingParty(
      entry: entry, restaurant: restaurant,
      staff: StaffFacts(id: account.id, role: membership.role, approval: approval), now: now,
      today: try today(at: restaurant, now, reader))
  }

  /// The entry by its code, which is short for one of today's, else by its id.
  private func entry(
    of request: WaitlistStepRequest, _ caller: Caller, _ memberships: [Membership], _ now: Instant,
    _ reader: some StoreReading
  ) throws -> WaitlistEntry? {
    guard let number = WaitlistEntry.number(request.entry) else {
      return try reader.waitlistEntry(id: request.entry.lowercased())
    }
    let restaurant = try place(of: request, caller, memberships, reader)
    let today = try today(at: restaurant, now, reader)
    return try reader.waitlistEntry(number: number, atRestaurant: restaurant.id, on: today)
  }

  /// The restaurant that a code is of.
  private func place(
    of request: WaitlistStepRequest, _ caller: Caller, _ memberships: [Membership],
    _ reader: some StoreReading
  ) throws -> Restaurant {
    if let name = request.restaurant { return try member(of: name, caller, reader) }
    guard memberships.count == 1, let only = try reader.restaurant(id: memberships[0].restaurantID) else {
      throw HostError(.usage, "Say at which restaurant.", field: "restaurant")
    }
    return only
  }

  // MARK: Calling, putting back, leaving

  private func move(_ request: WaitlistStepRequest, _ caller: Caller) throws -> WaitlistStepResult {
    let reason = StaffText.line(request.reason)
    let unusable = StaffText.issues(table: nil, reason: reason)
    guard unusable.isEmpty else { return .refused(Refusal(issues: unusable, isOverridable: false)) }
    let result: WaitlistStepResult = try store.write { writer throws -> WaitlistStepResult in
      var standing = try party(request, caller, writer)
      try endForgotten(at: standing.restaurant, before: standing.today, standing.now, writer)
      standing.entry = try writer.waitlistEntry(id: standing.entry.id) ?? standing.entry
      do {
        let record = try record(request.step, standing, reason, writer)
        return .made(try place(of: writer.record(record), writer), booking: nil)
      } catch let refusal as LifeCycle.Refusal {
        return .refused(Refusal(waiting: refusal))
      } catch let error as RuleError {
        return .refused(Refusal(ofChange: error))
      }
    }
    if case .made = result, request.step == .call { onQueued?(Set(Effect.kinds)) }
    return result
  }

  private func record(
    _ step: WaitlistStep, _ standing: StandingParty, _ reason: String?, _ writer: StoreWriter
  ) throws -> WaitlistStepRecord {
    var entry = standing.entry
    entry.state = try step.state(of: entry)
    var effects: [StoredEffect] = []
    switch step {
    case .call:
      entry.calledAt = standing.now
      entry.heldUntil = standing.now.adding(minutes: try holdMinutes(standing, writer))
      effects = StoredEffect.called(entry, now: standing.now)
    case .back: entry.hasReturned = true
    case .leave:
      entry.endedAt = standing.now
      entry.reason = reason
    case .seat: break
    }
    return WaitlistStepRecord(
      step: step, after: entry, staff: standing.staff, at: standing.now, effects: effects)
  }

  /// How long a party that is called keeps its table, by the rules that are live now.
  private func holdMinutes(_ standing: StandingParty, _ reader: some StoreReading) throws -> Int {
    let rules = try live.follow(reader)
    let start = standing.restaurant.zone.local(standing.now)
    let diary = try reader.diary(of: standing.restaurant, around: start.date)
    let inquiry = Diary.Inquiry(
      mode: standing.entry.mode, action: .walkin, now: standing.now, staff: standing.staff)
    var draft = standing.entry.draft
    draft[Field.date] = .text(start.date.description)
    draft[Field.time] = .text(start.time)
    let facts = diary.facts(inquiry, start: start, day: start.date)
    return try rules.waiting(mode: standing.entry.mode, draft: draft, facts: facts)?.holdMinutes ?? 10
  }

  /// Lets go of parties of earlier service days, whom nobody has let go: they are not there any more.
  func endForgotten(
    at restaurant: Restaurant, before date: CivilDate, _ now: Instant, _ writer: StoreWriter
  ) throws {
    for var entry in try writer.forgottenWaitlist(ofRestaurant: restaurant.id, before: date) {
      entry.state = .left
      entry.endedAt = now
      entry.reason = "the service is over"
      _ = try writer.record(WaitlistStepRecord(step: .leave, after: entry, staff: .guest, at: now))
    }
  }

  private func place(of entry: WaitlistEntry, _ reader: some StoreReading) throws -> Waitlist.Place {
    guard entry.state.isOpen else { return Waitlist.Place(entry, position: nil) }
    let line = try reader.waitlist(ofRestaurant: entry.restaurant.id, on: entry.serviceDate)
    return Waitlist.Place(entry, position: line.firstIndex { $0.id == entry.id }.map { $0 + 1 })
  }
}

// Seating a party is booking it.
extension BookingDesk {
  private func seat(_ request: WaitlistStepRequest, _ caller: Caller) throws -> WaitlistStepResult {
    let standing = try store.read { try party(request, caller, $0) }
    guard !standing.isForgotten else {
      return .refused(Refusal(waiting: .init(message: "\(standing.entry.code) is of another service day.")))
    }
    do throws(LifeCycle.Refusal) {
      _ = try WaitlistStep.seat.state(of: standing.entry)
    } catch {
      return .refused(Refusal(waiting: error))
    }
    var draft = standing.entry.draft
    for (key, answer) in request.answers { draft[key] = answer }
    var booking = BookingRequest(
      restaurant: standing.restaurant.id, mode: standing.entry.mode, draft: draft, isNow: true,
      seating: BookingRequest.Seating(table: request.table), overrideReason: request.overrideReason)
    booking.waiting = BookingRequest.Waiting(id: standing.entry.id, version: standing.entry.version)
    switch try book(booking, by: caller) {
    case .refused(let refusal): return .refused(refusal)
    case .booked(let booking, _):
      let entry = try store.read { try $0.waitlistEntry(id: standing.entry.id) }
      return .made(Waitlist.Place(entry ?? standing.entry, position: nil), booking: booking)
    }
  }

  /// That the party which a booking is for still waits, as it was seen. In the transaction that books it.
  func checkWaiting(_ visit: Visit, _ reader: some StoreReading) throws {
    guard let waiting = visit.request.waiting else { return }
    let entry = try reader.waitlistEntry(id: waiting.id)
    guard let entry, entry.restaurant.id == visit.restaurant.id else { throw HostError.notYours }
    guard entry.state.isOpen, entry.version == waiting.version else {
      throw VersionConflict(expected: waiting.version, current: entry.version, subject: entry.code)
    }
  }

  /// Ends the wait of the party that a booking was made for. In the transaction that books it.
  func endWait(_ visit: Visit, _ booking: Booking, _ writer: StoreWriter) throws {
    guard let waiting = visit.request.waiting, var entry = try writer.waitlistEntry(id: waiting.id) else {
      return
    }
    entry.state = .seated
    entry.endedAt = visit.now
    entry.booking = booking.reference
    _ = try writer.record(
      WaitlistStepRecord(
        step: .seat, after: entry, bookingID: booking.id, staff: visit.staff, at: visit.now))
  }
}

extension Refusal {
  fileprivate init(waiting refusal: LifeCycle.Refusal) {
    self.init(issues: [StepIssue.invalid(refusal.message)], isOverridable: false)
  }
}
