/// Says what is known of one booking.
struct OpsFactWords {
  private let booking: Booking
  private let words: PageWords
  private let ops: OpsWords
  private let dates: PageDates

  init(_ booking: Booking, _ place: OpsPlace) {
    self.booking = booking
    words = place.shell.words
    ops = OpsWords(words: words)
    dates = place.shell.dates(booking.zone)
  }

  private func fact(_ key: String, _ value: String?, link: String? = nil) -> OpsBookingFacts.Fact? {
    value.map { OpsBookingFacts.Fact(label: words(key), value: $0, link: link) }
  }

  // MARK: Facts

  var plan: [OpsBookingFacts.Fact] {
    let day = dates.longDay(booking.start.date)
    let times = words(
      "from_to",
      ["from": dates.time(minute: booking.start.minute), "to": dates.time(minute: booking.end.minute)])
    let isNight = booking.serviceDate != booking.start.date
    let night = isNight ? words("night_of", ["day": dates.shortDay(booking.serviceDate)]) : nil
    let covers =
      booking.covers == booking.party
      ? nil : words("counts_as", ["covers": words.count("covers", booking.covers)])
    return [
      fact("when", [day, times, night].compactMap { $0 }.joined(separator: ", ")),
      fact("party", [ops.party(booking.party), covers].compactMap { $0 }.joined(separator: ", ")),
      fact("table", booking.table), fact("field_seating", booking.seating.map { answer($0, Field.seating) }),
      fact("field_booking_type", booking.bookingType.map { answer($0, Field.bookingType) }),
    ].compactMap { $0 }
  }

  private func answer(_ text: String, _ field: String) -> String { ops.answer(.text(text), of: field) }

  var guest: [OpsBookingFacts.Fact] {
    let phone = booking.normalisedPhone ?? booking.phone
    let dialled = phone.map { "tel:" + $0.filter { $0.isASCII && ($0.isNumber || $0 == "+") } }
    let own = booking.answers.sorted { $0.key < $1.key }.map {
      OpsBookingFacts.Fact(label: ops.field($0.key), value: ops.answer($0.value, of: $0.key), link: nil)
    }
    let contact = [
      fact("field_phone", booking.phone, link: dialled),
      fact("field_email", booking.email, link: booking.email.map { "mailto:" + PercentCode.encoded($0) }),
    ].compactMap { $0 }
    let none = contact.isEmpty ? [fact("contact", words("contact_none"))].compactMap { $0 } : []
    return [fact("field_name", booking.name)].compactMap { $0 } + contact + none + own
      + [fact("field_marketing_opt_in", words(booking.marketingOptIn ? "yes" : "no"))].compactMap { $0 }
  }

  var notes: [OpsBookingFacts.Fact] {
    [fact("notes_guest", booking.notes), fact("notes_staff", booking.staffNotes)].compactMap { $0 }
  }

  /// `first` is the first line of its history, which says who made it.
  func origin(_ first: HistoryEntry?, overriddenBy email: String?) -> [OpsBookingFacts.Fact] {
    let maker: String
    if let mark = booking.staff {
      maker = words(
        "by_staff", ["who": first?.staffEmail ?? words("somebody_gone"), "role": ops.role(mark.role)])
    } else {
      maker = words("by_guest")
    }
    let override = booking.override.map { override in
      words("override_line", ["reason": override.reason, "who": email ?? words("somebody_gone")])
    }
    return [
      fact("label", booking.label), fact("made_by", maker), fact("made_at", dates.moment(booking.createdAt)),
      fact("source", words("source_line", ["source": booking.source, "mode": booking.mode])),
      fact("overridden", override), fact("reference", booking.reference),
    ].compactMap { $0 }
  }

  // MARK: What follows

