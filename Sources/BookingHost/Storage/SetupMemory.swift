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
