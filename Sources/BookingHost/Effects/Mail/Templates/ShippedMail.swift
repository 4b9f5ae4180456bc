/// The mail templates that come with the program: the same as in the repository's `rules/mail`. They are sent
/// where an operator has none of the name, or one that cannot be used.
enum ShippedMail {
  static let files: [MailFile.Name: MailFile] = Dictionary(
    uniqueKeysWithValues: texts.map { file, text in
      guard let name = MailFile.Name(file: file) else { preconditionFailure("not a template: \(file)") }
      return (name, MailFile(name, text))
    })
}
