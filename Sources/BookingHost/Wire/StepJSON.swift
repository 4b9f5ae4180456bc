/// What came of a step or a change: how the booking stands, and what staff should know of.
package struct StepJSON: Encodable, Sendable {
  /// The booking's status.
  package var outcome: String
  package var booking: BookingJSON
  package var issues: [IssueJSON]

  package init(_ booking: Booking, warnings: [Issue]) {
    outcome = booking.status.rawValue
    self.booking = BookingJSON(booking)
    issues = warnings.map { IssueJSON($0) }
  }
}
