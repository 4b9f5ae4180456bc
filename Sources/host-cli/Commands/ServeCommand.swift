import ArgumentParser
import BookingHost
import Foundation

/// `serve`: the pages and the HTTP API, until it is told to stop.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve the pages and the HTTP API.",
    discussion: """
      Settings come from options, else from the environment (BOOKING_HTTP_PORT for http.port), else from the \
      JSON file of --config or BOOKING_CONFIG. --print-config shows them all. See docs/http-api.md.
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("The address to listen at (default: 127.0.0.1).", valueName: "address"))
  var host: String?

  @Option(help: ArgumentHelp("The port to listen at; 0 for any (default: 8080).", valueName: "number"))
  var port: String?

  @Option(
    help: ArgumentHelp("A JSON file with settings (or environment BOOKING_CONFIG).", valueName: "file"),
    completion: .file())
  var config: String?

  @Option(
    help: ArgumentHelp(
      "Rules that decide too and change nothing; see rules shadow for where they differ.", valueName: "dir"),
    completion: .directory)
  var shadow: String?

  @Option(
    help: ArgumentHelp(
      "Read the pages from this folder, anew each time: for whoever works on them (or environment BOOKING_PAGES).",
      valueName: "dir", visibility: .hidden), completion: .directory)
  var pages: String?

  @Flag(help: "Show the settings, secrets masked, and stop.")
  var printConfig = false

  func run() async throws {
    let sources = sources()
    let settings = try await WebSettings.read(sources)
    let mail = try await MailSettings.read(sources)
    let effects = try await EffectSettings.read(sources)
    let retention = try await GuestRetention.read(sources)
    let session = Session(common)
    session.readEffectSettings = effects
    session.readMailSettings = mail
    if printConfig {
      let all = SettingsJSON(settings, mail, effects, retention)
      try session.output.result(all) { (try? WireEncoder.text(all)) ?? "" }
      return
    }
    var desk = try session.desk()
    desk.shadow = try shadow.map { Shadow(book: try RuleBook(directory: $0), directory: $0) }
    let runner = OutboxRunner(try session.outbox()) { Output.complain("outbox: \($0)") }
    desk.onQueued = { runner.wake($0) }
    var services = WebServices(
      store: desk.store, desk: desk, access: try session.access(), settings: settings)
    services.outbox = runner
    services.privacy = GuestPrivacy(desk, data: common.data)
    services.retention = retention
    services.mail = mail
    services.ruleWatch = RuleWatch(
      directory: common.rules, intake: try session.intake(), live: desk.live)
    if let folder = pages ?? ProcessInfo.processInfo.environment["BOOKING_PAGES"] {
      _ = try PageFolder.templates(folder)
      services.pages = { (try? PageFolder.templates(folder)) ?? .shipped }
    }
    let output = session.output
    try await WebHost(services).run { port in
      let address = "http://\(settings.host):\(port)"
      try? output.result(["url": address]) { "Serving at \(address)" }
    }
  }

  private func sources() -> SettingsSources {
    let flags = [("http.host", host), ("http.port", port)].compactMap { name, value in
      value.map { (name, $0) }
    }
    return SettingsSources(
      flags: Dictionary(uniqueKeysWithValues: flags), environment: ProcessInfo.processInfo.environment,
      file: config)
  }
}
