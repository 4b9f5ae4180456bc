/// Goes through the tags of one template and says what is wrong with them.
struct MailFileCheck {
  private let file: MailFile
  /// The partials that a tag of this file can name.
  private let partials: Set<String>
  private(set) var findings: [MailFinding] = []
  private var open: [MailTag] = []
  /// The names that are known where the check has got to: outermost first.
  private var scopes = [MailVocabulary.entries]

  init(_ file: MailFile, partials: Set<String>) {
    self.file = file
    self.partials = partials
  }

  static func findings(of file: MailFile, partials: Set<String>) -> [MailFinding] {
    var check = MailFileCheck(file, partials: partials)
    check.run()
    return check.findings
  }

  private mutating func run() {
    checkSubject()
    for tag in file.tags.tags where findings.count < MailFileCheck.mostFindings {
      if tag.line > 1, file.hasSubject { closeSubject() }
      check(tag)
    }
    for tag in open {
      report(tag, "unclosed_section", "\(tag.text) is never ended", "write {{/\(tag.name)}} where it ends")
    }
  }

  private mutating func check(_ tag: MailTag) {
    switch tag.kind {
    case .comment: break
    case .unfinished: report(tag, "unfinished_tag", "a tag begins here that has no }}", "write {{name}}")
    case .other(let mark): reportForeign(tag, mark)
    case .partial: checkPartial(tag)
    case .value, .unescaped: checkValue(tag)
    case .section, .inverted: openSection(tag)
    case .end: endSection(tag)
    }
  }

  private mutating func checkSubject() {
    guard file.hasSubject, file.subject == nil else { return }
    findings.append(
      MailFinding(
        file: file.name.path, line: 1, column: nil, code: "missing_subject",
        message: "the first line says no subject",
        suggestion: "begin with: Subject: Your table at {{restaurant.name}}"))
  }

  /// A subject is a text of its own: what begins in it ends in it.
  private mutating func closeSubject() {
    for tag in open where tag.line == 1 {
      report(
        tag, "unclosed_section", "\(tag.text) does not end on the line of the subject",
        "write {{/\(tag.name)}} on the same line")
    }
    if open.contains(where: { $0.line == 1 }) {
      open = []
      scopes = [MailVocabulary.entries]
    }
  }

  // MARK: Sections

  private mutating func openSection(_ tag: MailTag) {
    let entry = resolve(tag)
    open.append(tag)
    var names: [MailVocabulary.Entry] = []
    if tag.kind == .section, let entry {
      switch entry.kind {
      case .list(let inner):
        names = inner
        if open.dropLast().contains(where: { $0.name == tag.name && $0.kind == .section }) {
          report(tag, "nested_list", "{{#\(tag.name)}} is inside {{#\(tag.name)}}", "end the outer one first")
        }
      case .group(let inner): names = inner
      case .text, .flag: break
      }
    }
    scopes.append(names)
    if open.count == MailTemplateLimits.nesting + 1 {
      report(tag, "too_deep", "sections are more than \(MailTemplateLimits.nesting) deep here", nil)
    }
  }

  private mutating func endSection(_ tag: MailTag) {
    guard let last = open.last else {
      report(tag, "unopened_section", "{{/\(tag.name)}} ends nothing: no section is open", "take it out")
      return
    }
    if last.name != tag.name {
      report(
        tag, "unclosed_section",
        "{{/\(tag.name)}} is here while \(last.text) of line \(last.line) is still open",
        "write {{/\(last.name)}}")
      // Whichever of the open ones was meant has ended.
      guard let meant = open.lastIndex(where: { $0.name == tag.name }) else { return }
      open.removeSubrange(meant...)
      scopes.removeLast(scopes.count - 1 - meant)
      return
    }
    open.removeLast()
    scopes.removeLast()
  }

  // MARK: Values

  private mutating func checkValue(_ tag: MailTag) {
    guard let entry = resolve(tag) else { return }
    switch entry.kind {
    case .text: break
    case .flag:
      report(
        tag, "wrong_use", "{{\(tag.name)}} is true or false, and cannot be printed",
        "write {{#\(tag.name)}}…{{/\(tag.name)}}")
    case .list(let inner):
      let names = inner.map { "{{\($0.name)}}" }.joined(separator: " ")
      report(
        tag, "wrong_use", "{{\(tag.name)}} is a list, and cannot be printed",
        "write {{#\(tag.name)}}\(names){{/\(tag.name)}}")
    case .group(let inner):
      report(
        tag, "wrong_use", "{{\(tag.name)}} has parts, and cannot be printed",
        "write {{\(tag.name).\(inner[0].name)}}")
    }
    if tag.kind == .unescaped, file.name.format == .html {
      report(
        tag, "unescaped_value", "what a guest wrote would go into the page as HTML",
        "write {{\(tag.name)}}")
    }
  }

