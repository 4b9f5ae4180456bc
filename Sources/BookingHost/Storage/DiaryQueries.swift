extension StoreReading {
  /// The service days around a date, with everything that deciding a start on that date needs.
  package func diary(of restaurant: Restaurant, around date: CivilDate) throws -> Diary {
    let dates = Diary.dates(around: date)
    let setup = try setup(ofRestaurant: restaurant.id)
    let closures = setup?.closures(touching: dates) ?? []
    let bookings = try entries(restaurant.id, dates: dates)
    let days = dates.map { date in
      let hours = setup?.hours(on: date) ?? .closed()
      return ServiceDay(
        date: date, hours: hours, services: setup?.services(on: date) ?? [],
        closures: closures.compactMap { $0.minutes(of: date, hours: hours, in: restaurant.zone) },
        bookings: bookings[date] ?? [])
    }
    return Diary(restaurant: restaurant, days: days)
  }

  /// Bookings that count for capacity, by service date, answered from one index alone. Said by what does not count: for
  /// a list of what does SQLite would make a table each time.
  private func entries(_ restaurantID: String, dates: [CivilDate]) throws -> [CivilDate: [DiaryEntry]] {
    guard let first = dates.min(), let last = dates.max() else { return [:] }
    let byText = Dictionary(uniqueKeysWithValues: dates.map { ($0.description, $0) })
    var entries: [CivilDate: [DiaryEntry]] = [:]
    _ = try db.all(
      """
      SELECT service_date, service_minute, covers, starts_at, ends_at, id FROM bookings
      WHERE restaurant_id = ? AND service_date BETWEEN ? AND ?
        AND status <> 'cancelled' AND status <> 'no_show'
      ORDER BY service_date, service_minute, reference
      """, [restaurantID, first.description, last.description]
    ) { row in
      if let date = byText[row[0]] { entries[date, default: []].append(DiaryEntry(row: row)) }
    }
    return entries
  }
}

extension HouseSetup {
  /// Those that may touch the service days of these dates.
  fileprivate func closures(touching dates: [CivilDate]) -> [Closure] {
    guard let first = dates.min(), let last = dates.max() else { return [] }
    // A service day may run 48 hours, and no zone is more than a day from UTC.
    let (from, to) = ((first.dayNumber - 1) * 86_400, (last.dayNumber + 3) * 86_400)
    return closures.filter { $0.to.seconds > from && $0.from.seconds < to }
  }
}

extension DiaryEntry {
  /// By position, in the order of the query above: a full evening is read for every booking.
  fileprivate init(row: Row) {
    self.init(
      bookingID: row[5], minute: row[1], starts: Instant(seconds: row[3]), ends: Instant(seconds: row[4]),
      covers: row[2])
  }
}
