extension Facts {
  /// The facts as rules see them. What the host keeps to itself (sittings, instants) is left out.
  func packed() -> PackedWriter {
    let writer = PackedWriter(capacity: 1024)
    writer.record { pack(&$0) }
    return writer
  }

  func pack(_ record: inout RecordWriter) {
    record.text("mode", mode)
    record.text("action", action.rawValue)
    record.record("now") { $0.moment(now) }
    if let start {
      record.record("start") {
        $0.moment(start.local)
        $0.integer("notice_minutes", start.noticeMinutes)
      }
    }
    if let day {
      record.record("day") {
        $0.entry("date") { $0.text(day.date) }
        $0.text("weekday", day.date.weekday.rawValue)
        $0.integer("minute", day.minute)
      }
    }
    record.record("hours") {
      $0.integer("opens", hours.opens)
      $0.integer("closes", hours.closes)
      $0.boolean("closed", hours.closed)
      $0.text("label", hours.label)
    }
    record.record("service") { (service ?? noService).pack(&$0) }
    record.list("services", services) { writer, service in writer.record { service.pack(&$0) } }
    record.list("closures", closures) { writer, closure in writer.record { closure.pack(&$0) } }
    record.record("load") { load.pack(&$0) }
    record.record("restaurant") { restaurant.pack(&$0) }
    record.record("staff") {
      $0.text("id", staff.id)
      $0.text("role", (staff.role ?? .none).rawValue)
    }
    record.record("guest") { guest.pack(&$0) }
    record.record("previous") { previous.pack(&$0) }
  }

  /// What `facts.service` is outside every service: the hours, under the key "none".
  private var noService: ServicePeriod {
    ServicePeriod(key: "none", name: "", opens: hours.opens, closes: hours.closes)
  }
}

extension RecordWriter {
  fileprivate mutating func moment(_ moment: LocalDateTime) {
    entry("date") { $0.text(moment.date) }
    entry("time") { $0.time(moment.minute) }
    integer("minute", moment.minute)
    text("weekday", moment.date.weekday.rawValue)
  }
}

extension ServicePeriod {
  fileprivate func pack(_ record: inout RecordWriter) {
    record.text("key", key)
    record.text("name", name)
    record.integer("opens", opens)
    record.integer("closes", closes)
  }
}

extension ClosedPeriod {
  fileprivate func pack(_ record: inout RecordWriter) {
    record.integer("from", from)
    record.integer("to", to)
    record.text("reason", reason)
  }
}

extension Load {
  fileprivate func pack(_ record: inout RecordWriter) {
    record.integer("covers", covers)
    record.integer("parties", parties)
    record.integer("max_covers", maxCovers)
    record.integer("max_parties", maxParties)
    record.integer("seated", seated)
    record.integer("seats", seats)
    record.list("starts", starts) { writer, start in
      writer.record {
        $0.integer("minute", start.minute)
        $0.integer("covers", start.covers)
        $0.integer("parties", start.parties)
      }
    }
  }
}

extension RestaurantFacts {
  fileprivate func pack(_ record: inout RecordWriter) {
    record.text("id", id)
    record.text("slug", slug)
    record.text("name", name)
    record.text("timezone", timezone)
    record.text("phone", phone)
    record.text("locale", locale)
  }
}

extension GuestFacts {
  fileprivate func pack(_ record: inout RecordWriter) {
    record.boolean("known", known)
    record.boolean("verified", verified)
    record.integer("visits", visits)
    record.integer("no_shows", noShows)
    record.integer("points", points)
    record.integer("upcoming", upcoming)
    record.list("tags", tags) { $0.text($1) }
  }
}

extension Draft {
  func pack(_ record: inout RecordWriter) {
    guard count > 0 else { return }
    let answers = answers
    for key in answers.keys.sorted() { record.entry(named: key) { $0.answer(answers[key]!) } }
  }
}

extension BookingValues {
  /// The draft as rules see it.
  func packed() -> PackedWriter {
    let writer = PackedWriter(capacity: 512)
    writer.record { pack(&$0) }
    return writer
  }

  /// The booking as `effects` sees it.
  func packed(with terms: BookingTerms) -> PackedWriter {
    let writer = PackedWriter(capacity: 512)
    writer.record { pack(&$0, terms, points: 0) }
    return writer
  }

  /// Writes the booking as `effects` and `on` see it: the draft's keys and what was decided.
  func pack(_ record: inout RecordWriter, _ terms: BookingTerms, points: Int) {
    pack(&record)
    record.integer("covers", terms.covers)
    record.text("status", terms.status.rawValue)
    record.text("source", terms.source)
    record.text("label", terms.label)
    record.integer("points", points)
  }

  /// Writes the draft as rules see it.
  func pack(_ record: inout RecordWriter) {
    record.entry("date") { $0.text(date) }
    record.entry("time") { $0.time(minute) }
    record.integer("party", party)
    record.text("booking_type", bookingType)
    record.text("seating", seating)
    record.text("notes", notes)
    record.text("name", name)
    record.text("email", email)
    record.text("phone", phone)
    record.boolean("marketing_opt_in", marketingOptIn)
    record.boolean("terms", terms)
    guard !own.isEmpty else { return }
    for key in own.keys.sorted() { record.entry(named: key) { $0.answer(own[key]!) } }
  }
}

extension BookingValues {
  /// A core field's value. Date, time and party are never nil, and not to be had here.
  subscript(slot: Field.Slot) -> Answer? {
    get {
      switch slot {
      case .date, .time, .party: nil
      case .name: name.map { .text($0) }
      case .email: email.map { .text($0) }
      case .phone: phone.map { .text($0) }
      case .notes: notes.map { .text($0) }
      case .seating: seating.map { .text($0) }
      case .bookingType: bookingType.map { .text($0) }
      case .marketingOptIn: marketingOptIn.map { .boolean($0) }
      case .terms: terms.map { .boolean($0) }
      }
    }
    set {
      switch slot {
      case .date, .time, .party: break
      case .name: name = newValue?.text
      case .email: email = newValue?.text
      case .phone: phone = newValue?.text
      case .notes: notes = newValue?.text
      case .seating: seating = newValue?.text
      case .bookingType: bookingType = newValue?.text
      case .marketingOptIn: marketingOptIn = newValue?.truth
      case .terms: terms = newValue?.truth
      }
    }
  }

  /// A field's value by its name, core or own.
  subscript(field: String) -> Answer? {
    get { Field.Slot(field).map { self[$0] } ?? own[field] }
    set { if let slot = Field.Slot(field) { self[slot] = newValue } else { own[field] = newValue } }
  }
}

// By field rather than by name: a decision asks for every field's answer, and comparing names adds up.
extension Draft {
  subscript(field: FieldPolicy) -> Answer? { field.slot.map { self[$0] } ?? self[field.name] }
}

extension BookingValues {
  subscript(field: FieldPolicy) -> Answer? {
    get { field.slot.map { self[$0] } ?? own[field.name] }
    set { if let slot = field.slot { self[slot] = newValue } else { own[field.name] = newValue } }
  }
}

extension Facts.ServiceDayMoment {
  /// The service day of a start where facts say nothing of the day: the hours are those of every day, last
  /// night included.
  init(_ start: LocalDateTime, everyDay hours: DayHours) {
    let isLastNight = !hours.contains(start.minute) && hours.contains(start.minute + 1440)
    self.init(
      date: start.date.adding(days: isLastNight ? -1 : 0), minute: start.minute + (isLastNight ? 1440 : 0))
  }
}
