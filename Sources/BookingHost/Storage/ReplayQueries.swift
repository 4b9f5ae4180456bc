/// A stretch of past decisions, as it came from the store. Small enough to be read in one short snapshot, and
/// read no further than that: `decisions` makes values of it, on whichever thread has the time.
package struct ReplayPage: Sendable {
  fileprivate var rows: [ReplayRow]
  /// Effects by the booking they belong to.
  fileprivate var effects: [String: [Effect]] = [:]
  /// Where the next page begins; nil when there is none.
  fileprivate(set) package var next: ReplayCursor?

  package var count: Int { rows.count }

  /// The decisions of the page.
  package var decisions: [PastDecision] { rows.map { $0.decision(effects) } }
}

/// A page of future bookings, each with the decision that made it.
package struct StrandedPage: Sendable {
  fileprivate var rows: [(booking: FutureBooking, decision: ReplayRow)]
  fileprivate(set) package var next: ReplayCursor?

  package var count: Int { rows.count }

  package var bookings: [(booking: FutureBooking, decision: PastDecision)] {
    rows.map { ($0.booking, $0.decision.decision([:])) }
  }
}

/// A booking that guests still expect to keep.
package struct FutureBooking: Hashable, Sendable {
  package var reference: String
  package var start: LocalDateTime
  package var startsAt: Instant
  package var party: Int
  package var status: BookingStatus
}

/// A place among past decisions or future bookings. Good for the query that gave it only.
package struct ReplayCursor: Hashable, Sendable {
  fileprivate var place: Place

  fileprivate enum Place: Hashable, Sendable {
    case decision(createdAt: Int, row: Int)
    case booking(date: String, minute: Int, reference: String)
  }
}

extension StoreReading {
  /// How many decisions a restaurant has from an instant on.
  package func countPastDecisions(atRestaurant id: String, since: Instant?) throws -> Int {
    try db.first(
      "SELECT count(*) AS n FROM decisions WHERE restaurant_id = ? AND created_at >= ?",
      [id, since?.seconds ?? Int.min]
    ) { $0["n"] as Int } ?? 0
  }

  /// Decisions of a restaurant, newest first, with what followed them: `limit` of them after a place.
  package func pastDecisions(
    atRestaurant id: String, since: Instant?, after cursor: ReplayCursor?, limit: Int
  ) throws -> ReplayPage {
    var (last, row) = (Int.max, Int.max)
    if case .decision(let createdAt, let place)? = cursor?.place { (last, row) = (createdAt, place) }
    let rows = try db.all(
      """
      SELECT \(ReplayRow.columns)
      FROM decisions d LEFT JOIN bookings b ON b.id = d.booking_id
      WHERE d.restaurant_id = ? AND d.created_at >= ? AND (d.created_at, d.rowid) < (?, ?)
      ORDER BY d.created_at DESC, d.rowid DESC LIMIT ?
      """, [id, since?.seconds ?? Int.min, last, row, limit], ReplayRow.init(row:))
    var page = ReplayPage(rows: rows)
    // What follows a change is for another rule, and another revision, to say.
    page.effects = try effects(ofBookings: rows.compactMap { $0.isChange ? nil : $0.bookingID })
    if rows.count == limit { page.next = rows.last.map(\.cursor) }
    return page
  }

  private func effects(ofBookings ids: [String]) throws -> [String: [Effect]] {
    guard !ids.isEmpty else { return [:] }
    let bookings = InList(ids)
    var effects: [String: [Effect]] = [:]
    effects.reserveCapacity(ids.count)
    try db.each(
      """
      SELECT booking_id, action, kind, template, before_minutes, points, points_reason, channel, message,
        event, skipped, rule
      FROM effects WHERE booking_id \(bookings.condition) AND trigger = 'created' ORDER BY booking_id, position
      """, StatementArguments(bookings.values)
    ) { effects[$0[0], default: []].append(Effect(ofReplay: $0)) }
    return effects
  }

