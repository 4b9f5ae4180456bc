import ArgumentParser
import BookingHost

/// `webhook rotate`: a new secret, the old one good for a while beside it.
struct WebhookRotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate", abstract: "Make a new secret and show it, once.",
    discussion: """
      Until the grace is over, messages are signed with both secrets, so that the receiver can change over at any \
      moment. With --grace 0 the old one is good for nothing at once.
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var webhook: WebhookOptions

  @Option(
    help: ArgumentHelp("How long the old secret goes on signing: 30m, 24h, 7d, or 0.", valueName: "time"))
  var grace = "24h"

  func run() throws {
    let session = Session(common)
    guard let seconds = GracePeriod.seconds(grace) else {
      throw HostError(
        .usage, "--grace must be 0 or a time such as 30m, 24h or 7d, at most 30d.", field: "grace")
    }
    let made = try session.webhookControl().rotate(webhook.id, graceSeconds: seconds, by: session.staff())
    let now = session.environment.now()
    try session.output.result(session.webhookJSON(made)) {
      let old =
        made.endpoint.oldSecretUntil.map {
          "The old one goes on signing beside it until \(Words.moment($0, now: now))."
        }
        ?? "The old one signs no more."
      return WebhookText.secret(made.secret, style: .standardOutput) + "\n" + old
    }
  }
}

/// How long something goes on.
enum GracePeriod {
  /// The seconds of `30m`, `24h`, `7d` or `0`; nil for anything else, and for more than thirty days.
  static func seconds(_ text: String) -> Int? {
    if text == "0" { return 0 }
    let units: [Character: Int] = ["m": 60, "h": 3600, "d": 24 * 3600]
    guard let unit = text.last.flatMap({ units[$0] }), text.count <= 6, let number = digits(text.dropLast()),
      number * unit <= 30 * 24 * 3600
    else { return nil }
    return number * unit
  }
}

/// `webhook disable`: nothing is sent to it until it is enabled again.
struct WebhookDisableCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "disable", abstract: "Send nothing to a webhook until it is enabled again.",
    discussion:
      "What waits for it fails; once it is enabled, host-cli outbox retry --failed sends that again.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var webhook: WebhookOptions

  func run() throws {
    let session = Session(common)
    let endpoint = try session.webhookControl().disable(webhook.id, by: session.staff())
    try session.output.result(session.webhookJSON(endpoint)) {
      "Nothing is sent to \(endpoint.url) any more."
    }
  }
}

/// `webhook enable`: it is sent to again.
struct WebhookEnableCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "enable", abstract: "Send to a disabled webhook again.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var webhook: WebhookOptions

  func run() throws {
    let session = Session(common)
    let endpoint = try session.webhookControl().enable(webhook.id, by: session.staff())
    try session.output.result(session.webhookJSON(endpoint)) {
      "\(endpoint.url) is sent to again. What failed meanwhile: host-cli outbox retry --failed"
    }
  }
}

/// `webhook remove`: takes it away with its secret.
struct WebhookRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Take a webhook away, with its secret.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var webhook: WebhookOptions

  func run() throws {
    let session = Session(common)
    let endpoint = try session.webhookControl().remove(webhook.id, by: session.staff())
    try session.output.result(["removed": endpoint.id]) { "The webhook to \(endpoint.url) is gone." }
  }
}
