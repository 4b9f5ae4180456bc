extension Effect.Action {
  /// Why an effect that has not happened yet makes no sense any more, now that its booking has a status; nil
  /// while it does. Only emails are overtaken: points, words to staff and webhooks tell of what was.
  package func overtaken(after trigger: String, by status: BookingStatus) -> String? {
    guard case .email(_, let beforeMinutes) = self else { return nil }
    switch status {
    case .cancelled where trigger != status.rawValue: return "the booking was cancelled"
    case .noShow where trigger != status.rawValue: return "the guests did not come"
    case .checkedIn where beforeMinutes != nil, .completed where beforeMinutes != nil:
      return "the guests have come"
    case .cancelled, .noShow: return nil
    case .pending, .confirmed, .checkedIn, .completed:
      switch trigger {
      case BookingStatus.cancelled.rawValue: return "the booking is not cancelled any more"
      case BookingStatus.noShow.rawValue: return "the guests have come after all"
      case BookingStatus.confirmed.rawValue where status == .pending: return "it is to be confirmed again"
      default: return nil
      }
    }
  }
}
