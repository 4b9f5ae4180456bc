import Synchronization

/// Tells whoever listens what happened to bookings, wherever it was done: what is new is found in the
/// store's audit trail, by one poller for all listeners.
package final class EventFeed: Sendable {
  typealias Events = AsyncStream<Signal>

  enum Signal: Sendable {
    case happened(FeedEvent)
    /// Nothing happened for a while: time to see whether the listener is still there, and still may listen.
    case beat
  }

  private struct State {
    var listeners: [Int: Events.Continuation] = [:]
    var nextListener = 0
    /// What everybody has seen; nil while nobody listens.
    var seen: EventPosition?
    var isClosed = false
  }

  private let store: Store
  private let state = Mutex(State())
  private let polling = Mutex(())

  /// Listeners beyond this many are sent away; so is one that has not read this many events.
  static let mostListeners = 200
  private static let mostUnread = 1000

  init(store: Store) {
    self.store = store
  }

  /// Everything from after a position on; it may begin with older events. Nil when there are too many listeners,
  /// or the server is about to stop.
  func listen(after position: EventPosition) -> Events? {
    state.withLock { state in
      guard !state.isClosed, state.listeners.count < EventFeed.mostListeners else { return nil }
      let (stream, continuation) = Events.makeStream(bufferingPolicy: .bufferingOldest(EventFeed.mostUnread))
      let number = state.nextListener
      state.nextListener += 1
      state.listeners[number] = continuation
      state.seen = state.seen?.earlier(position) ?? position
      continuation.onTermination = { [weak self] _ in self?.leave(number) }
      return stream
    }
  }

  /// Has `ring` called when the store says that there is news, where it can.
  func whenRung(_ ring: @escaping @Sendable () -> Void) { store.listen(ring) }

  /// Reads what is new and hands it out. Blocks. One after the other: what comes later is handed out later.
  func poll() throws { try poll { seen in try store.read { try EventFeed.news(since: seen, $0) } } }

  /// The same with what is new found by `news`.
  func poll(finding news: (EventPosition) throws -> News) throws {
    try polling.withLock { _ in while try !handOut(news) {} }
  }

  /// False where somebody began to listen meanwhile who wants older events. They must have these first: who has heard
  /// of one takes what is older for known.
  private func handOut(_ news: (EventPosition) throws -> News) throws -> Bool {
    guard let seen = state.withLock({ $0.seen }) else { return true }
    let (events, last) = try news(seen)
    let listeners: [Events.Continuation]? = state.withLock { state in
      guard state.seen == seen else { return nil }
      state.seen = last
      return Array(state.listeners.values)
    }
    guard let listeners else { return false }
    for event in events { send(.happened(event), to: listeners) }
    return true
  }

  typealias News = (events: [FeedEvent], last: EventPosition)

  /// What is new, not more than a listener can be handed at once, and how far it goes. Notices come first: they
  /// are about bookings that dashboards then ask for anyway.
  static func news(since seen: EventPosition, _ reader: some StoreReading) throws -> News {
    let most = mostUnread / 4
    var last = try EventPosition(latest: reader).later(seen)
    let notices = try reader.notices(after: seen.notice, through: last.notice, limit: most)
    let bookings = try reader.bookingEvents(after: seen.line, through: last.line, limit: most)
    if notices.count == most { last.notice = notices[most - 1].id }
    if bookings.count == most { last.line = bookings[most - 1].id }
    return (notices.map(FeedEvent.notice) + bookings.map(FeedEvent.booking), last)
  }

  func beat() { send(.beat, to: state.withLock { Array($0.listeners.values) }) }

  /// Ends every stream: the server is about to stop.
  func close() {
    let listeners = state.withLock { state in
      state.isClosed = true
      return Array(state.listeners.values)
    }
    for listener in listeners { listener.finish() }
  }

  /// One who does not read is let go; they can come back and say where they were.
  private func send(_ signal: Signal, to listeners: [Events.Continuation]) {
    for listener in listeners {
      if case .dropped = listener.yield(signal) { listener.finish() }
    }
  }

  private func leave(_ number: Int) {
    state.withLock { state in
      state.listeners[number] = nil
      if state.listeners.isEmpty { state.seen = nil }
    }
  }
}

/// Somebody who wants to know what happens to bookings.
package struct EventSubscription: Sendable {
  /// How far they have seen.
  var after: EventPosition
  /// The ids of the restaurants they may hear of now. Throws when they may not listen any more. Blocks.
  var restaurants: @Sendable () throws -> Set<String>
}
