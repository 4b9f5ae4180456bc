import ArgumentParser

/// `staff`: who works where, and their accounts.
struct StaffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "staff", abstract: "Look after who works here, and their accounts.",
    subcommands: [
      StaffListCommand.self, StaffInviteCommand.self, StaffRoleCommand.self, StaffRevokeCommand.self,
      StaffMembershipsCommand.self, StaffPasswordCommand.self, StaffLinkCommand.self,
    ])
}
