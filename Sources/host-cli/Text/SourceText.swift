import BookingHost

/// A rule file as a decision went through it: line numbers, a mark on what ran, and the values beside it.
///
///     ops.lua
///     ✗ 19    party = { min = 1, max = 12 },  -- limit 12, 1 over
struct SourceText {
  private let file: ExplainedFile
  private let full: Bool
  private let style: Style
  private let numberWidth: Int
  private let width: Int

  init(_ file: ExplainedFile, full: Bool, style: Style, width: Int = Terminal.width) {
    self.file = file
    self.full = full
    self.style = style
    self.width = max(48, width)
    numberWidth = String(file.lines.last?.number ?? 0).count
  }

  /// Nothing for a file of which no line matters.
  var lines: [String] {
    let shown = full ? file.lines : file.lines.filter(\.matters)
    guard !shown.isEmpty else { return [] }
    var lines = [style.bold(Plain.text(file.path))]
    var previous = shown[0].number - 1
    for line in full ? shown : withoutIdleStretches(shown) {
      if line.number != previous + 1 { lines.append(gap) }
      lines += rendered(line)
      previous = line.number
    }
    return lines
  }

  // MARK: What is left out

  private static let longestIdleStretch = 8

  /// Of a long stretch that did not run, its beginning.
  private func withoutIdleStretches(_ lines: [ExplainedLine]) -> [ExplainedLine] {
    var kept: [ExplainedLine] = []
    var idle: [ExplainedLine] = []
    for line in lines + [nil] as [ExplainedLine?] {
      if let line, line.ran != true {
        idle.append(line)
        continue
      }
      let isLong = idle.count > SourceText.longestIdleStretch && idle.contains { $0.ran == false }
      kept += isLong ? Array(idle.prefix(3)) + idle.suffix(1) : idle
      idle = []
      if let line { kept.append(line) }
    }
    return kept
  }

  /// Under the last digit of the numbers.
  private var gap: String { String(repeating: " ", count: numberWidth + 1) + style.dim("⋮") }

  // MARK: One line

  private func rendered(_ line: ExplainedLine) -> [String] {
    let number = DisplayWidth.pad(String(line.number), to: numberWidth, right: true)
    let gutter = "\(mark(line)) \(style.dim(number))  "
    let margin = DisplayWidth.of(gutter)
    let code = code(line, room: width - margin)
    let comment = comment(line)
    let blank = String(repeating: " ", count: margin)
    var lines = code.enumerated().map { ($0.offset == 0 ? gutter : blank) + styled($0.element, line) }
    guard !comment.isEmpty else { return lines }
    let last = lines[lines.count - 1]
    if DisplayWidth.of(last) + 2 + DisplayWidth.of(comment) <= width {
      lines[lines.count - 1] = last + "  " + style.cyan(comment)
      return lines
    }
    let indent = blank + String(code[0].prefix { $0 == " " }) + "  "
    let room = max(24, width - DisplayWidth.of(indent) - 3)
    let words = DisplayWidth.wrap(String(comment.dropFirst(3)), to: room)
    return lines + words.map { indent + style.cyan("-- " + $0) }
  }

  /// The source in as many lines as it takes, with its indentation.
  private func code(_ line: ExplainedLine, room: Int) -> [String] {
    let text = Plain.text(line.text.replacing("\t", with: "    ").replacing("\r", with: ""))
    let code = text.count > SourceText.longestLine ? String(text.prefix(SourceText.longestLine)) + "…" : text
    guard DisplayWidth.of(code) > room else { return [code] }
    let indent = String(code.prefix { $0 == " " })
    let wrapped = DisplayWidth.wrap(
      String(code.dropFirst(indent.count)), to: max(24, room - indent.count - 4))
    return wrapped.enumerated().map { $0.offset == 0 ? indent + $0.element : indent + "    " + $0.element }
  }

  private static let longestLine = 400

  private func styled(_ code: String, _ line: ExplainedLine) -> String {
    if line.decides { return style.bold(code) }
    return line.ran == false ? style.dim(code) : code
  }

  private func mark(_ line: ExplainedLine) -> String {
    let issues = line.notes.compactMap { if case .issue(let issue) = $0 { issue } else { nil } }
    let worst =
      issues.first { $0.severity == .refuse } ?? issues.first { $0.severity != .warn } ?? issues.first
    if line.notes.contains(where: { if case .failure = $0 { true } else { false } }) { return style.red("✗") }
    if let worst { return SourceText.mark(worst, style) }
    if line.notes.contains(where: { if case .effect = $0 { true } else { false } }) {
      return style.green("→")
    }
    return line.ran == true ? style.cyan("▸") : " "
  }

  static func mark(_ issue: Issue, _ style: Style) -> String {
    issue.severity == .refuse ? style.red("✗") : style.yellow("!")
  }

  // MARK: What is beside it

  /// `-- draft.party = 13, limit 12, 1 over`; empty when there is nothing to say.
  private func comment(_ line: ExplainedLine) -> String {
    let words = values(line) + line.notes.flatMap { notes($0, line) }
    return words.isEmpty ? "" : "-- " + words.joined(separator: ", ")
  }

  /// What went into a condition says more than what came out of it.
  private func values(_ line: ExplainedLine) -> [String] {
    let telling = line.values.filter { $0.name != nil || $0.kind == .access || $0.kind == .call }
    var words: [String: String] = [:]
    var order: [String] = []
    for value in telling.isEmpty ? line.values : telling {
      let name = value.name ?? value.expression
      // Of `n = n + 1` it is the new value that is told.
      guard words[name] == nil else { continue }
      let times = value.count > 1 ? " (last of \(value.count))" : ""
      words[name] = "\(Plain.text(name)) = \(SourceText.words(value.value))\(times)"
      order.append(name)
    }
    return order.compactMap { words[$0] }
  }

  private func notes(_ note: ExplainedLine.Note, _ line: ExplainedLine) -> [String] {
    switch note {
    case .issue(let issue): Words.numbers(of: issue).map { [$0] } ?? []
    // What is written out needs no saying.
    case .answer(let results) where !line.values.isEmpty:
      ["returns " + results.map(SourceText.words).joined(separator: ", ")]
    case .answer: []
    case .failure, .shapes, .effect: []
    }
  }

  /// A value as Lua would write it, not too long.
  static func words(_ value: PackedValue) -> String {
    switch value {
    case .none: "nil"
    case .boolean(let truth): "\(truth)"
    case .integer(let number): "\(number)"
    case .number(let number): "\(number)"
    case .text(let text): "\"\(Plain.text(DisplayWidth.cut(text, to: 40)))\""
    case .record(let entries) where entries.count == 1 && entries[0].key == "override":
      "{ override = \(words(entries[0].value)) }"
    case .list, .record: "a table"
    case .function: "a function"
    }
  }
}

extension ExplainedLine {
  /// Whether the verdict was made here.
  fileprivate var decides: Bool {
    notes.contains { note in
      switch note {
      case .failure, .issue, .answer: true
      case .shapes, .effect: false
      }
    }
  }
}
