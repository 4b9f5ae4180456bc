/// Where a page for staff is: at which restaurant, and in what role.
struct OpsPlace {
  var visitor: Visitor
  var restaurant: Restaurant
  var role: Role
  /// All that the visitor belongs to, this one among them.
  var memberships: [Membership]
  var shell: PageShell

  /// The address of a page at this restaurant: `/ops?restaurant=the-anchor&date=2026-11-27`.
  func address(_ path: String, _ query: [(String, String?)] = []) -> String {
    let given = query.compactMap { name, value in value.map { (name, $0) } }
    return PageAddress.of(path, [("restaurant", restaurant.slug)] + given)
  }

  /// The frame of a page that is at one of the places in the bar; nil for a page below them. `path` is the page's own
  /// where that is not the place's: a tab of the settings.
  func frame(title: String, at here: Place?, path: String? = nil) -> PageFrame {
    var frame = shell.frame(title: title, heading: restaurant.name, home: address("/ops"))
    frame.account = visitor.staff.email
    frame.csrf = visitor.csrfToken
    frame.places = Place.allCases.filter { role >= $0.leastRole }.map {
      PageFrame.Place(
        name: shell.words("place_\($0.rawValue)"), address: address($0.path), isHere: $0 == here)
    }
    // A form for a new booking has a choice of its own, which keeps what is in it.
    if let here, here != .new { frame.switch = `switch`(to: path ?? here.path, atLeast: here.leastRole) }
    return frame
  }

  /// What the bar leads to, in its order.
  enum Place: String, CaseIterable {
    case today, new, rules, settings

    var path: String { self == .today ? "/ops" : self == .new ? "/ops/bookings/new" : "/ops/\(rawValue)" }

    var leastRole: Role { self == .rules || self == .settings ? .manager : .server }
  }
}

extension WebServices {
  /// The restaurant that a page is asked about (`restaurant` in its address or its form), else the first that the
  /// visitor belongs to. Throws for one that is unknown or not theirs, and for a role that is less than `least`.
  func place(_ visitor: Visitor, _ name: String?, atLeast least: Role = .server) throws -> OpsPlace {
    let (memberships, restaurant) = try store.read { reader in
      let memberships = try reader.memberships(ofStaff: visitor.staff.id)
      guard let first = name ?? memberships.first?.restaurantID else {
        throw HostError(.notAllowed, "You are not a member of any restaurant.")
      }
      return (memberships, try desk.member(of: first, visitor.caller, reader))
    }
    guard let own = memberships.first(where: { $0.restaurantID == restaurant.id }), own.role >= least else {
      throw HostError(.notAllowed, "This page is for managers.")
    }
    return OpsPlace(
      visitor: visitor, restaurant: restaurant, role: own.role, memberships: memberships,
      shell: shell(restaurant))
  }
}
