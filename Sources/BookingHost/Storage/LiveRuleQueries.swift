extension StoreReading {
  /// The rules that decide now; nil in a store that no rules have been taken up in yet.
  package func liveRevision() throws -> LiveRevision? {
    try db.first(
      """
      SELECT l.revision, r.number, l.since, l.is_pinned, l.directory
      FROM live_rules l JOIN rule_revisions r ON r.revision = l.revision WHERE l.id = 1
      """
    ) {
      LiveRevision(
        revision: $0["revision"], number: $0["number"], since: $0.instant("since"),
        isPinned: $0["is_pinned"], directory: $0["directory"])
    }
  }

  /// Only the hash: what every decision asks for.
  func liveRevisionHash() throws -> String? {
    try db.first("SELECT revision FROM live_rules WHERE id = 1") { $0[0] as String }
  }

  /// The files of a stored revision by path; empty when it is not there.
  package func ruleTexts(ofRevision revision: String) throws -> [String: String] {
    let rows = try db.all("SELECT path, content FROM rule_files WHERE revision = ?", [revision]) {
      ($0["path"] as String, $0["content"] as String)
    }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  /// The number of a stored revision.
  package func number(ofRevision revision: String) throws -> Int? {
    try db.first("SELECT number FROM rule_revisions WHERE revision = ?", [revision]) { $0["number"] as Int }
  }

  /// What became of the rules, the latest first.
  package func ruleEvents(limit: Int) throws -> [RuleEvent] {
    try db.all("SELECT * FROM rule_events ORDER BY id DESC LIMIT ?", [limit], RuleEvent.init(row:))
  }

  /// The revision that was live before this one went live for the last time, and is another.
  package func revisionBefore(_ revision: String) throws -> String? {
    try db.first(
      """
      SELECT previous FROM rule_events
      WHERE revision = ? AND previous IS NOT NULL AND previous <> revision
        AND kind IN ('adopted', 'rolled_back', 'resumed')
      ORDER BY id DESC LIMIT 1
      """, [revision]
    ) { $0["previous"] as String }
  }

  /// Every stored revision, the latest first, with how often it decided.
  package func revisionSummaries() throws -> [RevisionSummary] {
    try db.all(
      """
      SELECT r.revision, r.number, r.stored_at,
        (SELECT coalesce(sum(booked), 0) FROM rule_use WHERE revision = r.revision) AS booked,
        (SELECT coalesce(sum(refused), 0) FROM rule_use WHERE revision = r.revision)
          + (SELECT count(*) FROM decisions WHERE revision = r.revision AND booking_id IS NULL) AS refused
      FROM rule_revisions r ORDER BY r.number DESC
      """
    ) {
      RevisionSummary(
        revision: $0["revision"], number: $0["number"], storedAt: $0.instant("stored_at"),
        booked: $0["booked"], refused: $0["refused"])
    }
  }
}

extension RuleEvent {
  init(row: Row) throws {
    self.init(
      at: row.instant("at"), kind: try row.word("kind"), revision: row["revision"], previous: row["previous"],
      staffID: row["staff_id"], notes: StoredNotes.decode(row["notes"]))
  }
}

/// Notes as a JSON array.
enum StoredNotes {
  static func encode(_ notes: [RuleNote]) -> String {
    StoredJSON.array(
      notes.map {
        .object(present: ["place": $0.place.map(StoredJSON.text), "message": .text($0.message)])
      }
    ).encoded
  }

  static func decode(_ text: String) -> [RuleNote] {
    (StoredJSON.parse(text)?.array ?? []).compactMap { note in
      guard let members = note.object, let message = members["message"]?.text else { return nil }
      return RuleNote(place: members["place"]?.text, message: message)
    }
  }
}
