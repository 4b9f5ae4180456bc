import Foundation
import Synchronization

/// Makes past decisions again by other rules, to see what an edit would change before it is live.
///
/// Reads page by page, each in a short snapshot of its own, and decides on every core. A core takes the next
/// page as soon as it has done with its last: one reads while the others decide, and there is never more
/// than a page for each in memory.
package struct RuleReplay: Sendable {
  package let store: Store
  package let candidate: RuleBook
  /// How many decide at once.
  package var cores = max(1, ProcessInfo.processInfo.activeProcessorCount)
  package var pageSize = 1_000

  package init(store: Store, candidate: RuleBook) {
    self.store = store
    self.candidate = candidate
  }

  /// Which decisions to make again: of these restaurants, from an instant on, at most the newest so many of
  /// each.
  package struct Selection: Sendable {
    package var restaurantIDs: [String]
    package var since: [String: Instant]
    package var limit: Int?

    package init(restaurantIDs: [String], since: [String: Instant] = [:], limit: Int? = nil) {
      self.restaurantIDs = restaurantIDs
      self.since = since
      self.limit = limit
    }
  }

  /// How many decisions a selection has.
  package func count(_ selection: Selection) throws -> Int {
    try store.read { reader in
      try selection.restaurantIDs.reduce(0) { sum, id in
        let all = try reader.countPastDecisions(atRestaurant: id, since: selection.since[id])
        return sum + min(all, selection.limit ?? all)
      }
    }
  }

  /// Makes a selection's decisions again. `progress` hears, from any thread, how many more are done.
  package func run(_ selection: Selection, progress: @Sendable (Int) -> Void = { _ in }) throws -> ReplayTally
  {
    let source = Mutex(DecisionSource(selection, pageSize: pageSize))
    let sum = Mutex(ReplayTally())
    try onEveryCore { () -> Bool in
      guard let page = try source.withLock({ try $0.next(from: store) }) else { return false }
      var tally = ReplayTally()
      for decision in page.decisions { tally.add(decision, by: candidate) }
      sum.withLock { $0.add(tally) }
      progress(page.count)
      return true
    }
    return sum.withLock { $0 }
  }

  /// Calls `step` on every core until it returns false. Throws the first error that any of them threw.
  func onEveryCore(_ step: @Sendable () throws -> Bool) throws {
    try Lanes.run(cores) { _, hasFailed in
      while !hasFailed(), try step() {}
    }
  }
}

/// Where the next page comes from.
private struct DecisionSource {
  private var restaurants: ArraySlice<String>
  private let selection: RuleReplay.Selection
  private let pageSize: Int
  private var cursor: ReplayCursor?
  /// How many of the restaurant at hand have been read.
  private var taken = 0

  init(_ selection: RuleReplay.Selection, pageSize: Int) {
    self.selection = selection
    self.pageSize = pageSize
    restaurants = selection.restaurantIDs[...]
  }

  mutating func next(from store: Store) throws -> ReplayPage? {
    while let id = restaurants.first {
      let size = min(pageSize, (selection.limit ?? .max) - taken)
      let page = try store.read { reader in
        size > 0
          ? try reader.pastDecisions(
            atRestaurant: id, since: selection.since[id], after: cursor, limit: size) : nil
      }
      taken += page?.count ?? 0
      cursor = page?.next
      if cursor == nil {
        restaurants.removeFirst()
        taken = 0
      }
      if let page, page.count > 0 { return page }
    }
    return nil
  }
}
