/// What has been found in the mail templates of a rule directory, and what rules can send by.
package struct CheckedMail: Sendable {
  /// The templates that `email` can name, those that come with the program included.
  package var names: [String]
  package var findings: [RuleFinding]
  /// The directory's templates by path (`mail/confirmation.txt.mustache`): for showing the lines.
  package var texts: [String: String]

  package init(names: [String], findings: [RuleFinding] = [], texts: [String: String] = [:]) {
    self.names = names
    self.findings = findings
    self.texts = texts
  }
}
