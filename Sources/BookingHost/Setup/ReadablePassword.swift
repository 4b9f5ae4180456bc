/// Passwords that can be read out and typed: `kw7mt-9hxrc-4pdnf`.
package enum ReadablePassword {
  /// Fifteen characters of thirty, 73 bits, without those that look like each other.
  package static func random() -> String {
    var generator = SystemRandomNumberGenerator()
    let groups = (0..<3).map { _ in
      String((0..<5).map { _ in letters.randomElement(using: &generator) ?? "x" })
    }
    return groups.joined(separator: "-")
  }

  private static let letters = Array("abcdefghjkmnpqrstvwxyz23456789")
}
