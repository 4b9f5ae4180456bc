#if Postgres
  internal import CLibpq
  import Foundation
  import Synchronization

  /// Has the hosts of one database tell each other that there is news, over a connection of its own (LISTEN and NOTIFY).
  ///
  /// It is rung after a commit, not within the transaction: PostgreSQL commits transactions that notify one after the
  /// other, disk included, which would be the end of commits that share a sync. Rings that come together are one. So a
  /// host that dies between its commit and the ring is not heard; that is why it only makes listeners look sooner, who
  /// look by themselves as well.
  final class NewsBell: Sendable {
    private struct State {
      var heard: (@Sendable () -> Void)?
      var isRung = false
      var isStopped = false
    }

    private let address: PostgresAddress
    private let limits: PostgresLimits
    private let state = Mutex(State())
    /// What is written into one end wakes the thread, which waits at the other.
    private let wake: (reading: Int32, writing: Int32)

    /// Seconds between two rings at least, and between two attempts to reach the server.
    private static let pause = 0.02
    private static let retry = 1.0

    init(_ address: PostgresAddress, _ limits: PostgresLimits) {
      self.address = address
      self.limits = limits
      var ends: [Int32] = [-1, -1]
      _ = pipe(&ends)
      for end in ends {
        // Neither side waits for the other.
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      }
      wake = (ends[0], ends[1])
    }

    deinit {
      close(wake.reading)
      close(wake.writing)
    }

    /// Calls `heard` when somebody has rung, this host included, and whenever it may have missed one.
    func listen(_ heard: @escaping @Sendable () -> Void) {
      let isFirst = state.withLock { state in
        defer { state.heard = heard }
        return state.heard == nil
      }
      if isFirst { Thread.detachNewThread { self.run() } }
    }

    /// That something was written. Costs nothing while nobody here listens: others find it when they look.
    func ring() {
      let isHeard = state.withLock { state in
        state.isRung = true
        return state.heard != nil
      }
      if isHeard { rouse() }
    }

    func stop() {
      state.withLock { $0.isStopped = true }
      rouse()
    }

    private func rouse() { _ = write(wake.writing, [1], 1) }

    private var isStopped: Bool { state.withLock { $0.isStopped } }

    private func run() {
      while !isStopped {
        guard let connection = try? listening() else {
          Thread.sleep(forTimeInterval: NewsBell.retry)
          continue
        }
        state.withLock { $0.heard }?()
        while !isStopped, !connection.isBroken { turn(connection) }
      }
    }

    private func listening() throws -> PostgresConnection {
      let connection = try PostgresConnection(address, limits)
      try connection.simple("LISTEN booking_news")
      return connection
    }

    /// Waits for either side, and passes on what there is.
    private func turn(_ connection: PostgresConnection) {
      var waits = [
        pollfd(fd: PQsocket(connection.pointer), events: Int16(POLLIN), revents: 0),
        pollfd(fd: wake.reading, events: Int16(POLLIN), revents: 0),
      ]
      _ = poll(&waits, 2, 1000)
      var drained = [UInt8](repeating: 0, count: 64)
      while read(wake.reading, &drained, drained.count) == drained.count {}
      let isRung = state.withLock { state in
        defer { state.isRung = false }
        return state.isRung
      }
      if isRung {
        _ = try? connection.simple("NOTIFY booking_news")
        Thread.sleep(forTimeInterval: NewsBell.pause)
      }
      guard PQconsumeInput(connection.pointer) == 1 else { return }
      var isHeard = false
      while let notice = PQnotifies(connection.pointer) {
        PQfreemem(notice)
        isHeard = true
      }
      if isHeard { state.withLock { $0.heard }?() }
    }
  }
#endif
