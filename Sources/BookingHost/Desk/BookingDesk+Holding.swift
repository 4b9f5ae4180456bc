// What guests may do with a booking of their own: change it, and cancel it, as long as they have not come.
extension BookingDesk {
  /// The mode whose rules decide what guests change of a booking, and by whose fields they are asked; nil where they
  /// cannot change it themselves any more.
  package func modeForChanges(of booking: Booking) -> String? {
    guard booking.isOpenToItsGuest(at: environment.now()) else { return nil }
    return guestPolicy(of: booking, in: rules)?.mode
  }

  /// The booking that the very same request made before; nil where there is none, or where it has no key.
  ///
  /// Throws `HostError` as `book` does.
  package func earlierBooking(by request: BookingRequest, _ caller: Caller) throws -> Booking? {
    try store.read { try open(request, caller, $0).earlier }
  }
}

extension Booking {
  /// Whether its guest may still change or cancel it: it is neither over nor begun.
  package func isOpenToItsGuest(at now: Instant) -> Bool {
    (status == .pending || status == .confirmed) && startsAt > now
  }
}

extension BookingDesk.Standing {
  /// Why a guest can do nothing with their booking any more; nil where they can, and for staff.
  var issuesOfGuest: [Issue]? {
    guard isByGuest, !booking.isOpenToItsGuest(at: now) else { return nil }
    let isOver = booking.status != .pending && booking.status != .confirmed
    return [isOver ? StepIssue.unchangeable(booking.status) : StepIssue.begun]
  }
}

extension ChangeRequest {
  /// As a guest may make it: what is for staff to say is not said.
  var byGuest: ChangeRequest {
    var request = self
    (request.staffNotes, request.table, request.mode, request.overrideReason) = (nil, nil, nil, nil)
    return request
  }
}

extension StepRequest {
  /// As a guest may make it.
  var byGuest: StepRequest {
    var request = self
    (request.table, request.overrideReason) = (nil, nil)
    return request
  }
}
