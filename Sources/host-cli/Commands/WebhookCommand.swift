import ArgumentParser
import BookingHost

/// `webhook`: which other programs are told what happens.
struct WebhookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "webhook", abstract: "Have other programs told what happens to bookings (managers).",
    discussion: "What is sent, how to verify it, and where webhooks may go: docs/webhooks.md.",
    subcommands: [
      WebhookAddCommand.self, WebhookListCommand.self, WebhookShowCommand.self, WebhookTestCommand.self,
      WebhookRotateCommand.self,
      WebhookDisableCommand.self, WebhookEnableCommand.self, WebhookRemoveCommand.self,
    ])
}

/// `webhook add`: sets up an endpoint and shows its secret, once.
struct WebhookAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Set up a webhook and show its secret, once.")

  @OptionGroup var common: CommonOptions

  @Argument(help: "Where to send to: https://hooks.example.com/bookings.")
  var url: String

  @Option(help: ArgumentHelp("The restaurant's slug (default: your only one).", valueName: "slug"))
  var restaurant: String?

  @Option(
    help: ArgumentHelp(
      "An event to send: booking.created, booking.*, or * for all (the default). May be given again.",
      valueName: "pattern"))
  var event: [String] = []

  func run() throws {
    let session = Session(common)
    let staff = try session.staff()
    let restaurant = try session.memberRestaurant(restaurant)
    let made = try session.webhookControl().add(url: url, events: event, at: restaurant, by: staff)
    try session.output.result(session.webhookJSON(made)) {
      """
      \(WebhookText.line(made.endpoint, style: .standardOutput))

      \(WebhookText.secret(made.secret, style: .standardOutput))
      Try it with: host-cli webhook test \(made.endpoint.id)
      """
    }
  }
}

/// `webhook list`: every endpoint, with what came of the last delivery.
struct WebhookListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List webhooks, with what came of the last delivery.")

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("The restaurant's slug (default: all that you manage).", valueName: "slug"))
  var restaurant: String?

  func run() throws {
    let session = Session(common)
    let now = session.environment.now()
    let staff = try session.staff()
    let restaurants = try restaurant.map { [try session.memberRestaurant($0)] } ?? session.managed(by: staff)
    let listings = try session.webhookControl().endpoints(of: restaurants, for: staff)
    try session.output.result(
      ["webhooks": listings.map { WebhookListingJSON($0, now: now, zone: .machine) }]
    ) { WebhookText.list(listings, style: .standardOutput, now: now) }
  }
}

/// `webhook show`: one endpoint with its last deliveries.
struct WebhookShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one webhook with its last deliveries.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var webhook: WebhookOptions

  @Option(help: ArgumentHelp("How many deliveries at most.", valueName: "number"))
  var limit = 20

  func run() throws {
    guard limit > 0 else { throw HostError(.usage, "--limit must be at least 1.", field: "limit") }
    let session = Session(common)
    let now = session.environment.now()
    let history = try session.webhookControl().history(of: webhook.id, limit: limit, by: session.staff())
    try session.output.result(WebhookHistoryJSON(history, now: now, zone: .machine)) {
      WebhookText.history(history, style: .standardOutput, now: now)
    }
  }
}

/// `webhook test`: sends a ping and says what came back.
struct WebhookTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Send a ping now and say what came back.",
    discussion: "The exit status is 2 when it was not taken. A disabled webhook can be tested, and stays so.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var webhook: WebhookOptions

  func run() throws {
    let session = Session(common)
    let endpoint = try session.webhookControl().tested(webhook.id, by: session.staff())
    let message = try ping(endpoint, session)
    let answer = try Progress.saying("Waiting for \(endpoint.authority)") {
      try session.webhookSender().send(message, to: endpoint)
    }
    try session.output.result(WebhookTestJSON(answer, endpoint: endpoint, messageID: message.id)) {
      WebhookText.test(answer, endpoint, style: .standardOutput)
    }
    if answer.outcome != .delivered { throw Failure.told(.refused) }
  }

  private func ping(_ endpoint: WebhookEndpoint, _ session: Session) throws -> WebhookMessage {
    guard let restaurant = try session.store().read({ try $0.restaurant(id: endpoint.restaurantID) }) else {
      throw HostError(.internal, "The webhook's restaurant is not there.")
    }
    return try WebhookMessage(
      id: "msg_\(endpoint.id)_\(session.environment.uuid())", type: WebhookPing.type,
      at: session.environment.now(), data: WebhookPing(endpoint, at: restaurant))
  }
}

/// Which webhook.
struct WebhookOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("The webhook's id, from webhook list.", valueName: "id"))
  var id: String
}
