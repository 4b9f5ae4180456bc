import Testing

@testable import BookingHost

@Suite("What is set up is read again when it has changed, and not otherwise")
struct SetupMemoryTests {
  private let directory: TemporaryDirectory
  private let store: Store

  init() throws {
    directory = try TemporaryDirectory()
    store = try StoreFixtures.filled(TestStore.create(directory: directory.path))
  }

  private func stamps() throws -> [String: String] {
    let rows = try store.rows("SELECT restaurant_id, stamp FROM setup_stamps")
    return Dictionary(uniqueKeysWithValues: rows.map { ($0["restaurant_id"]!, $0["stamp"]!) })
  }

  private func opening(_ store: Store) throws -> Int? {
    try store.read { try $0.diary(of: StoreFixtures.anchor, around: "2026-11-22") }
      .days["2026-11-22"]?.hours.opens
  }

  private func open(at minute: Int) -> String {
    "UPDATE weekly_hours SET opens = \(minute) WHERE restaurant_id = 'r-anchor'"
  }

  @Test(arguments: [
    "UPDATE restaurants SET timezone = 'Europe/Paris' WHERE id = 'r-anchor'",
    "UPDATE weekly_hours SET opens = 600 WHERE restaurant_id = 'r-anchor' AND weekday = 1",
    "DELETE FROM weekly_hours WHERE restaurant_id = 'r-anchor' AND weekday = 1",
    "INSERT INTO dated_hours (restaurant_id, date, opens, closes, closed) VALUES ('r-anchor', '2027-01-01', 0, 1, 0)",
    """
    INSERT INTO services (restaurant_id, position, key, name, opens, closes, weekdays)
    VALUES ('r-anchor', 9, 'tea', 'Tea', 900, 960, '1')
    """,
    "UPDATE services SET max_covers = 9 WHERE restaurant_id = 'r-anchor'",
    "UPDATE service_weekday_capacity SET max_covers = 9",
    "DELETE FROM service_weekday_capacity",
    "INSERT INTO service_date_capacity (service_id, date, max_covers) SELECT id, '2027-01-02', 3 FROM services",
    "UPDATE service_date_capacity SET max_covers = 8",
    "DELETE FROM services WHERE restaurant_id = 'r-anchor'",
    "UPDATE closures SET ends_at = ends_at + 60",
    "DELETE FROM closures",
  ]) func everyWriteToASetupReplacesItsStampAndNoOther(sql: String) throws {
    let lunch = ScheduledService(
      period: ServicePeriod(key: "lunch", name: "Lunch", opens: 720, closes: 900),
      weekdayCapacity: [.friday: Capacity(covers: 5)], dateCapacity: ["2027-01-01": Capacity(covers: 6)])
    try store.write { writer in
      try writer.insert(lunch, restaurantID: "r-anchor", position: 0)
      try writer.insertClosure(
        atRestaurant: "r-anchor", from: StoreFixtures.now, to: StoreFixtures.now.adding(minutes: 60),
        reason: nil)
    }
    let before = try stamps()
    try store.execute(sql)
    let after = try stamps()
    #expect(after["r-anchor"] != before["r-anchor"])
    #expect(after["r-other"] == before["r-other"])
  }

  @Test func aRowThatGoesToAnotherRestaurantStampsBoth() throws {
    let before = try stamps()
    try store.execute("UPDATE services SET restaurant_id = 'r-other' WHERE restaurant_id = 'r-anchor'")
    #expect(try stamps() == before)
    try store.write { writer in
      try writer.insert(
        ScheduledService(period: ServicePeriod(key: "lunch", name: "Lunch", opens: 720, closes: 900)),
        restaurantID: "r-anchor", position: 0)
    }
    let between = try stamps()
    try store.execute("UPDATE services SET restaurant_id = 'r-other' WHERE restaurant_id = 'r-anchor'")
    for (id, stamp) in try stamps() { #expect(between[id] != stamp) }
  }

  @Test func whatAnotherProcessHasSetUpIsSeenByTheNextRead() throws {
    let other = try TestStore.open(directory: directory.path)
    #expect(try opening(store) == 720)
    try other.execute(open(at: 660))
    #expect(try opening(store) == 660)
    #expect(try store.read { try $0.restaurant(slug: "the-anchor") } == StoreFixtures.anchor)
    try other.execute("UPDATE restaurants SET name = 'The Hope' WHERE id = 'r-anchor'")
    #expect(try store.read { try $0.restaurant(id: "r-anchor") }?.name == "The Hope")
  }

  @Test func whatWasReadInATransactionThatCameToNothingCountsForNothing() throws {
    #expect(throws: CancellationError.self) {
      try store.write { writer in
        try writer.db.run(open(at: 660))
        #expect(
          try writer.diary(of: StoreFixtures.anchor, around: "2026-11-22").days["2026-11-22"]?.hours.opens
            == 660)
        throw CancellationError()
      }
    }
    #expect(try opening(store) == 720)
    try store.execute(open(at: 690))
    #expect(try opening(store) == 690)
  }

  @Test(.aboutSQLite) func aSetupThatHasNotChangedIsReadOnce() throws {
    let plans = try store.plans { writer in
      for date in ["2026-11-22", "2026-12-24"] as [CivilDate] {
        _ = try writer.diary(of: StoreFixtures.anchor, around: date)
      }
    }
    #expect(plans.filter { $0.statement.contains("JOIN setup_stamps") }.count == 2)
    #expect(plans.filter { $0.statement.contains("FROM weekly_hours") }.count == 1)
  }

  @Test func memoryIsBounded() {
    let memory = SetupMemory(most: 2)
    for number in 1...3 {
      let restaurant = Restaurant(id: "r\(number)", slug: "r\(number)", name: "R", zone: .utc)
      memory.keep(HouseSetup(restaurant: restaurant, schedule: Schedule(weekly: [:])), stamp: "s")
    }
    #expect(memory.setup(ofRestaurant: "r3", stamp: "s") != nil)
    #expect((1...3).filter { memory.setup(ofRestaurant: "r\($0)", stamp: "s") != nil }.count == 2)
  }
}
