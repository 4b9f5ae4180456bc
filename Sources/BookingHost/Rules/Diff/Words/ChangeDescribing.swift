/// Puts a change that was found into words, with an example and the lines behind it.
struct ChangeDescribing {
  private let sweep: Sweep
  private let before: Sweep.Side
  private let after: Sweep.Side
  private let words: RegionWords

  init(_ sweep: Sweep, _ before: Sweep.Side, _ after: Sweep.Side) {
    self.sweep = sweep
    self.before = before
    self.after = after
    words = RegionWords(sweep: sweep)
  }

  func change(_ found: FoundChange) -> RuleChange {
    let cases = sweep.cases(in: found.region, of: found.carriers)
    let scene = example(found, cases)
    let answers = [before, after].map { side in
      scene.map { ExampleAnswer(.of($0, side.rules, side.policy)) } ?? ExampleAnswer()
    }
    let lines = zip(answers, [before, after]).map { answer, side in
      found.changes.lazy.compactMap { RuleLine(answer, side.policy).behind($0) }.first
    }
    let deltas = cases.map(\.delta)
    return RuleChange(
      sentence: sentence(found, deltas, answers), kind: kind(found),
      region: DescribedRegion(found.region, sweep),
      cases: cases.count, before: answers[0], after: answers[1], example: scene, ruleBefore: lines[0],
      ruleAfter: lines[1])
  }

  /// The case that is most like an ordinary booking.
  private func example(_ found: FoundChange, _ cases: [(layer: Int, index: Int, delta: Int)]) -> SweepScene? {
    let best = cases.filter { found.examples.contains($0.delta) }
      .map { sweep.points(ofCase: $0.index, inLayer: $0.layer) }
      .min { oddity($0) < oddity($1) }
    return best.flatMap(sweep.scene)
  }

  private func oddity(_ points: [Int]) -> Int { zip(sweep.plan.axes, points).count { $0.base != $1 } }

  private func kind(_ found: FoundChange) -> RuleChange.Kind {
    func kind(_ change: AspectChange) -> RuleChange.Kind {
      switch change.aspect {
      case .failure: .failure
      case .outcome: .outcome
      case .issue: [nil, FoundChange.Transition.none].contains(found.transition) ? .issues : .outcome
      case .effect: .effects
      case .covers, .duration, .source, .label, .value: .terms
      case .words: .words
      }
    }
    let order = RuleChange.Kind.allCases
    return found.changes.map(kind).min { order.firstIndex(of: $0)! < order.firstIndex(of: $1)! } ?? .issues
  }

  // MARK: The sentence

  private func sentence(_ found: FoundChange, _ deltas: [Int], _ answers: [ExampleAnswer]) -> String {
    let region = words.text(found.region)
    let differences = found.changes.map { text($0, deltas, answers) }
    let whole = everything(found)
    let outcome = outcome(found, deltas)
    return "\(region.isEmpty ? whole : region): "
      + ((outcome.map { [$0] } ?? []) + differences.filter { !$0.isEmpty }).joined(separator: ", ")
  }

  /// What a region without bounds is: everything that such a difference can be seen in.
  private func everything(_ found: FoundChange) -> String {
    if found.changes.allSatisfy(\.aspect.isOfBookings) { return "every booking that passes" }
    if found.changes.allSatisfy({ if case .words = $0.aspect { true } else { false } }) {
      return "wherever it is said"
    }
    return "every booking"
  }

  private func outcome(_ found: FoundChange, _ deltas: [Int]) -> String? {
    guard let transition = found.transition else {
      // Nothing but findings, where they make no difference.
      let isOfIssues = found.changes.contains { if case .issue = $0.aspect { true } else { false } }
      return isOfIssues ? "same outcome" : nil
    }
    // Those that show it, most frequent first.
    let shown = deltas.filter { found.examples.contains($0) }
    let before = outcomes(shown.map { sweep.deltas[$0].before })
    return transition == .none
      ? "still \(before)" : "\(before) → \(outcomes(shown.map { sweep.deltas[$0].after }))"
  }

