#if Postgres
  import Foundation
  import Synchronization

  /// A store in a PostgreSQL database, which many processes may share.
  ///
  /// Writes are SERIALIZABLE transactions: whatever they do is as if they had come one after the other, whoever wrote
  /// meanwhile. Where the server finds that it is not, it undoes one and it is run again from its beginning. So every
  /// promise that holds with one writer holds with many, also of operations that nobody has thought about in this light.
  final class PostgresEngine: StoreEngine {
    /// How a write that lost to another tries again.
    struct Patience: Sendable {
      /// How often at most.
      var attempts = 40
      /// A number from 0 to 1, for each wait.
      var random: @Sendable () -> Double = { Double.random(in: 0...1) }
      var wait: @Sendable (_ seconds: Double) -> Void = { Thread.sleep(forTimeInterval: $0) }

      /// Seconds before an attempt, the second being number 1: more each time, and not the same for two who collided.
      func pause(before attempt: Int) -> Double { min(0.25, 0.001 * Double(1 << min(attempt, 8))) * random() }
    }

    let pool: PostgresPool
    private let patience: Patience
    private let turns = Turns()
    private let bell: NewsBell
    private let commits = Mutex(0)

    init(_ pool: PostgresPool, patience: Patience = Patience()) {
      self.pool = pool
      self.patience = patience
      bell = NewsBell(pool.address, pool.limits)
    }

    /// One snapshot, and a transaction that cannot write.
    func read(_ body: (Connection) throws -> Void) throws {
      try StoreError.translatingPostgres {
        try lending("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY") { connection, _ in
          try body(Connection(engine: connection))
          try connection.commit()
        }
      }
    }

    /// Writes about one subject take turns: those of this process by themselves, so that they do not fill the pool, and
    /// then those of all processes by a lock of the session's, which is had before the transaction begins. (In it, it
    /// would be too late: the snapshot would be from before the wait.)
    func write(isAlone: Bool, about subject: String?, _ body: (Connection) throws -> Void) throws {
      guard let subject else { return try write(lock: nil, body) }
      let lock = PostgresEngine.lock(of: subject)
      try turns.taking(subject, seconds: pool.limits.busySeconds) { try write(lock: lock, body) }
    }

    /// Two subjects of one number only wait for each other. FNV-1a.
    private static func lock(of subject: String) -> Int64 {
      Int64(bitPattern: subject.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 })
    }

    private func write(lock: Int64?, _ body: (Connection) throws -> Void) throws {
      try StoreError.translatingPostgres {
        let deadline = ContinuousClock.now + .seconds(pool.limits.busySeconds)
        var attempt = 0
        while true {
          do {
            try writeOnce(lock, body)
            commits.withLock { $0 += 1 }
            bell.ring()
            return
          } catch let failure as PostgresFailure where failure.isConflict || failure.isConnectionLost {
            attempt += 1
            // A row that is there already is seen the next time, by whoever looks for it: else it is in the way for good.
            let most = failure.code == "23505" ? 3 : patience.attempts
            guard attempt < most, ContinuousClock.now < deadline else { throw failure }
            patience.wait(patience.pause(before: attempt))
          }
        }
      }
    }

    /// The transaction's number is asked for at once: by it can be found out what became of a commit that nobody
    /// answered. Tables that are small enough to be read whole would count as read whole, and writes to them that have
    /// nothing to do with each other as in each other's way: indexes are gone by as long as there are any.
    private static let beginning = """
      BEGIN ISOLATION LEVEL SERIALIZABLE; SET LOCAL enable_seqscan = off; SELECT pg_current_xact_id()
      """

    /// Throws `PostgresFailure` when it is to be begun anew, and what `body` has thrown otherwise.
    private func writeOnce(_ lock: Int64?, _ body: (Connection) throws -> Void) throws {
      let begin = PostgresEngine.beginning
      try lending(begin, lock: lock) { connection, number in
        do {
          try body(Connection(engine: connection))
        } catch {
          throw connection.conflict ?? error
        }
        if let conflict = connection.conflict { throw conflict }
        do {
          try connection.commit()
        } catch let failure as PostgresFailure where failure.isConnectionLost {
          guard try isCommitted(number, connection.timeline) else { throw failure }
        }
      }
    }

    /// What became of a transaction whose commit nobody has answered. Throws `StoreError.uncertain` when nobody can say:
    /// a standby that has taken over may have given the number to another.
    private func isCommitted(_ number: String?, _ timeline: String?) throws -> Bool {
      guard let number, timeline != nil else { throw StoreError.uncertain }
      for attempt in 1...patience.attempts {
        patience.wait(patience.pause(before: attempt + 4))
        guard let connection = try? PostgresConnection(pool.address, pool.limits),
          let status = try? connection.simple("SELECT pg_xact_status('\(number)')")
        else { continue }
        guard connection.timeline == timeline else { throw StoreError.uncertain }
        switch status {
        case "committed": return true
        case "aborted": return false
        default: continue
        }
      }
      throw StoreError.uncertain
    }

    /// Runs `body` in a transaction that `begin` has begun, on a connection that answers.
    private func lending(
      _ begin: String, lock: Int64? = nil, _ body: (PostgresConnection, _ first: String?) throws -> Void
    ) throws {
      let (connection, first) = try begun(begin, lock)
      // A broken one has undone everything, and let go of everything, by itself.
      defer {
        if let lock, !connection.isBroken { _ = try? connection.simple("SELECT pg_advisory_unlock(\(lock))") }
        pool.giveBack(connection, isBroken: connection.isBroken)
      }
      do {
        try body(connection, first)
      } catch {
        if !connection.isBroken { _ = try? connection.simple("ROLLBACK") }
        throw error
      }
    }

    /// A connection may have died while nobody used it: then there is another.
    private func begun(_ begin: String, _ lock: Int64?) throws -> (PostgresConnection, String?) {
      let deadline = ContinuousClock.now + .seconds(pool.limits.busySeconds)
      var attempt = 0
      while true {
        do {
          let connection = try pool.borrow()
          connection.beginAnew()
          do {
            if let lock { try connection.simple("SELECT pg_advisory_lock(\(lock))") }
            return (connection, try connection.simple(begin))
          } catch {
            pool.giveBack(connection, isBroken: true)
            throw error
          }
        } catch let failure as PostgresFailure where failure.isConnectionLost {
          attempt += 1
          guard ContinuousClock.now < deadline else { throw failure }
          // The first few may all be of before the server went away.
          if attempt > pool.limits.connections { patience.wait(patience.pause(before: attempt)) }
        }
      }
    }

    /// The rows are overwritten by the server's own upkeep; what its log and backups still hold is its operator's.
    func sweep() throws {
      try write(isAlone: false, about: nil) { try $0.run("DELETE FROM pending_sweep") }
      _ = try? StoreError.translatingPostgres {
        try outside {
          try $0.simple("VACUUM guests, bookings, effects, waitlist, notices, booking_transitions")
        }
      }
    }

    /// As the tables' owner.
    func renumber() throws { try execute(PostgresMigrations.renumbering) }

    /// Whoever wanted to know would have to ask the server.
    func state() -> StoreState? { nil }

    func listen(_ heard: @escaping @Sendable () -> Void) { bell.listen(heard) }

    func close() throws {
      bell.stop()
      pool.close()
    }

    deinit { bell.stop() }

    var commitCount: Int { commits.withLock { $0 } }

    func execute(_ sql: String) throws {
      try StoreError.translatingPostgres { try outside { _ = try $0.simple(sql) } }
    }

    func rows(_ sql: String) throws -> [[String: String]] {
      var rows: [[String: String]] = []
      try read { connection in
        rows = try connection.all(sql) { row in
          var values: [String: String] = [:]
          for (column, value) in row.cells.all {
            switch value {
            case .null: continue
            case .integer(let value): values[column] = String(value)
            case .real(let value): values[column] = String(value)
            case .text(let value): values[column] = value
            case .bytes(let value): values[column] = String(decoding: value, as: UTF8.self)
            }
          }
          return values
        }
      }
      return rows
    }

    /// Statements that are no transaction of ours.
    private func outside<T>(_ body: (PostgresConnection) throws -> T) throws -> T {
      let connection = try pool.borrow()
      defer { pool.giveBack(connection, isBroken: connection.isBroken) }
      return try body(connection)
    }
  }
#endif
