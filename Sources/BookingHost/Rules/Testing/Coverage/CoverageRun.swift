/// Runs the cases of a rule directory on rules that say which of their lines ran.
package struct CoverageRun {
  private let files: RuleFiles
  private let book: RuleBook
  private let suite: RuleTestSuite
  private let probes: [Probe]
  private var visits: [Int]
  /// How often each value that can bite did.
  private var bites: [BitingLeaf: Int] = [:]

  /// What test files, text by path, reach of `rules`. Throws when these cannot be loaded with probes in them.
  ///
  /// - Parameter filter: only cases whose name or file holds this text.
  package static func coverage(
    _ tests: [String: String], rules: RuleBook, filter: String? = nil
  ) throws(RuleBookError) -> RuleCoverage {
    var run = try CoverageRun(tests, rules.files)
    for file in run.suite.files {
      for test in file.cases where filter.map({ test.matches($0) }) ?? true { run.run(test, file.pool) }
    }
    return run.coverage
  }

  private init(_ tests: [String: String], _ files: RuleFiles) throws(RuleBookError) {
    self.files = files
    var texts = files.texts
    var probes: [Probe] = []
    for path in files.texts.keys.sorted() {
      do {
        let source = try Instrumenter.instrument(texts[path]!, file: path, first: probes.count)
        texts[path] = source.text
        probes += source.probes
      } catch { throw RuleBookError(errors: [error]) }
    }
    let program = RuleProgram(texts: texts, probeCount: probes.count)
    book = try RuleBook(files: files, program: program, limits: .tracing)
    let library = texts.filter { $0.key.hasPrefix("lib/") }
    suite = RuleTestSuite(tests, library: library, limits: .tracing, probes: probes.count)
    self.probes = probes
    visits = [Int](repeating: 0, count: probes.count)
    for mode in book.modeNames {
      for leaf in book.policy(mode)?.bitingLeaves ?? [] { bites[leaf] = 0 }
    }
  }

  private mutating func run(_ test: RuleTestCase, _ pool: EvaluatorPool) {
    switch test.subject {
    case .call:
      _ = test.answer(by: book, pool)
      count(pool)
    case .booking(let scenario, let moment):
      guard let mode = book.loaded(scenario.mode) else { return }
      let verdict = try? scenario.verdict(by: book)
      count(mode.pool)
      for issue in verdict?.issues ?? [] { count(issue) }
      guard let verdict, let moment else { return }
      switch moment {
      case .after(let event): _ = try? book.effects(of: event, of: verdict, by: scenario)
      case .before(let event): _ = try? book.permission(for: event, of: verdict, by: scenario)
      }
      count(mode.pool)
    }
  }

  /// Adds what ran since the last decision began. With one thread the pool gives the evaluator that made it.
  private mutating func count(_ pool: EvaluatorPool) {
    let counts = (try? pool.use { $0.visits(probes.count) }) ?? []
    for (index, count) in counts.enumerated() { visits[index] += Int(count) }
  }

  private mutating func count(_ issue: Issue) {
    for leaf in bites.keys where leaf.isTried(by: issue) { bites[leaf]! += 1 }
  }

  // MARK: Lines

  private var coverage: RuleCoverage {
    var lines: [RulePlace: RuleCoverage.Line] = [:]
    func note(_ place: RulePlace, _ hits: Int, _ what: String) {
      var line = lines[place] ?? RuleCoverage.Line(number: place.line, hits: 0, missing: [])
      line.hits = max(line.hits, hits)
      if hits == 0, !line.missing.contains(what) { line.missing.append(what) }
      lines[place] = line
    }
    for (index, probe) in probes.enumerated() where probe.isStatement {
      note(RulePlace(file: probe.file, line: probe.line), visits[index], statement(probe))
    }
    for (leaf, count) in bites.sorted(by: { $0.key.code < $1.key.code }) {
      note(leaf.place, count, leaf.code)
    }
    let byFile = Dictionary(grouping: lines.keys, by: \.file)
    return RuleCoverage(
      files: byFile.keys.sorted().map { file in
        RuleCoverage.File(
          path: file, lines: (byFile[file] ?? []).compactMap { lines[$0] }.sorted { $0.number < $1.number })
      })
  }

  /// A statement as it is written, on one line and not too long.
  private func statement(_ probe: Probe) -> String {
    let written = files.texts[probe.file]?[source: probe.range] ?? ""
    let words = written.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.count > 60 ? words.prefix(59) + "…" : words
  }
}
