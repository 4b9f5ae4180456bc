/// The files of a rule directory that decide: mode files at its top level and shared code in `lib/`.
package struct RuleFiles: Hashable, Sendable {
  /// Text by path: `ops.lua`, `lib/contact.lua`.
  package var texts: [String: String]
  /// What was found and left out, for the operator.
  package var warnings: [String]

  package init(texts: [String: String], warnings: [String] = []) {
    self.texts = texts
    self.warnings = warnings
  }

  /// The modes there are files for, in order.
  package var modes: [String] {
    texts.keys.compactMap(RuleFiles.modeName).sorted()
  }

  /// Shared code, which every mode may `require`.
  var library: [String: String] { texts.filter { $0.key.hasPrefix("lib/") } }

  /// SHA-256 over paths and contents in the order of the paths, in hexadecimal. Lengths are part of what
  /// is hashed, so that moving text from one file to the next gives another revision.
  package var revision: String {
    var bytes: [UInt8] = []
    for path in texts.keys.sorted() {
      let text = texts[path]!
      bytes += Array("\(path.utf8.count):\(path)\(text.utf8.count):\(text)".utf8)
    }
    return Digest.hex(Digest.sha256(bytes))
  }

  /// The mode that a path at the top level of a rule directory is the file of, or nil.
  package static func modeName(_ path: String) -> String? {
    guard path.hasSuffix(".lua"), !path.contains("/") else { return nil }
    let name = path.dropLast(4)
    guard let first = name.utf8.first, (97...122).contains(first),
      name.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 95 })
    else { return nil }
    return String(name)
  }
}
