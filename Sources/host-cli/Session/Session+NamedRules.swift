import BookingHost
import Foundation

// Rules by the names that people give them.
extension Session {
  /// The rules that a name stands for: those of a directory, or a revision that the store keeps, by its
  /// first digits. A directory needs no store.
  func rules(named name: String) throws -> RuleBook {
    if Session.isDirectory(name) { return try RuleBook(directory: name) }
    if let revision = try numbered(name) ?? revision(beginning: name) { return try stored(revision) }
    throw Failure.error(
      .notFound, code: .notFound,
      "There is no rule directory \"\(name)\", and no stored revision begins like that.", field: "rules")
  }

  /// The revision behind `live`, or behind a number such as `r41`; nil for any other name.
  private func numbered(_ name: String) throws -> String? {
    // The store keeps neither which revision is live nor numbers of revisions: here is where they are
    // looked up when it does.
    guard name == "live" || name.wholeMatch(of: /r[0-9]+/) != nil else { return nil }
    throw Failure.error(
      .notFound, code: .notFound,
      "This store does not know which revision is \"\(name)\"; name a directory, or the revision's first digits.",
      field: "rules")
  }

  private func revision(beginning prefix: String) throws -> String? {
    guard prefix.wholeMatch(of: /[0-9a-f]{4,64}/) != nil else { return nil }
    let found = try store().read { try $0.revisions(prefix: prefix) }
    guard found.count < 2 else {
      throw Failure.error(
        .usage, code: .usage, "Several revisions begin with \(prefix); give more of its digits.",
        field: "rules")
    }
    return found.first
  }

  private func stored(_ revision: String) throws -> RuleBook {
    guard let files = try store().read({ try $0.ruleFiles(revision: revision) }) else {
      throw Failure.error(
        .notFound, code: .notFound, "The store has no files of revision \(revision.prefix(12)).",
        field: "rules")
    }
    return try RuleBook(files: files)
  }

  private static func isDirectory(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
  }
}
