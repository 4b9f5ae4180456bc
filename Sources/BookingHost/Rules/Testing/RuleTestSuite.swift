/// The test files of a rule directory, read and ready to run against any rules that share its `lib/`.
struct RuleTestSuite: Sendable {
  /// In the order of their paths.
  private(set) var files: [File] = []
  /// Files and cases that cannot be used.
  private(set) var broken: [RuleTestResult] = []

  struct File: Sendable {
    var path: String
    var pool: EvaluatorPool
    var cases: [RuleTestCase]
  }

  /// Reads test files, text by path; `library` is what they may `require`.
  init(_ tests: [String: String], library: [String: String], limits: RuleLimits) {
    for path in tests.keys.sorted() { read(path, tests[path] ?? "", library, limits) }
  }

  private mutating func read(_ path: String, _ text: String, _ library: [String: String], _ limits: RuleLimits) {
    var sources = library
    sources[path] = text
    let program = sources
    let make: @Sendable () throws(RuleError) -> Evaluator = { () throws(RuleError) in
      try Evaluator(entry: path, sources: program, interface: RuleTestSuite.interface, limits: limits)
    }
    do throws(RuleError) {
      let first = try make()
      let reader = RuleTestReader(file: path, source: text, definition: first.definition)
      broken += reader.broken
      files.append(File(path: path, pool: EvaluatorPool(first: first, make: make), cases: reader.cases))
    } catch {
      broken.append(.broken(file: path, error))
    }
  }

  /// Test files record nothing; they describe.
  private static let interface = Evaluator.Interface(
    recorders: [], levels: Role.allCases.map(\.rawValue), absent: RuleTestContract.absent)
}
