import ArgumentParser
import BookingHost

/// `move`: a store from a file into a database, or back.
struct MoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "move",
    abstract: "Move everything into an empty store: from a file into a database, or back.",
    discussion: """
      Stop all hosts first. Says how far it is, goes on where it was stopped when it is begun again, and compares \
      both stores before the new one may deliver anything. The old store is left as it is. Each end is a data \
      directory or the address of a database, whose tables this makes: as their owner. See docs/postgres.md.
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("Where everything is: a data directory, or postgres://…", valueName: "place"))
  var from: String

  @Option(help: ArgumentHelp("Where it goes: a data directory, or postgres://…", valueName: "place"))
  var to: String

  func run() throws {
    let session = Session(common)
    let source = try Store.open(place(from))
    let target = try Store.create(place(to))
    try moveSecret()
    var told: CountProgress?
    var (table, shown) = ("", 0)
    let moved = try StoreMove(from: source, to: target, now: session.environment.now()).run {
      name, rows, total in
      if name != table {
        told?.end()
        (told, table, shown) = (CountProgress("rows of \(name)", of: total), name, 0)
      }
      told?.add(rows - shown)
      shown = rows
    }
    told?.end()
    let report = MoveJSON(moved)
    try session.output.result(report) {
      "\(Words.grouped(report.rows)) rows of \(moved.count) tables are moved, and the same in both stores."
    }
  }

  /// Hashes in the store were made with a secret: whoever works on the new one needs the same.
  private func moveSecret() throws {
    let (old, new) = (place(from).directory, place(to).directory)
    guard old != new else { return }
    let secret = SecretFile(directory: new)
    try secret.copy(from: old)
    guard try secret.load().mark == SecretFile(directory: old).load().mark else {
      throw HostError(
        .usage, "\(new) has a secret of its own already, which is not that of \(old). Nothing was moved.",
        field: isDatabase(to) ? "data" : "to")
    }
  }

  private func isDatabase(_ place: String) -> Bool { place.hasPrefix("postgres") && place.contains("://") }

  private func place(_ text: String) -> StorePlace {
    isDatabase(text) ? StorePlace(directory: common.data, database: text) : StorePlace(directory: text)
  }
}
