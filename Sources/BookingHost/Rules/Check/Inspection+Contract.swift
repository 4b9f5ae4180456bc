// The functions of a mode file, each with what the host hands to it.
extension Inspection {
  func inspectContract(_ mode: ModeOutline) {
    guard let frame = frame(of: mode.mode + ".lua"), let root = frame.file.chunk.returned else { return }
    for entry in frame.file.chunk.entries(of: root) {
      guard let name = entry.name else { continue }
      switch name {
      case "check", "effects": look(at: entry, [name], mode, frame)
      case "fields": inspectFields(entry, mode, frame)
      case "party", "time", "pacing", "guests", "waitlist", "messages", "severity", "on", "transitions":
        for leaf in frame.file.chunk.entries(of: entry) {
          look(at: leaf, [name, leaf.name ?? ""], mode, frame)
        }
      default: look(at: entry, [name], mode, frame)
      }
    }
  }

  private func inspectFields(_ fields: LuaEntry, _ mode: ModeOutline, _ frame: Frame) {
    for field in frame.file.chunk.entries(of: fields) {
      for leaf in frame.file.chunk.entries(of: field) {
        look(at: leaf, ["fields", field.name ?? "", leaf.name ?? ""], mode, frame)
      }
    }
  }

  /// Looks at the function at a place of the contract, wherever it was written.
  private func look(at entry: LuaEntry, _ path: [String], _ mode: ModeOutline, _ frame: Frame) {
    let shape = shape(of: entry.value, in: frame)
    if isMissing(entry.value, frame) { return reportMissing(entry, path, frame) }
    if case .builtin(let name) = shape.kind { return reportBuiltin(name, entry, path, frame) }
    guard case .function(let function) = shape.kind else { return }
    let context = RuleContext(mode: mode.mode, place: Inspection.place(path))
    let isOwn = function.frame.file.path == frame.file.path && entry.local == nil
    let given = given(to: path, mode, isOwn: isOwn)
    look(at: function, given, context)
    inspectAnswers(of: function, path, given, context)
  }

  private static func place(_ path: [String]) -> RuleContext.Place {
    switch path[0] {
    case "check", "transitions": .findings(path.joined(separator: "."))
    case "effects", "on": .effects(path.joined(separator: "."))
    default: .leaf(path.joined(separator: "."))
    }
  }

  /// What the host calls the function with. One that is written at its place is called for that alone.
  private func given(to path: [String], _ mode: ModeOutline, isOwn: Bool) -> [Shape] {
    let facts = mode.facts(modes.keys.sorted())
    switch path[0] {
    case "effects", "on", "transitions": return [mode.booking, facts]
    case "severity": return [mode.draft, facts, mode.issue(isOwn ? path.last : nil)]
    case "fields" where path.count == 3 && path[2] == "format":
      return [mode.answer(to: path[1]), mode.draft, facts]
    default: return [mode.draft, facts]
    }
  }

  /// `outside_service = warn`: the function where its name was meant.
  private func reportBuiltin(_ name: String, _ entry: LuaEntry, _ path: [String], _ frame: Frame) {
    report(
      "wrong_answer",
      "`\(path.joined(separator: "."))` is the function `\(name)`, which is none of its values",
      entry.value.range, in: frame.file, suggestion: "write \"\(name)\" in quotes")
  }

  // MARK: Values that are nil

  /// `format = contact.emial`: a value that a file of lib/ does not give.
  private func isMissing(_ value: LuaExpression, _ frame: Frame) -> Bool {
    guard case .member(let record, let word) = value.kind,
      case .table(let table) = shape(of: record, in: frame).kind, let module = table.module,
      let local = table.entry.local, let home = files[module]
    else { return false }
    return home.index.isClosed(local) && entries(of: table)[.name(word.text)] == nil
      && !hasComputedKeys(table) && !files.values.contains { $0.index.assignedKeys.contains(word.text) }
  }

  private func reportMissing(_ entry: LuaEntry, _ path: [String], _ frame: Frame) {
    guard case .member(let record, let word) = entry.value.kind,
      case .table(let table) = shape(of: record, in: frame).kind, let module = table.module
    else { return }
    let names = names(in: table)
    let meant = closest(to: word.text, among: names).map {
      "did you mean `\(frame.file.text(record.range)).\($0)`?"
    }
    report(
      "unknown_key", "`\(path.joined(separator: "."))` is nil: \(module) gives no `\(word.text)`", word.range,
      in: frame.file, suggestion: meant ?? "it gives \(names.joined(separator: ", "))")
  }
}
