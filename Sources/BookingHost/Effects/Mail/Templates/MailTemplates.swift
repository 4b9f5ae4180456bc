/// The mail templates of a rule directory, over those that come with the program.
///
/// They are no part of the rules' revision: what a mail says decides nothing. They have a hash of their own.
package struct MailTemplates: Sendable {
  let library: MailLibrary
  /// What is wrong with those of the directory, in order.
  package let findings: [MailFinding]
  /// SHA-256 over names and texts of the directory's templates, in hexadecimal.
  package let hash: String

  /// Those that come with the program, and nothing else.
  package static let shipped = MailTemplates(MailDirectory.Contents())

  /// Reads a rule directory. Never fails: what cannot be used is a finding, and what the program ships stands in.
  package static func read(in directory: String) -> MailTemplates {
    MailTemplates(MailDirectory.contents(of: directory))
  }

  /// What is wrong with the templates of a rule directory.
  package static func findings(in directory: String) -> [MailFinding] { read(in: directory).findings }

  init(_ contents: MailDirectory.Contents) {
    var library = MailLibrary(shipped: ShippedMail.files)
    for file in contents.files { library.own[file.name] = file }
    let found = MailTemplatesCheck.run(&library)
    self.library = library
    findings = (contents.findings + found).sorted()
    let texts = contents.files.map { ($0.name.path, $0.text) }
    hash = RuleFiles(texts: Dictionary(uniqueKeysWithValues: texts)).revision
  }

  /// What `email` can name: the directory's templates and the shipped ones, in order.
  package var names: [String] {
    let files = (Array(library.own.keys) + library.shipped.keys).filter { !$0.isPartial }
    return Set(files.map(\.base)).subtracting([MailKind.calendarTemplate]).sorted()
  }

  /// The first thing that keeps one of the directory's templates from use.
  func problem(with template: String) -> MailFinding? {
    findings.first { $0.file.hasPrefix("mail/\(template).") && !$0.isWarning }
  }

  /// The files that there are to send by, those that come with the program included: `confirmation.txt.mustache`.
  package var fileNames: [String] {
    Set((Array(library.own.keys) + library.shipped.keys).map(\.file)).sorted()
  }
}
