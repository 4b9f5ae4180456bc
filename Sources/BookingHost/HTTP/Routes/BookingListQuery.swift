/// Which part of the list of bookings is asked for.
struct BookingListQuery {
  var from: CivilDate?
  var to: CivilDate?
  var statuses: [BookingStatus]?
  var search: String?
  var limit: Int
  private var after: BookingCursor?

  init(_ query: Query) throws {
    from = try query.date("from")
    to = try query.date("to")
    statuses = try query["status"].map(BookingListQuery.statuses)
    search = query["q"]
    limit = try query.wholeNumber("limit", in: 1...200) ?? 50
    after = try query["cursor"].map { text in
      if let cursor = BookingCursor(text: text) { return cursor }
      throw Problem.malformed("cursor must be the nextCursor of the page before.", field: "cursor")
    }
  }

  /// One booking more than the page has shows whether there is another page.
  func query(_ restaurantIDs: [String]) -> BookingQuery {
    BookingQuery(
      restaurantIDs: restaurantIDs, from: from, to: to, search: search, statuses: statuses,
      limit: limit + 1, after: after)
  }

  /// `confirmed,pending`
  private static func statuses(_ text: String) throws -> [BookingStatus] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { word in
      if let status = BookingStatus(rawValue: String(word)) { return status }
      let known = BookingStatus.allCases.map(\.rawValue).joined(separator: ", ")
      throw Problem.malformed("status must be of: \(known).", field: "status")
    }
  }
}

/// A page of bookings.
struct BookingListJSON: Encodable {
  var bookings: [BookingJSON]
  /// What `cursor` has to be for the next page; null on the last.
  @OrNull var nextCursor: String?

  /// Bookings of the page, and at most one more.
  init(_ found: [Booking], limit: Int) {
    let page = found.prefix(limit)
    bookings = page.map { BookingJSON($0) }
    nextCursor = found.count > limit ? page.last.map { BookingCursor($0).text } : nil
  }
}

extension BookingCursor {
  /// Opaque to callers.
  var text: String {
    Base64URL.encoded("\(serviceDate)|\(serviceMinute)|\(reference)".utf8)
  }

  /// Nil for a text that is no cursor.
  init?(text: String) {
    guard let bytes = Base64URL.decoded(text), let plain = String(validating: bytes, as: UTF8.self)
    else { return nil }
    let parts = plain.split(separator: "|", omittingEmptySubsequences: false)
    guard parts.count == 3, let date = CivilDate(parts[0]), let minute = digits(parts[1]), !parts[2].isEmpty
    else { return nil }
    self.init(serviceDate: date, serviceMinute: minute, reference: String(parts[2]))
  }
}
