// Parties who wait for a table: who does, who may, and for how long.
extension BookingDesk {
  /// The line of the service day that is on, for a member of the restaurant. With `all` also those who were seated or
  /// have left. Entries of earlier days are not in it, whatever became of them.
  package func waitlist(restaurant name: String, all: Bool = false, by caller: Caller) throws -> Waitlist {
    let now = environment.now()
    return try store.read { reader in
      let restaurant = try member(of: name, caller, reader)
      let date = try today(at: restaurant, now, reader)
      return try waitlist(at: restaurant, on: date, now, all: all, reader)
    }
  }

  func waitlist(
    at restaurant: Restaurant, on date: CivilDate, _ now: Instant, all: Bool = false,
    _ reader: some StoreReading
  ) throws -> Waitlist {
    let entries = try reader.waitlist(ofRestaurant: restaurant.id, on: date, all: all)
    return Waitlist(restaurant: restaurant, date: date, places: Waitlist.Place.all(entries), now: now)
  }

  /// Puts a party on the list, or says why not. How long it will take is worked out on a snapshot: an estimate needs
  /// no lock.
  ///
  /// Throws `HostError`, `RuleError` when a rule fails, and `StoreError`. After any of them nothing has changed.
  package func wait(_ request: WaitRequest, by caller: Caller) throws -> WaitResult {
    let visiting = BookingRequest(
      restaurant: request.restaurant, mode: request.mode, draft: request.draft, isNow: true)
    let plan = try store.read { try planWait(visiting, caller, $0) }
    guard case .waits(let wait) = plan else {
      if case .refused(let refusal) = plan { return .refused(refusal) }
      throw HostError(.internal, "The wait could not be worked out.")
    }
    return try store.write(about: wait.visit.restaurant.id) { writer in
      let (restaurant, staff) = try admit(caller, wait.visit.policy, wait.visit.restaurant.id, writer)
      guard staff == wait.visit.staff else { throw HostError.notYours }
      let date = try today(at: restaurant, wait.visit.now, writer)
      try endForgotten(at: restaurant, before: date, wait.visit.now, writer)
      let waiting = try writer.waitlist(ofRestaurant: restaurant.id, on: date)
      if let most = wait.terms.maxParties, waiting.count >= most {
        return .refused(Refusal(issues: [WaitIssue.full(most)], isOverridable: false))
      }
      let entry = try writer.insert(entry(wait, on: date))
      return .added(Waitlist.Place(entry, position: waiting.count + 1))
    }
  }

  /// Whether guests who have just been refused for want of room can wait, and for how long; nil where they cannot, and
  /// where it was something else. Nothing is written.
  package func waitOffer(
    for request: BookingRequest, refused refusal: Refusal, by caller: Caller
  ) throws -> WaitOffer? {
    let blocking = refusal.issues.filter { $0.severity != .warn }
    guard request.isNow, !blocking.isEmpty, blocking.allSatisfy({ WantOfRoom.codes.contains($0.code) })
    else { return nil }
    return try store.read { reader in
      guard case .waits(let wait) = try planWait(request, caller, reader), wait.minutes > 0 else {
        return nil
      }
      return WaitOffer(quotedMinutes: wait.minutes, position: wait.ahead + 1)
    }
  }

  /// What is found of guests at the door only because it is full.
  private enum WantOfRoom {
    static let codes: Set<String> = ["capacity_exceeded", "pacing_exceeded"]
  }

  private func entry(_ wait: Wait, on date: CivilDate) throws -> WaitlistEntry {
    let (visit, values) = (wait.visit, wait.values)
    guard let name = values.name, let staffID = visit.staff.id, let role = visit.staff.role else {
      throw HostError(.internal, "The party has no name.")
    }
    let restaurant = visit.restaurant
    var entry = WaitlistEntry(
      id: environment.uuid(), number: 1,
      restaurant: Booking.RestaurantName(id: restaurant.id, slug: restaurant.slug, name: restaurant.name),
      zone: restaurant.zone, serviceDate: date, mode: visit.policy.mode, party: values.party, name: name,
      quotedMinutes: wait.minutes, addedAt: visit.now, staff: Booking.StaffMark(id: staffID, role: role))
    entry.email = values.email
    entry.phone = values.phone
    entry.normalisedEmail = values.normalised[Field.email]
    entry.normalisedPhone = values.normalised[Field.phone]
    entry.notes = values.notes
    entry.seating = values.seating
    return entry
  }
}
