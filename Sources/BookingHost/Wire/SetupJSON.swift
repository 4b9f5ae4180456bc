/// What `setup` made. Passwords are here and nowhere else.
package struct SetupJSON: Encodable, Sendable {
  package var restaurants: [RestaurantJSON]
  package var staff: [Staff]

  package struct Staff: Encodable, Sendable {
    package var email: String
    /// Null when it still has to be set.
    @OrNull package var password: String?
    package var role: String
    package var restaurants: [String]
  }

  package init(_ report: Setup.Report) {
    restaurants = report.restaurants.map { RestaurantJSON($0) }
    staff = report.staff.map {
      Staff(email: $0.email, password: $0.password, role: $0.role.rawValue, restaurants: $0.restaurants)
    }
  }
}
