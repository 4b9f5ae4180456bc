/// Everything that is wrong with rule files, found at once and before anyone books by them.
///
/// Three ways of looking, each where the one before has found a file fit for it: the text is parsed, and what
/// it reads, compares and calls is followed; the mode files are loaded and held against the contract; and
/// each mode decides a few bookings of every kind.
package enum RuleCheck {
  /// What is found in rule files, sorted by file, line and column.
  ///
  /// - Parameters:
  ///   - tests: the test files by path (`tests/ops.lua`). They need only be Lua here.
  ///   - mail: the templates that `email` can name; nil where that is not known.
  ///   - unreadable: paths of files that are there and cannot be read; who requires one is not to blame.
  package static func findings(
    files: RuleFiles, limits: RuleLimits = .standard, tests: [String: String] = [:], mail: [String]? = nil,
    unreadable: [String] = []
  ) -> [RuleFinding] {
    let parsed = ParsedFiles(files.texts)
    let loaded = LoadedModes(files, parsed, isWhole: unreadable.isEmpty, limits)
    let inspection = Inspection(
      files: parsed.files, modes: loaded.outlines, paths: Set(files.texts.keys).union(unreadable),
      mail: mail.map(Set.init))
    var findings = parsed.findings + RequireCycles(parsed.files).findings + inspection.run()
    findings += loaded.findings.filter { !$0.repeats(findings) }
    let trials = loaded.trialFindings(files, parsed, inspection.mentions, limits)
    findings += trials.filter { !$0.repeats(findings) && !parsed.explains($0, by: findings) }
    findings += files.warnings.map(RuleFinding.init(ignored:))
    findings += ParsedFiles(tests).findings
    if files.modes.isEmpty, unreadable.isEmpty { findings.append(noModes) }
    return findings.sorted()
  }

  private static let noModes = RuleFinding(
    .error, RuleError.Kind.source.rawValue, "the rule directory has no mode file (such as ops.lua)",
    file: nil,
    suggestion: "copy the shipped rules, or run the command where they are")
}

extension RuleFinding {
  /// Whether an error that was found in the text says it already, more exactly.
  fileprivate func repeats(_ others: [RuleFinding]) -> Bool {
    others.contains { other in
      guard other.severity == .error else { return false }
      // Of what fails when it runs, only the line is sure.
      let isThere = column == nil || column == other.column || code == "rule_fails"
      if other.file == file, other.line == line, line != nil, isThere { return true }
      switch other.code {
      // What follows from it: true is read from as if it were a table.
      case "returns_nothing": return message.contains("index a boolean value")
      // A function where its name was meant has no line when it is loaded.
      case "wrong_answer": return other.file == file && line == nil
      default: return false
      }
    }
  }
}

/// Sources, as far as they are Lua.
struct ParsedFiles {
  private(set) var files: [CheckedFile] = []
  private(set) var findings: [RuleFinding] = []

  init(_ texts: [String: String]) {
    for (path, source) in texts.sorted(by: { $0.key < $1.key }) {
      do {
        files.append(CheckedFile(path: path, source: source, chunk: try LuaParser.parse(source)))
      } catch {
        findings.append(
          RuleFinding(
            .error, RuleError.Kind.syntax.rawValue, error.message, file: path, at: error.position,
            suggestion: error.suggestion))
      }
    }
  }

  subscript(path: String) -> CheckedFile? { files.first { $0.path == path } }

  /// Whether an error inside a function says why the function answers wrongly.
  fileprivate func explains(_ failure: RuleFinding, by findings: [RuleFinding]) -> Bool {
    guard let path = failure.file, let file = self[path], let line = failure.line else { return false }
    return file.chunk.functionRanges.filter { $0.start.line == line }.contains { range in
      findings.contains {
        $0.severity == .error && $0.file == path && (range.start.line...range.end.line).contains($0.line ?? 0)
      }
    }
  }
}

extension LuaChunk {
  fileprivate var functionRanges: [SourceRange] {
    var ranges: [SourceRange] = []
    forEach { node in
      if case .expression(let expression) = node, case .function = expression.kind {
        ranges.append(expression.range)
      }
    }
    return ranges
  }
}
