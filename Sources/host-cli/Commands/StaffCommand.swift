import ArgumentParser

/// `staff`: accounts.
struct StaffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "staff", abstract: "Look after staff accounts.",
    subcommands: [StaffPasswordCommand.self, StaffLinkCommand.self])
}
