/// One change to one rule file, which some test should notice.
package struct Mutant: Hashable, Sendable {
  package var file: String
  package var kind: Kind
  /// What is changed.
  package var range: SourceRange
  /// What stands there instead.
  package var replacement: String

  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A number, one more or one less.
    case bound
    /// `<` for `<=`, `==` for `~=`.
    case comparison
    /// `and` for `or`, a `not` or an operand left out, a condition turned round.
    case logic
    /// `+` for `-`.
    case arithmetic
    /// `true` for `false`.
    case flag
    /// Another severity, role, status or access.
    case word
    /// Another text.
    case text
    /// `^` or `$` left out of a pattern.
    case anchor
    /// A choice, a row of a table, or a key of a field left out.
    case entry
    /// An assignment or a call left out.
    case statement
  }

  /// The file's text with the change made.
  package func applied(to source: String) -> String {
    var bytes = Array(source.utf8)
    bytes.replaceSubrange(range.offsets, with: replacement.utf8)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What is changed in words: `12 → 13`.
  package func change(in source: String) -> String {
    let before = Mutant.oneLine(String(source[source: range]))
    let after = Mutant.oneLine(replacement)
    return after.isEmpty || after == ";" ? "\(before) left out" : "\(before) → \(after)"
  }

  /// The lines that the change is on, as they are and as they become, each as one line.
  package func lines(in source: String) -> (before: String, after: String) {
    let bytes = Array(source.utf8), newline = UInt8(ascii: "\n")
    let start = bytes[..<range.start.offset].lastIndex(of: newline).map { $0 + 1 } ?? 0
    let end = bytes[range.end.offset...].firstIndex(of: newline) ?? bytes.count
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    let shown = replacement == ";" ? "" : replacement
    return (
      Mutant.oneLine(text(start..<end)),
      Mutant.oneLine(text(start..<range.start.offset) + shown + text(range.end.offset..<end))
    )
  }

  private static func oneLine(_ text: String) -> String {
    Text.trimmed(text.split(separator: "\n").map { Text.trimmed(String($0)) }.joined(separator: " "))
  }
}
