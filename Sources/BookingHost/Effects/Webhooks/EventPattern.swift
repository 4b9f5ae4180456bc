/// Which events an endpoint is told of: `booking.created`, `booking.*`, or `*` for all.
package struct EventPattern: Hashable, Sendable, CustomStringConvertible {
  package let description: String

  /// Nil for what is no pattern: words of letters, digits, `_` and `-` with dots between, the last of which may
  /// be `*`.
  package init?(_ text: String) {
    let words = text.split(separator: ".", omittingEmptySubsequences: false)
    let isWord = { (word: Substring) in
      !word.isEmpty && word.utf8.allSatisfy { "_-".utf8.contains($0) || EventPattern.isAlphanumeric($0) }
    }
    guard text.utf8.count <= 100, let last = words.last, last == "*" || isWord(last),
      words.dropLast().allSatisfy(isWord)
    else { return nil }
    description = text
  }

  /// `booking.*` is `booking.created` and `booking.table.moved`, but not `booking` itself.
  package func matches(_ event: String) -> Bool {
    guard description.hasSuffix("*") else { return event == description }
    let beginning = description.dropLast()
    return event.hasPrefix(beginning) && event.utf8.count > beginning.utf8.count
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
