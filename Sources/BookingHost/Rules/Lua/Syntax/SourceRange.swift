/// A place between two characters of a source text.
package struct SourcePosition: Hashable, Sendable, Comparable {
  // A file has at most a few hundred kilobytes; every node of a tree carries two of these.
  private let storedOffset, storedLine, storedColumn: UInt32

  package init(offset: Int, line: Int, column: Int) {
    storedOffset = UInt32(offset)
    storedLine = UInt32(line)
    storedColumn = UInt32(column)
  }

  package static let start = SourcePosition(offset: 0, line: 1, column: 1)

  /// In bytes of UTF-8 from the beginning of the text, a byte-order mark included.
  package var offset: Int { Int(storedOffset) }
  /// The first line is 1.
  package var line: Int { Int(storedLine) }
  /// In Unicode scalars; the first of a line is 1. A byte-order mark does not count.
  package var column: Int { Int(storedColumn) }

  package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    left.storedOffset < right.storedOffset
  }
}

extension SourcePosition: CustomStringConvertible {
  /// `12:5`: line and column.
  package var description: String { "\(line):\(column)" }
}

/// A stretch of a source text: from its first character to just after its last.
package struct SourceRange: Hashable, Sendable {
  package let start: SourcePosition
  package let end: SourcePosition

  package init(_ start: SourcePosition, _ end: SourcePosition) {
    self.start = start
    self.end = end
  }

  package static let empty = SourceRange(.start, .start)

  /// The bytes of UTF-8 it takes up.
  package var offsets: Range<Int> { start.offset..<end.offset }

  package func contains(_ other: SourceRange) -> Bool {
    start <= other.start && other.end <= end
  }
}

extension SourceRange: CustomStringConvertible {
  package var description: String { "\(start)-\(end)" }
}

extension String {
  /// The characters of a range of this text. Nothing where the range is not of this text.
  package subscript(source range: SourceRange) -> Substring {
    let bytes = utf8
    guard let start = bytes.index(bytes.startIndex, offsetBy: range.start.offset, limitedBy: bytes.endIndex),
      let end = bytes.index(start, offsetBy: range.end.offset - range.start.offset, limitedBy: bytes.endIndex)
    else { return "" }
    return self[start..<end]
  }
}
