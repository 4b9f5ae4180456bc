import BookingHost

/// What changes from one rule set to another, for people: mode by mode, in sentences and as a grid.
struct DiffText {
  let diff: RuleDiff
  let before: String
  let after: String
  let style: Style

  var text: String {
    let sides = Table(
      rows: [
        ["A", Plain.text(before), style.dim("revision \(diff.before.prefix(12))")],
        ["B", Plain.text(after), style.dim("revision \(diff.after.prefix(12))")],
      ], indent: ""
    ).text
    return ([sides] + diff.modes.map { mode($0) }).joined(separator: "\n\n")
  }

  private func mode(_ mode: ModeDiff) -> String {
    let parts = [
      heading(mode), changes(mode), mode.grid.map { GridText(grid: $0, style: style).text }, notes(mode),
    ]
    return parts.compactMap { $0 }.joined(separator: "\n\n")
  }

  private func heading(_ mode: ModeDiff) -> String {
    let name = style.bold([mode.mode, mode.otherMode].compactMap { $0 }.joined(separator: " → "))
    switch mode.status {
    case .unchanged:
      let proof =
        mode.isSameSource ? "the files are the same" : "in all of \(Words.grouped(mode.cases)) cases"
      return "\(name)  \(style.green("unchanged"))  \(style.dim(proof))"
    case .changed:
      return
        "\(name)  \(style.yellow("changed"))  \(style.dim("in \(Words.grouped(mode.cases)) cases, decided by each"))"
    case .added: return "\(name)  \(style.yellow("added"))  \(style.dim("only B has it"))"
    case .removed: return "\(name)  \(style.yellow("removed"))  \(style.dim("only A has it"))"
    }
  }

  // MARK: Sentences

  private func changes(_ mode: ModeDiff) -> String? {
    guard !mode.changes.isEmpty else { return nil }
    let shown = mode.changes.prefix(DiffText.mostChanges)
    let lines = shown.map { change in
      // The place has a line of its own: sentences are as long as they need to be.
      let sentence = DisplayWidth.wrap(Plain.text(change.sentence), to: max(40, Terminal.width - 4))
      let place = place(change).map { ["    " + style.dim($0)] } ?? []
      return ([bullet(change.kind) + sentence[0]] + sentence.dropFirst().map { "    " + $0 } + place)
        .joined(separator: "\n")
    }
    let more = mode.changes.count - shown.count
    let rest =
      more > 0 ? ["  " + style.dim("and \(Words.grouped(more)) smaller ones; see --format json")] : []
    return (lines + rest).joined(separator: "\n")
  }

  private func bullet(_ kind: RuleChange.Kind) -> String {
    switch kind {
    case .failure: "  " + style.red("!") + " "
    case .outcome: "  " + style.yellow("•") + " "
    case .issues, .effects, .terms, .settings, .words: "  " + style.dim("•") + " "
    }
  }

  private func place(_ change: RuleChange) -> String? {
    switch (change.ruleBefore, change.ruleAfter) {
    case (nil, nil): nil
    case (let a?, nil): "A \(a)"
    case (nil, let b?): "B \(b)"
    case (let a?, let b?): "A \(a)  B \(b)"
    }
  }

  private func notes(_ mode: ModeDiff) -> String? {
    guard !mode.notCrossed.isEmpty else { return nil }
    let names = mode.notCrossed.map { "  " + Plain.text($0) }
    return style.dim(
      "Looked at together by a rule, and too many to try together:\n" + names.joined(separator: "\n"))
  }

  private static let mostChanges = 20
}

/// The grid of party sizes against times.
struct GridText {
  let grid: DiffGrid
  let style: Style

  var text: String { ([hours] + rows + [legend]).joined(separator: "\n") }

  private var labels: [String] {
    grid.parties.enumerated().map { index, range in
      if index == grid.parties.count - 1 { return "\(range.lowerBound)+" }
      return range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
    }
  }

  private var margin: Int { max(5, labels.map { DisplayWidth.of($0) }.max() ?? 0) }

  /// The hour above each column that begins one, where there is room for it.
  private var hours: String {
    var line = ""
    for (column, minute) in grid.times.enumerated() where minute % 60 == 0 && line.count <= column {
      line += String(repeating: " ", count: column - line.count) + ClockTime.text(minute).prefix(2) + " "
    }
    return "  " + DisplayWidth.pad("party", to: margin) + "  " + style.dim(line)
  }

  private var rows: [String] {
    zip(labels, grid.rows).map { label, row in
      "  " + DisplayWidth.pad(label, to: margin, right: true) + "  " + row.map(cell).joined()
    }
  }

  private func cell(_ mark: DiffGrid.Mark) -> String {
    let letter = String(mark.letter)
    switch mark.change {
    case .fails, .refused: return style.red(letter)
    case .allowed: return style.green(letter)
    case .override, .pending, .issues, .effects, .terms, .words: return style.yellow(letter)
    case .none, .refusedAnyway: return style.dim(letter)
    }
  }

  private var legend: String {
    let used = Set(grid.rows.joined())
    let marks = used.sorted {
      ($0.change.rawValue, $0.isOrdinary ? 0 : 1) < ($1.change.rawValue, $1.isOrdinary ? 0 : 1)
    }
    return marks.map {
      "  " + String(repeating: " ", count: margin) + "  \(cell($0)) \(style.dim($0.meaning))"
    }
    .joined(separator: "\n")
  }
}
