// What is read from tables by name.
extension Inspection {
  /// `record.key`
  func inspectKey(_ key: String, _ range: SourceRange, of record: LuaExpression, _ frame: Frame) {
    let shape = shape(of: record, in: frame)
    let base = frame.file.text(record.range)
    if let path = shape.missingModule { return reportNoReturn(path, key) }
    switch shape.kind {
    case .record(let known): inspectKey(key, range, of: known, shape, base, frame)
    case .library(let library): inspectMember(key, range, of: library, frame)
    case .text, .date, .time, .oneOf, .constant: inspectMember(key, range, of: "string", frame)
    case .table(let table): inspectKey(key, range, of: table, base, frame)
    case .list: reportList(key, range, shape, base, frame)
    case .integer, .number, .literal, .boolean, .truth:
      report(
        "not_a_table", "`\(base)` is \(shape.described), and has no `\(key)`", range, in: frame.file)
    case .unknown, .nothing, .function, .builtin: break
    }
  }

  /// `record[key]`
  func inspectIndex(_ record: LuaExpression, _ key: LuaExpression, _ frame: Frame) {
    switch shape(of: key, in: frame).kind {
    case .constant(let name): inspectKey(name, key.range, of: record, frame)
    case .oneOf(let names, let noun): inspectMap(record, names, noun, frame)
    case .text: mentionKeys(of: record, shape(of: key, in: frame), frame)
    default: break
    }
  }

  /// `limits[facts.service.key]`: the keys are services that the rules know.
  private func mentionKeys(of record: LuaExpression, _ key: Shape, _ frame: Frame) {
    guard key.origin != nil, case .table(let table) = shape(of: record, in: frame).kind else { return }
    for name in names(in: table) { mention(name, of: key) }
  }

  private func inspectKey(
    _ key: String, _ range: SourceRange, of record: Shape.Record, _ shape: Shape, _ base: String,
    _ frame: Frame
  ) {
    guard record.terms[key] == nil, !files.values.contains(where: { $0.index.assignedKeys.contains(key) })
    else { return }
    let origin = shape.origin ?? base
    // Shared code may ask for a field that only some modes have.
    if record.isOpen || frame.file.isLibrary, isOwnField(key) { return }
    if record.isOpen {
      guard let meant = closest(to: key, among: record.terms.names) else { return }
      report(
        "unknown_key", "`\(origin)` may have no `\(key)`", range, in: frame.file,
        suggestion: "did you mean `\(base).\(meant)`?", severity: .warning)
      return
    }
    let isFact = origin.hasPrefix("facts")
    report(
      isFact ? "unknown_fact" : "unknown_key",
      isFact ? "there is no fact `\(origin).\(key)`" : Inspection.sentence(origin, key, record), range,
      in: frame.file,
      suggestion: meaning(of: key, in: record, origin, base))
  }

  /// A file of lib/ that returns nothing, and is read from.
  private func reportNoReturn(_ path: String, _ key: String) {
    guard let file = files[path] else { return }
    let end = file.chunk.body.statements.last?.range.end ?? .start
    // The table that functions were added to.
    let tables = file.chunk.additions.filter { $0.key.keys.isEmpty }
    let local = tables.max { $0.value.count < $1.value.count }.map { file.chunk[$0.key.local].name }
    report(
      "returns_nothing", "the file ends without a `return`, so that what requires it finds no `\(key)`",
      SourceRange(end, end), in: file, suggestion: "end it with `return \(local ?? "…")`")
  }

  private static func sentence(_ origin: String, _ key: String, _ record: Shape.Record) -> String {
    if let code = record.detail, Vocabulary.issue[key] != nil {
      return "an issue `\(code)` carries no `\(key)`"
    }
    if origin.hasPrefix("one of ") { return "one of `\(origin.dropFirst(7))` has no `\(key)`" }
    return switch origin {
    case "draft": "a draft has no `\(key)` in this mode"
    case "booking": "a booking has no `\(key)` in this mode"
    case "issue": "an issue has no `\(key)`"
    default: "`\(origin)` has no `\(key)`"
    }
  }

