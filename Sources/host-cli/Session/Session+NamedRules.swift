import BookingHost
import Foundation

// Rules by the names that people give them.
extension Session {
  /// The rules that a name stands for: those of a directory, or a revision that the store keeps (`live`, `r41`,
  /// or the beginning of its hash). A directory needs no store.
  func rules(named name: String) throws -> RuleBook {
    if Session.isDirectory(name) { return try RuleBook(directory: name) }
    guard name == "live" || name.wholeMatch(of: /r[0-9]+|[0-9a-f]{4,64}/) != nil else {
      throw HostError(.notFound, "There is no rule directory \"\(name)\".", field: "rules")
    }
    return try store().read { try LiveRules.load($0.revision(named: name), $0) }
  }

  private static func isDirectory(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
  }
}
