/// Somebody has changed a booking, or moved a party on the waitlist, since it was seen by whoever wants to change it now.
package struct VersionConflict: Error, Hashable, Sendable {
  /// The version that was seen.
  package var expected: Int
  /// The version that it has.
  package var current: Int

  /// What has changed, as a sentence begins with it.
  package var subject = "The booking"

  package static let code = "version_conflict"

  package var message: String {
    "\(subject) has changed since: it is at version \(current), and you have seen version \(expected)."
  }
}
