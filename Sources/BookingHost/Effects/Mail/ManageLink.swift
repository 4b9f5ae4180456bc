/// Where guests see and change their booking, and what proves it to be theirs.
package enum ManageLink {
  /// Proves a booking to be one's own. Who has the store's secret can compute it, nobody can guess it.
  package static func token(_ booking: Booking, _ keyedHash: (String) -> [UInt8]) -> String {
    Digest.hex(keyedHash("manage\u{0}" + booking.id))
  }

  /// The guest's page of a booking below the address that browsers see.
  package static func url(
    _ publicURL: String, _ booking: Booking, _ keyedHash: (String) -> [UInt8]
  ) -> String {
    let base = publicURL.hasSuffix("/") ? String(publicURL.dropLast()) : publicURL
    return "\(base)/booking/\(booking.reference)?token=\(token(booking, keyedHash))"
  }
}
