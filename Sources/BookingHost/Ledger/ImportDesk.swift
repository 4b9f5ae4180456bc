/// Makes bookings of rows, one after the other, within a transaction.
struct ImportDesk {
  private let order: BookingImport
  private var known = KnownBookings()
  private var diaries: [DiaryKey: Diary] = [:]
  /// How many bookings have been made, by restaurant.
  var counts: [String: Int] = [:]

  private struct DiaryKey: Hashable {
    var restaurantID: String
    var date: CivilDate
  }

  init(_ order: BookingImport) {
    self.order = order
  }

  /// Writes a row, or counts why not.
  mutating func take(_ row: BookingRow, _ writer: StoreWriter, _ report: inout BookingImport.Report) throws {
    report.rows += 1
    do {
      let read = try ImportedRow(try row.content.get(), restaurants: order.place)
      if try known.contains(read, writer) {
        report.duplicates += 1
      } else {
        try write(read, writer)
        report.imported += 1
      }
    } catch let error as RowError {
      report.add(error, line: row.line)
    }
  }

  private mutating func write(_ row: ImportedRow, _ writer: StoreWriter) throws {
    let now = order.environment.now()
    let bookedAt = row.bookedAt ?? min(now, row.startsAt)
    let mode = row.mode ?? order.mode
    let diary = try diary(row, writer)
    let inquiry = Diary.Inquiry(
      mode: mode, action: .create, now: bookedAt, staff: StaffFacts(id: order.staff.id, role: .manager))
    let facts = diary.facts(inquiry, start: row.start, day: row.start.date)
    let draft = row.draft
    // The rules are asked for their terms; what else they would have said is history.
    let verdict =
      order.rules.policy(mode) == nil ? nil : try? order.rules.decide(mode: mode, draft: draft, facts: facts)
    let booking = try booking(row, mode, bookedAt, diary, verdict, writer)
    let snapshot = DecisionSnapshot(
      draft: Placeholder.replacing(in: draft, issues: []), facts: verdict?.facts ?? facts,
      hasOverrideReason: false)
    let decision = DecisionRecord(
      id: order.environment.uuid(), restaurantID: row.restaurant.id, mode: mode, action: .create,
      revision: booking.revision, contractVersion: Contract.version,
      outcome: row.status == .pending ? .pending : .confirmed, issues: [], snapshot: snapshot.bytes,
      staffID: order.staff.id, createdAt: bookedAt, day: row.restaurant.zone.local(bookedAt).date)
    let record = BookingRecord(
      guestKey: GuestKey(
        name: row.name, email: booking.normalisedEmail ?? row.email,
        phone: booking.normalisedPhone ?? row.phone),
      decision: decision, ruleFiles: order.rules.files.texts, contractVersion: Contract.version,
      newGuestID: order.environment.guestID())
    try writer.insertImported(booking, record: record)
    known.noteWritten(row)
    counts[row.restaurant.id, default: 0] += 1
    note(booking)
  }

  private func booking(
    _ row: ImportedRow, _ mode: String, _ bookedAt: Instant, _ diary: Diary, _ verdict: Verdict?,
    _ writer: StoreWriter
  ) throws -> Booking {
    let restaurant = row.restaurant
    let day = diary.moment(of: row.start)
    let endsAt = row.startsAt.adding(minutes: row.minutes ?? verdict?.terms.durationMinutes ?? 90)
    var booking = Booking(
      id: order.environment.uuid(), reference: try row.reference ?? freeReference(writer),
      restaurant: Booking.RestaurantName(id: restaurant.id, slug: restaurant.slug, name: restaurant.name),
      mode: mode, start: row.start, end: restaurant.zone.local(endsAt), serviceDate: day.date,
      serviceMinute: day.minute, startsAt: row.startsAt, endsAt: endsAt, zone: restaurant.zone,
      party: row.party, covers: row.covers ?? verdict?.terms.covers ?? row.party, name: row.name,
      status: row.status, source: row.source, revision: order.rules.revision, createdAt: bookedAt)
    booking.email = row.email
    booking.phone = row.phone
    booking.normalisedEmail = row.email.map { verdict?.values.normalised[Field.email] ?? $0.lowercased() }
    booking.normalisedPhone = row.phone.flatMap { _ in verdict?.values.normalised[Field.phone] }
    booking.notes = row.notes
    booking.staffNotes = row.staffNotes
    booking.seating = row.seating
    booking.bookingType = row.bookingType
    booking.marketingOptIn = row.marketingOptIn
    booking.label = row.label
    booking.answers = row.answers
    return booking
  }

  private func freeReference(_ writer: StoreWriter) throws -> String {
    for _ in 0..<20 {
      let reference = order.environment.reference()
      if try writer.restaurantID(ofReference: reference) == nil { return reference }
    }
    throw HostError(.internal, "No free booking reference was found. Please try again.")
  }

  /// Files are mostly in order, so the days around a row have mostly been read for the row before.
  private mutating func diary(_ row: ImportedRow, _ writer: StoreWriter) throws -> Diary {
    let key = DiaryKey(restaurantID: row.restaurant.id, date: row.start.date)
    if let diary = diaries[key] { return diary }
    if diaries.count >= ImportDesk.mostDiaries { diaries.removeAll(keepingCapacity: true) }
    let diary = try writer.diary(of: row.restaurant, around: row.start.date)
    diaries[key] = diary
    return diary
  }

  private static let mostDiaries = 256

  /// Whoever comes next finds the booking in the days that have been read.
  private mutating func note(_ booking: Booking) {
    guard booking.status.countsForCapacity else { return }
    let entry = DiaryEntry(
      bookingID: booking.id, minute: booking.serviceMinute, starts: booking.startsAt, ends: booking.endsAt,
      covers: booking.covers)
    for date in Diary.dates(around: booking.serviceDate) {
      diaries[DiaryKey(restaurantID: booking.restaurant.id, date: date)]?.days[booking.serviceDate]?
        .bookings.append(entry)
    }
  }
}

extension ImportedRow {
  /// What would have been asked of the rules.
  var draft: Draft {
    var draft = Draft(
      date: .text(start.date.description), time: .text(start.time), party: .integer(party), name: .text(name),
      email: email.map { .text($0) }, phone: phone.map { .text($0) }, notes: notes.map { .text($0) },
      seating: seating.map { .text($0) }, bookingType: bookingType.map { .text($0) }, answers: answers)
    if marketingOptIn { draft[Field.marketingOptIn] = .boolean(true) }
    return draft
  }
}
