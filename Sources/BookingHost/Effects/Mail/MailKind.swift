/// What a mail is about. A template whose name is a kind, or begins with one and an underscore
/// (`confirmation_tasting`), is of that kind.
package enum MailKind: String, CaseIterable, Hashable, Sendable {
  case confirmation, requested, changed, cancelled, reminder, review
  /// To a party on the waitlist: its table is ready.
  case tableReady = "table_ready"

  /// Nil for a template of the operator's own invention.
  package init?(template: String) {
    let kind = MailKind.allCases.first { template == $0.rawValue || template.hasPrefix($0.rawValue + "_") }
    guard let kind else { return nil }
    self = kind
  }

  /// The text of the calendar entry: its subject is the entry's title. It is never sent by itself.
  package static let calendarTemplate = "calendar"

  /// What goes into the guest's calendar with it.
  package var calendarMethod: CalendarEntry.Method? {
    switch self {
    case .confirmation, .changed, .reminder: .publish
    case .cancelled: .cancel
    // Nothing is agreed yet, it is over, or it is now.
    case .requested, .review, .tableReady: nil
    }
  }

  /// Why it would not be true of a booking as it now is; nil when it is. A mail may be late, or be tried again
  /// after the booking has gone on.
  package func objection(to booking: Booking, now: Instant) -> String? {
    switch (self, booking.status) {
    case (.cancelled, .cancelled), (.cancelled, .noShow): nil
    case (.cancelled, _): "the booking is no longer cancelled"
    case (_, .cancelled): "the booking has been cancelled meanwhile"
    case (_, .noShow): "the guests did not come"
    case (.requested, .pending): nil
    case (.requested, _): "the booking has been confirmed meanwhile"
    case (.reminder, .pending), (.review, .pending): "the booking has not been confirmed"
    case (.reminder, .completed), (.reminder, .checkedIn): "the guests are here already"
    case (.reminder, _) where now >= booking.startsAt: "it is too late to remind of it"
    default: nil
    }
  }
}
