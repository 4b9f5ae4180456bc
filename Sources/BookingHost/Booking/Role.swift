/// What a member of staff may do at a restaurant, ascending. Guests have `none`.
public enum Role: String, CaseIterable, Hashable, Comparable, Sendable, Codable {
  case none, server, host, manager, owner

  /// The roles a membership can have, ascending.
  public static let ofStaff: [Role] = [.server, .host, .manager, .owner]

  package var rank: Int { Role.allCases.firstIndex(of: self)! }

  public static func < (a: Role, b: Role) -> Bool { a.rank < b.rank }
}
