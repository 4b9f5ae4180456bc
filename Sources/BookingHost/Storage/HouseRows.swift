extension StoreReading {
  /// Everything that is set up about a restaurant, and the closures that are not over; nil when it is not there.
  package func houseSetup(ofRestaurant id: String, now: Instant) throws -> HouseSetup? {
    var setup = try setup(ofRestaurant: id)
    setup?.closures.removeAll { $0.to <= now }
    return setup
  }

  /// The bookings that count for capacity, from a service day on.
  package func heldBookings(ofRestaurant id: String, from date: CivilDate) throws -> [HeldBooking] {
    try db.all(
      """
      SELECT * FROM bookings WHERE restaurant_id = ? AND service_date >= ?
        AND status IN ('pending', 'confirmed', 'checked_in', 'completed')
      """, [id, date.description], HeldBooking.init(row:))
  }
}

extension StoreWriter {
  /// Writes what is different between two set-ups of one restaurant, and nothing else.
  package func save(_ setup: HouseSetup, insteadOf old: HouseSetup) throws {
    let id = old.restaurant.id
    if setup.restaurant != old.restaurant { try update(setup.restaurant) }
    for weekday in Weekday.allCases {
      try save(
        setup.schedule.weekly[weekday], insteadOf: old.schedule.weekly[weekday], "weekly_hours", id,
        day: ("weekday", weekday.number))
    }
    for date in Set(setup.schedule.exceptions.keys).union(old.schedule.exceptions.keys) {
      try save(
        setup.schedule.exceptions[date], insteadOf: old.schedule.exceptions[date], "dated_hours", id,
        day: ("date", date.description))
    }
    if setup.schedule.services != old.schedule.services {
      try db.run("DELETE FROM services WHERE restaurant_id = ?", [id])
      for (position, service) in setup.schedule.services.enumerated() {
        try insert(service, restaurantID: id, position: position)
      }
    }
    try save(setup.closures, insteadOf: old.closures, id)
  }

  private func update(_ restaurant: Restaurant) throws {
    try db.run(
      """
      UPDATE restaurants SET name = ?, timezone = ?, phone = ?, email = ?, address = ?, locale = ?, seats = ?
      WHERE id = ?
      """,
      [
        restaurant.name, restaurant.zone.identifier, restaurant.phone, restaurant.email, restaurant.address,
        restaurant.locale, restaurant.seats, restaurant.id,
      ])
  }

  private func save(
    _ hours: DayHours?, insteadOf old: DayHours?, _ table: String, _ id: String,
    day: (column: String, value: any Storable)
  ) throws {
    if hours == old { return }
    try db.run("DELETE FROM \(table) WHERE restaurant_id = ? AND \(day.column) = ?", [id, day.value])
    if let hours { try insert(hours, table: table, id, day: day) }
  }

  private func save(_ closures: [Closure], insteadOf old: [Closure], _ id: String) throws {
    for closure in old where !closures.contains(closure) {
      try db.run("DELETE FROM closures WHERE id = ?", [closure.id])
    }
    for closure in closures where !old.contains(closure) {
      guard let number = closure.id else {
        try insertClosure(atRestaurant: id, from: closure.from, to: closure.to, reason: closure.reason)
        continue
      }
      try db.insert(
        into: "closures",
        [
          "id": number, "restaurant_id": id, "starts_at": closure.from.seconds,
          "ends_at": closure.to.seconds, "reason": closure.reason,
        ])
    }
  }
}

extension Closure {
  init(row: Row) {
    self.init(
      id: row["id"], from: row.instant("starts_at"), to: row.instant("ends_at"), reason: row["reason"])
  }
}

extension HeldBooking {
  init(row: Row) throws {
    self.init(
      id: row["id"], reference: row["reference"], name: row["name"], party: row["party"],
      covers: row["covers"], status: try row.word("status"),
      start: LocalDateTime(date: try row.date("start_date"), minute: row["start_minute"]),
      zone: try row.zone("timezone"), serviceDate: try row.date("service_date"),
      serviceMinute: row["service_minute"], starts: row.instant("starts_at"), ends: row.instant("ends_at"),
      createdAt: row.instant("created_at"))
  }
}
