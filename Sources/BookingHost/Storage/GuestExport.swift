extension StoreReading {
  /// Everything that is stored of a guest as one JSON document: every row, every column that is not a key of the
  /// store's own, in the store's words. Times are whole UTC seconds in the store and ISO texts here.
  package func export(_ guest: Guest, at now: Instant) throws -> String {
    let own = InList(try rowIDs(ofGuest: guest.id))
    let stood = try waitlist(ofGuest: guest.id)
    // No index helps to find nothing.
    let standing = InList(stood.isEmpty ? [""] : stood)
    let (rows, ofRows) = (own.values, own.condition)
    let (line, ofLine) = (standing.values, standing.condition)
    let ofBookings = "IN (SELECT id FROM bookings WHERE guest_id = ?)"
    let ofEffects = "IN (SELECT id FROM effects WHERE booking_id \(ofBookings) OR waitlist_id \(ofLine))"
    let id = [guest.id]
    let parts: [(String, String, [String])] = [
      ("guest", "guests WHERE id \(ofRows) ORDER BY merged_into IS NOT NULL, id", rows),
      ("bookings", "bookings WHERE guest_id = ? ORDER BY starts_at, id", id),
      ("transitions", "booking_transitions WHERE booking_id \(ofBookings) ORDER BY id", id),
      ("effects", "effects WHERE booking_id \(ofBookings) OR waitlist_id \(ofLine) ORDER BY id", id + line),
      ("attempts", "effect_attempts WHERE effect_id \(ofEffects) ORDER BY effect_id, number, at", id + line),
      (
        "deliveries", "webhook_deliveries WHERE effect_id \(ofEffects) ORDER BY effect_id, endpoint_id",
        id + line
      ),
      ("notices", "notices WHERE booking_id \(ofBookings) ORDER BY id", id),
      ("loyalty", "loyalty_entries WHERE guest_id = ? ORDER BY id", id),
      ("decisions", "decisions WHERE booking_id \(ofBookings) ORDER BY created_at, id", id),
      ("waitlist", "waitlist WHERE id \(ofLine) ORDER BY added_at", line),
      (
        "audit",
        "audit WHERE booking_id \(ofBookings) OR guest_id \(ofRows) OR waitlist_id \(ofLine) ORDER BY id",
        id + rows + line
      ),
    ]
    var document: [String: StoredJSON] = [
      "exportedAt": .text(Zone.utc.timestamp(now)), "restaurant": .text(guest.restaurant.name),
    ]
    for (name, source, arguments) in parts {
      let found = try db.all("SELECT * FROM \(source)", StatementArguments(arguments), StoredJSON.row)
      document[name] = .array(found)
    }
    return StoredJSON.object(document).encoded
  }
}

extension StoredJSON {
  /// A row by column: texts that are JSON as such, times as texts, what has no value left out.
  fileprivate static func row(_ row: Row) -> StoredJSON {
    var members: [String: StoredJSON] = [:]
    for (column, value) in row.cells.all where !hidden.contains(column) {
      switch value {
      case .null, .bytes: continue
      case .real(let number): members[column] = .number(number)
      case .integer(let number):
        let isTime = column == "at" || column.hasSuffix("_at") || column.hasSuffix("_until")
        members[column] =
          isTime ? .text(Zone.utc.timestamp(Instant(seconds: number))) : .integer(number)
      case .text(let text):
        members[column] = json.contains(column) ? parse(text) ?? .text(text) : .text(text)
      }
    }
    return .object(members)
  }

  private static let json: Set<String> = ["answers", "issues", "detail", "tags"]
  /// What the store makes of other columns for itself.
  private static let hidden: Set<String> = ["search_text", "folded_name", "lease"]
}
