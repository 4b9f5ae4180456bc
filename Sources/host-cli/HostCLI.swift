import ArgumentParser

/// The root of the command line.
struct HostCLI: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "host-cli",
    abstract: "Takes restaurant bookings by rules that the restaurant writes itself.",
    discussion: """
      Begin with a demo, sign in as its host, and take a walk-in:

        host-cli setup --demo
        host-cli sign-in host@the-anchor.example
        host-cli book
      """,
    version: Version.text,
    subcommands: [],
    groupedSubcommands: [
      CommandGroup(
        name: "Bookings",
        subcommands: [
          BookCommand.self, WalkInCommand.self, SlotsCommand.self, BookingsCommand.self, BookingCommand.self,
          WaitlistCommand.self, DashboardCommand.self,
        ]),
      CommandGroup(name: "Guests", subcommands: [GuestsCommand.self, GuestCommand.self]),
      CommandGroup(
        name: "Staff",
        subcommands: [
          SignInCommand.self, SignOutCommand.self, WhoAmICommand.self, StaffCommand.self,
        ]),
      CommandGroup(
        name: "The restaurant",
        subcommands: [
          RestaurantCommand.self, HoursCommand.self, CloseCommand.self, OpenCommand.self,
          ServiceCommand.self, CapacityCommand.self,
        ]),
      CommandGroup(
        name: "Running it",
        subcommands: [
          SetupCommand.self, ServeCommand.self, RulesCommand.self, MailCommand.self, OutboxCommand.self,
          WebhookCommand.self, CalendarCommand.self,
        ]),
      CommandGroup(
        name: "Keeping it",
        subcommands: [
          BackupCommand.self, RestoreCommand.self, MoveCommand.self, MigrateCommand.self, DoctorCommand.self,
          ExportCommand.self, ImportCommand.self,
          BenchCommand.self,
        ]),
    ])

  // Also before the subcommand: `host-cli --data elsewhere bookings`.
  @OptionGroup var common: CommonOptions
}
