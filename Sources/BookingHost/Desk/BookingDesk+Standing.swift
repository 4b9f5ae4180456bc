// A booking that has been made: who may see to it, and by which rules.
extension BookingDesk {
  /// A booking, with who wants something to happen to it and the rules that have a say.
  struct Standing {
    var booking: Booking
    var restaurant: Restaurant
    var staff: StaffFacts
    var now: Instant
    /// The rules that are live.
    var live: RuleBook
    /// The rules that the booking was made by; nil where they cannot be used any more.
    var own: RuleBook?

    /// Whether it is the guest themselves who wants something to happen to it.
    var isByGuest: Bool { staff == .guest }
  }

  /// The booking with a reference, for a member of its restaurant: one that is somebody else's is not there.
  ///
  /// `own` are the booking's own rules where they have been loaded already. Throws `HostError`, and
  /// `VersionConflict` when it is not as it was seen.
  func standing(
    _ reference: String, seen version: Int?, by caller: Caller, own: RuleBook? = nil,
    _ reader: some StoreReading
  ) throws -> Standing {
    if case .holder(let id) = caller {
      return try standing(reference, ofHolder: id, seen: version, own: own, reader)
    }
    guard let account = caller.account else { throw HostError.notSignedIn }
    let memberships = try reader.memberships(ofStaff: account.id)
    let found = try reader.booking(reference: reference, restaurantIDs: memberships.map(\.restaurantID))
    guard let booking = found, let restaurant = try reader.restaurant(id: booking.restaurant.id),
      let membership = memberships.first(where: { $0.restaurantID == restaurant.id })
    else {
      throw HostError(
        .notFound, "There is no booking \(reference) at your restaurants.", field: "reference")
    }
    try check(version, of: booking)
    let live = try live.follow(reader)
    let approval = try approval(caller, at: restaurant, reader)
    return Standing(
      booking: booking, restaurant: restaurant,
      staff: StaffFacts(id: account.id, role: membership.role, approval: approval), now: environment.now(),
      live: live, own: own ?? ownRules(of: booking, live, reader))
  }

  /// The booking of a guest who has proved that it is theirs.
  private func standing(
    _ reference: String, ofHolder id: String, seen version: Int?, own: RuleBook?, _ reader: some StoreReading
  ) throws -> Standing {
    guard let booking = try reader.booking(id: id), booking.reference == reference,
      let restaurant = try reader.restaurant(id: booking.restaurant.id)
    else { throw HostError(.notFound, "There is no such booking.", field: "reference") }
    try check(version, of: booking)
    let live = try live.follow(reader)
    return Standing(
      booking: booking, restaurant: restaurant, staff: .guest, now: environment.now(), live: live,
      own: own ?? ownRules(of: booking, live, reader))
  }

  private func check(_ version: Int?, of booking: Booking) throws {
    guard let version, version != booking.version else { return }
    throw VersionConflict(expected: version, current: booking.version)
  }

  private func ownRules(of booking: Booking, _ live: RuleBook, _ reader: some StoreReading) -> RuleBook? {
    if live.revision == booking.revision { return live }
    return try? LiveRules.load(booking.revision, reader)
  }

  /// The facts at which something happens to a booking: of its start, itself left out.
  func facts(of standing: Standing, _ reader: some StoreReading) throws -> Facts {
    let booking = standing.booking
    let diary = try reader.diary(of: standing.restaurant, around: booking.start.date)
    // Whoever booked may have typed another's address: it proves nothing of who they are.
    let guest = try standing.isByGuest ? .unknown : reader.guest(ofBooking: booking.id, now: standing.now)
    let inquiry = Diary.Inquiry(
      mode: booking.mode, action: .change, now: standing.now, staff: standing.staff,
      guest: guest, changing: booking.id)
    return diary.facts(inquiry, start: booking.start, day: booking.start.date)
  }

  /// What a booking's own rules have follow an event. A rule that fails is an effect that failed: what staff have
  /// done is done.
  func effects(
    of event: String, _ standing: Standing, after booking: Booking, points: Int, _ facts: Facts
  ) -> [StoredEffect] {
    guard let own = standing.own else {
      let short = booking.revision.prefix(12)
      return [.failed("the rules of revision \(short) cannot be used any more", trigger: event)]
    }
    do {
      let subject = StandingBooking(booking, points: points, facts: facts)
      return try own.effects(of: event, mode: booking.mode, of: subject).map {
        StoredEffect($0, trigger: event, of: booking, decided: standing.now)
      }
    } catch {
      let failure = error as? RuleError
      return [
        .failed(failure?.message ?? "the rules could not be asked", rule: failure?.rule, trigger: event)
      ]
    }
  }

  /// The mode by whose rules staff change a booking: its own where that is for staff, else the one that is named or
  /// the one for walk-ins. In a mode for guests staff could not do what staff may.
  func decidingPolicy(of standing: Standing, named name: String?) throws -> Policy {
    if standing.isByGuest {
      guard let policy = guestPolicy(of: standing.booking, in: standing.live) else {
        throw HostError.notOnline
      }
      return policy
    }
    let policy = try policy(name ?? standing.booking.mode, in: standing.live, or: name == nil ? "ops" : nil)
    guard policy.access == .staff else {
      throw HostError(.usage, "The mode \"\(policy.mode)\" is not for staff.", field: "mode")
    }
    return policy
  }

  /// The mode by whose rules guests change a booking of theirs: its own where that is for guests, else the customer's.
  /// Nil where there is none for guests.
  func guestPolicy(of booking: Booking, in rules: RuleBook) -> Policy? {
    [booking.mode, "customer"].lazy.compactMap { rules.policy($0) }.first { $0.access == .public }
  }

  private func policy(_ name: String, in rules: RuleBook, or other: String?) throws -> Policy {
    if let policy = rules.policy(name), policy.access == .staff || other == nil { return policy }
    return try self.policy(other ?? name, in: rules)
  }

  /// Whether a moment is of the service day that is on now.
  func isToday(_ standing: Standing, _ reader: some StoreReading) throws -> (Instant) -> Bool {
    let zone = standing.restaurant.zone
    let today = try today(at: standing.restaurant, standing.now, reader)
    let diary = try reader.diary(of: standing.restaurant, around: today)
    return { moment in
      let local = zone.local(moment)
      // The diary knows the days around today; what is further away is another day in any case.
      return abs(local.date.dayNumber - today.dayNumber) <= 1 && diary.moment(of: local).date == today
    }
  }
}

extension StoredEffect {
  /// What a rule would have had follow, had it not failed.
  static func failed(_ reason: String, rule: String? = nil, trigger: String) -> StoredEffect {
    var effect = StoredEffect(
      effect: Effect(action: .none(kind: "rule"), rule: rule), state: .failed, reason: reason)
    effect.trigger = trigger
    return effect
  }
}
