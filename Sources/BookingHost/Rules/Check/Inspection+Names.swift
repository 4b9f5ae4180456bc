// Names that stand for nothing, and globals that are set.
extension Inspection {
  func inspectName(_ name: LuaName, _ frame: Frame, isCalled: Bool = false) {
    guard name.binding == .global, name.text != "_ENV", Inspection.function(name.text) == nil,
      !Vocabulary.libraries.contains(where: { $0.name == name.text }),
      // What the file sets itself is reported where it is set.
      !frame.file.index.globals.contains(name.text)
    else { return }
    report(
      "undefined_global", "there is no `\(name.text)`", name.range, in: frame.file,
      suggestion: meaning(of: name, frame, isCalled))
  }

  /// What may have been meant by a name that stands for nothing.
  private func meaning(of name: LuaName, _ frame: Frame, _ isCalled: Bool) -> String? {
    if let form = Inspection.given(name.text, frame) { return form }
    if let local = frame.file.chunk.locals.first(where: { $0.name == name.text && $0.role != .parameter }) {
      let line = local.range.start.line
      return local.range.start > name.range.start
        ? "`\(name.text)` is declared on line \(line), further down; move that up"
        : "the `\(name.text)` of line \(line) ends with its block; declare it further out"
    }
    if paths.contains("lib/\(name.text).lua") {
      return "write `local \(name.text) = require \"lib.\(name.text)\"` before"
    }
    if let slip = Slips.globals[name.text] { return slip }
    let known = locals(before: name.range.start, frame) + Inspection.globals
    if let meant = closest(to: name.text, among: known) { return "did you mean `\(meant)`?" }
    if isCalled {
      return "write `local function \(name.text)(…) … end` before, or `require` the file that has it"
    }
    if let path = Inspection.path(to: name.text) { return "did you mean `\(path)`?" }
    return "write \"\(name.text)\" for a text, or `local \(name.text) = …` before"
  }

  /// What the host hands to a function that takes it: how the function has to be written.
  private static func given(_ name: String, _ frame: Frame) -> String? {
    let parameters = frame.file.chunk.locals.filter { $0.function == frame.function && $0.role == .parameter }
      .map(\.name)
    guard frame.function != 0 else { return nil }
    let all =
      parameters.first == "booking" || name == "booking"
      ? ["booking", "facts"] : ["draft", "facts", "issue"]
    guard let place = all.firstIndex(of: name), parameters.count <= place else { return nil }
    let missing = all[parameters.count...place]
    return "the function is not given it; write `function(\((parameters + missing).joined(separator: ", ")))`"
  }

  private static let globals =
    (Vocabulary.base + Vocabulary.recorders + [Vocabulary.atLeast]).map(\.name)
    + Vocabulary.libraries.map(\.name)

  /// Something that is set by a statement.
  func inspectAssignment(_ target: LuaExpression, _ frame: Frame, isFunction: Bool = false) {
    switch target.kind {
    case .name(let name) where name.binding == .global: reportGlobal(name, frame, isFunction)
    case .member(let record, let word): inspectSetting(word, of: record, target.range, frame)
    default: break
    }
  }

  private func reportGlobal(_ name: LuaName, _ frame: Frame, _ isFunction: Bool) {
    let isOurs = Inspection.globals.contains(name.text)
    let message =
      isOurs
      ? "`\(name.text)` is part of the library and cannot be replaced"
      : "`\(name.text)` is no local, and rules have no globals to set"
    report(
      "global_write", message, name.range, in: frame.file,
      suggestion: remedy(name.text, frame, isFunction: isFunction, isOurs: isOurs))
  }

  private func remedy(_ name: String, _ frame: Frame, isFunction: Bool, isOurs: Bool) -> String {
    if isFunction { return "write `local function \(name)`" }
    let hint = "write `local \(name) = …`"
    if isOurs { return hint + " for a name of your own" }
    return closest(to: name, among: locals(before: nil, frame)).map { hint + ", or did you mean `\($0)`?" }
      ?? hint
  }

  /// Names of locals, those that are declared before a place; not more than anyone could mean.
  private func locals(before place: SourcePosition?, _ frame: Frame) -> [String] {
    let locals = frame.file.chunk.locals.lazy.filter { place == nil || $0.range.start < place! }
    return Set(locals.prefix(1000).map(\.name)).sorted()
  }

  private func inspectSetting(_ word: LuaWord, of record: LuaExpression, _ range: SourceRange, _ frame: Frame)
  {
    let shape = shape(of: record, in: frame)
    switch shape.kind {
    case .record(let known) where known.terms[word.text] != nil:
      let name = "\(shape.origin ?? "").\(word.text)"
      report(
        "write_without_effect", "`\(name)` is a copy: setting it changes nothing outside this function",
        range, in: frame.file, severity: .warning)
    case .library(let library):
      let name = "\(library).\(word.text)"
      report("library_write", "the library is read-only: `\(name)` cannot be set", word.range, in: frame.file)
    default: break
    }
  }
}
