#if Postgres
  import Dispatch
  import Synchronization

  /// The connections of one store: opened when they are needed, kept for the next, never more than so many.
  final class PostgresPool: Sendable {
    /// One who waits for a connection. `place` tells them that there is room for one: of somebody's who is done, or for
    /// a new one.
    private final class Waiter: Sendable {
      let turn = DispatchSemaphore(value: 0)
      let place = Mutex<Place?>(nil)
    }

    private enum Place: Sendable {
      case connection(PostgresConnection)
      case room
    }

    private struct State {
      var idle: [PostgresConnection] = []
      /// Open ones, lent and idle, and those that are being opened.
      var count = 0
      var waiting: [Waiter] = []
      var isClosed = false
    }

    let address: PostgresAddress
    let limits: PostgresLimits
    private let state = Mutex(State())

    init(_ address: PostgresAddress, _ limits: PostgresLimits) {
      self.address = address
      self.limits = limits
    }

    /// A connection for one thread, to be given back. Throws `StoreError.busy` when none is free in time, and
    /// `PostgresFailure` when none can be made.
    func borrow() throws -> PostgresConnection {
      let waiter = Waiter()
      let place: Place? = state.withLock { state in
        if let idle = state.idle.popLast() { return .connection(idle) }
        if state.count < limits.connections {
          state.count += 1
          return .room
        }
        state.waiting.append(waiter)
        return nil
      }
      switch try place ?? wait(waiter) {
      case .connection(let connection): return connection
      case .room: return try open()
      }
    }

    /// Takes a connection back; one that broke is let go of.
    func giveBack(_ connection: PostgresConnection, isBroken: Bool) {
      if isBroken || state.withLock({ $0.isClosed }) { leaveRoom() } else { pass(.connection(connection)) }
    }

    func close() {
      // Those that are lent go when they come back.
      state.withLock { state in
        state.isClosed = true
        state.count -= state.idle.count
        state.idle = []
      }
    }

    private func open() throws -> PostgresConnection {
      do {
        return try PostgresConnection(address, limits)
      } catch {
        leaveRoom()
        throw error
      }
    }

    private func leaveRoom() { pass(.room) }

    private func pass(_ place: Place) {
      let waiter = state.withLock { state -> Waiter? in
        if !state.waiting.isEmpty { return state.waiting.removeFirst() }
        switch place {
        case .connection(let connection): state.idle.append(connection)
        case .room: state.count -= 1
        }
        return nil
      }
      waiter?.place.withLock { $0 = place }
      waiter?.turn.signal()
    }

    private func wait(_ waiter: Waiter) throws -> Place {
      let isInTime = waiter.turn.wait(timeout: .now() + limits.busySeconds) == .success
      if !isInTime {
        let isStillWaiting = state.withLock { state in
          guard let index = state.waiting.firstIndex(where: { $0 === waiter }) else { return false }
          state.waiting.remove(at: index)
          return true
        }
        if isStillWaiting { throw StoreError.busy }
        // It was handed over at the last moment.
        waiter.turn.wait()
      }
      guard let place = waiter.place.withLock({ $0 }) else { throw StoreError.busy }
      return place
    }
  }
#endif
