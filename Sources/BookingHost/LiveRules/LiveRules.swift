import Synchronization

/// The rules that decide now. Which these are is a row in the store, so that every process decides by the
/// same ones: each decision looks at the row in its own snapshot or transaction, and loads the files kept
/// with it when it has changed.
package final class LiveRules: Sendable {
  private let book: Mutex<RuleBook>
  private let isFollowing: Bool
  private let limits: RuleLimits

  /// Rules that never change, whatever the store says: for tests and for who embeds the library.
  package init(fixed book: RuleBook) {
    self.book = Mutex(book)
    isFollowing = false
    limits = .standard
  }

  /// Rules that follow the store, beginning with these.
  package init(following book: RuleBook, limits: RuleLimits = .standard) {
    self.book = Mutex(book)
    isFollowing = true
    self.limits = limits
  }

  /// The rules as this process last saw them.
  package var current: RuleBook { book.withLock { $0 } }

  /// The rules that are live in a snapshot or transaction.
  ///
  /// Throws `HostError` when they were stored by a version of this program whose rules this one cannot read.
  package func follow(_ reader: some StoreReading) throws -> RuleBook {
    let known = current
    guard isFollowing, let live = try reader.liveRevisionHash(), live != known.revision else { return known }
    let loaded = try LiveRules.load(live, reader, limits)
    install(loaded)
    return loaded
  }

  /// Has this process decide by rules that it has just made live.
  func install(_ loaded: RuleBook) { book.withLock { $0 = loaded } }

  /// A stored revision, ready to decide.
  package static func load(
    _ revision: String, _ reader: some StoreReading, _ limits: RuleLimits = .standard
  ) throws -> RuleBook {
    let files = RuleFiles(texts: try reader.ruleTexts(ofRevision: revision))
    do {
      return try RuleBook(files: files, limits: limits)
    } catch {
      let name = try reader.number(ofRevision: revision).map { "r\($0)" } ?? String(revision.prefix(12))
      let first = error.errors.first?.description ?? "its files are gone"
      throw HostError(
        .internal, "The rules of revision \(name) cannot be used by this version of the program: \(first)")
    }
  }
}
