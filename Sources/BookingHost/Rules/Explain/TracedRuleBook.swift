/// Rules that tell what they do: the same files with probes in them. A little slower than a `RuleBook`, and with
/// wider limits; for explaining and measuring, never for booking.
///
/// Good for any number of decisions, on any number of threads.
package struct TracedRuleBook: Sendable {
  /// Every probe of every file, by its number.
  package let probes: [Probe]
  /// The functions of each file by their number, and where they stand.
  package let functions: [String: [Int: SourceRange]]
  /// Of source, all files together: more would take longer than anybody waits for an explanation.
  private static let mostBytes = 128 * 1024
  private let book: RuleBook
  private let paths: [String: [UInt32: [String]]]

  package var files: RuleFiles { book.files }
  package var revision: String { book.revision }
  package var modeNames: [String] { book.modeNames }
  package func policy(_ mode: String) -> Policy? { book.policy(mode) }

  /// Throws `RuleBookError` when the files cannot be loaded, or not with probes in them: then they are larger
  /// than any that people write, or near a limit.
  package init(files: RuleFiles, limits: RuleLimits = .tracing) throws(RuleBookError) {
    let size = files.texts.values.reduce(0) { $0 + $1.utf8.count }
    guard size <= TracedRuleBook.mostBytes else { throw RuleBookError(errors: [Instrumenter.tooLarge]) }
    var texts = files.texts
    var probes: [Probe] = []
    var functions: [String: [Int: SourceRange]] = [:]
    for (path, text) in files.texts.sorted(by: { $0.key < $1.key }) {
      let instrumented: InstrumentedSource
      do {
        instrumented = try Instrumenter.instrument(text, file: path, first: probes.count)
      } catch { throw RuleBookError(errors: [error]) }
      texts[path] = instrumented.text
      probes += instrumented.probes
      functions[path] = instrumented.functions
    }
    self.probes = probes
    self.functions = functions
    book = try RuleBook(
      files: files, program: RuleProgram(texts: texts, probeCount: probes.count), limits: limits)
    paths = TracedRuleBook.paths(in: book)
  }

  /// Decides, and tells how. Whatever comes of the decision, its trace is there as far as it went.
  package func trace(
    mode: String, draft: Draft, facts: Facts, overrideReason: String? = nil, scope: RuleBook.Scope = .booking
  ) -> (Result<Verdict, RuleError>, DecisionTrace) {
    let journal = CallJournal(probes: probes.count)
    var trace = DecisionTrace()
    let result = decide(mode, draft, facts, overrideReason, scope, journal) { evaluator in
      trace.visits = evaluator.visits(probes.count)
      for (id, probe) in probes.enumerated() where !probe.isStatement && trace.visits[id] > 0 {
        trace.values[id] = evaluator.lastValue(ofProbe: id)
      }
    }
    trace.note(journal.entries, paths: paths[mode] ?? [:])
    return (result, trace)
  }

  /// Decides, and tells how often each probe was visited: what coverage needs, and no more.
  package func visits(
    mode: String, draft: Draft, facts: Facts, overrideReason: String? = nil, scope: RuleBook.Scope = .booking
  ) -> (Result<Verdict, RuleError>, [UInt32]) {
    var visits: [UInt32] = []
    let result = decide(mode, draft, facts, overrideReason, scope, nil) { visits = $0.visits(probes.count) }
    return (result, visits)
  }

  private func decide(
    _ mode: String, _ draft: Draft, _ facts: Facts, _ overrideReason: String?, _ scope: RuleBook.Scope,
    _ journal: CallJournal?, _ look: (Evaluator) -> Void
  ) -> Result<Verdict, RuleError> {
    guard let loaded = book.loaded(mode) else {
      return .failure(RuleError(kind: .source, message: "there is no mode `\(mode)`", rule: nil))
    }
    do {
      return try loaded.pool.use { evaluator in
        evaluator.journal = journal
        defer { evaluator.journal = nil }
        var decider = Decider(loaded.policy, evaluator, draft: draft, facts: facts, scope: scope)
        let result = Result {
          try decider.verdict(overrideReason: overrideReason, revision: book.revision)
        }
        look(evaluator)
        return result.mapError(TracedRuleBook.ruleError)
      }
    } catch { return .failure(TracedRuleBook.ruleError(error)) }
  }

  private static func ruleError(_ error: any Error) -> RuleError {
    error as? RuleError
      ?? RuleError(kind: .runtime, message: "the decision could not be made", rule: nil)
  }

  /// The place in the contract of each function of each mode: `["severity", "capacity_exceeded"]`.
  private static func paths(in book: RuleBook) -> [String: [UInt32: [String]]] {
    var paths: [String: [UInt32: [String]]] = [:]
    for mode in book.modeNames {
      let definition = try? book.loaded(mode)?.pool.use { $0.definition }
      let functions = (definition?.functions ?? []).map { ($0.function.handle, $0.path) }
      paths[mode] = Dictionary(functions) { first, _ in first }
    }
    return paths
  }
}

extension RuleLimits {
  /// For decisions that are traced: a rule within its own limits stays within these with probes in it, unless
  /// it comes near.
  package static let tracing: RuleLimits = {
    var limits = RuleLimits.standard
    limits.loadWork *= 4
    limits.decisionWork *= 4
    limits.decisionMemory *= 2
    return limits
  }()
}
