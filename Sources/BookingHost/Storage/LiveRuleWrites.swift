extension StoreWriter {
  /// Keeps a revision's files, once. A revision has a number from then on.
  package func storeRevision(
    _ revision: String, files: [String: String], contractVersion: Int, at now: Instant
  ) throws {
    if try db.exists("SELECT 1 FROM rule_revisions WHERE revision = ?", [revision]) { return }
    try db.run(
      """
      INSERT INTO rule_revisions (revision, contract_version, stored_at, number)
      VALUES (?, ?, ?, (SELECT coalesce(max(number), 0) + 1 FROM rule_revisions))
      """, [revision, contractVersion, now.seconds])
    for (path, content) in files.sorted(by: { $0.key < $1.key }) {
      try db.insert(into: "rule_files", ["revision": revision, "path": path, "content": content])
    }
  }

  /// Makes a stored revision the one that decides, from the commit on and in every process.
  package func setLiveRevision(
    _ revision: String, since: Instant, isPinned: Bool, directory: String?
  ) throws {
    try db.run(
      """
      INSERT INTO live_rules (id, revision, since, is_pinned, directory) VALUES (1, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, since = excluded.since,
        is_pinned = excluded.is_pinned, directory = excluded.directory
      """, [revision, since.seconds, isPinned, directory])
  }

  /// Writes down what became of the rules; what a member of staff did is in the audit trail too.
  package func record(_ event: RuleEvent) throws {
    try db.insert(
      into: "rule_events",
      [
        "at": event.at.seconds, "kind": event.kind.rawValue, "revision": event.revision,
        "previous": event.previous, "staff_id": event.staffID, "notes": StoredNotes.encode(event.notes),
      ])
    guard let staffID = event.staffID else { return }
    try audit(
      AuditEntry(
        at: event.at, staffID: staffID, action: "rules.\(event.kind.rawValue)",
        detail: [
          "revision": .text(event.revision), "previous": event.previous.map(StoredJSON.text) ?? .null,
        ]))
  }
}
