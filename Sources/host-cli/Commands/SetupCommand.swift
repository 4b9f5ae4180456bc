import ArgumentParser
import BookingHost

/// `setup`: the one command that creates a store.
struct SetupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "setup",
    abstract: "Create the data directory with a demo, or with your own restaurant.",
    usage: """
      host-cli setup --demo
      host-cli setup --restaurant <name> --slug <slug> --timezone <zone> --owner <email>
      """)

  @OptionGroup var common: CommonOptions

  @Flag(help: "Two demo restaurants and a staff account for each role; again for fresh ones.")
  var demo = false

  @Option(help: "The restaurant's name.")
  var restaurant: String?

  @Option(help: "Its name on the command line and in addresses: the-anchor.")
  var slug: String?

  @Option(help: "Its time zone: Europe/London.")
  var timezone: String?

  @Option(help: "The email of its owner, who becomes the first member of staff.")
  var owner: String?

  func validate() throws {
    let own = [("--restaurant", restaurant), ("--slug", slug), ("--timezone", timezone), ("--owner", owner)]
    let given = own.filter { $0.1 != nil }
    if demo, !given.isEmpty { throw ValidationError("--demo goes without \(given[0].0).") }
    guard !demo else { return }
    if given.isEmpty { throw ValidationError("Say --demo, or name your restaurant with --restaurant.") }
    let missing = own.filter { $0.1 == nil }.map(\.0)
    if !missing.isEmpty { throw ValidationError("A first installation also needs \(Words.list(missing)).") }
  }

  func run() throws {
    let session = Session(common)
    let store = try Store.create(common.place)
    try makeSecret(for: store)
    let report = try demo ? setUpDemo(store, session.environment) : setUpFirst(store, session.environment)
    try session.output.result(SetupJSON(report)) {
      SetupText(report, isDemo: demo, directory: common.data, style: .standardOutput).text
    }
  }

  /// A store in a database that hosts work with already has a secret, which no other takes the place of.
  private func makeSecret(for store: Store) throws {
    let secret = SecretFile(directory: common.data)
    guard common.place.database != nil else {
      _ = try secret.create()
      return
    }
    if (try? secret.load()) == nil, try store.isSecret([]) != nil { throw StoreError.otherSecret }
    try store.checkSecret(secret.create().mark)
  }

  private func setUpDemo(_ store: Store, _ environment: HostEnvironment) throws -> Setup.Report {
    let now = environment.now()
    return try Progress.saying("Hashing passwords") {
      try Setup.demo(
        store: store, hasher: .generated, ids: environment.uuid, passwords: ReadablePassword.random,
        today: Zone.utc.local(now).date, now: now)
    }
  }

  private func setUpFirst(_ store: Store, _ environment: HostEnvironment) throws -> Setup.Report {
    try Setup.first(
      store: store, name: restaurant ?? "", slug: slug ?? "", timezone: timezone ?? "", owner: owner ?? "",
      ids: environment.uuid, now: environment.now())
  }
}
