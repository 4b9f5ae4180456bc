import BookingHost

// Which restaurant a command is about.
extension Session {
  /// The restaurant for a booking in a mode: by name, else the only one it can be.
  func restaurant(_ name: String?, mode policy: Policy) throws -> Restaurant {
    guard policy.access == .public else { return try memberRestaurant(name) }
    let store = try store()
    if let name {
      return try store.read { reader in
        guard let found = try reader.restaurant(slug: name) ?? reader.restaurant(id: name) else {
          throw HostError(.notFound, "There is no restaurant called \"\(name)\".", field: "restaurant")
        }
        return found
      }
    }
    if let staff = try signedIn()?.staff, let own = try onlyMembership(staff) { return own }
    return try only(try store.read { try $0.restaurants() })
  }

  /// The restaurant for a command of staff. Throws for one that is unknown and for somebody else's alike.
  func memberRestaurant(_ name: String?) throws -> Restaurant {
    let staff = try staff()
    let restaurants = try memberRestaurants(staff)
    guard let name else { return try only(restaurants) }
    guard let found = restaurants.first(where: { $0.slug == name || $0.id == name }) else {
      throw HostError.notYours
    }
    return found
  }

  /// Every restaurant that someone is a member of, by slug.
  func memberRestaurants(_ staff: StaffAccount) throws -> [Restaurant] {
    try store().read { reader in
      try reader.memberships(ofStaff: staff.id).compactMap { try reader.restaurant(id: $0.restaurantID) }
    }
  }

  /// The restaurant by name, or all, of which someone is at least a manager. Throws when there is none.
  func managedRestaurants(_ name: String?, by staff: StaffAccount) throws -> [Restaurant] {
    let asked = try name.map { [try memberRestaurant($0)] } ?? memberRestaurants(staff)
    let managed = try asked.filter { try role(of: .staff(staff), at: $0) >= .manager }
    guard !managed.isEmpty else {
      throw HostError(.notAllowed, "Only managers of a restaurant may do this.", field: "restaurant")
    }
    return managed
  }

  /// The one restaurant for a command of managers.
  func managedRestaurant(_ name: String?, by staff: StaffAccount) throws -> Restaurant {
    let restaurant = try memberRestaurant(name)
    return try managedRestaurants(restaurant.slug, by: staff)[0]
  }

  /// The role of someone at a restaurant; none for guests.
  func role(of caller: Caller, at restaurant: Restaurant) throws -> Role {
    guard let staff = caller.account else { return .none }
    let roles = try store().read { reader in
      try [staff.id, caller.approver?.id].compactMap { $0 }.compactMap {
        try reader.membership(ofStaff: $0, atRestaurant: restaurant.id)?.role
      }
    }
    return roles.max() ?? .none
  }

  /// The service day that is on now at a restaurant.
  func today(at restaurant: Restaurant) throws -> CivilDate {
    let now = environment.now()
    return try store().read { reader in
      let local = restaurant.zone.local(now)
      return try reader.diary(of: restaurant, around: local.date).moment(of: local).date
    }
  }

  /// The service day that `--date` names; today when it is left out.
  func serviceDay(_ text: String?, at restaurant: Restaurant) throws -> CivilDate {
    let today = try today(at: restaurant)
    guard let text else { return today }
    guard let date = HumanDate.read(text, today: today) else { throw Failure.noSuchDate }
    return date
  }

  private func onlyMembership(_ staff: StaffAccount) throws -> Restaurant? {
    let own = try memberRestaurants(staff)
    return own.count == 1 ? own[0] : nil
  }

  private func only(_ restaurants: [Restaurant]) throws -> Restaurant {
    if restaurants.count == 1 { return restaurants[0] }
    guard !restaurants.isEmpty else {
      throw HostError(.notAllowed, "You are not a member of any restaurant.", field: "restaurant")
    }
    let slugs = restaurants.map(\.slug).joined(separator: ", ")
    throw HostError(.usage, "Say which restaurant with --restaurant: \(slugs).", field: "restaurant")
  }
}

extension Failure {
  static let noSuchDate = Failure.refused([
    Issue(code: "date_invalid", field: Field.date, message: "There is no such date")
  ])
}
