/// What a member of staff may do at a restaurant, ascending. Guests have `none`.
public enum Role: String, CaseIterable, Hashable, Comparable, Sendable, Codable {
  case none, server, host, manager, owner

  /// The roles a membership can have, ascending.
  public static let ofStaff: [Role] = [.server, .host, .manager, .owner]

  /// 0 for none to 4 for owner.
  package var rank: Int {
    switch self {
    case .none: 0
    case .server: 1
    case .host: 2
    case .manager: 3
    case .owner: 4
    }
  }

  public static func < (a: Role, b: Role) -> Bool { a.rank < b.rank }
}
