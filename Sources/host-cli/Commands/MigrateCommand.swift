import ArgumentParser
import BookingHost

/// `migrate`: the store's tables as this program wants them.
struct MigrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate", abstract: "Bring the store's tables up to date.",
    discussion: """
      A store in a file is brought up to date by whatever opens it. Tables in a database are changed by this command \
      only, with the address of their owner in BOOKING_DATABASE; hosts work under a role that cannot. See \
      docs/postgres.md.
      """)

  @OptionGroup var common: CommonOptions

  func run() throws {
    let (from, to) = try Progress.saying("Bringing it up to date") { try Store.migrate(common.place) }
    try Session(common).output.result(["from": from, "to": to]) {
      from == to
        ? "The store is of schema \(to) already." : "The store was brought from schema \(from) to \(to)."
    }
  }
}
