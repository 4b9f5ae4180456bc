import Synchronization

/// What is set up about restaurants, as this process has read it last: hours, services and closures change once a month
/// and are asked for with every decision.
///
/// Each set-up has a stamp in the store, which the store itself replaces whenever anything of the set-up is written, by
/// whomever. No stamp is ever used again. So what was read under the stamp that a snapshot shows is what that snapshot
/// holds, even where it was read in a transaction that came to nothing.
final class SetupMemory: Sendable {
  private let known = Mutex<[String: (stamp: String, setup: HouseSetup)]>([:])
  private let most: Int

  /// Of so many restaurants at most.
  init(most: Int = 4000) { self.most = most }

  func setup(ofRestaurant id: String, stamp: String) -> HouseSetup? {
    known.withLock { known in known[id].flatMap { $0.stamp == stamp ? $0.setup : nil } }
  }

  func keep(_ setup: HouseSetup, stamp: String) {
    known.withLock { known in
      // Any one makes room: who is asked for comes back.
      if known.count >= most, known[setup.restaurant.id] == nil { known.remove(at: known.startIndex) }
      known[setup.restaurant.id] = (stamp, setup)
    }
  }
}

extension StoreReading {
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
}
