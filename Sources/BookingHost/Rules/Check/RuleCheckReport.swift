/// What the check says of a rule directory.
package struct RuleCheckReport: Sendable {
  /// Sorted by file, line and column.
  package var findings: [RuleFinding]
  /// The hash of the rules; nil when they cannot be used.
  package var revision: String?
  /// The modes there are, in order; none when the rules cannot be used.
  package var modes: [String]
  /// What was checked, text by path: for showing the lines.
  package var texts: [String: String]

  package var errors: [RuleFinding] { findings.filter { $0.severity == .error } }
  package var warnings: [RuleFinding] { findings.filter { $0.severity == .warning } }

  /// Whether nothing is wrong, in tests and mail templates either.
  package var isClean: Bool { errors.isEmpty }

  /// Whether the host can decide by these rules.
  package var isUsable: Bool { !errors.contains(where: \.isAboutDecisions) }
}

extension RuleCheckReport {
  /// Of rules, or a directory, that could not be had at all.
  package init(_ error: RuleBookError) {
    self.init(findings: error.errors.map { RuleFinding($0) }, revision: nil, modes: [], texts: [:])
  }
}

extension RuleCheck {
  /// Reads a rule directory and finds everything that is wrong with it. What cannot be read is a finding.
  ///
  /// `mail` is what has been found in its mail templates; without it they are not looked at.
  package static func report(
    directory: String, mail: CheckedMail? = nil, limits: RuleLimits = .standard
  ) -> RuleCheckReport {
    do {
      let (files, fileErrors) = try RuleDirectory.readableFiles(in: directory, limits: limits)
      let (tests, testErrors) = try RuleDirectory.readableTests(in: directory, limits: limits)
      return report(files, tests: tests, mail: mail, unreadable: fileErrors + testErrors, limits)
    } catch {
      return RuleCheckReport(error)
    }
  }

  static func report(
    _ files: RuleFiles, tests: [String: String], mail: CheckedMail?, unreadable: [RuleError] = [],
    _ limits: RuleLimits
  ) -> RuleCheckReport {
    let found = findings(
      files: files, limits: limits, tests: tests, mail: mail?.names, unreadable: unreadable.compactMap(\.rule)
    )
    let all = unreadable.map { RuleFinding($0) } + found + (mail?.findings ?? [])
    var report = RuleCheckReport(
      findings: all.sorted(), revision: nil, modes: [],
      texts: files.texts.merging(tests) { $1 }.merging(mail?.texts ?? [:]) { $1 })
    if report.isUsable {
      report.revision = files.revision
      report.modes = files.modes
    }
    return report
  }
}
