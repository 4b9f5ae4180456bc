import Dispatch
internal import GRDB
import Synchronization

/// Writes that wait for one another share a commit. What makes a write slow is waiting for the disk, once for each
/// commit; so one caller leads, opens the transaction, runs what everybody who has come meanwhile wants written, one
/// after the other, and commits once for all of them. Whoever comes while the disk works is in the next group.
///
/// Each write has a savepoint of its own: one that throws undoes itself and nothing else, and each sees what those
/// before it have written. Nobody is answered before the commit is on the disk; if that fails, it has failed for all.
final class CommitQueue: Sendable {
  fileprivate struct State {
    /// In the order they came; the leader's own is among them until it is taken up.
    var waiting: [PendingWrite] = []
    var isLed = false
    var count = Count()
  }

  /// What has been committed so far.
  struct Count: Hashable, Sendable {
    var writes = 0
    var commits = 0
  }

  private let database: any DatabaseWriter
  private let state = Mutex(State())

  /// So many share a commit at most, and nobody joins a group that has been at work for so long: other processes wait
  /// for the write lock too.
  private static let mostTogether = 64
  private static let longest = Duration.milliseconds(50)

  init(_ database: any DatabaseWriter) {
    self.database = database
  }

  var count: Count { state.withLock { $0.count } }

  /// How many wait for the commit after this one.
  var waiting: Int { state.withLock { $0.waiting.count } }

  /// Runs `body` in a transaction that may hold others' writes too, and returns when it is committed. Blocks. Calls do
  /// not nest.
  func write<T>(_ body: (Database) throws -> T) throws -> T {
    var value: T?
    try withoutActuallyEscaping(body) { body in
      let write = PendingWrite { value = try body($0) }
      let leads = state.withLock { state in
        state.waiting.append(write)
        defer { state.isLed = true }
        return !state.isLed
      }
      if leads || write.isToLead() { lead() }
      if let failure = write.failure { throw failure }
    }
    guard let value else { throw StoreError.failed("A write was lost on its way.") }
    return value
  }

  // MARK: Leading

  /// Commits one group, hands the lead on, and lets its members go.
  private func lead() {
    var group: [PendingWrite] = []
    do {
      try database.writeWithoutTransaction { try commit(&group, $0) }
    } catch {
      // The lock was not to be had: nobody of those who wait would fare better.
      if group.isEmpty { group = state.withLock { state in state.takeAll() } }
      for write in group where write.failure == nil { write.failure = error }
    }
    state.withLock { state in
      state.isLed = !state.waiting.isEmpty
      state.waiting.first?.settle(.lead)
    }
    for write in group { write.settle(.done) }
  }

  private func commit(_ group: inout [PendingWrite], _ db: Database) throws {
    let start = ContinuousClock.now
    try db.beginTransaction(.immediate)
    do {
      while let write = next(group.count, since: start) {
        group.append(write)
        write.run(db)
        // A disk that is full or fails may have undone the whole transaction, others' writes included.
        if !db.isInsideTransaction { throw write.failure ?? DatabaseError(resultCode: .SQLITE_ABORT) }
      }
      try db.commit()
      state.withLock { state in
        state.count.writes += group.count
        state.count.commits += 1
      }
    } catch {
      if db.isInsideTransaction { try? db.rollback() }
      throw error
    }
  }

  private func next(_ count: Int, since start: ContinuousClock.Instant) -> PendingWrite? {
    guard count == 0 || count < CommitQueue.mostTogether && ContinuousClock.now - start < CommitQueue.longest
    else { return nil }
    return state.withLock { $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }
  }
}

fileprivate extension CommitQueue.State {
  mutating func takeAll() -> [PendingWrite] {
    defer { waiting = [] }
    return waiting
  }
}

/// What one caller wants written, and what has come of it.
///
/// Unchecked, because it holds a closure and a result that are not Sendable. They are touched by one thread at a time:
/// by the caller's until the write is put into the queue, by the leader's from when it is taken out until it is
/// settled, and by the caller's again after that. The queue's lock and the semaphore order these. The closure does not
/// outlive its caller, who waits until it is settled.
private final class PendingWrite: @unchecked Sendable {
  enum Settlement {
    /// It has been committed, or has failed.
    case done
    /// It is the caller's turn to lead, this write included.
    case lead
  }

  /// Let go of before the caller goes on, whose variables it holds.
  private var body: ((Database) throws -> Void)?
  private let settled = DispatchSemaphore(value: 0)
  private var settlement = Settlement.done
  var failure: (any Error)?

  init(_ body: @escaping (Database) throws -> Void) {
    self.body = body
  }

  /// Runs it in a savepoint, which is undone if it throws.
  func run(_ db: Database) {
    do {
      try db.inSavepoint {
        try body?(db)
        return .commit
      }
    } catch {
      failure = error
    }
  }

  func settle(_ settlement: Settlement) {
    if settlement == .done { body = nil }
    self.settlement = settlement
    settled.signal()
  }

  /// Waits until it is settled. Whether the caller is to lead; else it is done.
  func isToLead() -> Bool {
    settled.wait()
    return settlement == .lead
  }
}
