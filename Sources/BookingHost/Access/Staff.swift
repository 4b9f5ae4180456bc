/// A member of staff's account.
public struct StaffAccount: Hashable, Sendable {
  public var id: String
  /// Lower case.
  public var email: String

  public init(id: String, email: String) {
    self.id = id
    self.email = email
  }
}

/// What an account may do at one restaurant.
public struct Membership: Hashable, Sendable {
  public var staffID: String
  public var restaurantID: String
  public var restaurantSlug: String
  public var restaurantName: String
  public var role: Role

  public init(
    staffID: String, restaurantID: String, restaurantSlug: String, restaurantName: String, role: Role
  ) {
    self.staffID = staffID
    self.restaurantID = restaurantID
    self.restaurantSlug = restaurantSlug
    self.restaurantName = restaurantName
    self.role = role
  }
}
