@testable import BookingHost

/// Edits of the shipped rules, as an operator would make them.
enum Edits {
  /// The shipped rules with some text of some files replaced.
  static func rules(_ edits: (path: String, old: String, new: String)...) throws -> RuleBook {
    var files = Shipped.rules.files.texts
    for edit in edits {
      precondition(files[edit.path]!.contains(edit.old), "\(edit.path) has no \(edit.old)")
      files[edit.path] = files[edit.path]!.replacing(edit.old, with: edit.new)
    }
    return try RuleBook(files: files)
  }

  static func ops(_ old: String, _ new: String) throws -> RuleBook { try rules(("ops.lua", old, new)) }

  static let partyOf8 = ("party = { min = 1, max = 12 }", "party = { min = 1, max = 8 }")
  static let check = "  effects = function(booking)"

  /// A check added to the walk-in mode.
  static func checking(_ body: String) throws -> RuleBook {
    try ops(check, "  check = function(draft, facts)\n\(body)\n  end,\n\n\(check)")
  }
}

extension RuleDiff {
  func mode(_ name: String) -> ModeDiff { modes.first { $0.mode == name }! }
}

extension ModeDiff {
  var sentences: [String] { changes.map(\.sentence) }
}
