extension StandingBooking {
  /// A stored booking, as rules are asked about it.
  init(_ booking: Booking, points: Int, facts: Facts) {
    self.init(
      values: BookingValues(booking), terms: BookingTerms(booking), points: points, facts: facts)
    self.facts.mode = booking.mode
  }
}

extension BookingValues {
  fileprivate init(_ booking: Booking) {
    self.init(date: booking.start.date, minute: booking.start.minute, party: booking.party)
    bookingType = booking.bookingType
    seating = booking.seating
    notes = booking.notes
    name = booking.name
    email = booking.email
    phone = booking.phone
    marketingOptIn = booking.marketingOptIn ? true : nil
    terms = booking.termsAcceptedAt == nil ? nil : true
    own = booking.answers
  }
}

extension BookingTerms {
  fileprivate init(_ booking: Booking) {
    self.init(
      status: booking.status, covers: booking.covers,
      durationMinutes: (booking.endsAt.seconds - booking.startsAt.seconds) / 60, source: booking.source,
      label: booking.label)
  }
}

extension Draft {
  /// The answers that a booking stands for.
  package init(_ booking: Booking) {
    self.init(
      date: .text(booking.start.date.description), time: .text(booking.start.time),
      party: .integer(booking.party), name: .text(booking.name), email: booking.email.map { .text($0) },
      phone: booking.phone.map { .text($0) }, notes: booking.notes.map { .text($0) },
      seating: booking.seating.map { .text($0) }, bookingType: booking.bookingType.map { .text($0) },
      marketingOptIn: booking.marketingOptIn ? true : nil,
      terms: booking.termsAcceptedAt == nil ? nil : true, answers: booking.answers)
  }

  /// Without answers to questions that a mode does not ask.
  func asked(by policy: Policy) -> Draft {
    var draft = self
    for key in own.keys where !policy.names.contains(key) { draft[key] = nil }
    return draft
  }
}

extension GuestKey {
  init(_ booking: Booking, match: GuestMatch = GuestMatch()) {
    self.init(
      name: booking.name, email: booking.normalisedEmail ?? booking.email,
      phone: booking.normalisedPhone ?? booking.phone, match: match)
  }
}