  /// What a tag's name stands for; nil, and a finding, when for nothing.
  private mutating func resolve(_ tag: MailTag) -> MailVocabulary.Entry? {
    guard tag.name.utf8.count <= 60 else {
      report(tag, "malformed_tag", "this tag is too long for a name", "end it with }} after the name")
      return nil
    }
    let parts = tag.name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard tag.name.utf8.allSatisfy({ HeaderText.isAtom($0) || $0 == UInt8(ascii: ".") }), !tag.name.isEmpty
    else {
      report(
        tag, "malformed_tag", "\"\(tag.name)\" is no name of a value",
        "write the name and nothing else: {{date}}")
      return nil
    }
    var found = scopes.reversed().lazy.compactMap { $0.first { $0.name == parts[0] } }.first
    for part in parts.dropFirst() {
      if case .group(let inner)? = found?.kind {
        found = inner.first { $0.name == part }
      } else {
        found = nil
      }
    }
    if found == nil { reportUnknown(tag) }
    return found
  }

  private mutating func reportUnknown(_ tag: MailTag) {
    let names = scopes.flatMap(MailFileCheck.names)
    let meant =
      MailFileCheck.slips[tag.name.lowercased().filter(\.isLetter)] ?? closest(to: tag.name, among: names)
    report(
      tag, "unknown_value", "there is no value \"\(tag.name)\"",
      meant.map { "did you mean {{\($0)}}?" } ?? "docs/mail.md lists those that there are")
  }

  /// What people write for the names of the table, in small letters alone.
  private static let slips = [
    "guest": "name", "guestname": "name", "customer": "name", "firstname": "name", "guests": "party",
    "people": "party", "covers": "party", "size": "party", "day": "date", "start": "time",
    "starttime": "time",
    "hour": "time", "end": "endTime", "until": "endTime", "table": "seating", "comments": "notes",
    "request": "notes", "requests": "notes", "ref": "reference", "number": "reference", "link": "manageUrl",
    "url": "manageUrl", "manage": "manageUrl", "cancelurl": "manageUrl", "venue": "restaurant.name",
    "address": "restaurant.address", "telephone": "restaurant.phone",
  ]

  private static func names(_ entries: [MailVocabulary.Entry]) -> [String] {
    entries.flatMap { entry -> [String] in
      if case .group(let inner) = entry.kind { return inner.map { "\(entry.name).\($0.name)" } }
      return [entry.name]
    }
  }

  // MARK: Partials, and what is not mail's

  private mutating func checkPartial(_ tag: MailTag) {
    guard !partials.contains(tag.name) else { return }
    guard tag.name.utf8.count <= 60 else {
      report(tag, "malformed_tag", "this tag is too long for a name", "end it with }} after the name")
      return
    }
    let wanted = tag.name.hasPrefix("_") ? String(tag.name.dropFirst()) : tag.name
    let meant = partials.contains(wanted) ? wanted : closest(to: wanted, among: partials)
    let file = "mail/_\(wanted).\(file.name.format.rawValue).mustache"
    report(
      tag, "unknown_partial", "there is no \(file)",
      meant.map { "did you mean {{> \($0)}}?" } ?? "write that file, or take the tag out")
  }

  private mutating func reportForeign(_ tag: MailTag, _ mark: Character) {
    report(
      tag, "unsupported_tag", "{{\(mark)…}} does nothing in mail",
      "there are {{name}}, {{#name}}…{{/name}}, {{^name}}…{{/name}} and {{> partial}}")
  }

  /// Who has so many mistakes in one file does not need to be told the rest.
  private static let mostFindings = 40

  private mutating func report(_ tag: MailTag, _ code: String, _ message: String, _ suggestion: String?) {
    findings.append(
      MailFinding(
        file: file.name.path, line: tag.line, column: tag.column, code: code, message: message,
        suggestion: suggestion))
  }
}

extension MailTag {
  /// As it is written: `{{#notes}}`.
  var text: String {
    switch kind {
    case .section: "{{#\(name)}}"
    case .inverted: "{{^\(name)}}"
    case .end: "{{/\(name)}}"
    case .partial: "{{> \(name)}}"
    default: "{{\(name)}}"
    }
  }
}
