internal import GRDB

// The rules that decided bookings, as they were kept with them.
extension StoreReading {
  /// The rule files of a revision by path; nil when the store has no such revision.
  package func ruleFiles(revision: String) throws -> [String: String]? {
    let files = try db.all("SELECT path, content FROM rule_files WHERE revision = ?", [revision]) {
      ($0["path"] as String, $0["content"] as String)
    }
    return files.isEmpty ? nil : Dictionary(files) { first, _ in first }
  }

  /// The revisions that begin with some hexadecimal digits, in order; at most a few, enough to say that
  /// there are several.
  package func revisions(prefix: String) throws -> [String] {
    guard !prefix.isEmpty, prefix.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
    else { return [] }
    // `g` is the letter after the last digit.
    return try db.all(
      "SELECT revision FROM rule_revisions WHERE revision >= ? AND revision < ? ORDER BY revision LIMIT 10",
      [prefix, prefix + "g"]
    ) { $0["revision"] as String }
  }
}
