import ArgumentParser

/// `mail`: what goes out to guests.
struct MailCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mail", abstract: "See and try what is mailed to guests.",
    subcommands: [MailPreviewCommand.self, MailTestCommand.self])
}
