/// A file of `mail/`: what its name says, its text, and the tags in it.
struct MailFile {
  var name: Name
  /// Lines are apart by line feeds.
  var text: String
  var tags: MailTags

  init(_ name: Name, _ text: String) {
    self.name = name
    self.text = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    tags = MailTags(self.text)
  }

  /// `confirmation.txt.mustache`, `confirmation.fr.html.mustache`, `_footer.txt.mustache`.
  struct Name: Hashable {
    /// Without the underscore that marks a partial.
    var base: String
    /// `fr`; nil for the one that is used where there is none for the language.
    var language: String?
    var format: Format
    var isPartial: Bool

    init(_ base: String, language: String? = nil, _ format: Format, isPartial: Bool = false) {
      self.base = base
      self.language = language
      self.format = format
      self.isPartial = isPartial
    }

    /// Nil for a file that is called otherwise.
    init?(file: String) {
      var parts = file.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 3 || parts.count == 4, parts.removeLast() == "mustache",
        let format = Format(rawValue: parts.removeLast())
      else { return nil }
      let isPartial = parts[0].hasPrefix("_")
      let base = isPartial ? String(parts[0].dropFirst()) : parts[0]
      let language = parts.count == 2 ? parts[1] : nil
      guard Name.isBase(base), language.map(Name.isLanguage) ?? true else { return nil }
      self.init(base, language: language, format, isPartial: isPartial)
    }

    var file: String {
      let middle = language.map { ".\($0)" } ?? ""
      return "\(isPartial ? "_" : "")\(base)\(middle).\(format.rawValue).mustache"
    }

    /// In the rule directory.
    var path: String { "mail/" + file }

    private static func isBase(_ text: String) -> Bool {
      guard let first = text.utf8.first, (97...122).contains(first) else { return false }
      return text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
    }

    private static func isLanguage(_ text: String) -> Bool {
      (2...3).contains(text.utf8.count) && text.utf8.allSatisfy { (97...122).contains($0) }
    }
  }

  enum Format: String, Hashable, CaseIterable {
    case txt, html
  }
}

extension MailFile {
  /// The first line without `Subject:`; nil when it does not begin so.
  var subject: String? {
    let line = text.prefix { $0 != "\n" }
    guard line.lowercased().hasPrefix("subject:") else { return nil }
    let subject = Text.trimmed(String(line.dropFirst(8)))
    return subject.isEmpty ? nil : subject
  }

  /// What is below the subject, without empty lines before it.
  var body: String { String(text.drop { $0 != "\n" }.drop { $0 == "\n" }) }

  /// Whether a first line with a subject belongs at its head.
  var hasSubject: Bool { name.format == .txt && !name.isPartial }
}