  /// Pending and confirmed bookings of a restaurant that begin after an instant, soonest first, with the
  /// newest decision of each.
  package func futureBookings(
    atRestaurant id: String, startingAfter now: Instant, after cursor: ReplayCursor?, limit: Int
  ) throws -> StrandedPage {
    // No zone's clocks, and no service day, are further from UTC than that.
    var place = (date: Zone.utc.local(now).date.adding(days: -3).description, minute: 0, reference: "")
    if case .booking(let date, let minute, let reference)? = cursor?.place {
      place = (date, minute, reference)
    }
    let rows = try db.all(
      """
      SELECT \(ReplayRow.columns), b.status, b.start_date, b.start_minute, b.starts_at, b.party,
        b.service_date, b.service_minute
      FROM bookings b JOIN decisions d
        ON d.rowid = (SELECT max(newest.rowid) FROM decisions newest WHERE newest.booking_id = b.id)
      WHERE b.restaurant_id = ? AND (b.service_date, b.service_minute, b.reference) > (?, ?, ?)
        AND b.status IN ('pending', 'confirmed') AND b.starts_at > ?
      ORDER BY b.service_date, b.service_minute, b.reference LIMIT ?
      """, [id, place.date, place.minute, place.reference, now.seconds, limit]
    ) {
      (
        booking: try FutureBooking(row: $0), decision: try ReplayRow(row: $0),
        cursor: ReplayCursor(row: $0)
      )
    }
    return StrandedPage(
      rows: rows.map { ($0.booking, $0.decision) }, next: rows.count == limit ? rows.last?.cursor : nil)
  }
}

/// A decision's row with the columns of its booking, as they are stored.
private struct ReplayRow: Sendable {
  var row: Int
  var id: String
  var createdAt: Int
  var mode: String
  var revision: String
  var outcome: Verdict.Outcome
  var issues: String
  var snapshot: [UInt8]
  var bookingID: String?
  var booking: PastDecision.BookingRow?
  var answers: String?
  var isChange = false

  static let columns = """
    d.rowid, d.id, d.created_at, d.mode, d.revision, d.outcome, d.issues, d.snapshot,
      b.id, b.reference, b.name, b.email, b.phone, b.notes, b.answers, b.changes, b.covers,
      (b.ends_at - b.starts_at) / 60, b.source, b.label, d.action
    """

  // By number: names would be looked up for every row.
  init(row columns: Row) throws {
    row = columns[0]
    id = columns[1]
    createdAt = columns[2]
    mode = columns[3]
    revision = columns[4]
    outcome = try columns.word("outcome")
    issues = columns[6]
    snapshot = columns.bytes(at: 7)
    bookingID = columns[8]
    guard bookingID != nil else { return }
    booking = PastDecision.BookingRow(
      reference: columns[9], name: columns[10], email: columns[11], phone: columns[12], notes: columns[13])
    answers = columns[14]
    isChange = columns[20] == Facts.Action.change.rawValue
    if columns[15] == 0 {
      booking?.terms = PastDecision.Terms(
        covers: columns[16], durationMinutes: columns[17], source: columns[18], label: columns[19])
    }
  }

  var cursor: ReplayCursor { ReplayCursor(place: .decision(createdAt: createdAt, row: row)) }

  func decision(_ effects: [String: [Effect]]) -> PastDecision {
    var booking = booking
    if let answers { booking?.answers = StoredAnswers.decode(answers) }
    return PastDecision(
      id: id, createdAt: Instant(seconds: createdAt), mode: mode, revision: revision, outcome: outcome,
      issues: StoredIssues.decode(issues), snapshot: snapshot, booking: booking,
      effects: isChange ? [] : bookingID.flatMap { effects[$0] } ?? [])
  }
}

extension FutureBooking {
  fileprivate init(row: Row) throws {
    self.init(
      reference: row["reference"],
      start: LocalDateTime(date: try row.date("start_date"), minute: row["start_minute"]),
      startsAt: row.instant("starts_at"), party: row["party"], status: try row.word("status"))
  }
}

extension ReplayCursor {
  fileprivate init(row: Row) {
    place = .booking(date: row["service_date"], minute: row["service_minute"], reference: row["reference"])
  }
}

extension Effect {
  /// A row of the query above, by number.
  fileprivate init(ofReplay row: Row) {
    let action: Action
    switch row[1] as String {
    case "email": action = .email(template: row[3] ?? "", beforeMinutes: row[4])
    case "loyalty": action = .loyalty(points: row[5] ?? 0, reason: row[6])
    case "notify": action = .notify(channel: row[7] ?? "", message: row[8])
    case "webhook": action = .webhook(event: row[9] ?? "")
    default: action = .none(kind: row[2])
    }
    self.init(action: action, skipped: row[10], rule: row[11])
  }
}
