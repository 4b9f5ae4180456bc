import Testing

@testable import BookingHost

struct BookingListTests {
  let store: Store

  init() throws {
    store = try StoreFixtures.inMemory()
    var ada = StoreFixtures.booking(1, date: "2026-11-22", minute: 1200)
    ada.phone = "07700 900123"
    ada.normalisedPhone = "+447700900123"
    var zoe = StoreFixtures.booking(2, date: "2026-11-22", minute: 1170, name: "Zoë Washburne")
    zoe.email = "zoe_w@example.com"
    let late = StoreFixtures.booking(3, date: "2026-11-21", minute: 1530, name: "100% Óscar")
    let gone = StoreFixtures.booking(4, date: "2026-11-23", status: .cancelled)
    let elsewhere = StoreFixtures.booking(5, at: StoreFixtures.other, date: "2026-11-22", minute: 1170)
    for booking in [ada, zoe, late, gone, elsewhere] { try store.add(booking) }
  }

  private func ids(_ query: BookingQuery) throws -> [String] {
    try store.read { try $0.bookings(query).map(\.id) }
  }

  private func found(_ search: String) throws -> [String] {
    try ids(BookingQuery(restaurantIDs: ["r-anchor"], search: search))
  }

  @Test func listsFollowTheServiceDayThenTheReference() throws {
    #expect(try ids(BookingQuery(restaurantIDs: ["r-anchor"])) == ["b-3", "b-2", "b-1", "b-4"])
    #expect(
      try ids(BookingQuery(restaurantIDs: ["r-anchor", "r-other"])) == ["b-3", "b-2", "b-5", "b-1", "b-4"])
  }

  @Test func datesAreIncludedAtBothEnds() throws {
    let query = BookingQuery(restaurantIDs: ["r-anchor"], from: "2026-11-21", to: "2026-11-22")
    #expect(try ids(query) == ["b-3", "b-2", "b-1"])
    #expect(try ids(BookingQuery(restaurantIDs: ["r-anchor"], from: "2026-11-23")) == ["b-4"])
  }

  @Test func onlyTheRestaurantsAskedForAreListed() throws {
    #expect(try ids(BookingQuery(restaurantIDs: ["r-other"])) == ["b-5"])
    #expect(try ids(BookingQuery(restaurantIDs: [])) == [])
  }

  @Test func statusesNarrowTheList() throws {
    #expect(try ids(BookingQuery(restaurantIDs: ["r-anchor"], statuses: [.cancelled, .noShow])) == ["b-4"])
    #expect(try ids(BookingQuery(restaurantIDs: ["r-anchor"], statuses: [])) == [])
  }

  @Test func pagesFollowOnWithoutGapsOrRepeats() throws {
    var seen: [String] = []
    var after: BookingCursor?
    while true {
      let query = BookingQuery(restaurantIDs: ["r-anchor", "r-other"], limit: 2, after: after)
      let page = try store.read { try $0.bookings(query) }
      guard let last = page.last else { break }
      seen += page.map(\.id)
      after = BookingCursor(last)
    }
    #expect(seen == ["b-3", "b-2", "b-5", "b-1", "b-4"])
  }

  @Test(arguments: [
    ("ADA", ["b-1", "b-4"]), ("lovelace ada", ["b-1", "b-4"]), ("zoe", ["b-2"]), ("ZOË wash", ["b-2"]),
    ("zoe_w@", ["b-2"]), ("ref3", ["b-3"]), ("07700 900-123", ["b-1"]), ("+44 7700 900123", ["b-1"]),
    ("900123", ["b-1"]), ("oscar", ["b-3"]), ("nobody", []), ("  ", ["b-3", "b-2", "b-1", "b-4"]),
  ])
  func aSearchFinds(_ search: String, _ expected: [String]) throws {
    #expect(try found(search) == expected)
  }

  @Test func signsThatMeanSomethingToTheDatabaseAreJustSigns() throws {
    #expect(try found("100%") == ["b-3"])
    #expect(try found("%") == ["b-3"])
    #expect(try found("zoe_") == ["b-2"])
    #expect(try found("z_e") == [])
    #expect(try found("!") == [])
    #expect(try found("' OR 1=1 --") == [])
    #expect(try found(String(repeating: "ada ", count: 10_000)) == ["b-1", "b-4"])
    #expect(try found(String(repeating: "%", count: 100_000)) == [])
  }

  @Test(.aboutSQLite) func effectsAreReadInBatches() throws {
    let query = BookingQuery(restaurantIDs: ["r-anchor"])
    let plans = try store.plans { _ = try $0.bookings(query) }
    #expect(plans.filter { $0.statement.contains("FROM effects") }.count == 1)
  }
}
