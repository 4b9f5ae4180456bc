import BookingHost

extension Session {
  /// Ends a command that had something happen to a booking: what follows is tried, and the booking is shown as it is
  /// then.
  func finish(_ result: StepResult) throws {
    switch result {
    case .made(let booking, let warnings):
      let booking = following(booking)
      try output.result(StepJSON(booking, warnings: warnings)) {
        BookingText(booking, style: .standardOutput).step(warnings)
      }
    case .refused(let refusal): throw Failure(status: .refused, report: .refused(refusal))
    }
  }
}
