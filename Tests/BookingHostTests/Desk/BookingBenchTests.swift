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
    #expect((1...figures.times.count).contains(figures.commits))
  }
}
