import Synchronization

/// Evaluators of one program, made as they are needed: as many decisions run at once as there are callers,
/// and an idle evaluator is used again.
final class EvaluatorPool: Sendable {
  private let make: @Sendable () throws(RuleError) -> Evaluator
  private let idle = Mutex<[Slot]>([])

  /// `@unchecked Sendable` because an evaluator is reachable from one place at a time: it is either in
  /// `idle`, which the mutex guards, or in the one `use` that took it out and has not put it back.
  private struct Slot: @unchecked Sendable {
    let evaluator: Evaluator
  }

  /// More than this many idle evaluators are let go.
  private static let kept = 16

  init(first: Evaluator, make: @escaping @Sendable () throws(RuleError) -> Evaluator) {
    self.make = make
    let slot = Slot(evaluator: first)
    idle.withLock { $0.append(slot) }
  }

  /// Lends an evaluator for the length of `body`, which must not let it escape.
  func use<Result>(_ body: (Evaluator) throws -> Result) throws -> Result {
    let slot = try idle.withLock { $0.popLast() } ?? Slot(evaluator: make())
    defer { idle.withLock { if $0.count < EvaluatorPool.kept { $0.append(slot) } } }
    return try body(slot.evaluator)
  }
}
