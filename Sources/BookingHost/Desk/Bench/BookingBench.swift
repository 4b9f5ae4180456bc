import Foundation
import Synchronization

/// How many bookings a store takes, durable, the whole way: membership, facts, decision, and a commit that is on the
/// disk. In a store of its own, of a restaurant that is never full.
package struct BookingBench: Sendable {
  private let desk: BookingDesk
  private let caller: Caller
  private let today: CivilDate
  private let restaurants: Int
  private let lane: Int

  /// Makes a store in a place that must be empty, with so many restaurants, among which clients are spread; or goes on
  /// where a bench of as many has been made before, or is under way in another process. Processes differ in their
  /// `lane`, that they may book for different guests. Throws `StoreError`.
  package init(
    rules: RuleBook, place: StorePlace, restaurants: Int = 1, lane: Int = 0, environment: HostEnvironment
  ) throws {
    let store = try Store.create(place)
    (self.restaurants, self.lane) = (restaurants, lane)
    caller = .staff(try BookingBench.host(store, restaurants, environment))
    desk = BookingDesk(store: store, rules: rules, environment: environment) { Digest.sha256($0) }
    today = Zone.utc.local(environment.now()).date
  }

  /// Who books, with a role at every restaurant.
  private static func host(
    _ store: Store, _ restaurants: Int, _ environment: HostEnvironment
  ) throws -> StaffAccount {
    let email = "host@bench.example"
    let (known, found) = try store.read { (try $0.restaurants(), try $0.staff(email: email)) }
    if known.isEmpty { return try fill(store, restaurants, email, environment) }
    guard let found, Set(known.map(\.slug)) == Set((0..<restaurants).map(slug)) else {
      throw StoreError.failed("There is a store already; a bench is for an empty place.")
    }
    return found
  }

  private static func fill(
    _ store: Store, _ restaurants: Int, _ email: String, _ environment: HostEnvironment
  ) throws -> StaffAccount {
    let host = StaffAccount(id: environment.uuid(), email: email)
    let week = Weekday.allCases.map { ($0, DayHours(opens: 0, closes: 1440)) }
    let all = (0..<restaurants).map { number in
      Restaurant(
        id: environment.uuid(), slug: BookingBench.slug(number), name: "Bench", zone: .utc,
        phone: "+44 20 7946 0100")
    }
    let now = environment.now()
    try store.write { writer in
      try writer.insertStaff(host, passwordHash: nil, now: now)
      for restaurant in all {
        try writer.insert(
          restaurant, schedule: Schedule(weekly: Dictionary(uniqueKeysWithValues: week)), isDemo: true)
        try writer.insertMembership(staffID: host.id, restaurantID: restaurant.id, role: .host)
      }
    }
    return host
  }

  private static func slug(_ number: Int) -> String { number == 0 ? "bench" : "bench-\(number)" }

  /// What so many clients got done, each asking again as soon as it is answered.
  package struct Figures: Sendable {
    package var clients: Int
    package var seconds: Double
    /// Of each booking, in seconds, in order of size.
    package var times: [Double]
    /// How many commits these bookings shared.
    package var commits: Int
  }

  /// Books for so long. Throws the first error there was; a refusal is one, for a bench that refuses measures nothing.
  package func run(clients: Int, seconds: Double) throws -> Figures {
    let times = Mutex<[Double]>([])
    let failure = Mutex<(any Error)?>(nil)
    let before = desk.store.commitCount
    let start = ContinuousClock.now
    let done = DispatchGroup()
    // Clients wait for the disk most of the time: there may be more of them than cores.
    for client in 0..<clients {
      done.enter()
      Thread.detachNewThread {
        do {
          let own = try book(client, until: start + .seconds(seconds)) { failure.withLock { $0 != nil } }
          times.withLock { $0 += own }
        } catch {
          failure.withLock { if $0 == nil { $0 = error } }
        }
        done.leave()
      }
    }
    done.wait()
    if let error = failure.withLock({ $0 }) { throw error }
    return Figures(
      clients: clients, seconds: (ContinuousClock.now - start) / .seconds(1),
      times: times.withLock { $0.sorted() }, commits: desk.store.commitCount - before)
  }

  private func book(
    _ client: Int, until end: ContinuousClock.Instant, _ isOver: () -> Bool
  ) throws -> [Double] {
    var times: [Double] = []
    while ContinuousClock.now < end, !isOver() {
      let start = ContinuousClock.now
      let result = try desk.book(request(client, times.count), by: caller)
      times.append((ContinuousClock.now - start) / .seconds(1))
      guard case .booked = result else { throw HostError(.internal, "A booking of the bench was refused.") }
    }
    return times
  }

  /// Spread over two months and all quarters of an hour, as bookings are over real books.
  private func request(_ client: Int, _ number: Int) -> BookingRequest {
    let client = lane &* 1000 &+ client
    let spread = client &* 7919 &+ number &* 104_729
    let quarter = spread / 60 % 96
    let draft = Draft(
      date: .text(today.adding(days: 1 + spread % 60).description),
      time: .text(ClockTime.text(quarter * 15)), party: .integer(1 + spread % 6),
      name: .text("Guest \(client) \(number)"), phone: .text("+44 20 7946 0\(100 + spread % 900)"))
    return BookingRequest(
      restaurant: BookingBench.slug((client &+ number) % restaurants), mode: "ops", draft: draft)
  }
}
