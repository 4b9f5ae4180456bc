/// What is wrong with templates, each by itself and with one another.
enum MailTemplatesCheck {
  /// Finds it, and marks what cannot be used.
  static func run(_ library: inout MailLibrary) -> [MailFinding] {
    var findings: [MailFinding] = []
    let files = library.own.values.sorted { $0.name.file < $1.name.file }
    for file in files {
      take(MailFileCheck.findings(of: file, partials: library.partials(for: file.name.format)), file)
    }
    // Partials first: a template is no worse for a partial that something else stands in for.
    for file in files.sorted(by: { $0.name.isPartial && !$1.name.isPartial }) where !isBroken(file) {
      take(together(file), file)
    }
    for file in files where !isBroken(file) { take(beside(file), file) }
    return findings

    func isBroken(_ file: MailFile) -> Bool { library.broken.contains(file.name) }
    func take(_ found: [MailFinding], _ file: MailFile) {
      findings += found
      if found.contains(where: { !$0.isWarning }) { library.broken.insert(file.name) }
    }
    func together(_ file: MailFile) -> [MailFinding] { self.together(file, library) }
    func beside(_ file: MailFile) -> [MailFinding] { self.beside(file, library) }
  }

  /// Partials that cannot be had or never end, size, and what the renderer itself says.
  private static func together(_ file: MailFile, _ library: MailLibrary) -> [MailFinding] {
    let partials: [String: MailFile]
    do { partials = try library.closure(of: file) } catch { return [finding(file, error)] }
    if file.weight(with: partials) > MailTemplateLimits.weight {
      return [
        MailFinding(
          file: file.name.path, code: "too_large", message: "the mail could grow too large",
          suggestion: "repeat less of it")
      ]
    }
    return MailRendering.findings(in: file)
  }

  private static func finding(_ file: MailFile, _ problem: MailLibrary.PartialProblem) -> MailFinding {
    let first = file.tags.tags.first { tag in
      if case .unusable(let base) = problem {
        tag.kind == .partial && tag.name == base
      } else {
        tag.kind == .partial
      }
    }
    switch problem {
    case .unusable(let base):
      return MailFinding(
        file: file.name.path, line: first?.line, column: first?.column, code: "broken_partial",
        message: "the partial \(base) cannot be used", suggestion: "put that one right first")
    case .endless:
      return MailFinding(
        file: file.name.path, line: first?.line, column: first?.column, code: "endless_partial",
        message: "its partials bring one another in without end",
        suggestion: "take the tag out that leads back")
    }
  }

  /// What belongs beside a template, and is not there.
  private static func beside(_ file: MailFile, _ library: MailLibrary) -> [MailFinding] {
    let name = file.name
    guard !name.isPartial else { return [] }
    var other = name
    other.format = name.format == .txt ? .html : .txt
    let isThere = library.own[other] != nil
    switch name.format {
    case .txt where name.base == MailKind.calendarTemplate: return []
    case .txt:
      let alone = MailFinding(
        file: name.path, code: "missing_html",
        message: "there is no \(other.path) beside it, so this mail goes out as plain text",
        suggestion: "write that file, or leave it at that", isWarning: true)
      return (isThere ? [] : [alone]) + misspelt(name)
    case .html where name.base == MailKind.calendarTemplate:
      return [
        MailFinding(
          file: name.path, code: "unused_template",
          message: "calendar entries are plain text; this is not used",
          isWarning: true)
      ]
    case .html:
      return isThere
        ? []
        : [
          MailFinding(
            file: name.path, code: "missing_text",
            message: "there is no \(other.path) beside it, which has the subject; it is not used",
            suggestion: "write that file: some read mail as text")
        ]
    }
  }

  /// A name that is nearly one that the rules know, and so is perhaps never sent.
  private static func misspelt(_ name: MailFile.Name) -> [MailFinding] {
    guard MailKind(template: name.base) == nil,
      let meant = closest(to: name.base, among: MailKind.allCases.map(\.rawValue))
    else { return [] }
    return [
      MailFinding(
        file: name.path, code: "misspelt_template",
        message: "only email(\"\(name.base)\") sends this", suggestion: "did you mean \(meant)?",
        isWarning: true)
    ]
  }
}
