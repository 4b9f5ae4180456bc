// Names that stand for nothing, and globals that are set.
extension Inspection {
  func inspectName(_ name: LuaName, _ frame: Frame) {
    guard name.binding == .global, name.text != "_ENV", Inspection.function(name.text) == nil,
      !Vocabulary.libraries.contains(where: { $0.name == name.text }),
      // What the file sets itself is reported where it is set.
      !frame.file.index.globals.contains(name.text)
    else { return }
    report(
      "undefined_global", "there is no `\(name.text)`", name.range, in: frame.file,
      suggestion: meaning(of: name, frame))
  }

  /// What may have been meant by a name that stands for nothing.
  private func meaning(of name: LuaName, _ frame: Frame) -> String? {
    if let local = frame.file.chunk.locals.first(where: { $0.name == name.text }) {
      let line = local.range.start.line
      return local.range.start > name.range.start
        ? "`\(name.text)` is declared on line \(line), further down; move that up"
        : "the `\(name.text)` of line \(line) ends with its block; declare it further out"
    }
    if let slip = Slips.globals[name.text] { return slip }
    let locals = frame.file.chunk.locals.filter { $0.range.start < name.range.start }.map(\.name)
    if let meant = closest(to: name.text, among: locals + Inspection.globals) { return "did you mean `\(meant)`?" }
    if let path = Inspection.path(to: name.text) { return "did you mean `\(path)`?" }
    return "write \"\(name.text)\" with quotes for a text, or `local \(name.text) = …` before"
  }

  private static let globals =
    (Vocabulary.base + Vocabulary.recorders + [Vocabulary.atLeast]).map(\.name) + Vocabulary.libraries.map(\.name)

  /// Something that is set by a statement.
  func inspectAssignment(_ target: LuaExpression, _ frame: Frame, isFunction: Bool = false) {
    switch target.kind {
    case .name(let name) where name.binding == .global: reportGlobal(name, frame, isFunction)
    case .member(let record, let word): inspectSetting(word.text, of: record, target.range, frame)
    default: break
    }
  }

  private func reportGlobal(_ name: LuaName, _ frame: Frame, _ isFunction: Bool) {
    let isOurs = Inspection.globals.contains(name.text)
    let message =
      isOurs
      ? "`\(name.text)` is part of the library and cannot be replaced"
      : "`\(name.text)` is no local, and rules have no globals to set"
    var hint = isFunction ? "write `local function \(name.text)`" : "write `local \(name.text) = …`"
    if isOurs { hint += " for a name of your own" }
    if let meant = closest(to: name.text, among: frame.file.chunk.locals.map(\.name)), !isFunction, meant != name.text {
      hint += ", or did you mean `\(meant)`?"
    }
    report("global_write", message, name.range, in: frame.file, suggestion: hint)
  }

  private func inspectSetting(_ key: String, of record: LuaExpression, _ range: SourceRange, _ frame: Frame) {
    let shape = shape(of: record, in: frame)
    switch shape.kind {
    case .record(let known) where known.terms[key] != nil:
      let name = "\(shape.origin ?? "").\(key)"
      report(
      "write_without_effect", "`\(name)` is a copy: setting it changes nothing outside this function",
        range, in: frame.file, severity: .warning)
    case .library(let library):
      report("library_write", "the library is read-only: `\(library).\(key)` cannot be set", range, in: frame.file)
    default: break
    }
  }
}
