/// Tries a mode with bookings of every kind. A rule that fails on one of them would fail in service.
struct Trials {
  let policy: Policy
  let rules: RuleBook
  let files: ParsedFiles
  let mentions: Mentions

  /// What failed, each line once, with the circumstances.
  func findings() -> [RuleFinding] {
    let trials = Trial.all(policy, mentions)
    var failures: [Failure] = []
    for trial in trials {
      for error in errors(trial) where !failures.contains(where: { $0.isSame(as: error) }) {
        failures.append(Failure(error: error, trial: trial))
      }
      // What meets a limit takes long, and is likely to meet it again.
      if failures.contains(where: \.isLimit) { break }
    }
    return failures.map { finding(narrowed($0, trials[0])) }
  }

  private struct Failure {
    var error: RuleError
    var trial: Trial

    var isLimit: Bool { error.kind != .runtime && error.kind != .result }

    func isSame(as other: RuleError) -> Bool { error.rule == other.rule && error.message == other.message }
  }

  /// What the rules say to a booking, and, however they decide it, what they have follow.
  private func errors(_ trial: Trial) -> [RuleError] {
    var errors: [RuleError] = []
    func attempt(_ body: () throws -> Void) {
      do { try body() } catch let error as RuleError { errors.append(error) } catch {}
    }
    attempt {
      let verdict = try rules.decide(mode: policy.mode, draft: trial.draft, facts: trial.facts)
      for function in policy.tables.followers {
        attempt { _ = try rules.effects(by: function, mode: policy.mode, of: StandingBooking(verdict)) }
      }
      attempt { _ = try rules.waiting(mode: policy.mode, draft: trial.draft, facts: trial.facts) }
      for event in policy.tables.transitions.keys.sorted() {
        attempt {
          _ = try rules.decide(event, mode: policy.mode, of: StandingBooking(verdict), overrideReason: nil)
        }
      }
    }
    return errors
  }

  /// A failure for want of answers, put down to the one that is missing.
  private func narrowed(_ failure: Failure, _ ordinary: Trial) -> Failure {
    guard failure.trial.draft.count < ordinary.draft.count, !failure.isLimit else { return failure }
    for field in policy.fields {
      let trial = ordinary.without(field)
      if errors(trial).contains(where: { failure.isSame(as: $0) }) {
        return Failure(error: failure.error, trial: trial)
      }
    }
    return failure
  }

  private func finding(_ failure: Failure) -> RuleFinding {
    let error = failure.error
    var finding = RuleFinding(error, code: failure.isLimit ? error.kind.rawValue : "rule_fails")
    finding.severity = failure.trial.isCommon ? .error : .warning
    finding.message = "fails \(failure.trial.circumstance): \(error.message)"
    if let name = error.message.nilName {
      finding.column = finding.file.flatMap { files[$0] }?.column(of: name, line: finding.line)
      finding.suggestion = "`\(name)` is nil then; ask with `if` first, or write `(… or 0)`"
    }
    return finding
  }
}

extension PolicyTables {
  /// What follows a booking, now and later.
  fileprivate var followers: [RuleFunction] {
    (effects.map { [$0] } ?? []) + on.keys.sorted().compactMap { on[$0] }
  }
}

extension String {
  /// The name in "attempt to index a nil value (field 'phone')".
  fileprivate var nilName: String? {
    guard contains("nil value ("), let open = firstIndex(of: "'"), let close = lastIndex(of: "'"),
      open < close
    else { return nil }
    return String(self[index(after: open)..<close])
  }
}

extension CheckedFile {
  /// Where a name is read in a line; nil when nowhere, or more than once.
  fileprivate func column(of name: String, line: Int?) -> Int? {
    var columns: Set<Int> = []
    chunk.forEach { node in
      guard case .expression(let expression) = node, expression.range.start.line <= line ?? 0 else { return }
      switch expression.kind {
      case .member(_, let word) where word.text == name && word.range.start.line == line:
        columns.insert(word.range.start.column)
      case .name(let word) where word.text == name && word.range.start.line == line:
        columns.insert(word.range.start.column)
      default: break
      }
    }
    return columns.count == 1 ? columns.first : nil
  }
}
