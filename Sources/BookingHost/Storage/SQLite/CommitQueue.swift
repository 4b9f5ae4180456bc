import Foundation
internal import GRDB
import Synchronization

/// The writes of one process, of which those that come together share a commit.
///
/// A commit waits for the disk, and one takes as long as another, however much is in it. So whoever comes while a
/// commit is under way waits in line; the first of the line then leads: opens a transaction, runs everybody's body in
/// the order in which they came, each in a savepoint of its own, and commits once. A body sees what those before it in
/// the group have written, just as if they had committed. One that throws loses its own work and nobody else's.
/// Nobody hears anything before the commit is on the disk; if the commit fails, everybody hears that.
///
/// A group is bounded in number and in time, so that other processes get at the store as before. A write that finds
/// nobody in line has a transaction to itself, without a savepoint.
final class CommitQueue: Sendable {
  /// How large a group may get, and how long it may go on taking in writes.
  struct Bounds: Sendable {
    var writes = 64
    var time = Duration.milliseconds(20)
  }

  /// What it has done so far.
  struct Count: Hashable, Sendable {
    var writes = 0
    /// Transactions that were committed.
    var commits = 0
  }

  private struct State {
    var waiting: [PendingWrite] = []
    /// Whether somebody leads a group, or has just been told to.
    var isLed = false
    /// The thread that does.
    var leader: pthread_t?
    var count = Count()
  }

  private let database: any DatabaseWriter
  private let bounds: Bounds
  private let state = Mutex(State())

  init(_ database: any DatabaseWriter, bounds: Bounds = Bounds()) {
    self.database = database
    self.bounds = bounds
  }

  var count: Count { state.withLock(\.count) }

  /// How many are in line, whoever leads them included.
  var waiting: Int { state.withLock(\.waiting.count) }

  /// Runs `body` in a transaction and returns when it is durable. Throws what `body` has thrown, or why nothing could
  /// be written; then nothing was.
  func write<T>(isAlone: Bool, _ body: (Database) throws -> T) throws -> T {
    var result: T?
    try withoutActuallyEscaping(body) { body in
      try line(up: PendingWrite(isAlone: isAlone) { result = try body($0) })
    }
    guard let result else { throw StoreError.failed("A write was lost. Nothing was changed.") }
    return result
  }

  private func line(up write: PendingWrite) throws {
    let isFirst = try state.withLock { state in
      // It would wait for itself.
      if let leader = state.leader, pthread_equal(leader, pthread_self()) != 0 { throw CommitQueue.isNested }
      state.waiting.append(write)
      defer { state.isLed = true }
      return !state.isLed
    }
    if !isFirst, let outcome = write.wait() { return try outcome.get() }
    lead()
    try write.wait()?.get()
  }

  private static let isNested = StoreError.failed("A write was begun inside another. Nothing was changed.")
}

// What the first in line does: writes for all.
extension CommitQueue {
  /// One group, from its beginning until everybody in it knows, and then the next one's turn.
  private func lead() {
    let already = state.withLock { state in
      state.leader = pthread_self()
      return state.waiting.count
    }
    var group: [PendingWrite] = []
    var failure: (any Error)?
    do {
      try database.writeWithoutTransaction { db in
        try db.inTransaction(.immediate) {
          try fill(&group, db)
          return .commit
        }
      }
    } catch {
      failure = error
      // The lock was not to be had: whoever was here when it was asked for has waited as long as it may take.
      if group.isEmpty { group = take(already) }
    }
    handOver(group.count, isCommitted: failure == nil)
    for write in group { write.settle(failure) }
  }

  private func take(_ count: Int) -> [PendingWrite] {
    state.withLock { state in
      defer { state.waiting.removeFirst(count) }
      return Array(state.waiting.prefix(count))
    }
  }

  /// The next in line leads from here on. It begins while the others are being woken.
  private func handOver(_ writes: Int, isCommitted: Bool) {
    let next = state.withLock { state in
      state.leader = nil
      state.isLed = !state.waiting.isEmpty
      state.count.writes += writes
      if isCommitted { state.count.commits += 1 }
      return state.waiting.first
    }
    next?.promote()
  }

  /// Runs the bodies of those in line, also of those who come meanwhile, within bounds.
  private func fill(_ group: inout [PendingWrite], _ db: Database) throws {
    let began = ContinuousClock.now
    while let (write, isLast) = next(after: group.count), group.isEmpty || !write.isAlone {
      _ = take(1)
      group.append(write)
      if group.count == 1, isLast || write.isAlone { return try write.run(db) }
      try runInSavepoint(write, db)
      guard group.count < bounds.writes, began.duration(to: .now) < bounds.time else { return }
    }
  }

  /// The first in line, and whether it is the only one.
  private func next(after count: Int) -> (PendingWrite, isLast: Bool)? {
    state.withLock { state in state.waiting.first.map { ($0, state.waiting.count == 1) } }
  }

  /// Throws only what ends the whole group.
  private func runInSavepoint(_ write: PendingWrite, _ db: Database) throws {
    try db.run("SAVEPOINT member")
    do {
      try write.run(db)
      // A body may have caught an error that undid everything: a full disk, say.
      try checkWhole(db)
    } catch {
      write.fail(error)
      try checkWhole(db, after: error)
      try db.run("ROLLBACK TO member")
    }
    try db.run("RELEASE member")
  }

  /// Some errors have the engine roll back all there is, by itself.
  private func checkWhole(_ db: Database, after error: (any Error)? = nil) throws {
    guard !db.isInsideTransaction else { return }
    if let error = error as? DatabaseError { throw error }
    throw StoreError.failed("The booking store gave up a transaction. Nothing was changed.")
  }
}
