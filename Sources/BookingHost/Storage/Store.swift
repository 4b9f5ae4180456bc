/// Where restaurants, staff, guests and bookings are kept. Reads see one snapshot; a write is one
/// transaction, durable when `write` returns.
///
/// Several stores, in this process and in others, may share one database.
public final class Store: Sendable {
  let engine: any StoreEngine
  let memory = SetupMemory()
  /// What opening has made of an older store; nil when it was up to date.
  package let upgrade: StoreUpgrade?

  init(_ engine: any StoreEngine, upgrade: StoreUpgrade? = nil) {
    self.engine = engine
    self.upgrade = upgrade
  }

  /// Reads one snapshot. The reader is good inside `body` only; calls do not nest.
  package func read<T>(_ body: (StoreReader) throws -> T) throws -> T {
    var result: T?
    try engine.read { result = try body(StoreReader(connection: StoreConnection(db: $0, memory: memory))) }
    guard let result else { throw StoreError.failed("A read was lost.") }
    return result
  }

  /// One piece of work, all of it or nothing, as if nobody else wrote meanwhile; durable when this returns. Whatever
  /// `body` throws is thrown on after all it did has been undone. The writer is good inside `body` only; calls do not
  /// nest.
  ///
  /// `body` may be run on the thread of another caller who is writing too, and again from its beginning when somebody
  /// else was first: what it leaves behind outside of the store is what its last run leaves.
  /// `restaurantID` says which restaurant it is about where that is one: such writes take turns rather than lose to one
  /// another. It is never needed for being right.
  @discardableResult
  package func write<T>(about restaurantID: String? = nil, _ body: (StoreWriter) throws -> T) throws -> T {
    try write(isAlone: false, about: restaurantID, body)
  }

  /// The same for what takes long: nobody else's commit waits for it.
  @discardableResult
  package func writeAlone<T>(_ body: (StoreWriter) throws -> T) throws -> T {
    try write(isAlone: true, about: nil, body)
  }

  private func write<T>(
    isAlone: Bool, about subject: String?, _ body: (StoreWriter) throws -> T
  ) throws -> T {
    var result: T?
    try engine.write(isAlone: isAlone, about: subject) {
      result = try body(StoreWriter(connection: StoreConnection(db: $0, memory: memory)))
    }
    guard let result else { throw StoreError.failed("A write was lost. Nothing was changed.") }
    return result
  }

  /// The state as of now: a read that begins afterwards sees all that it counts. Nil where that cannot be told, which
  /// is to be taken as a change.
  package func state() -> StoreState? { engine.state() }

  /// Has `heard` called, on any thread, soon after somebody has written, in whichever process, where that can be told.
  /// It may miss some: who has to know looks by themselves now and then. For one listener.
  package func listen(_ heard: @escaping @Sendable () -> Void) { engine.listen(heard) }

  /// Lets go of the database. The store is of no use afterwards.
  func close() throws { try engine.close() }

  /// How many transactions have been committed.
  package var commitCount: Int { engine.commitCount }

  /// In seconds.
  package static let defaultBusySeconds = 15.0
}

extension Store {
  /// Rewrites the file and empties its log, so that nothing can be read out of them that is not in the store any more.
  /// Takes about a second for each hundred megabytes, in which nobody writes.
  ///
  /// Throws `StoreError.busy` when somebody reads for too long; what was erased is erased, and sweeping is still due.
  package func sweep() throws { try engine.sweep() }

  /// Runs statements outside of any transaction, for tests.
  func execute(_ sql: String) throws { try engine.execute(sql) }

  /// Rows as text by column, for tests: also those that no question of the store would show. NULL is left out.
  func rows(_ sql: String) throws -> [[String: String]] { try engine.rows(sql) }
}
