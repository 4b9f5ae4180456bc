import Foundation
import Synchronization

/// Tries every mutant of the rules on their tests: each is loaded, and the cases that it can touch are run
/// until one notices it.
package struct MutationRun: Sendable {
  private let tests: [String: String]
  private let rules: RuleFiles
  private let suite: RuleTestSuite
  private let limits: RuleLimits
  private let filter: String?
  package let mutants: [Mutant]

  /// Prepares a run of test files, text by path, on the mutants of `rules`. Every case must pass on the rules
  /// as they are, or else every mutant of what it touches counts as noticed.
  ///
  /// - Parameter filter: only cases whose name or file holds this text count.
  package init(
    _ tests: [String: String], rules: RuleBook, filter: String? = nil, limits: RuleLimits = .standard
  ) {
    self.tests = tests
    self.filter = filter
    self.rules = rules.files
    self.limits = limits
    suite = RuleTestSuite(tests, library: rules.files.library, limits: limits)
    mutants = rules.files.texts.sorted { $0.key < $1.key }.flatMap {
      MutantFinder.mutants(of: $0.key, $0.value)
    }
  }

  /// What became of one mutant.
  private enum Fate { case killed, invalid, survived }

  /// Runs on as many threads as there are cores; memory is that of as many rule books.
  /// `tick` is called for each mutant that is done, from any thread.
  package func report(tick: @Sendable () -> Void = {}) -> MutationReport {
    let fates = Mutex([Fate?](repeating: nil, count: mutants.count))
    let next = Atomic(0)
    let lanes = max(1, min(ProcessInfo.processInfo.activeProcessorCount, mutants.count))
    DispatchQueue.concurrentPerform(iterations: lanes) { _ in
      var lane = Lane(run: self)
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < mutants.count else { return }
        let fate = lane.fate(of: mutants[index])
        fates.withLock { $0[index] = fate }
        tick()
      }
    }
    let found = fates.withLock { $0 }
    return MutationReport(
      total: mutants.count, killed: found.count { $0 == .killed }, invalid: found.count { $0 == .invalid },
      survivors: zip(mutants, found).filter { $0.1 == .survived }.map(\.0))
  }

  /// One thread's part of the work. It remembers which case noticed the last mutant, and asks that one first:
  /// neighbours in the source are mostly noticed by the same.
  private struct Lane {
    let run: MutationRun
    private var last: (file: String, index: Int)?

    init(run: MutationRun) {
      self.run = run
    }

    mutating func fate(of mutant: Mutant) -> Fate {
      var files = run.rules
      files.texts[mutant.file] = mutant.applied(to: files.texts[mutant.file] ?? "")
      let isOfMode = RuleFiles.modeName(mutant.file) != nil
      if isOfMode { files.texts = files.texts.filter { $0.key == mutant.file || $0.key.hasPrefix("lib/") } }
      guard let rules = try? RuleBook(files: files, limits: run.limits) else { return .invalid }
      let suite = isOfMode ? run.suite : run.suite(library: files.library)
      guard suite.broken.isEmpty else { return .killed }
      return isNoticed(suite, rules) ? .killed : .survived
    }

    private mutating func isNoticed(_ suite: RuleTestSuite, _ rules: RuleBook) -> Bool {
      if let last, let file = suite.files.first(where: { $0.path == last.file }),
        last.index < file.cases.count,
        isNoticed(file.cases[last.index], file, rules)
      {
        return true
      }
      for file in suite.files {
        for (index, test) in file.cases.enumerated() where isNoticed(test, file, rules) {
          last = (file.path, index)
          return true
        }
      }
      return false
    }

    /// A case of a mode that is not there is not touched by the mutant.
    private func isNoticed(_ test: RuleTestCase, _ file: RuleTestSuite.File, _ rules: RuleBook) -> Bool {
      if let mode = test.mode, rules.policy(mode) == nil { return false }
      if let filter = run.filter, !test.matches(filter) { return false }
      return test.result(by: rules, file.pool).outcome != .passed
    }
  }

  /// The suite with another `lib/`: only test files that use it are read again.
  private func suite(library: [String: String]) -> RuleTestSuite {
    suite.with(library: library, for: tests.filter { $0.value.contains("require") }, limits: limits)
  }
}
