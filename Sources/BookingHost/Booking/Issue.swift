/// One finding of a decision.
public struct Issue: Hashable, Sendable {
  /// Stable, in snake case: `party_max`.
  public var code: String
  /// The field it is about, in the rules' spelling; nil when it is about the booking as a whole.
  public var field: String?
  /// A sentence for the person who is booking.
  public var message: String
  public var severity: Severity
  /// The line of the operator's file that raised it: `ops.lua:42`. Nil for what the host itself requires.
  public var rule: String?
  /// The numbers behind it, for messages and rule functions.
  public var numbers: Numbers

  /// How hard an issue bites.
  public enum Severity: Hashable, Sendable {
    /// The booking is refused.
    case refuse
    /// Passes when the caller has at least this role and gave a reason.
    case override(Role)
    /// Passes; shown to staff and stored.
    case warn

    /// `refuse`, `override` or `warn`.
    public var name: String {
      switch self {
      case .refuse: "refuse"
      case .override: "override"
      case .warn: "warn"
      }
    }

    /// The role that may override, if any may.
    public var role: Role? {
      if case .override(let role) = self { role } else { nil }
    }
  }

  public struct Numbers: Hashable, Sendable {
    /// The bound that was crossed.
    public var limit: Int?
    /// By how much.
    public var over: Int?
    /// A time in minutes, or minutes of the service day.
    public var minutes: Int?

    public init(limit: Int? = nil, over: Int? = nil, minutes: Int? = nil) {
      self.limit = limit
      self.over = over
      self.minutes = minutes
    }
  }

  public init(
    code: String, field: String? = nil, message: String, severity: Severity = .refuse,
    rule: String? = nil, numbers: Numbers = Numbers()
  ) {
    self.code = code
    self.field = field
    self.message = message
    self.severity = severity
    self.rule = rule
    self.numbers = numbers
  }

  /// Whether it belongs to choosing when, how many and where, rather than to the guest's details.
  public var isAboutThePlan: Bool { field.map(Field.ofPlanStep.contains) ?? true }
}
