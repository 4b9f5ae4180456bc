/// Writes beside the lines of rule files what one decision made of them.
struct SourceAnnotation {
  private let explanation: Explanation
  private let book: TracedRuleBook?
  private let trace: DecisionTrace
  private var lines: [String: [ExplainedLine]] = [:]
  private(set) var calls: [ExplainedCall] = []

  private var ownPath: String { explanation.mode + ".lua" }

  /// With a trace that is empty, only what the verdict itself says is written.
  init(_ explanation: Explanation, _ files: RuleFiles, _ book: TracedRuleBook?, _ trace: DecisionTrace) {
    self.explanation = explanation
    self.book = book
    self.trace = trace
    for (path, text) in files.texts where path == ownPath || path.hasPrefix("lib/") {
      lines[path] = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
        ExplainedLine(number: $0.offset + 1, text: String($0.element))
      }
    }
    if let book, !trace.visits.isEmpty {
      markLines(book)
      noteValues(book)
      noteCalls(book)
    }
    noteVerdict()
  }

  /// The files that took part, the mode's own first.
  var files: [ExplainedFile] {
    lines.filter { path, lines in path == ownPath || lines.contains { $0.matters || $0.ran == true } }
      .sorted { ($0.key == ownPath ? 0 : 1, $0.key) < ($1.key == ownPath ? 0 : 1, $1.key) }
      .map { ExplainedFile(path: $0.key, lines: $0.value) }
  }

  private mutating func change(_ path: String, _ line: Int, _ body: (inout ExplainedLine) -> Void) {
    guard let count = lines[path]?.count, (1...count).contains(line) else { return }
    body(&lines[path]![line - 1])
  }

  // MARK: Lines and values

  /// A line ran when a statement that begins on it did; where none begins, when something on it was worked
  /// out; and where neither is, with the statement that it continues.
  private mutating func markLines(_ book: TracedRuleBook) {
    var starts: [RulePlace: Bool] = [:], worked: [RulePlace: Bool] = [:], continued: [RulePlace: Bool] = [:]
    var previous: (probe: Probe, ran: Bool)?
    for (id, probe) in book.probes.enumerated() {
      let place = RulePlace(file: probe.file, line: probe.line)
      let ran = trace.visits[id] > 0
      guard probe.isStatement else {
        worked[place] = ran || worked[place] == true
        continue
      }
      starts[place] = ran || starts[place] == true
      if let previous, !previous.probe.contains(probe) {
        continued.merge(previous.probe.continuation(previous.ran)) { $1 }
      }
      previous = (probe, ran)
    }
    if let previous { continued.merge(previous.probe.continuation(previous.ran)) { $1 } }
    for (place, ran) in starts.merging(worked, uniquingKeysWith: { first, _ in first })
      .merging(continued, uniquingKeysWith: { first, _ in first })
    {
      change(place.file, place.line) { $0.ran = ran }
    }
  }

  private mutating func noteValues(_ book: TracedRuleBook) {
    let seen = trace.values.sorted { a, b in
      let (left, right) = (book.probes[a.key].range, book.probes[b.key].range)
      return (left.start, right.end) < (right.start, left.end)
    }
    for (id, value) in seen where value.saysSomething {
      let probe = book.probes[id]
      let text = probe.text(in: book.files.texts[probe.file] ?? "")
      let noted = ExplainedLine.Value(
        expression: text, name: probe.name, value: value, count: Int(trace.visits[id]),
        kind: probe.kind)
      change(probe.file, probe.line) { $0.values.append(noted) }
    }
  }

  // MARK: Calls

  private mutating func noteCalls(_ book: TracedRuleBook) {
    for call in trace.calls {
      let matters = call.hasFailed || explanation.hangs(on: call.path) || hasFound(call, book)
      calls.append(
        ExplainedCall(
          name: call.path.joined(separator: "."), place: call.function.place, results: call.results,
          hasFailed: call.hasFailed, matters: matters))
      change(call.function.place.file, call.function.place.line) { line in
        if line.ran == nil { line.ran = true }
        if matters { line.matters = true }
      }
      noteFunctions(of: call, matters: matters, book)
      if matters, !call.results.isEmpty { noteAnswer(of: call, book) }
    }
  }

  /// Whether a call recorded one of the findings.
  private func hasFound(_ call: DecisionTrace.Call, _ book: TracedRuleBook) -> Bool {
    let places = Set(explanation.issues.compactMap(\.issue.rule))
    return call.probes.contains { id in
      let probe = book.probes[id]
      return probe.isStatement && places.contains("\(probe.file):\(probe.line)")
    }
  }

  /// The functions that a call went through.
  private mutating func noteFunctions(of call: DecisionTrace.Call, matters: Bool, _ book: TracedRuleBook) {
    var entered: [String: Set<Int>] = [:]
    for probe in call.probes.map({ book.probes[$0] }) {
      entered[probe.file, default: []].insert(probe.function)
    }
    for (file, functions) in entered {
      for range in functions.compactMap({ book.functions[file]?[$0] }) {
        change(file, range.start.line) { if $0.ran == nil { $0.ran = true } }
        guard matters else { continue }
        for line in range.start.line...range.end.line { change(file, line) { $0.matters = true } }
      }
    }
  }

  /// The `return` by which the function itself ended; that of a function on the same line may be another's.
  private mutating func noteAnswer(of call: DecisionTrace.Call, _ book: TracedRuleBook) {
    let place = call.function.place
    let ends = call.probes.map { book.probes[$0] }.filter { probe in
      probe.isReturn && probe.file == place.file
        && book.functions[place.file]?[probe.function]?.start.line == place.line
    }
    guard ends.count == 1 else { return }
    change(place.file, ends[0].line) { $0.notes.append(.answer(call.results)) }
  }

  // MARK: The verdict

  private mutating func noteVerdict() {
    if let error = explanation.error { note(.failure(error), at: error.rule.flatMap { RulePlace($0) }) }
    for explained in explanation.issues where explained.issue.code != RuleError.decisionCode {
      let issue = explained.issue
      let place = issue.rule.flatMap { RulePlace($0) }
      note(.issue(issue), at: place ?? explained.severity)
      if place != nil { note(.shapes(issue), at: explained.severity) }
      note(.shapes(issue), at: explained.message)
    }
    for effect in explanation.effects {
      note(.effect(effect), at: effect.effect.rule.flatMap { RulePlace($0) })
    }
  }

  private mutating func note(_ note: ExplainedLine.Note, at place: RulePlace?) {
    guard let place else { return }
    change(place.file, place.line) { line in
      if !line.notes.contains(note) { line.notes.append(note) }
      line.ran = true
      line.matters = true
    }
  }
}