  private func outcomes(_ outcomes: [Verdict.Outcome?]) -> String {
    let counts = Dictionary(grouping: outcomes) { $0?.rawValue ?? "failed" }.mapValues(\.count)
    return RegionWords.list(counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key), "or")
  }

  private func text(_ change: AspectChange, _ deltas: [Int], _ answers: [ExampleAnswer]) -> String {
    switch change.aspect {
    case .failure: return failure(answers.map(\.failure))
    case .issue(let code, _): return issue(code, change)
    case .outcome: return ""
    case .effect(let name, _): return difference(name, change, deltas)
    case .duration: return values(change, deltas, unit: " minutes")
    case .covers: return "counts as " + values(change, deltas, unit: " covers")
    case .source: return "source " + words(change, deltas)
    case .label: return "label " + words(change, deltas)
    case .value(let field):
      if change.isVague { return "\(field) is kept otherwise" }
      return "\(field) is kept as \(quoted(change.after)), and was \(quoted(change.before))"
    case .words(let code): return "other words for \(code)"
    }
  }

  private func failure(_ errors: [RuleError?]) -> String {
    switch (errors[0], errors[1]) {
    case (let before?, nil): "no longer fails (\(before))"
    case (nil, let after?): "a rule fails (\(after))"
    case (let before, let after):
      "fails elsewhere (\(before?.description ?? "") → \(after?.description ?? ""))"
    }
  }

  private func issue(_ code: String, _ change: AspectChange) -> String {
    switch (change.before, change.after) {
    case (nil, "warn"?): "warning \(code)"
    case (nil, "refuse"?): code
    case (nil, let after?): "\(code) (\(after))"
    case (_?, nil): "no longer \(code)"
    case (let before?, let after?): "\(code) (\(before) → \(after))"
    case (nil, nil): code
    }
  }

  private func words(_ change: AspectChange, _ deltas: [Int]) -> String {
    guard !change.isVague else { return values(change, deltas, unit: "") }
    return "\(quoted(change.before)) → \(quoted(change.after))"
  }

  private func quoted(_ text: String?) -> String { text.map { "“\($0)”" } ?? "none" }

  private func difference(_ name: String, _ change: AspectChange, _ deltas: [Int]) -> String {
    switch (change.before, change.after) {
    case (nil, _?): "also \(name)"
    case (_?, nil): "no longer \(name)"
    default: "\(name) \(values(change, deltas, unit: ""))"
    }
  }

  private static func numbers(_ change: AspectChange) -> (Int, Int) {
    (change.before.flatMap { Int($0) } ?? 0, change.after.flatMap { Int($0) } ?? 0)
  }

  /// `90 → 120 minutes`; where the values vary, the first and the last.
  private func values(_ change: AspectChange, _ deltas: [Int], unit: String) -> String {
    guard change.isVague else { return "\(change.before ?? "none") → \(change.after ?? "none")\(unit)" }
    var seen: Set<AspectChange> = []
    let all = Set(deltas).sorted().flatMap { sweep.deltas[$0].changes }
      .filter { $0.aspect == change.aspect && seen.insert($0).inserted }
      .sorted { ChangeDescribing.numbers($0) < ChangeDescribing.numbers($1) }
    let ends = [all.first, all.last].compactMap { $0 }.map {
      "\($0.before ?? "none") → \($0.after ?? "none")"
    }
    return Set(ends).count < 2 ? (ends.first ?? "") + unit : "\(ends[0]) … \(ends[1])\(unit)"
  }
}

extension ExampleAnswer {
  init(_ verdict: SweepVerdict) {
    switch verdict {
    case .decided(let verdict): self.init(verdict: verdict)
    case .failed(let error): self.init(failure: error)
    }
  }
}
