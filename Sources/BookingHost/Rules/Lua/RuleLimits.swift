internal import CLua

/// What a rule directory, a load and a decision may cost. All are counted, never timed, so that the same
/// rules and the same booking end the same way on any machine. No sane rule comes near them.
public struct RuleLimits: Hashable, Sendable {
  /// Bytes of one source file.
  public var sourceBytes = 256 * 1024
  /// Bytes of all files of a rule directory together.
  public var directoryBytes = 4 * 1024 * 1024
  /// Units of work for loading one mode. An instruction of the VM costs 8 units, 16 in a program that uses
  /// `..` and 40 in one that uses `%`, whose single steps can be slow; library
  /// functions and the compiler charge for what they are about to do.
  public var loadWork: UInt64 = 2_000_000
  /// Units of work for one whole decision.
  public var decisionWork: UInt64 = 1_000_000
  /// Bytes a loaded mode may take.
  public var loadMemory = 16 * 1024 * 1024
  /// Bytes a decision may allocate.
  public var decisionMemory = 8 * 1024 * 1024
  /// Bytes of results and recorded calls of one decision.
  public var output = 256 * 1024
  /// Calls within calls.
  public var callDepth: UInt32 = 180
  /// Tables within tables of a value that a rule returns.
  public var resultDepth: UInt32 = 16
  /// Values in a table that a rule returns.
  public var resultNodes: UInt32 = 20_000
  /// For tests: the Nth allocation of an evaluator fails (the first is 1; 0 is never).
  package var failAllocationAt: UInt64 = 0

  public init() {}

  public static let standard = RuleLimits()

  var forEvaluator: clua_limits {
    clua_limits(
      load_work: loadWork, call_work: decisionWork, load_memory: loadMemory, call_memory: decisionMemory,
      output: output, call_depth: callDepth, result_depth: resultDepth, result_nodes: resultNodes,
      fail_allocation_at: failAllocationAt)
  }
}