  func follow(_ stored: StoredEffect) -> OpsBookingFacts.Follow {
    let tone =
      switch stored.state {
      case .delivered: "good"
      case .failed: "bad"
      case .queued, .sending: "warn"
      case .skipped: "quiet"
      }
    var why = [stored.reason].compactMap { $0 }
    if let due = stored.dueAt, stored.state == .queued {
      why.append(words("effect_due", ["at": dates.moment(due)]))
    }
    return OpsBookingFacts.Follow(
      what: ops.effect(stored.effect), state: ops.state(stored.state), tone: tone,
      why: why.isEmpty ? nil : why.joined(separator: "; "), rule: stored.effect.rule,
      trigger: words.known("trigger_\(stored.trigger)") ?? stored.trigger)
  }

  // MARK: What was done

  func past(_ entry: HistoryEntry) -> OpsBookingFacts.Past {
    let by =
      entry.staffID.map { _ in entry.staffEmail ?? words("somebody_gone") } ?? words("by_guest_or_host")
    let why = [
      entry.reason.map { words("because", ["reason": $0]) },
      entry.overrideReason.map { words("overridden_because", ["reason": $0]) },
      entry.approvedBy.map { words("approved_by", ["who": $0.email ?? words("somebody_gone")]) },
    ].compactMap { $0 }
    let role = entry.staffRole.map { " (\(ops.role($0)))" } ?? ""
    return OpsBookingFacts.Past(at: dates.moment(entry.at), what: done(entry), by: by + role, why: why)
  }

  private func done(_ entry: HistoryEntry) -> String {
    if entry.action == "booking.undone", let from = entry.from, let to = entry.to {
      return words("history_undone", ["from": ops.status(from), "to": ops.status(to)])
    }
    let key = "history_" + entry.action.replacing(".", with: "_")
    let action = words.known(key) ?? entry.action.replacing(".", with: " ").replacing("_", with: " ")
    guard !entry.fields.isEmpty else { return action }
    return words(
      "with_fields",
      ["what": action, "fields": entry.fields.map { changed($0, entry) }.joined(separator: ", ")]
    )
  }

  /// What stood there only where it is nobody's personal data: that is all that is kept.
  private func changed(_ field: String, _ entry: HistoryEntry) -> String {
    guard let before = entry.before, let after = entry.after else { return ops.field(field) }
    let pair: (String, String)?
    switch field {
    case Field.date: pair = (day(before.date), day(after.date))
    case Field.time: pair = (time(before.time), time(after.time))
    case Field.party: pair = (String(before.party), String(after.party))
    default: pair = nil
    }
    guard let pair else { return ops.field(field) }
    return words("field_from_to", ["field": ops.field(field), "from": pair.0, "to": pair.1])
  }

  private func day(_ text: String) -> String { CivilDate(text).map(dates.shortDay) ?? text }
  private func time(_ text: String) -> String {
    ClockTime.minute(text).map { dates.time(minute: $0) } ?? text
  }

  // MARK: Why it was allowed

  func finding(_ issue: Issue) -> OpsBookingFacts.Finding {
    let how: String
    switch issue.severity {
    case .warn: how = words("finding_warn")
    case .refuse: how = words("finding_refuse")
    case .override(let role): how = words("finding_override", ["role": ops.role(role)])
    }
    return OpsBookingFacts.Finding(
      message: issue.message, code: issue.code, how: how, tone: issue.severity == .warn ? "warn" : "bad",
      rule: issue.rule ?? words("rule_of_host"))
  }

  /// The lines of a file that the decision hangs on; nil where there are none.
  func file(_ file: ExplainedFile) -> OpsBookingFacts.File? {
    let lines = file.lines.filter(\.matters).map { line in
      OpsBookingFacts.Line(number: line.number, text: line.text, notes: line.notes.compactMap(note))
    }
    return lines.isEmpty ? nil : OpsBookingFacts.File(path: file.path, lines: lines)
  }

  private func note(_ note: ExplainedLine.Note) -> String? {
    switch note {
    case .issue(let issue), .shapes(let issue): issue.message
    case .effect(let stored):
      stored.reason.map { words("with_reason", ["what": ops.effect(stored.effect), "reason": $0]) }
        ?? ops.effect(stored.effect)
    case .failure(let error): error.message
    case .answer: nil
    }
  }
}
