/// A place in a source file of which one is told whether it was reached: a statement inside a function, or an
/// expression whose value says something.
package struct Probe: Hashable, Sendable {
  package var kind: Kind
  package var file: String
  package var range: SourceRange
  /// The expression as it is written, on one line and not too long. Empty for a statement.
  package var text: String
  /// The innermost function around it, by its number in the file.
  package var function: Int

  package enum Kind: Hashable, Sendable {
    case statement
    /// A name, or a value inside a table: `party`, `facts.load.covers`.
    case access
    /// What is worked out: by a call, an operator, a length.
    case result
    /// What is true or false, or decides between values: comparisons, `not`, `and`, `or`.
    case test
  }

  /// The name that the value is given, where it is given one: `local digits = …`.
  package var name: String?

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
