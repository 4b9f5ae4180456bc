extension StoreReading {
  /// Every restaurant, by name.
  package func restaurants() throws -> [Restaurant] {
    try db.all("SELECT * FROM restaurants ORDER BY name, slug", [], Restaurant.init(row:))
  }

  package func restaurant(slug: String) throws -> Restaurant? { try setup("r.slug", slug)?.restaurant }

  package func restaurant(id: String) throws -> Restaurant? { try setup("r.id", id)?.restaurant }

  /// Everything that is set up about a restaurant, with all closures there ever were; nil when it is not there.
  func setup(ofRestaurant id: String) throws -> HouseSetup? { try setup("r.id", id) }

  private func setup(_ column: String, _ value: String) throws -> HouseSetup? {
    let found = try db.first(
      """
      SELECT r.id, s.stamp FROM restaurants r LEFT JOIN setup_stamps s ON s.restaurant_id = r.id
      WHERE \(column) = ?
      """, [value]
    ) { (id: $0[0] as String, stamp: $0[1] as String?) }
    guard let (id, stamp) = found else { return nil }
    if let stamp, let known = connection.memory.setup(ofRestaurant: id, stamp: stamp) { return known }
    guard let setup = try storedSetup(id) else { return nil }
    if let stamp { connection.memory.keep(setup, stamp: stamp) }
    return setup
  }

  private func storedSetup(_ id: String) throws -> HouseSetup? {
    let restaurant = try db.first("SELECT * FROM restaurants WHERE id = ?", [id], Restaurant.init(row:))
    guard let restaurant else { return nil }
    let closures = try db.all(
      "SELECT * FROM closures WHERE restaurant_id = ? ORDER BY starts_at, id", [id], Closure.init(row:))
    return HouseSetup(restaurant: restaurant, schedule: try schedule(ofRestaurant: id), closures: closures)
  }

  /// The whole schedule as it was set up; empty for a restaurant that is not there.
  package func schedule(ofRestaurant id: String) throws -> Schedule {
    Schedule(weekly: try weeklyHours(id), exceptions: try datedHours(id), services: try services(id))
  }

  private func weeklyHours(_ restaurantID: String) throws -> [Weekday: DayHours] {
    let rows = try db.all("SELECT * FROM weekly_hours WHERE restaurant_id = ?", [restaurantID]) {
      (Weekday.allCases[$0["weekday"] as Int - 1], DayHours(row: $0))
    }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  private func datedHours(_ restaurantID: String) throws -> [CivilDate: DayHours] {
    let rows = try db.all("SELECT * FROM dated_hours WHERE restaurant_id = ?", [restaurantID]) {
      (try $0.date("date"), DayHours(row: $0))
    }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  /// Services in the order they were set up.
  private func services(_ restaurantID: String) throws -> [ScheduledService] {
    let weekdays = try weekdayCapacity(restaurantID)
    let dates = try dateCapacity(restaurantID)
    return try db.all("SELECT * FROM services WHERE restaurant_id = ? ORDER BY position", [restaurantID]) {
      var service = ScheduledService(row: $0)
      let id: Int = $0["id"]
      service.weekdayCapacity = weekdays[id] ?? [:]
      service.dateCapacity = dates[id] ?? [:]
      return service
    }
  }

  private func weekdayCapacity(_ restaurantID: String) throws -> [Int: [Weekday: Capacity]] {
    var found: [Int: [Weekday: Capacity]] = [:]
    _ = try db.all(
      """
      SELECT c.* FROM services s JOIN service_weekday_capacity c ON c.service_id = s.id
      WHERE s.restaurant_id = ?
      """, [restaurantID]
    ) {
      found[$0["service_id"], default: [:]][Weekday.allCases[$0["weekday"] as Int - 1]] = Capacity(row: $0)
    }
    return found
  }

  private func dateCapacity(_ restaurantID: String) throws -> [Int: [CivilDate: Capacity]] {
    var found: [Int: [CivilDate: Capacity]] = [:]
    _ = try db.all(
      """
      SELECT c.* FROM services s JOIN service_date_capacity c ON c.service_id = s.id
      WHERE s.restaurant_id = ?
      """, [restaurantID]
    ) { found[$0["service_id"], default: [:]][try $0.date("date")] = Capacity(row: $0) }
    return found
  }
}

extension Restaurant {
  init(row: Row) throws {
    self.init(
      id: row["id"], slug: row["slug"], name: row["name"], zone: try row.zone("timezone"),
      phone: row["phone"], email: row["email"], address: row["address"], locale: row["locale"],
      seats: row["seats"])
  }
}

extension DayHours {
  init(row: Row) {
    self.init(opens: row["opens"], closes: row["closes"], closed: row["closed"], label: row["label"])
  }
}

extension Capacity {
  init(row: Row) {
    self.init(covers: row["max_covers"], parties: row["max_parties"])
  }
}

extension ScheduledService {
  init(row: Row) {
    let days: String = row["weekdays"]
    self.init(
      period: ServicePeriod(
        key: row["key"], name: row["name"], opens: row["opens"], closes: row["closes"]),
      weekdays: Set(Weekday.allCases.filter { days.contains(String($0.number)) }),
      capacity: Capacity(row: row))
  }
}
