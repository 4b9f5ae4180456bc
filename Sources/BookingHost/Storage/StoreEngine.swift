/// What a store rests on: a database that keeps the rows, and what is its own about reading, writing and looking
/// after it. What the rows mean is the store's, in statements that are the same for every engine.
protocol StoreEngine: Sendable {
  /// Runs `body` on one snapshot.
  func read(_ body: (Connection) throws -> Void) throws
  /// Runs `body` in one transaction, as if nobody else wrote meanwhile; durable when this returns. An engine may run
  /// `body` more than once, each time from the beginning and with nothing of the time before written. With `isAlone`
  /// it takes long, and nobody else is to wait for it. Writes about one subject get in each other's way; an engine may
  /// have them take turns instead of finding that out.
  func write(isAlone: Bool, about subject: String?, _ body: (Connection) throws -> Void) throws
  /// Makes what was erased unreadable where that takes work of its own, and takes the note away that it is due.
  func sweep() throws
  /// Has the numbers that the engine gives go on after those that are there, which were given elsewhere.
  func renumber() throws
  /// What has been written so far, by whomever; nil where that cannot be told for less than a question costs.
  func state() -> StoreState?
  /// Has `heard` called soon after somebody has written, in whichever process, where the engine can tell. It may miss
  /// some: who has to know looks by themselves now and then.
  func listen(_ heard: @escaping @Sendable () -> Void)
  func close() throws
  /// How many transactions have been committed.
  var commitCount: Int { get }
  /// Runs statements outside of any transaction, for tests.
  func execute(_ sql: String) throws
  /// Rows as text by column, NULL left out, for tests.
  func rows(_ sql: String) throws -> [[String: String]]
}
