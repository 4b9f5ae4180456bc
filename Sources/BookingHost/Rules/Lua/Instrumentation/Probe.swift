/// A place in a source file of which one is told whether it was reached: a statement inside a function, or an
/// expression whose value says something.
package struct Probe: Hashable, Sendable {
  package var kind: Kind
  package var file: String
  package var range: SourceRange
  /// The innermost function around it, by its number in the file.
  package var function: Int

  package enum Kind: Hashable, Sendable {
    case statement
    /// A name, a value inside a table, or a length: `party`, `facts.load.covers`, `#facts.closures`.
    case access
    /// What a call gives.
    case call
    /// What an operator makes of numbers or texts.
    case operation
    /// What is true or false, or decides between values: comparisons, `not`, `and`, `or`.
    case test
  }

  /// The name that the value is given, where it is given one: `local digits = …`.
  package var name: String?
  /// Whether it is a statement that ends its function: a `return`.
  package var isReturn = false

  /// The expression as it is written in its source, on one line and not too long.
  package func text(in source: String) -> String { Probe.text(of: range, in: source) }

  /// What stands in a range of a source, on one line and not too long.
  static func text(of range: SourceRange, in source: String) -> String {
    let whole = source[source: range]
    let isOneLine = range.start.line == range.end.line
    let line = isOneLine ? String(whole) : whole.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > longestText ? line.prefix(longestText - 1) + "…" : line
  }

  /// In characters.
  private static let longestText = 80

  package var isStatement: Bool { kind == .statement }
  package var line: Int { range.start.line }
}

/// A source file whose functions say what they do.
package struct InstrumentedSource: Sendable {
  /// The text to load, with the same lines.
  package var text: String
  /// Numbered in their order, from the number that was asked for.
  package var probes: [Probe]
  /// The functions of the file by their number, and where they stand. The file itself, 0, is not among them.
  package var functions: [Int: SourceRange]
}
