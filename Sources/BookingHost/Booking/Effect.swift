/// Something that should happen after a booking is committed, as a rule asked for it.
public struct Effect: Hashable, Sendable {
  public var action: Action
  /// Why it will not happen, or nil when it will.
  public var skipped: String?
  /// The line that asked: `ops.lua:55`.
  public var rule: String?

  public enum Action: Hashable, Sendable {
    /// An email by template; `beforeMinutes` ahead of the start for a reminder, otherwise at once.
    case email(template: String, beforeMinutes: Int?)
    case loyalty(points: Int, reason: String?)
    case notify(channel: String, message: String?)
    case webhook(event: String)
    /// A rule said that a kind of effect is to be left out; the reason is in `skipped`.
    case none(kind: String)

    /// `email`, `loyalty`, `notify` or `webhook`.
    public var kind: String {
      switch self {
      case .email: "email"
      case .loyalty: "loyalty"
      case .notify: "notify"
      case .webhook: "webhook"
      case .none(let kind): kind
      }
    }
  }

  public init(action: Action, skipped: String? = nil, rule: String? = nil) {
    self.action = action
    self.skipped = skipped
    self.rule = rule
  }

  /// Why an email is left out for a guest who gave no address.
  package static let noAddress = "no email address was given"

  /// The kinds a rule can name.
  public static let kinds = ["email", "loyalty", "notify", "webhook"]
}
