import ArgumentParser
import BookingHost
import Foundation

/// `serve`: the HTTP API, until it is told to stop.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve the HTTP API.",
    discussion: """
      Settings come from options, else from the environment (BOOKING_HTTP_PORT for http.port), else from the \
      JSON file of --config. --print-config shows them all. See docs/http-api.md.
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("The address to listen at (default: 127.0.0.1).", valueName: "address"))
  var host: String?

  @Option(help: ArgumentHelp("The port to listen at; 0 for any (default: 8080).", valueName: "number"))
  var port: String?

  @Option(help: ArgumentHelp("A JSON file with settings.", valueName: "file"), completion: .file())
  var config: String?

  @Option(
    help: ArgumentHelp(
      "Rules that decide too and change nothing; see rules shadow for where they differ.", valueName: "dir"),
    completion: .directory)
  var shadow: String?

  @Flag(help: "Show the settings, secrets masked, and stop.")
  var printConfig = false

  func run() async throws {
    let settings = try await settings()
    let session = Session(common)
    if printConfig {
      try session.output.result(SettingsJSON(settings)) {
        (try? WireEncoder.text(SettingsJSON(settings))) ?? ""
      }
      return
    }
    var desk = try session.desk()
    desk.shadow = try shadow.map { Shadow(book: try RuleBook(directory: $0), directory: $0) }
    var services = WebServices(
      store: desk.store, desk: desk, access: try session.access(), settings: settings)
    services.ruleWatch = RuleWatch(
      directory: common.rules, intake: try session.intake(), live: desk.live)
    let output = session.output
    try await WebHost(services).run { port in
      let address = "http://\(settings.host):\(port)"
      try? output.result(["url": address]) { "Serving at \(address)" }
    }
  }

  private func settings() async throws -> WebSettings {
    let flags = [("http.host", host), ("http.port", port)].compactMap { name, value in
      value.map { (name, $0) }
    }
    do {
      return try await WebSettings.read(
        flags: Dictionary(uniqueKeysWithValues: flags), environment: ProcessInfo.processInfo.environment,
        file: config)
    } catch let error as WebSettings.Unusable {
      throw HostError(.usage, error.message, field: "config")
    }
  }
}
