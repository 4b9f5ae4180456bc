/// Who works at a restaurant, and as what. Managers ask people in and let them go, up to their own role; who changes
/// a role is an owner. A restaurant never is without an owner.
///
/// Roles are looked up with every request, so all of it counts at once.
package struct StaffControl: Sendable {
  let store: Store
  let now: @Sendable () -> Instant
  private let newID: @Sendable () -> String

  package init(
    store: Store, now: @escaping @Sendable () -> Instant, newID: @escaping @Sendable () -> String
  ) {
    self.store = store
    self.now = now
    self.newID = newID
  }

  package func members(of name: String, by caller: Caller) throws -> [Member] {
    try store.read { reader in
      let manager = try HouseControl.admit(caller, to: name, least: .manager, reader)
      return try reader.members(ofRestaurant: manager.restaurantID)
    }
  }

  /// Makes somebody a member. An account is made where there is none; it has no password until one is set.
  package func invite(
    _ email: String, as role: Role, to name: String, by caller: Caller
  ) throws -> Member {
    let email = Access.normalised(email)
    guard Text.isEmail(email) else {
      throw HouseRefusal("email_invalid", field: "email", "This does not look like an email address.")
    }
    return try store.write { writer in
      let manager = try HouseControl.admit(caller, to: name, least: .manager, writer)
      try StaffControl.check(role, by: manager)
      let known = try writer.staff(email: email)
      let account = known ?? StaffAccount(id: newID(), email: email)
      if known == nil { try writer.insertStaff(account, passwordHash: nil, now: now()) }
      if try writer.membership(ofStaff: account.id, atRestaurant: manager.restaurantID) != nil {
        throw HouseRefusal(
          "staff_known", field: "email", "They work here already; an owner can change their role.")
      }
      try writer.insertMembership(staffID: account.id, restaurantID: manager.restaurantID, role: role)
      try audit(.staffInvited, account.id, from: nil, to: role, by: manager, writer)
      return try StaffControl.member(account.id, manager, writer)
    }
  }

  /// Gives a member another role. For owners.
  package func setRole(
    _ role: Role, of who: String, at name: String, by caller: Caller
  ) throws -> Member {
    try store.write { writer in
      let owner = try HouseControl.admit(caller, to: name, least: .owner, writer)
      try StaffControl.check(role, by: owner)
      let member = try StaffControl.member(who, owner, writer)
      if member.role == role { return member }
      try keepOwner(member, owner, writer)
      try writer.setRole(role, ofStaff: member.staff.id, atRestaurant: owner.restaurantID)
      try audit(.staffRoleChanged, member.staff.id, from: member.role, to: role, by: owner, writer)
      return try StaffControl.member(member.staff.id, owner, writer)
    }
  }

  /// Takes somebody off the restaurant, at once: their sessions open nothing of it any more.
  package func revoke(_ who: String, at name: String, by caller: Caller) throws -> Member {
    try store.write { writer in
      let manager = try HouseControl.admit(caller, to: name, least: .manager, writer)
      let member = try StaffControl.member(who, manager, writer)
      try StaffControl.check(member.role, by: manager)
      try keepOwner(member, manager, writer)
      // The line is written first: who takes themselves off is a member when they do.
      try audit(.staffRevoked, member.staff.id, from: member.role, to: nil, by: manager, writer)
      try writer.removeMembership(
        ofStaff: member.staff.id, atRestaurant: manager.restaurantID, now: now())
      return member
    }
  }

  static func check(_ role: Role, by member: Membership) throws {
    guard Role.ofStaff.contains(role) else {
      throw HouseRefusal("role_unknown", field: "role", "A role is server, host, manager or owner.")
    }
    guard role <= member.role else {
      throw HostError(.notAllowed, "That takes \(role == .owner ? "an owner" : "a \(role.rawValue)").")
    }
  }

  /// A member by id or email.
  static func member(
    _ who: String, _ manager: Membership, _ reader: some StoreReading
  ) throws -> Member {
    let email = Access.normalised(who)
    let members = try reader.members(ofRestaurant: manager.restaurantID)
    guard let member = members.first(where: { $0.staff.id == who || $0.staff.email == email }) else {
      throw HostError(.notFound, "Nobody of that name works at the restaurant.", field: "staff")
    }
    return member
  }

  private func keepOwner(_ member: Member, _ manager: Membership, _ reader: some StoreReading) throws {
    guard member.role == .owner, try reader.countOwners(ofRestaurant: manager.restaurantID) == 1 else {
      return
    }
    throw HouseRefusal(
      "last_owner", field: "staff", "They are the only owner. Make somebody else an owner first.")
  }

  func audit(
    _ action: HouseAction, _ staffID: String, from: Role?, to: Role?, by manager: Membership,
    _ writer: StoreWriter
  ) throws {
    // By id: addresses are in the accounts only.
    let difference = SetupDifference(what: "staff.\(staffID)", from: from?.rawValue, to: to?.rawValue)
    try writer.audit(action, [difference], by: manager, now: now())
  }
}
