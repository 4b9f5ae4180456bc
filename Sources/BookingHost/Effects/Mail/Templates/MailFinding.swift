/// Something that is wrong with a mail template.
package struct MailFinding: Hashable, Sendable {
  /// In the rule directory: `mail/confirmation.txt.mustache`.
  package var file: String
  /// From 1; nil when it is about the file as a whole.
  package var line: Int?
  /// In Unicode scalars from 1; nil when only the line is known.
  package var column: Int?
  /// Stable, in snake case: `unknown_value`.
  package var code: String
  /// What is wrong, in a sentence without the place.
  package var message: String
  /// What to write instead, where that can be told.
  package var suggestion: String?
  /// Whether the template is used all the same.
  package var isWarning = false

  /// `mail/confirmation.txt.mustache:7`
  package var place: String { line.map { "\(file):\($0)" } ?? file }
}

extension MailFinding: CustomStringConvertible {
  /// `mail/confirmation.txt.mustache:7: there is no {{nmae}}; did you mean {{name}}?`
  package var description: String { "\(place): \(message)" + (suggestion.map { "; \($0)" } ?? "") }
}

extension MailFinding: Comparable {
  package static func < (a: MailFinding, b: MailFinding) -> Bool {
    (a.file, a.line ?? 0, a.column ?? 0, a.message) < (b.file, b.line ?? 0, b.column ?? 0, b.message)
  }
}

/// How large a template may be and grow. No sane mail comes near.
package enum MailTemplateLimits {
  /// Bytes of one file, how many files, and bytes of all together.
  static let fileBytes = 64 * 1024
  static let files = 200
  static let directoryBytes = 2 * 1024 * 1024
  /// Sections within sections; partials within partials.
  static let nesting = 12
  /// What a template may grow to, each value and list at its longest: bounds the work as well as the mail.
  static let weight = 2 * 1024 * 1024
  /// Bytes of a part of a mail.
  static let partBytes = 512 * 1024
}
