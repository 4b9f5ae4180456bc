import BookingHost

extension Session {
  /// Ends a command that had something happen to a party on the list: what follows is tried, and all is shown.
  func show(_ place: Waitlist.Place, booking: Booking? = nil) throws {
    let booking = booking.map { following($0) }
    let effects = place.entry.state == .called ? try following(place.entry) : []
    let now = environment.now()
    try output.result(WaitlistStepJSON(place, booking: booking, at: now)) {
      WaitlistEntryText(place, effects: effects, now: now, style: .standardOutput)
        .text(seatedWith: booking)
    }
  }

  /// Why a booking was refused, with what to type where guests at the door can wait instead. `name` is the restaurant's
  /// as it was given.
  func refusal(
    _ refusal: Refusal, of request: BookingRequest, at name: String?, by caller: Caller, _ desk: BookingDesk
  ) -> Failure {
    var refusal = refusal
    refusal.wait = try? desk.waitOffer(for: request, refused: refusal, by: caller)
    let failure = Failure(status: .refused, report: .refused(refusal))
    guard let offer = refusal.wait, output.format == .text else { return failure }
    output.report(failure)
    Output.complain(WaitlistWords.offer(offer, restaurant: name, draft: request.draft))
    return .told(.refused)
  }

  /// What follows a call, after it has been tried as what follows a booking is.
  private func following(_ entry: WaitlistEntry) throws -> [StoredEffect] {
    if let outbox = try? outbox() {
      _ = try? outbox.deliverDue(bookingID: entry.id, onlyLocal: true)
      if try effects(of: entry).contains(where: { $0.state == .queued }) {
        deliverAside(entry.id, patience: 1)
      }
    }
    return try effects(of: entry)
  }

  private func effects(of entry: WaitlistEntry) throws -> [StoredEffect] {
    let now = environment.now()
    return try store().read { try $0.effects(ofWaiting: entry.id) }.filter {
      $0.dueAt.map { $0 >= entry.calledAt ?? now } ?? true
    }
  }
}
