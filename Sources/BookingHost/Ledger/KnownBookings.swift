/// Tells rows of bookings that are there already.
///
/// A row with a reference is known by it. One without is known by restaurant, start, name and contact; as two
/// parties may well have the same of these, the second such row of a file is known only if there were two such
/// bookings before.
struct KnownBookings {
  /// By a hash of what a row is known by, so that memory does not grow with what rows hold.
  private var references: Set<Int> = []
  private var alike: [Int: (rows: Int, written: Int)] = [:]

  /// To be called once for each row.
  mutating func contains(_ row: ImportedRow, _ reader: some StoreReading) throws -> Bool {
    if let reference = row.reference {
      if references.contains(hash(of: reference)) { return true }
      guard let owner = try reader.restaurantID(ofReference: reference) else { return false }
      guard owner == row.restaurant.id else {
        throw RowError("reference_taken", .reference, "Another restaurant's booking has this reference.")
      }
      return true
    }
    let key = hash(of: row)
    let seen = alike[key] ?? (0, 0)
    alike[key] = (seen.rows + 1, seen.written)
    let stored = try reader.bookingsAlike(
      restaurantID: row.restaurant.id, startsAt: row.startsAt,
      serviceDates: Diary.dates(around: row.start.date), name: row.name, email: row.email,
      phone: row.phone)
    return stored - seen.written > seen.rows
  }

  /// That a row is a booking from now on, without having been written.
  mutating func note(_ row: ImportedRow) {
    if let reference = row.reference { references.insert(hash(of: reference)) }
  }

  /// That a row has been written.
  mutating func noteWritten(_ row: ImportedRow) {
    if row.reference == nil { alike[hash(of: row)]?.written += 1 }
  }

  private func hash(of reference: String) -> Int { reference.uppercased().hashValue }

  private func hash(of row: ImportedRow) -> Int {
    var hasher = Hasher()
    hasher.combine(row.restaurant.id)
    hasher.combine(row.startsAt)
    hasher.combine(GuestName.folded(row.name))
    hasher.combine(row.email?.lowercased())
    hasher.combine(row.phone.map(BookingSearch.digits))
    return hasher.finalize()
  }
}
