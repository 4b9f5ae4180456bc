extension MailTemplates {
  /// As `rules check` has it.
  package var checked: CheckedMail {
    let texts = library.own.values.map { ($0.name.path, $0.text) }
    // A file that cannot be read is there all the same: who names it is not to blame.
    let unreadable = findings.filter { $0.code == "unreadable_template" }
      .compactMap { MailFile.Name(file: String($0.file.dropFirst("mail/".count)))?.base }
    return CheckedMail(
      names: names + unreadable, findings: findings.map { RuleFinding($0) },
      texts: Dictionary(uniqueKeysWithValues: texts)
    )
  }
}

extension RuleFinding {
  fileprivate init(_ finding: MailFinding) {
    self.init(
      finding.isWarning ? .warning : .error, finding.code, finding.message, file: finding.file,
      suggestion: finding.suggestion)
    line = finding.line
    column = finding.column
  }
}
