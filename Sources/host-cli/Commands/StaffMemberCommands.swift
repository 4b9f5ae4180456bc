import ArgumentParser
import BookingHost

/// `staff list`: who works at a restaurant.
struct StaffListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List who works at a restaurant (managers).")

  @OptionGroup var common: CommonOptions
  @OptionGroup var place: PlaceOptions

  func run() throws {
    let session = Session(common)
    let restaurant = try session.memberRestaurant(place.restaurant)
    let members = try session.staffControl().members(of: restaurant.id, by: session.caller())
    try session.output.result(["staff": members.map { MemberJSON($0) }]) {
      HouseText.members(members, style: .standardOutput)
    }
  }
}

/// `staff invite`: somebody new.
struct StaffInviteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "invite", abstract: "Have somebody work at a restaurant (managers).",
    discussion: "Nobody can give a role above their own.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var place: PlaceOptions

  @Argument(help: "Their email.")
  var email: String

  @Option(help: "server, host, manager or owner.")
  var role: String

  func run() throws {
    let session = Session(common)
    let restaurant = try session.memberRestaurant(place.restaurant)
    let member = try session.staffControl().invite(
      email, as: StaffRole.read(role), to: restaurant.id, by: session.caller())
    try session.output.result(MemberJSON(member)) {
      let who = Plain.text(member.staff.email)
      let works = "\(who) is \(Words.article(member.role)) of \(Plain.text(restaurant.name)) now."
      if member.canSignIn { return works }
      return "\(works)\nThey need a password: host-cli staff password \(who)"
    }
  }
}

/// `staff role`: as what somebody works there.
struct StaffRoleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "role", abstract: "Change somebody's role (owners).",
    discussion: "It counts at once. A restaurant always keeps an owner.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var place: PlaceOptions

  @Argument(help: "Their email.")
  var email: String

  @Argument(help: "server, host, manager or owner.")
  var role: String

  func run() throws {
    let session = Session(common)
    let restaurant = try session.memberRestaurant(place.restaurant)
    let member = try session.staffControl().setRole(
      StaffRole.read(role), of: email, at: restaurant.id, by: session.caller())
    try session.output.result(MemberJSON(member)) {
      "\(Plain.text(member.staff.email)) is \(Words.article(member.role)) of \(Plain.text(restaurant.name)) now."
    }
  }
}

/// `staff revoke`: somebody does not work there any more.
struct StaffRevokeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke", abstract: "Take somebody off a restaurant, at once (managers).",
    discussion: "What they did stays on record. At other restaurants they go on working.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var place: PlaceOptions

  @Argument(help: "Their email.")
  var email: String

  func run() throws {
    let session = Session(common)
    let restaurant = try session.memberRestaurant(place.restaurant)
    let member = try session.staffControl().revoke(email, at: restaurant.id, by: session.caller())
    try session.output.result(["revoked": MemberJSON(member)]) {
      "\(Plain.text(member.staff.email)) does not work at \(Plain.text(restaurant.name)) any more."
    }
  }
}

/// `staff memberships`: where one works.
struct StaffMembershipsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "memberships", abstract: "Show where you work, and as what.")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let session = Session(common)
    let staff = try session.staff()
    let memberships = try session.store().read { try $0.memberships(ofStaff: staff.id) }
    let listed = memberships.map { ["restaurant": $0.restaurantSlug, "role": $0.role.rawValue] }
    try session.output.result(["memberships": listed]) {
      guard !memberships.isEmpty else { return "You are not a member of any restaurant." }
      return Table(rows: memberships.map { [$0.restaurantSlug, $0.role.rawValue] }, indent: "").text
    }
  }
}

/// A role as it is typed.
enum StaffRole {
  static func read(_ text: String) throws -> Role {
    if let role = Role(rawValue: text.lowercased()), role != .none { return role }
    throw HouseRefusal("role_unknown", field: "role", "A role is server, host, manager or owner.")
  }
}