extension Probe {
  fileprivate func contains(_ other: Probe) -> Bool { file == other.file && range.contains(other.range) }

  /// The lines of a statement after its first, which ran as it did.
  fileprivate func continuation(_ ran: Bool) -> [RulePlace: Bool] {
    guard range.end.line > line else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: (line + 1...range.end.line).map { (RulePlace(file: file, line: $0), ran) })
  }
}

extension PackedValue {
  /// Whether the value says anything by itself.
  fileprivate var saysSomething: Bool {
    switch self {
    case .list, .record, .function: false
    case .none, .boolean, .integer, .number, .text: true
    }
  }
}

extension Explanation {
  /// Whether the verdict hangs on the function at a path of the mode's table.
  fileprivate func hangs(on path: [String]) -> Bool {
    switch path.first {
    case "severity", "messages", "effects", "on", "transitions": true
    // What lets a booking through has been asked whether it minds.
    case "check": outcome == .confirmed || outcome == .pending
    case "fields": issues.contains { $0.issue.field == path.dropFirst().first }
    case "party": issues.contains { ["party_min", "party_max"].contains($0.issue.code) }
    case "covers", "pacing":
      issues.contains { ["capacity_exceeded", "pacing_exceeded"].contains($0.issue.code) }
    case "time":
      issues.contains { Explanation.issuesOfTime[path.last ?? ""]?.contains($0.issue.code) == true }
    case "status": outcome == .pending
    default: false
    }
  }

  /// The issues that follow from a setting of `time`.
  private static let issuesOfTime = [
    "slot_minutes": ["off_slot_grid"], "duration_minutes": ["capacity_exceeded"],
    "past_grace_minutes": ["past_time"], "notice_minutes": ["notice_too_short"],
    "horizon_days": ["beyond_horizon"], "last_seating_minutes": ["last_seating"],
  ]
}
