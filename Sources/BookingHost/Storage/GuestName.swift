import Foundation

/// Names as they are compared: without case, Latin, Greek and Cyrillic accents, and differences of spacing.
package enum GuestName {
  package static func folded(_ name: String) -> String {
    let letters = name.utf8.allSatisfy { $0 < 128 } ? name.lowercased() : withoutCase(name)
    var kept = String.UnicodeScalarView()
    for scalar in letters.unicodeScalars where !isAccent(scalar) {
      if scalar.properties.isWhitespace {
        if let last = kept.last, last != " " { kept.append(" ") }
      } else if !scalar.properties.isDefaultIgnorableCodePoint {
        kept.append(scalar)
      }
    }
    if kept.last == " " { kept.removeLast() }
    return String(kept)
  }

  /// Upper case first: it is where ß and SS meet.
  private static func withoutCase(_ name: String) -> String {
    name.decomposedStringWithCompatibilityMapping.uppercased().lowercased()
      .decomposedStringWithCompatibilityMapping
  }

  /// Only the block of combining accents: in other scripts a mark is often a vowel.
  private static func isAccent(_ scalar: Unicode.Scalar) -> Bool { (0x300...0x36f).contains(scalar.value) }
}
