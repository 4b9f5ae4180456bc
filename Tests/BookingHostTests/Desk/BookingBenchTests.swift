import Testing

@testable import BookingHost

@Suite("Measuring bookings")
struct BookingBenchTests {
  @Test func `every booking that is counted is in the store, and clients share commits or make their own`()
    throws
  {
    let directory = try TemporaryDirectory()
    let bench = try BookingBench(
      rules: Shipped.rules, place: StorePlace(directory: directory.path + "/data"), environment: .live)
    let figures = try bench.run(clients: 3, seconds: 0.2)
    let stored = try Store.open(directory: directory.path + "/data")
      .rows("SELECT count(*) AS n FROM bookings").first?["n"]
    #expect(stored == String(figures.times.count))
    #expect(figures.times == figures.times.sorted())
    #expect(figures.commits >= 1 && figures.commits <= figures.times.count)
  }

  @Test func `a second one books at the same restaurants, and in no other store`() throws {
    let directory = try TemporaryDirectory()
    func bench(_ restaurants: Int, lane: Int) throws -> BookingBench {
      try BookingBench(
        rules: Shipped.rules, place: StorePlace(directory: directory.path + "/data"),
        restaurants: restaurants, lane: lane, environment: .live)
    }
    let (first, second) = (try bench(2, lane: 1), try bench(2, lane: 2))
    let count = try [first, second].map { try $0.run(clients: 2, seconds: 0.1).times.count }.reduce(0, +)
    let stored = try Store.open(directory: directory.path + "/data")
      .rows("SELECT count(*) AS n, count(DISTINCT restaurant_id) AS r FROM bookings").first
    #expect(stored == ["n": String(count), "r": "2"])
    #expect(throws: StoreError.self) { try bench(3, lane: 3) }
  }
}
