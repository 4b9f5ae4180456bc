/// What managers do to how their restaurant is set up. Who did what is in the audit trail, from what and to what.
package struct HouseControl: Sendable {
  let store: Store
  let now: @Sendable () -> Instant

  package init(store: Store, now: @escaping @Sendable () -> Instant) {
    self.store = store
    self.now = now
  }

  /// Which bookings a change may leave without a place.
  package enum Consent: Hashable, Sendable {
    case none
    /// Those that somebody has seen, by id.
    case these(Set<String>)
    case any

    func covers(_ stranded: [Stranded]) -> Bool {
      switch self {
      case .none: stranded.isEmpty
      case .these(let ids): stranded.allSatisfy { ids.contains($0.booking.id) }
      case .any: true
      }
    }
  }

  /// A restaurant as it is set up after a change.
  package struct Outcome: Hashable, Sendable {
    package var setup: HouseSetup
    /// Empty when everything was so already; then nothing was written.
    package var differences: [SetupDifference]
    package var stranded: [Stranded]
  }

  /// That a change was not made, as it would leave bookings without a place.
  package struct WouldStrand: Error, Hashable, Sendable {
    package var stranded: [Stranded]
    package var differences: [SetupDifference]
  }

  /// How a restaurant is set up, for whoever works there.
  package func setup(of name: String, by caller: Caller) throws -> HouseSetup {
    try store.read { reader in
      let member = try HouseControl.admit(caller, to: name, least: .server, reader)
      return try setup(member, reader)
    }
  }

  /// The restaurant, for a manager of it.
  package func managed(_ name: String, by caller: Caller) throws -> Restaurant {
    try store.read { reader in
      let member = try HouseControl.admit(caller, to: name, least: .manager, reader)
      return try setup(member, reader).restaurant
    }
  }

  /// What managers have done to it, the latest first.
  package func history(of name: String, limit: Int, by caller: Caller) throws -> [HouseEvent] {
    try store.read { reader in
      let member = try HouseControl.admit(caller, to: name, least: .manager, reader)
      return try reader.houseEvents(ofRestaurant: member.restaurantID, limit: limit).map {
        try HouseControl.naming($0, reader)
      }
    }
  }

  /// An event in which staff have their address, as long as they have an account. It is kept with ids only.
  private static func naming(_ event: HouseEvent, _ reader: some StoreReading) throws -> HouseEvent {
    var event = event
    event.differences = try event.differences.map { difference in
      guard difference.what.hasPrefix("staff."),
        let staff = try reader.staff(id: String(difference.what.dropFirst(6)))
      else { return difference }
      return SetupDifference(what: "staff.\(staff.email)", from: difference.from, to: difference.to)
    }
    return event
  }

  /// Makes a change, or throws: `WouldStrand` when there are bookings it would leave without a place and nobody has
  /// agreed to, `HouseRefusal` for what cannot be, `HostError` for who may not. After any of them nothing has
  /// changed. What is stranded is found in the transaction that writes, so nobody books in between unseen.
  package func change(
    _ change: HouseChange, of name: String, consent: Consent = .none, by caller: Caller
  ) throws -> Outcome {
    let now = now()
    return try store.write { writer in
      let member = try HouseControl.admit(caller, to: name, least: .manager, writer)
      let before = try setup(member, writer)
      let after = try change.applied(to: before, now: now)
      guard after != before else { return Outcome(setup: before, differences: [], stranded: []) }
      let stranded = try stranded(by: after, insteadOf: before, now, writer)
      guard consent.covers(stranded) else {
        throw WouldStrand(
          stranded: stranded, differences: SetupDifference.between(before, after))
      }
      try writer.save(after, insteadOf: before)
      // As it is read again: a closure has its number then, and one that was ended is gone.
      let saved = try setup(member, writer)
      let differences = SetupDifference.between(before, saved)
      try writer.audit(
        change.action, differences, stranded: stranded.map(\.booking.id), by: member, now: now)
      return Outcome(setup: saved, differences: differences, stranded: stranded)
    }
  }

  private func setup(_ member: Membership, _ reader: some StoreReading) throws -> HouseSetup {
    guard let setup = try reader.houseSetup(ofRestaurant: member.restaurantID, now: now()) else {
      throw HostError.notYours
    }
    return setup
  }

  private func stranded(
    by after: HouseSetup, insteadOf before: HouseSetup, _ now: Instant, _ reader: some StoreReading
  ) throws -> [Stranded] {
    // A service day may run 48 hours, and what sits there since yesterday still takes its seats.
    let first = before.restaurant.zone.local(now).date.adding(days: -2)
    let bookings = try reader.heldBookings(ofRestaurant: before.restaurant.id, from: first)
    return Stranding(bookings, now: now).stranded(by: after, insteadOf: before)
  }

  /// Lets members with a role, or a higher one, through. To all others a restaurant might as well not exist.
  static func admit(
    _ caller: Caller, to name: String, least: Role, _ reader: some StoreReading
  ) throws -> Membership {
    guard case .staff(let account) = caller else { throw HostError.notSignedIn }
    guard let restaurant = try reader.restaurant(slug: name) ?? reader.restaurant(id: name),
      let member = try reader.membership(ofStaff: account.id, atRestaurant: restaurant.id)
    else { throw HostError.notYours }
    guard member.role >= least else {
      throw HostError(.notAllowed, "Only \(least.rawValue)s of the restaurant may do this.")
    }
    return member
  }
}

extension HouseChange {
  var action: HouseAction {
    switch self {
    case .details: .detailsChanged
    case .seats, .capacity: .capacityChanged
    case .weekly, .exception: .hoursChanged
    case .close: .closed
    case .open: .opened
    case .service, .removeService: .servicesChanged
    }
  }
}
