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
    /// The last line of the audit trail that everybody has seen; nil while nobody listens.
    var seen: Int?
    /// The last notice that everybody has seen. Whoever comes later reads the older ones elsewhere.
    var seenNotice: Int?
    var isClosed = false
  }

  private let store: Store
  private let state = Mutex(State())

  /// Listeners beyond this many are sent away; so is one that has not read this many events.
  static let mostListeners = 200
  private static let mostUnread = 1000

  init(store: Store) {
    self.store = store
  }

  /// Everything from after a line of the audit trail on; it may begin with older events. Nil when there are
  /// too many listeners, or the server is about to stop.
  func listen(after line: Int) -> Events? {
    state.withLock { state in
      guard !state.isClosed, state.listeners.count < EventFeed.mostListeners else { return nil }
      let (stream, continuation) = Events.makeStream(bufferingPolicy: .bufferingOldest(EventFeed.mostUnread))
      let number = state.nextListener
      state.nextListener += 1
      state.listeners[number] = continuation
      state.seen = min(state.seen ?? line, line)
      continuation.onTermination = { [weak self] _ in self?.leave(number) }
      return stream
    }
  }

  /// Reads what is new and hands it out. Blocks.
  func poll() throws {
    guard let seen = state.withLock({ $0.seen }) else { return }
    try pollNotices()
    let (events, last) = try store.read { reader in
      let last = try reader.lastAuditID()
      guard last > seen else { return ([BookingEvent](), seen) }
      let events = try reader.bookingEvents(after: seen, through: last, limit: EventFeed.mostUnread / 2)
      return (events, events.count == EventFeed.mostUnread / 2 ? events.last?.id ?? last : last)
    }
    let listeners = state.withLock { state in
      // Somebody who began to listen meanwhile may want older ones: they come with the next poll.
      if state.seen == seen { state.seen = last }
      return Array(state.listeners.values)
    }
    for event in events { send(.happened(.booking(event)), to: listeners) }
  }

  private func pollNotices() throws {
    let seen = state.withLock { $0.seenNotice }
    let (notices, last) = try store.read { reader in
      let last = try reader.lastNoticeID()
      guard let seen, last > seen else { return ([Notice](), last) }
      return (try reader.notices(after: seen, through: last, limit: EventFeed.mostUnread / 2), last)
    }
    let listeners = state.withLock { state in
      if state.seenNotice == seen { state.seenNotice = last }
      return Array(state.listeners.values)
    }
    for notice in notices { send(.happened(.notice(notice)), to: listeners) }
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
      if state.listeners.isEmpty { (state.seen, state.seenNotice) = (nil, nil) }
    }
  }
}

/// Somebody who wants to know what happens to bookings.
package struct EventSubscription: Sendable {
  /// The last event they have seen.
  var after: Int
  /// The ids of the restaurants they may hear of now. Throws when they may not listen any more. Blocks.
  var restaurants: @Sendable () throws -> Set<String>
}
