/// Something that `rules check` found in a rule directory.
package struct RuleFinding: Hashable, Sendable {
  package var severity: Severity
  /// In the rule directory: `ops.lua`, `lib/contact.lua`, `tests/ops.lua`. Nil when it is about the directory.
  package var file: String?
  /// From 1; nil when no line is to blame.
  package var line: Int?
  /// In Unicode scalars from 1; nil when only the line is known.
  package var column: Int?
  /// Stable, in snake case: `unknown_fact`.
  package var code: String
  /// What is wrong, in a sentence without the place.
  package var message: String
  /// What to write instead, where that can be told.
  package var suggestion: String?

  package enum Severity: String, Hashable, Sendable {
    /// The rules cannot be used, or do something else than they say.
    case error
    /// The rules can be used; somebody should look.
    case warning
  }

  package init(
    _ severity: Severity, _ code: String, _ message: String, file: String?,
    at position: SourcePosition? = nil,
    suggestion: String? = nil
  ) {
    self.severity = severity
    self.file = file
    line = position?.line
    column = position?.column
    self.code = code
    self.message = message
    self.suggestion = suggestion
  }

  /// Whether it is about a file that takes part in decisions, and not about a test or a mail template.
  package var isAboutDecisions: Bool { !isAboutTests && !isAboutMail }
  package var isAboutTests: Bool { file?.hasPrefix("tests/") ?? false }
  package var isAboutMail: Bool { file?.hasPrefix("mail/") ?? false }

  /// `ops.lua:42`; nil when it is about no file.
  package var rule: String? {
    guard let file else { return nil }
    return line.map { "\(file):\($0)" } ?? file
  }
}

extension RuleFinding {
  /// An error that a rule book would be refused with.
  init(_ error: RuleError, code: String? = nil) {
    let parts = error.rule?.split(separator: ":")
    self.init(.error, code ?? error.kind.rawValue, error.message, file: parts?.first.map(String.init))
    if let parts, parts.count == 2 { line = Int(parts[1]) }
  }

  /// A file that was found and left out, from the sentence that says so: "Ops.lua is ignored: …".
  init(ignored sentence: String) {
    let parts = sentence.split(separator: " is ignored: ", maxSplits: 1)
    let file = parts.count == 2 ? String(parts[0]) : nil
    self.init(
      .warning, "ignored_file", file == nil ? sentence : "ignored: \(parts[1])", file: file,
      suggestion: file.flatMap(RuleFinding.fittingName))
  }

  /// What a file that is left out may be called instead.
  private static func fittingName(_ path: String) -> String? {
    guard path.hasSuffix(".lua") else { return nil }
    let name = path.dropLast(4).lowercased().map { $0.isLetter || $0.isNumber || $0 == "/" ? $0 : "_" }
    let fitting = String(name) + ".lua"
    let file = fitting.split(separator: "/").last.map(String.init) ?? fitting
    return RuleFiles.modeName(file) == nil ? nil : "to use it, call it \(fitting)"
  }
}

extension RuleFinding: Comparable {
  /// By file, line and column: those about the directory first, then modes, then lib/ and tests/.
  package static func < (a: RuleFinding, b: RuleFinding) -> Bool {
    a.order.lexicographicallyPrecedes(b.order) || (a.order == b.order && a.text < b.text)
  }

  private var order: [String] { [file == nil ? "0" : file!.contains("/") ? "2" : "1", file ?? ""] }

  private var text: (Int, Int, String, String) { (line ?? 0, column ?? 0, code, message) }
}
