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
    /// What the file returned, from which the cases were read.
    fileprivate var definition: PackedValue
    fileprivate var broken: [RuleTestResult]
  }

  /// Reads test files, text by path; `library` is what they may `require`, and how many probes are in it.
  init(_ tests: [String: String], library: [String: String], limits: RuleLimits, probes: Int = 0) {
    self.init(tests, library: library, limits: limits, probes: probes, known: [:])
  }

  /// The same, where files that have been read before are not read again if they return the same as then:
  /// their functions have the same handles, in programs of their own.
  private init(
    _ tests: [String: String], library: [String: String], limits: RuleLimits, probes: Int,
    known: [String: File]
  ) {
    for path in tests.keys.sorted() {
      do throws(RuleError) {
        let file = try RuleTestSuite.file(path, tests[path] ?? "", library, limits, probes, known[path])
        broken += file.broken
        files.append(file)
      } catch {
        broken.append(.broken(file: path, error))
      }
    }
  }

  /// The suite with another `lib/`, on which some of its files depend.
  func with(library: [String: String], for tests: [String: String], limits: RuleLimits) -> RuleTestSuite {
    let known = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0) })
    var suite = RuleTestSuite(tests, library: library, limits: limits, probes: 0, known: known)
    suite.files = (suite.files + files.filter { tests[$0.path] == nil }).sorted { $0.path < $1.path }
    return suite
  }

  private static func file(
    _ path: String, _ text: String, _ library: [String: String], _ limits: RuleLimits, _ probes: Int,
    _ known: File?
  ) throws(RuleError) -> File {
    var sources = library
    sources[path] = text
    let program = sources
    let limits = limits.forDescriptions
    let make: @Sendable () throws(RuleError) -> Evaluator = { () throws(RuleError) in
      try Evaluator(
        entry: path, sources: program, interface: RuleTestSuite.interface, limits: limits, probes: probes)
    }
    let first = try make()
    let definition = first.definition
    let pool = EvaluatorPool(first: first, make: make)
    if let known, known.definition == definition {
      return File(
        path: path, pool: pool, cases: known.cases, definition: definition, broken: known.broken)
    }
    let reader = RuleTestReader(file: path, source: text, definition: definition)
    return File(
      path: path, pool: pool, cases: reader.cases, definition: definition, broken: reader.broken)
  }

  /// Test files record nothing; they describe.
  private static let interface = Evaluator.Interface(
    recorders: [], levels: Role.allCases.map(\.rawValue), absent: RuleTestContract.absent)
}

extension RuleLimits {
  /// For a file that describes a thousand cases rather than deciding one booking.
  fileprivate var forDescriptions: RuleLimits {
    var limits = self
    limits.loadWork *= 10
    limits.output *= 16
    limits.resultNodes *= 10
    return limits
  }
}
