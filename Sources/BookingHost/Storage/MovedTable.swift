/// A table as a move goes through it.
struct MovedTable {
  let name: String
  /// What its rows are ordered by; no two are equal in it.
  let key: [String]

  init(_ name: String, _ key: String...) {
    self.name = name
    self.key = key
  }

  /// Every table, those first that others refer to. `delivery_hold` is the move's own, and the store stamps set-ups itself.
  static let all = [
    MovedTable("restaurants", "id"), MovedTable("weekly_hours", "restaurant_id", "weekday"),
    MovedTable("dated_hours", "restaurant_id", "date"), MovedTable("services", "id"),
    MovedTable("service_weekday_capacity", "service_id", "weekday"),
    MovedTable("service_date_capacity", "service_id", "date"), MovedTable("closures", "id"),
    MovedTable("calendar_links", "restaurant_id"), MovedTable("staff", "id"),
    MovedTable("memberships", "staff_id", "restaurant_id"), MovedTable("sessions", "token_hash"),
    MovedTable("staff_identities", "issuer", "subject"), MovedTable("rule_revisions", "revision"),
    MovedTable("rule_files", "revision", "path"), MovedTable("guests", "id"), MovedTable("bookings", "id"),
    MovedTable("booking_transitions", "id"), MovedTable("waitlist", "id"), MovedTable("decisions", "rowid"),
    MovedTable("audit", "id"), MovedTable("idempotency", "scope", "key_hash"), MovedTable("live_rules", "id"),
    MovedTable("rule_events", "id"), MovedTable("rule_use", "restaurant_id", "day", "mode", "revision"),
    MovedTable("rule_impact", "restaurant_id", "day", "mode", "code", "rule", "revision"),
    MovedTable("shadow_runs", "candidate"), MovedTable("shadow_differences", "id"),
    MovedTable("effects", "id"),
    MovedTable("effect_attempts", "effect_id", "number", "at", "outcome"), MovedTable("notices", "id"),
    MovedTable("webhook_endpoints", "id"), MovedTable("webhook_deliveries", "effect_id", "endpoint_id"),
    MovedTable("loyalty_entries", "id"), MovedTable("pending_sweep", "id"),
    MovedTable("secret_mark", "id"),
  ]

  func count(_ reader: StoreReader) throws -> Int {
    try reader.db.first("SELECT count(*) AS n FROM \(name)") { $0["n"] as Int } ?? 0
  }

  /// Its columns, sorted; nil when it is empty. The order in which decisions were made is a column of its own.
  func columns(_ reader: StoreReader) throws -> [String]? {
    let columns = try reader.db.first("SELECT * FROM \(name) LIMIT 1") { $0.cells.all.map(\.column) }
    guard let columns else { return nil }
    return Set(columns + (key == ["rowid"] ? key : [])).sorted()
  }

  /// The key of its last row; nil when it is empty.
  func lastKey(_ reader: StoreReader) throws -> [StoredValue]? {
    let order = key.map { "\($0) DESC" }.joined(separator: ", ")
    return try reader.db.first("SELECT \(key.joined(separator: ", ")) FROM \(name) ORDER BY \(order) LIMIT 1")
    {
      $0.cells.all.map(\.value)
    }
  }

  /// The next rows in the order of the key, each with its values in the order of `columns`.
  func rows(
    _ reader: StoreReader, _ columns: [String], after place: [StoredValue]?, limit: Int
  ) throws -> [[StoredValue]] {
    let keys = key.joined(separator: ", ")
    let condition = place == nil ? "" : "WHERE (\(keys)) > (\(placeholders(key.count)))"
    return try reader.db.all(
      "SELECT \(columns.joined(separator: ", ")) FROM \(name) \(condition) ORDER BY \(keys) LIMIT ?",
      StatementArguments((place ?? []) + [StoredValue.integer(limit)])
    ) { $0.cells.all.map(\.value) }
  }

  func key(of row: [StoredValue], _ columns: [String]) -> [StoredValue] {
    key.compactMap { columns.firstIndex(of: $0).map { row[$0] } }
  }

  func insert(_ row: [StoredValue], _ columns: [String], _ writer: StoreWriter) throws {
    // Whom a guest was merged into is written when all guests are there.
    let values = zip(columns, row).map { $0 == "merged_into" ? StoredValue.null : $1 }
    try writer.db.run(
      "INSERT INTO \(name) (\(columns.joined(separator: ", "))) VALUES (\(placeholders(columns.count)))",
      StatementArguments(values))
  }
}
