/// A row that has been read: what it says, in the types that a booking has.
struct ImportedRow {
  var restaurant: Restaurant
  var reference: String?
  var start: LocalDateTime
  var startsAt: Instant
  var party: Int
  var minutes: Int?
  var covers: Int?
  var status = BookingStatus.confirmed
  var name: String
  var email: String?
  var phone: String?
  var notes: String?
  var staffNotes: String?
  var seating: String?
  var bookingType: String?
  var marketingOptIn = false
  var source: String
  var label: String?
  var mode: String?
  var bookedAt: Instant?
  var answers: [String: Answer] = [:]
}

extension ImportedRow {
  /// Reads the cells of a row. The floor holds that holds for every booking: a name, a real date and time, a whole
  /// party, and contact of a plausible form. Throws what is wrong first.
  init(_ cells: BookingCells, restaurants: ImportPlace) throws(RowError) {
    restaurant = try restaurants.restaurant(cells[.restaurant])
    (start, startsAt) = try ImportedRow.start(cells, restaurant.zone)
    party = try ImportedRow.whole(cells, .party, 1...1_000_000) ?? 0
    name = try ImportedRow.line(cells, .name) ?? ""
    source = try ImportedRow.line(cells, .source) ?? ImportedRow.ownSource
    guard party > 0 else { throw RowError("party_required", .party, "It says not how many came.") }
    guard !Text.isBlank(name) else { throw RowError("name_required", .name, "It has no name.") }
    minutes = try ImportedRow.whole(cells, .minutes, 1...2880)
    covers = try ImportedRow.whole(cells, .covers, 0...1_000_000)
    try readContact(cells)
    try readRest(cells)
  }

  /// Where a booking is from that does not say so itself.
  static let ownSource = "import"

  private mutating func readContact(_ cells: BookingCells) throws(RowError) {
    email = try ImportedRow.line(cells, .email)
    phone = try ImportedRow.line(cells, .phone)
    if let email, !Floor.isPlausibleEmail(email) {
      throw RowError("email_invalid", .email, "This does not look like an email address.")
    }
    if let phone, !Floor.isPlausiblePhone(phone) {
      throw RowError("phone_invalid", .phone, "This does not look like a phone number.")
    }
  }

  private mutating func readRest(_ cells: BookingCells) throws(RowError) {
    reference = try ImportedRow.line(cells, .reference, longest: 40)
    notes = try ImportedRow.text(cells, .notes)
    staffNotes = try ImportedRow.text(cells, .staffNotes)
    seating = try ImportedRow.line(cells, .seating)
    bookingType = try ImportedRow.line(cells, .bookingType)
    label = try ImportedRow.line(cells, .label)
    mode = try ImportedRow.line(cells, .mode, longest: 60)
    if let text = cells[.status] {
      guard let known = BookingStatus(rawValue: text.lowercased()) else {
        let all = BookingStatus.allCases.map(\.rawValue).joined(separator: ", ")
        throw RowError("status_invalid", .status, "There is no such status; there are: \(all).")
      }
      status = known
    }
    if let text = cells[.marketingOptIn] { marketingOptIn = try ImportedRow.truth(text) }
    if let text = cells[.bookedAt] {
      guard let moment = WrittenMoment.read(text, in: restaurant.zone) else {
        throw RowError(
          "booked_at_invalid", .bookedAt, "It must be a moment such as 2026-11-22T19:30:00+00:00.")
      }
      bookedAt = moment
    }
    if let text = cells[.answers] {
      guard StoredJSON.parse(text)?.object != nil else {
        throw RowError("answers_invalid", .answers, "It must be a JSON object.")
      }
      answers = StoredAnswers.decode(text)
    }
  }

  private static func start(
    _ cells: BookingCells, _ zone: Zone
  ) throws(RowError) -> (LocalDateTime, Instant) {
    guard let date = cells[.date] else { throw RowError("date_required", .date, "It has no date.") }
    guard let time = cells[.time] else { throw RowError("time_required", .time, "It has no time.") }
    guard let date = CivilDate(date) else {
      throw RowError("date_invalid", .date, "There is no such date; write 2026-11-22.")
    }
    guard let minute = ClockTime.minute(time) else {
      throw RowError("time_invalid", .time, "There is no such time; write 19:30.")
    }
    let start = LocalDateTime(date: date, minute: minute)
    guard let instant = zone.instants(of: start).first else {
      throw RowError("time_invalid", .time, "The clocks skip this time that night.")
    }
    return (start, instant)
  }

  private static func whole(
    _ cells: BookingCells, _ column: BookingColumn, _ range: ClosedRange<Int>
  ) throws(RowError) -> Int? {
    guard let text = cells[column] else { return nil }
    guard let number = digits(text), range.contains(number) else {
      let bounds = "\(range.lowerBound) to \(range.upperBound)"
      throw RowError("\(column.rawValue)_invalid", column, "It must be a whole number from \(bounds).")
    }
    return number
  }

  private static func truth(_ text: String) throws(RowError) -> Bool {
    switch text.lowercased() {
    case "yes", "true", "1": return true
    case "no", "false", "0": return false
    default: throw RowError("marketing_opt_in_invalid", .marketingOptIn, "It must be yes or no.")
    }
  }

  private static func line(
    _ cells: BookingCells, _ column: BookingColumn, longest: Int = 4000
  ) throws(RowError) -> String? {
    try text(cells, column, longest: longest).map(Text.singleLine)
  }

  private static func text(
    _ cells: BookingCells, _ column: BookingColumn, longest: Int = 4000
  ) throws(RowError) -> String? {
    guard let text = cells[column].map(Text.manyLines).map(Text.trimmed), !text.isEmpty else { return nil }
    guard text.utf8.count <= longest || Text.length(text) <= longest else {
      throw RowError("\(column.rawValue)_too_long", column, "It is longer than \(longest) characters.")
    }
    return text
  }
}

/// The restaurants that an import may touch.
struct ImportPlace {
  /// By slug.
  var managed: [String: Restaurant]
  /// Where rows belong that name none; with it, rows that name another are errors.
  var only: Restaurant?

  func restaurant(_ slug: String?) throws(RowError) -> Restaurant {
    if let only {
      guard slug == nil || slug == only.slug else {
        throw RowError("restaurant_invalid", .restaurant, "It is of another restaurant than --restaurant.")
      }
      return only
    }
    guard let slug else { throw RowError("restaurant_required", .restaurant, "It names no restaurant.") }
    guard let known = managed[slug] else {
      throw RowError("restaurant_invalid", .restaurant, "You are no manager of such a restaurant.")
    }
    return known
  }
}

/// Moments as files have them.
enum WrittenMoment {
  /// Reads RFC 3339, or a wall clock in `zone`; of one that the clock shows twice the first.
  static func read(_ text: String, in zone: Zone) -> Instant? {
    guard text.utf8.count > 19, let local = LocalDateTime(text.prefix(19)) else {
      return LocalDateTime(text).flatMap { zone.instants(of: $0).first }
    }
    guard let seconds = digits(text.dropFirst(17).prefix(2)), seconds < 60,
      let shift = offset(text.dropFirst(19).drop { $0 == "." || $0.isNumber })
    else { return nil }
    return Instant(seconds: local.totalMinutes * 60 + seconds - shift)
  }

  /// In seconds ahead of UTC.
  private static func offset(_ text: Substring) -> Int? {
    if text == "Z" || text == "z" { return 0 }
    guard let sign = text.first, sign == "+" || sign == "-", let minutes = ClockTime.minute(text.dropFirst())
    else {
      return nil
    }
    return (sign == "+" ? 60 : -60) * minutes
  }
}
