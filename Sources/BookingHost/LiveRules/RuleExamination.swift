/// What speaks for and against taking up a rule directory as it is on disk.
package struct RuleExamination: Sendable {
  /// The rules, when they load.
  package var book: RuleBook?
  /// What was read; nil when the directory or a file could not be.
  package var files: RuleFiles?
  /// Why the files cannot be used at all.
  package var errors: [RuleNote]
  /// What is wrong with them though they load: a misspelt fact, a rule that fails for some guests.
  package var findings: [RuleNote]
  /// Guarded test cases that do not hold.
  package var brokenGuards: [RuleNote]
  /// Other test cases that now answer differently.
  package var changedCases: [RuleNote]

  /// Identifies what was examined, also when it could not be read.
  package var revision: String {
    files?.revision ?? Digest.hex(Digest.sha256(errors.map(\.description).joined(separator: "\n")))
  }

  /// Everything that keeps an edit out.
  package var objections: [RuleNote] { errors + findings + brokenGuards }
}

extension RuleExamination {
  /// Reads a rule directory and tries everything that can be tried without a store. Never throws: what
  /// cannot be read is an error among the others.
  package static func of(directory: String, limits: RuleLimits = .standard) -> RuleExamination {
    do {
      return of(
        files: try RuleDirectory.files(in: directory, limits: limits),
        tests: try RuleDirectory.tests(in: directory, limits: limits),
        mail: MailTemplates.read(in: directory).checked.names, limits: limits)
    } catch {
      return RuleExamination(errors: error.errors.map(RuleNote.init))
    }
  }

  /// The same for files in memory; `mail` are the templates that `email` can name, nil when that is not known.
  package static func of(
    files: RuleFiles, tests: [String: String], mail: [String]? = nil, limits: RuleLimits = .standard
  ) -> RuleExamination {
    var examination = RuleExamination(files: files)
    let findings = RuleCheck.findings(files: files, limits: limits, mail: mail)
      .filter { $0.severity == .error && $0.isAboutDecisions }.map(RuleNote.init)
    do {
      let book = try RuleBook(files: files, limits: limits)
      examination.book = book
      examination.findings = findings
      examination.take(RuleTests.run(tests, rules: book, limits: limits))
    } catch {
      // The check says the same with better places, and all of it.
      examination.errors = findings.isEmpty ? error.errors.map(RuleNote.init) : findings
    }
    return examination
  }

  private mutating func take(_ report: RuleTestReport) {
    brokenGuards = report.brokenGuards.map(RuleNote.init)
    changedCases = report.results.filter { !$0.isGuard && $0.outcome != .passed }.map(RuleNote.init)
  }

  private init(files: RuleFiles? = nil, errors: [RuleNote] = []) {
    self.files = files
    self.errors = errors
    findings = []
    brokenGuards = []
    changedCases = []
  }
}
