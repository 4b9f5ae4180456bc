/// The rules that decide now, as the store names them.
package struct LiveRevision: Hashable, Sendable {
  package var revision: String
  /// Counts revisions up in the order they were first stored: people say r41.
  package var number: Int
  package var since: Instant
  /// Rolled back by hand: edits on disk wait until it is resumed.
  package var isPinned: Bool
  /// The rule directory it was read from; nil after a rollback.
  package var directory: String?

  package init(revision: String, number: Int, since: Instant, isPinned: Bool, directory: String?) {
    self.revision = revision
    self.number = number
    self.since = since
    self.isPinned = isPinned
    self.directory = directory
  }
}

/// Something that became of the rules.
package struct RuleEvent: Hashable, Sendable {
  package var at: Instant
  package var kind: Kind
  /// For a rejected edit, the hash of what was on disk.
  package var revision: String
  /// What was live before.
  package var previous: String?
  package var staffID: String?
  package var notes: [RuleNote]

  package enum Kind: String, Hashable, Sendable {
    case adopted, rejected
    /// A rejected edit was taken back: the files are the live rules again.
    case reverted
    case rolledBack = "rolled_back"
    case resumed
  }

  package init(
    at: Instant, kind: Kind, revision: String, previous: String? = nil, staffID: String? = nil,
    notes: [RuleNote] = []
  ) {
    self.at = at
    self.kind = kind
    self.revision = revision
    self.previous = previous
    self.staffID = staffID
    self.notes = notes
  }
}

/// One sentence about the rules, and the place it is about.
package struct RuleNote: Hashable, Sendable {
  /// `ops.lua:7`, or a test's `tests/ops.lua:12`; nil when no line is to blame.
  package var place: String?
  package var message: String

  package init(place: String?, message: String) {
    self.place = place
    self.message = message
  }
}

extension RuleNote {
  init(_ error: RuleError) {
    self.init(place: error.rule, message: error.message)
  }
}

extension RuleNote {
  init(_ finding: RuleFinding) {
    let hint = finding.suggestion.map { "; \($0)" } ?? ""
    self.init(place: finding.rule, message: finding.message + hint)
  }

  init(_ result: RuleTestResult) {
    self.init(place: result.place.description, message: result.sentence)
  }
}

extension RuleNote: CustomStringConvertible {
  /// `ops.lua:7: message`.
  package var description: String { place.map { "\($0): \(message)" } ?? message }
}

/// A stored revision and what it has done.
package struct RevisionSummary: Hashable, Sendable {
  package var revision: String
  package var number: Int
  package var storedAt: Instant
  /// Decisions that ended in a booking, and that did not.
  package var booked: Int
  package var refused: Int
}
