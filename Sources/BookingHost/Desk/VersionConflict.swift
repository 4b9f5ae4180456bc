/// Somebody has changed a booking since it was seen by whoever wants to change it now.
package struct VersionConflict: Error, Hashable, Sendable {
  /// The version that was seen.
  package var expected: Int
  /// The version that it has.
  package var current: Int

  package static let code = "version_conflict"

  package var message: String {
    "The booking has changed since: it is at version \(current), and you have seen version \(expected)."
  }
}
