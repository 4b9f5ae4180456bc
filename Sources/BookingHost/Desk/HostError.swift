/// Why something could not be done, other than that the rules refused it. The code is what programs look
/// at, the message is for people.
public struct HostError: Error, Hashable, Sendable {
  public var code: Code
  public var message: String
  /// The option or field to look at, where there is one.
  public var field: String?

  public enum Code: String, Hashable, Sendable {
    case notSignedIn = "not_signed_in"
    case notAllowed = "not_allowed"
    case notFound = "not_found"
    case usage
    case busy
    case idempotencyConflict = "idempotency_conflict"
    case upcomingBookings = "upcoming_bookings"
    case `internal`
  }

  public init(_ code: Code, _ message: String, field: String? = nil) {
    self.code = code
    self.message = message
    self.field = field
  }
}

extension HostError {
  package static let notSignedIn = HostError(.notSignedIn, "You are not signed in.")
  /// One answer for a restaurant that does not exist and for one that is somebody else's.
  package static let notYours = HostError(
    .notAllowed, "You are not a member of that restaurant.", field: "restaurant")
  /// Said to guests, for whom restaurants are no secret.
  static func noRestaurant(_ name: String) -> HostError {
    HostError(.notFound, "There is no restaurant called \"\(name)\".", field: "restaurant")
  }
  /// A guest's own booking, where no mode is for guests.
  package static let notOnline = HostError(
    .notAllowed, "Bookings are not changed online here. Please ring the restaurant.")
  package static let strangerApproves = HostError(
    .notAllowed, "Whoever approves must be a member of the same restaurant.", field: "approve_as")
}
