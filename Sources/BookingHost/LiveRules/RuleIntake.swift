/// Takes a rule directory's edits up into the store, or keeps them out.
///
/// An edit goes live as a whole, by one row of the store. One that does not load, that fails its check, or that
/// breaks a guarded test case stays out: the last good revision goes on deciding. While a revision is pinned
/// (after a rollback) nothing on disk is taken up.
package struct RuleIntake: Sendable {
  private let store: Store
  private let directory: String
  private let limits: RuleLimits
  private let now: @Sendable () -> Instant

  /// `directory` is the rule directory's path as it was given.
  package init(
    store: Store, directory: String, limits: RuleLimits = .standard, now: @escaping @Sendable () -> Instant
  ) {
    self.store = store
    self.directory = RuleDirectory.resolved(directory) ?? directory
    self.limits = limits
    self.now = now
  }

  package enum Outcome: Sendable {
    /// The directory is what decides already.
    case current(RuleBook)
    /// It decides from now on. Notes: test cases that now answer differently, and what a first adoption was
    /// lenient about.
    case adopted(RuleBook, notes: [RuleNote])
    /// It was kept out, for these reasons.
    case rejected([RuleNote])
    /// A pinned revision decides; what is on disk waits for `rules resume`.
    case waiting
  }

  /// Looks at the directory now, or, where it differs from the live rules, as soon as nobody has been writing
  /// in it for a moment.
  ///
  /// Throws `RuleBookError` when it cannot be used and nothing else is live, and `StoreError`.
  package func takeUp(waitingUntilStill: Bool = false) throws -> Outcome {
    let live = try store.read { try $0.liveRevision() }
    if let live, let files = filesOnDisk, files.revision == live.revision {
      try noteReverted(live)
      return .current(try RuleBook(files: files, limits: limits))
    }
    if live?.isPinned == true { return .waiting }
    if waitingUntilStill { RuleSignature.waitUntilStill(directory) }
    return try judge(RuleExamination.of(directory: directory, limits: limits), live)
  }

  private var filesOnDisk: RuleFiles? { try? RuleDirectory.files(in: directory, limits: limits) }

  /// Judges what was examined, and makes it live or writes down why not.
  func judge(_ examination: RuleExamination, _ live: LiveRevision?) throws -> Outcome {
    let objections = RuleIntake.objections(to: examination, live, directory)
    guard objections.isEmpty, let book = examination.book else {
      guard live != nil else { throw RuleBookError(errors: RuleIntake.errors(objections)) }
      try reject(examination, objections)
      return .rejected(objections)
    }
    let lenient = live?.directory == directory ? [] : examination.findings
    let notes = lenient + (live == nil ? examination.brokenGuards : []) + examination.changedCases
    return try adopt(book, notes)
  }

  /// What keeps an edit out. Where nothing is live yet there is nothing to fall back on, so whatever loads is
  /// taken. Whoever names another directory than the live one has chosen it: a rule that may fail is theirs
  /// to choose, a guard is not.
  private static func objections(
    to examination: RuleExamination, _ live: LiveRevision?, _ directory: String
  ) -> [RuleNote] {
    guard let live else { return examination.errors }
    if live.directory == directory || live.directory == nil { return examination.objections }
    return examination.errors + examination.brokenGuards
  }

  private static func errors(_ notes: [RuleNote]) -> [RuleError] {
    notes.map { RuleError(kind: .source, message: $0.message, rule: $0.place) }
  }

  // MARK: Writing

  private func adopt(_ book: RuleBook, _ notes: [RuleNote]) throws -> Outcome {
    try store.write { writer in
      let live = try writer.liveRevision()
      // Another process may have seen the same edit first, or somebody may have pinned a revision meanwhile.
      if live?.revision == book.revision { return .current(book) }
      if live?.isPinned == true { return .waiting }
      try writer.storeRevision(
        book.revision, files: book.files.texts, contractVersion: Contract.version, at: now())
      try writer.setLiveRevision(book.revision, since: now(), isPinned: false, directory: directory)
      try writer.record(
        RuleEvent(
          at: now(), kind: .adopted, revision: book.revision, previous: live?.revision, notes: notes))
      return .adopted(book, notes: notes)
    }
  }

  /// The same rejection is written down once, however often the directory is looked at.
  private func reject(_ examination: RuleExamination, _ objections: [RuleNote]) throws {
    let event = RuleEvent(at: now(), kind: .rejected, revision: examination.revision, notes: objections)
    func isKnown(_ reader: some StoreReading) throws -> Bool {
      guard let last = try reader.ruleEvents(limit: 1).first else { return false }
      return last.kind == .rejected && last.revision == event.revision && last.notes == event.notes
    }
    if try store.read(isKnown) { return }
    try store.write { writer in
      if try !isKnown(writer) { try writer.record(event) }
    }
  }

  private func noteReverted(_ live: LiveRevision) throws {
    func isRejected(_ reader: some StoreReading) throws -> Bool {
      try reader.ruleEvents(limit: 1).first?.kind == .rejected
    }
    guard try store.read(isRejected) else { return }
    try store.write { writer in
      guard try isRejected(writer) else { return }
      try writer.record(RuleEvent(at: now(), kind: .reverted, revision: live.revision))
    }
  }
}
