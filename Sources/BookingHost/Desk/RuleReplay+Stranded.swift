import Synchronization

// The bookings that an edit would strand.
extension RuleReplay {
  /// A booking that guests still expect to keep, and that the candidate would refuse.
  package struct Stranded: Hashable, Sendable {
    package var restaurantID: String
    package var booking: FutureBooking
    /// What refuses it.
    package var issues: [Issue]
  }

  /// Those bookings, soonest first, and how many there are: more than are listed, when there are very many.
  package struct StrandedList: Hashable, Sendable {
    package private(set) var count = 0
    package private(set) var bookings: [Stranded] = []
    fileprivate let limit: Int

    fileprivate init(limit: Int) {
      self.limit = limit
    }

    fileprivate mutating func add(_ found: [Stranded]) {
      guard !found.isEmpty else { return }
      count += found.count
      bookings += found
      bookings.sort {
        ($0.booking.startsAt, $0.booking.reference) < ($1.booking.startsAt, $1.booking.reference)
      }
      bookings.removeLast(max(0, bookings.count - limit))
    }
  }

  /// The future bookings of some restaurants that the candidate would refuse, at most `limit` of them.
  package func stranded(atRestaurants ids: [String], now: Instant, limit: Int = 1_000) throws -> StrandedList
  {
    let source = Mutex(FutureSource(restaurants: ids[...], now: now, pageSize: pageSize))
    let list = Mutex(StrandedList(limit: limit))
    try onEveryCore { () -> Bool in
      guard let (id, page) = try source.withLock({ try $0.next(from: store) }) else { return false }
      let found = page.bookings.compactMap { booking, decision in
        strands(decision).map { Stranded(restaurantID: id, booking: booking, issues: $0) }
      }
      list.withLock { $0.add(found) }
      return true
    }
    return list.withLock { $0 }
  }

  /// What refuses a booking that was made; nil when nothing does, or nobody can say.
  private func strands(_ decision: PastDecision) -> [Issue]? {
    switch candidate.replay(decision) {
    case .decided(let comparison):
      guard comparison.kinds.contains(.newlyRefused) else { return nil }
      return comparison.issues.filter { $0.severity != .warn }
    case .failed(let error):
      return [Issue(code: RuleError.decisionCode, message: error.message, rule: error.rule)]
    case .unreadable, .modeMissing: return nil
    }
  }
}

/// Where the next page of future bookings comes from.
private struct FutureSource {
  var restaurants: ArraySlice<String>
  let now: Instant
  let pageSize: Int
  var cursor: ReplayCursor?

  mutating func next(from store: Store) throws -> (restaurantID: String, page: StrandedPage)? {
    while let id = restaurants.first {
      let page = try store.read {
        try $0.futureBookings(atRestaurant: id, startingAfter: now, after: cursor, limit: pageSize)
      }
      cursor = page.next
      if cursor == nil { restaurants.removeFirst() }
      if page.count > 0 { return (id, page) }
    }
    return nil
  }
}
