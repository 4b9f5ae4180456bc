/// Where a booking is in its life.
public enum BookingStatus: String, CaseIterable, Hashable, Sendable, Codable {
  case pending, confirmed, completed, cancelled
  case checkedIn = "checked_in"
  case noShow = "no_show"

  /// Whether a booking with this status takes up covers.
  public var countsForCapacity: Bool {
    switch self {
    case .pending, .confirmed, .checkedIn, .completed: true
    case .cancelled, .noShow: false
    }
  }
}
