/// A case that answers otherwise than it expects, and how its test file would be rewritten to expect that.
package struct Acceptance: Hashable, Sendable {
  package var result: RuleTestResult
  package var changes: [Change]
  /// Why the file cannot be rewritten; the change is then to be made by hand.
  package var obstacle: String?

  /// One expectation, before and after.
  package struct Change: Hashable, Sendable {
    /// Which: `expect`, `effects.email`.
    package var what: String
    /// As it is written in the file.
    package var before: String
    package var after: String
    /// Where it is written.
    var range: SourceRange
  }

  /// Every case that does not pass, with what would have to be written for it to pass.
  package static func proposals(
    _ tests: [String: String], _ report: RuleTestReport
  ) -> [Acceptance] {
    var places: [String: RuleTestPlaces] = [:]
    for (path, text) in tests { places[path] = (try? LuaParser.parse(text)).map(RuleTestPlaces.init) }
    let failing = report.results.filter { $0.outcome != .passed && $0.position > 0 }
    // A case of several modes is written once.
    let cases = Dictionary(grouping: report.results) { CaseID(file: $0.place.file, position: $0.position) }
    return failing.compactMap { result in
      let same = cases[CaseID(file: result.place.file, position: result.position)] ?? []
      guard same.first(where: { $0.outcome != .passed }) == result else { return nil }
      let file = result.place.file
      return Acceptance(
        result, same, written: places[file]?.table(result.position, result.name), tests[file] ?? "")
    }
  }

  private struct CaseID: Hashable {
    var file: String
    var position: Int
  }

  /// The test files with changes made, and nothing else in them touched.
  package static func apply(_ accepted: [Acceptance], to tests: [String: String]) -> [String: String] {
    var tests = tests
    for (file, acceptances) in Dictionary(grouping: accepted, by: \.result.place.file) {
      var bytes = Array((tests[file] ?? "").utf8)
      let changes = acceptances.flatMap(\.changes).sorted { $0.range.start > $1.range.start }
      for change in changes { bytes.replaceSubrange(change.range.offsets, with: change.after.utf8) }
      tests[file] = String(decoding: bytes, as: UTF8.self)
    }
    return tests
  }

  // MARK: One case

  private init(
    _ result: RuleTestResult, _ same: [RuleTestResult], written table: LuaExpression?, _ source: String
  ) {
    self.init(result: result, changes: [], obstacle: nil)
    guard case .failed(let differences) = result.outcome else {
      obstacle = "the test file is wrong here"
      return
    }
    if same.contains(where: { $0.outcome.accepted != result.outcome.accepted }) {
      obstacle = "its modes answer differently: write a case for each"
    } else if let lasting = differences.first(where: { $0.accepted == nil }) {
      obstacle =
        lasting.what == "expect" ? "a rule failed: mend it rather than expect it" : "\(lasting.actual)"
    } else if let table {
      for difference in differences { propose(difference, table, source) }
    } else {
      obstacle = "it is made by a loop or a function"
    }
  }

  private init(result: RuleTestResult, changes: [Change], obstacle: String?) {
    self.result = result
    self.changes = changes
    self.obstacle = obstacle
  }

  private mutating func propose(_ difference: RuleTestDifference, _ table: LuaExpression, _ source: String) {
    var value = table
    for key in difference.what.split(separator: ".", maxSplits: 1) {
      guard let field = value.fields.last(where: { $0.key.constant == .name(String(key)) }) else {
        obstacle = "its `\(difference.what)` is written elsewhere"
        return
      }
      value = field.value
    }
    guard value.isWrittenOut else {
      obstacle = "its `\(difference.what)` is worked out"
      return
    }
    changes.append(
      Change(
        what: difference.what, before: String(source[source: value.range]), after: difference.accepted ?? "",
        range: value.range))
  }
}

extension RuleTestResult.Outcome {
  /// What would be expected instead, for comparing the modes of one case.
  fileprivate var accepted: [String?] {
    if case .failed(let differences) = self { differences.flatMap { [$0.what, $0.accepted] } } else { [] }
  }
}

extension LuaExpression {
  /// Whether nothing is worked out: literals, and `absent`.
  fileprivate var isWrittenOut: Bool {
    switch kind {
    case .nil, .boolean, .integer, .number, .text: true
    case .name(let name): name.binding == .global && name.text == RuleTestContract.absent
    case .unary(let sign, let operand): sign.kind == .negate && operand.isWrittenOut
    case .table(let table): table.fields.allSatisfy { $0.key.constant != nil && $0.value.isWrittenOut }
    default: false
    }
  }
}
