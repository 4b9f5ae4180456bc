extension StaffControl {
  /// Makes a link with which a member sets a password of their own: the first, or one for one that was forgotten.
  ///
  /// Managers make it for whoever is not above them. An account opens every restaurant that it belongs to, so whoever
  /// makes a link must be a manager of each of them, and not below the member in any.
  package func passwordLink(
    for who: String, at name: String, by caller: Caller, _ keyedHash: (String) -> [UInt8]
  ) throws -> (member: Member, link: PasswordLink) {
    let now = now()
    return try store.write { writer in
      let manager = try HouseControl.admit(caller, to: name, least: .manager, writer)
      let member = try StaffControl.member(who, manager, writer)
      try StaffControl.check(member.role, by: manager)
      try StaffControl.checkElsewhere(member, manager, writer)
      try audit(.staffLinked, member.staff.id, from: member.role, to: member.role, by: manager, writer)
      return (member, try PasswordLink(forStaff: member.staff.id, now: now, writer, keyedHash))
    }
  }

  private static func checkElsewhere(
    _ member: Member, _ manager: Membership, _ reader: some StoreReading
  ) throws {
    let others = try reader.memberships(ofStaff: member.staff.id)
      .filter { $0.restaurantID != manager.restaurantID }
    let own = try reader.memberships(ofStaff: manager.staffID)
    let mayAll = others.allSatisfy { other in
      own.contains { $0.restaurantID == other.restaurantID && $0.role >= max(.manager, other.role) }
    }
    guard mayAll else {
      throw HouseRefusal(
        "link_elsewhere", field: "member",
        "They work at another restaurant too, where you do not decide: they need the link from there.")
    }
  }
}
