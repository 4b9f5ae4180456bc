/// What is wrong with a rule file, or what went wrong while it decided.
public struct RuleError: Error, Hashable, Sendable {
  public var kind: Kind
  /// A sentence for the operator, without the place.
  public var message: String
  /// Where: `ops.lua:42`. Nil when no line is to blame.
  public var rule: String?

  public enum Kind: String, Hashable, Sendable {
    /// The file does not compile.
    case syntax
    /// The file or directory cannot be read, or is too large.
    case source
    /// The table a mode file returned is not as the contract says.
    case contract
    /// The rule raised an error.
    case runtime
    /// What a rule returned or recorded cannot be used.
    case result
    case limitWork = "limit_work"
    case limitMemory = "limit_memory"
    case limitStack = "limit_stack"
    case limitOutput = "limit_output"
    /// The machine had no memory to give; not the rule's fault.
    case noMemory = "no_memory"
  }

  public init(kind: Kind, message: String, rule: String?) {
    self.kind = kind
    self.message = message
    self.rule = rule
  }

  package init(_ kind: Kind, _ message: String, at place: RulePlace?) {
    self.init(kind: kind, message: message, rule: place?.description)
  }

  /// The code by which a decision that ended in this is known.
  public static let decisionCode = "rule_failed"
}

extension RuleError: CustomStringConvertible {
  /// `ops.lua:42: message`.
  public var description: String { rule.map { "\($0): \(message)" } ?? message }
}

/// Everything that keeps a rule directory from being used, at once.
public struct RuleBookError: Error, Hashable, Sendable, CustomStringConvertible {
  public var errors: [RuleError]

  public init(errors: [RuleError]) {
    self.errors = errors
  }

  public var description: String { errors.map(\.description).joined(separator: "\n") }
}
