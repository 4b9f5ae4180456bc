/// Somebody who asks what a mode's rules say, before anything is booked.
struct Asking {
  var mode: String
  var policy: Policy
  var caller: Caller

  var isForStaff: Bool { caller.account != nil }
}

extension WebServices {
  /// Lets a caller ask about a mode. Without a session only what guests are offered is there at all.
  func asking(_ mode: String, _ exchange: Exchange) throws -> Asking {
    guard let policy = desk.rules.policy(mode) else {
      throw Problem.notFound("There is no such mode.")
    }
    if isOpenToGuests(mode) { return Asking(mode: mode, policy: policy, caller: .guest) }
    return Asking(mode: mode, policy: policy, caller: try staff(exchange).caller)
  }

  /// The first restaurant by name, of those that the caller belongs to.
  func firstRestaurant(_ caller: Caller) throws -> String {
    let first = try store.read { reader in
      guard let staff = caller.account else { return try reader.restaurants().first?.id }
      return try reader.memberships(ofStaff: staff.id).first?.restaurantID
    }
    guard let first else { throw HostError(.notAllowed, "You are not a member of any restaurant.") }
    return first
  }

  /// The questions of a mode's form and their bounds, as they stand for a draft.
  func form(_ asking: Asking, restaurant: String, _ draft: Draft) throws -> FormJSON {
    let request = BookingRequest(restaurant: restaurant, mode: asking.mode, draft: draft)
    let (fields, bounds) = try desk.formAndBounds(for: request, by: asking.caller)
    return FormJSON(asking.policy, fields, bounds)
  }
}
