/// The restaurants between which whoever belongs to several can switch, staying on the same page.
struct RestaurantSwitch {
  var path: String
  /// What of the page's address stays, besides the restaurant.
  var carried: [HiddenField]
  var choices: [Choice]

  struct Choice {
    var slug: String
    var name: String
    var isChosen: Bool
  }
}

extension OpsPlace {
  /// Nil for whoever has the role at one restaurant only.
  func `switch`(
    to path: String, atLeast least: Role = .server, carrying carried: [(name: String, value: String)] = []
  ) -> RestaurantSwitch? {
    let choices = memberships.filter { $0.role >= least }.map {
      RestaurantSwitch.Choice(
        slug: $0.restaurantSlug, name: $0.restaurantName, isChosen: $0.restaurantID == restaurant.id)
    }
    guard choices.count > 1 else { return nil }
    return RestaurantSwitch(
      path: path, carried: carried.map { HiddenField(name: $0.name, value: $0.value) }, choices: choices)
  }
}
