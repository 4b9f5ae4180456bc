// What the host itself has follow when a party that waits is called: no rule has to ask for it.

extension StoredEffect {
  /// What tells a party, and those who look after it, that its table is ready: an email where there is an address, the
  /// webhook in any case, and a word to staff, who ring where there is a number.
  static func called(_ entry: WaitlistEntry, now: Instant) -> [StoredEffect] {
    var email = Effect(action: .email(template: MailKind.tableReady.rawValue, beforeMinutes: nil))
    if entry.email == nil { email.skipped = Effect.noAddress }
    let told = entry.email == nil ? "" : " They are sent an email as well."
    let word =
      entry.phone == nil
      ? "The table of \(entry.code), party of \(entry.party), is ready: call them out."
      : "The table of \(entry.code), party of \(entry.party), is ready: ring them."
    let notice = Effect(action: .notify(channel: "waitlist", message: word + told))
    let webhook = Effect(action: .webhook(event: "waitlist.called"))
    // After that the table is somebody else's, and the mail would send them in vain.
    let last = max(entry.heldUntil ?? now, now.adding(minutes: 15))
    return [
      StoredEffect(email, called: now, until: last), StoredEffect(notice, called: now, until: last),
      StoredEffect(webhook, called: now, until: now.adding(minutes: 3 * 24 * 60)),
    ]
  }

  private init(_ effect: Effect, called now: Instant, until last: Instant) {
    self.init(effect)
    trigger = WaitlistState.called.rawValue
    dueAt = now
    expiresAt = last
  }
}

extension EffectJob {
  /// Why an effect that has not happened yet makes no sense any more.
  var overtaken: String? {
    guard let entry else { return effect.action.overtaken(after: trigger, by: booking.status) }
    switch effect.action {
    case .email, .notify: return entry.objection
    case .webhook, .loyalty, .none: return nil
    }
  }
}

extension WaitlistEntry {
  /// Why there is no sense in telling the party that its table is ready; nil while there is.
  var objection: String? {
    switch state {
    case .called: nil
    case .waiting: "the party is not called any more"
    case .seated: "the party has been seated"
    case .left: "the party has left"
    }
  }
}

extension Booking {
  /// A party that waits as mails and notices are written of bookings: from when it was called until when its table is
  /// kept.
  init(waiting entry: WaitlistEntry, now: Instant) {
    let starts = entry.calledAt ?? now
    let start = entry.zone.local(starts)
    let ends = entry.heldUntil ?? starts
    self.init(
      id: entry.id, reference: entry.code, restaurant: entry.restaurant, mode: entry.mode, start: start,
      end: entry.zone.local(ends), serviceDate: entry.serviceDate, serviceMinute: start.minute,
      startsAt: starts,
      endsAt: ends, zone: entry.zone, party: entry.party, covers: entry.party, name: entry.name,
      status: .confirmed, source: entry.mode, revision: "", createdAt: entry.addedAt)
    email = entry.email
    phone = entry.phone
    normalisedEmail = entry.normalisedEmail
    normalisedPhone = entry.normalisedPhone
    notes = entry.notes
    seating = entry.seating
    version = entry.version
  }
}
