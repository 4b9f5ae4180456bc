extension MailTemplates {
  /// As `rules check` has it.
  package var checked: CheckedMail {
    let texts = library.own.values.map { ($0.name.path, $0.text) }
    return CheckedMail(
      names: names, findings: findings.map { RuleFinding($0) }, texts: Dictionary(uniqueKeysWithValues: texts)
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