  private func meaning(of key: String, in record: Shape.Record, _ origin: String, _ base: String) -> String? {
    if let meant = closest(to: key, among: record.terms.names) { return "did you mean `\(base).\(meant)`?" }
    if let path = Slips.keys[key] ?? Inspection.path(to: key) {
      let isHere = path.hasPrefix("draft.") && (origin == "draft" || origin == "booking")
      return "did you mean `\(isHere ? base + path.dropFirst(5) : path)`?"
    }
    if let mode = modes.values.first(where: { $0.ownFields.contains(key) }) {
      return "it is a field of \(mode.mode).lua; list it under `fields` here too"
    }
    let names = record.terms.names
    return "it has \(names.dropLast().joined(separator: ", ")) and \(names.last ?? "")"
  }

  private func isOwnField(_ key: String) -> Bool { modes.values.contains { $0.ownFields.contains(key) } }

  /// Where in the facts or the draft there is a key of this name.
  static func path(to key: String) -> String? {
    if let path = Slips.keys[key] { return path }
    if Vocabulary.draft[key] != nil { return "draft." + key }
    if Vocabulary.facts[key] != nil { return "facts." + key }
    for term in [Vocabulary.facts["start"], Vocabulary.facts["load"]].compactMap({ $0 }) + Vocabulary.facts {
      if case .record(let inner) = term.type, inner[key] != nil { return "facts.\(term.name).\(key)" }
    }
    return nil
  }

  // MARK: Libraries, lists and tables of the rules' own

  private func inspectMember(_ name: String, _ range: SourceRange, of library: String, _ frame: Frame) {
    guard let found = Vocabulary.libraries.first(where: { $0.name == library }),
      !found.functions.contains(where: { $0.name == name }), found.constants[name] == nil,
      !isKnown("library_write", range, frame.file)
    else { return }
    let close = closest(to: name, among: found.functions.map(\.name) + found.constants.names)
    let hint = Slips.members["\(library).\(name)"] ?? close.map { "did you mean `\(library).\($0)`?" }
    report("unknown_function", "there is no `\(library).\(name)`", range, in: frame.file, suggestion: hint)
  }

  private func reportList(_ key: String, _ range: SourceRange, _ shape: Shape, _ base: String, _ frame: Frame)
  {
    report(
      "not_a_table", "`\(shape.origin ?? base)` is a list, and has no `\(key)`", range, in: frame.file,
      suggestion: "look through it: `for _, value in ipairs(\(base)) do … end`")
  }

  /// A table that a rule file builds. Only where its keys cannot be others than those to be seen.
  private func inspectKey(
    _ key: String, _ range: SourceRange, of table: Shape.Table, _ base: String, _ frame: Frame
  ) {
    let home = table.frame.file
    guard let local = table.entry.local, home.index.isClosed(local), entries(of: table).count <= 200,
      entries(of: table)[.name(key)] == nil,
      !files.values.contains(where: { $0.index.assignedKeys.contains(key) && $0.path != home.path }),
      !home.index.nestedKeys.contains(key), !hasComputedKeys(table),
      let meant = closest(to: key, among: names(in: table))
    else { return }
    let owner = table.module ?? "`\(base)`"
    report(
      "unknown_key", "\(owner) gives no `\(key)`", range, in: frame.file,
      suggestion: "did you mean `\(base).\(meant)`?", severity: .warning)
  }

  func names(in table: Shape.Table) -> [String] { entries(of: table).values.compactMap(\.name).sorted() }

  func hasComputedKeys(_ table: Shape.Table) -> Bool {
    table.entry.value.fields.contains { field in
      if case .computed = field.key { field.key.constant == nil } else { false }
    }
  }

  /// `({ saturday = 20 })[facts.start.weekday]`: keys that are nearly one of the names, and are none.
  private func inspectMap(_ record: LuaExpression, _ names: [String], _ noun: String, _ frame: Frame) {
    guard case .table(let table) = shape(of: record, in: frame).kind, entries(of: table).count <= 100
    else { return }
    for entry in entries(of: table).values {
      guard let key = entry.name, !names.contains(key), let meant = likeliest(key, among: names)
      else {
        continue
      }
      report(
        "unknown_value", "there is no \(noun) \"\(key)\", so this entry is never found", entry.keyRange,
        in: table.frame.file, suggestion: "did you mean \(meant)?", severity: .warning)
    }
  }
}

extension LuaEntry {
  var name: String? { if case .name(let name)? = key { name } else { nil } }
}
