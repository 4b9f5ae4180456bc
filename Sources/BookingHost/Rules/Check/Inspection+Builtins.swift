// Calls of what the host gives: recorders, `at_least`, and Lua's library.
extension Inspection {
  func inspectBuiltin(_ name: String, _ call: Called, _ frame: Frame) {
    guard let function = Inspection.function(name) else { return }
    if Vocabulary.recorders.contains(where: { $0.name == name }) {
      guard inspectPlace(name, call, frame) else { return }
      inspectArguments(function, call, frame, isRecorder: true)
      inspectDetails(name, call, frame)
    } else if name == "at_least" {
      inspectArguments(function, call, frame, isRecorder: false)
    } else {
      inspectCount(function, call, frame)
    }
  }

  // MARK: Where a recorder may be called

  private func inspectPlace(_ name: String, _ call: Called, _ frame: Frame) -> Bool {
    let isForCheck = Vocabulary.checkRecorders.contains { $0.name == name }
    let home = isForCheck ? "`check`" : "`effects` and `on`"
    let here: String
    switch frame.context.place {
    case .anywhere: return true
    case .check: if isForCheck { return true } else { here = "`check`" }
    case .effects(let path): if !isForCheck { return true } else { here = "`\(path)`" }
    case .leaf(let path): here = "the function of `\(path)`"
    case .load: here = "code that runs while the file is loaded"
    }
    report(
      "recorder_misplaced", "`\(name)` can be called in \(home) only, and not in \(here)", call.callee.range,
      in: frame.file, suggestion: advice(name, frame.context.place))
    return false
  }

  private func advice(_ name: String, _ place: RuleContext.Place) -> String? {
    switch place {
    case .leaf(let path) where path.hasPrefix("severity."):
      return "return \"refuse\", \"warn\", \"allow\" or { override = \"manager\" }"
    case .leaf(let path) where path.hasSuffix(".format"): return "return false and a sentence"
    case .load: return "put it into `check = function(draft, facts) … end`, or into `effects`"
    case .check: return "put it into `effects = function(booking, facts) … end`"
    case .effects: return "put it into `check = function(draft, facts) … end`"
    case .leaf, .anywhere: return nil
    }
  }

  // MARK: Arguments

  private func inspectArguments(
    _ function: VocabularyFunction, _ call: Called, _ frame: Frame, isRecorder: Bool
  ) {
    let given = call.arguments.values
    inspectCount(function, call, frame)
    if isRecorder, given.count > function.parameters.count {
      let extra = given[function.parameters.count]
      report(
        "wrong_argument", "`\(function.name)` takes at most \(Inspection.count(function.parameters.count))",
        extra.range, in: frame.file, suggestion: Inspection.form(function))
    }
    for (argument, parameter) in zip(given, function.parameters) {
      inspectArgument(argument, parameter, function, frame)
    }
  }

  /// Too few arguments: certain where the last is no call that may give several.
  private func inspectCount(_ function: VocabularyFunction, _ call: Called, _ frame: Frame) {
    let needed = function.parameters.filter { !$0.isOptional }
    let receiver = call.method == nil ? 0 : 1
    let given = call.arguments.values.count + receiver
    guard call.isCounted, given < needed.count else { return }
    let missing = needed[given]
    report(
      "wrong_argument", "`\(function.name)` needs its \(missing.name) (\(missing.type.words))",
      call.expression.range, in: frame.file, suggestion: Inspection.form(function))
  }

  private func inspectArgument(
    _ argument: LuaExpression, _ parameter: VocabularyTerm, _ function: VocabularyFunction, _ frame: Frame
  ) {
    let shape = shape(of: argument, in: frame)
    // A name that stands for nothing is reported as such.
    if case .nothing = shape.kind, case .name = argument.kind { return }
    switch (parameter.type, shape.kind) {
    case (.oneOf(let names, let noun), .constant(let text)):
      let known = names + (noun == "role" && function.name == "at_least" ? ["none"] : [])
      guard !known.contains(text) else { return }
      let meant = likeliest(text, among: names).map { "did you mean \"\($0)\"?" }
      report(
        noun == "role" ? "unknown_role" : "wrong_argument", "there is no \(noun) \"\(text)\"", argument.range,
        in: frame.file, suggestion: meant ?? "there are \(names.joined(separator: ", "))")
    case (.identifier, .constant(let text)): inspectIdentifier(text, argument, parameter, function, frame)
    case (.record(let terms), .table(let table)): inspectOptions(table, terms, function, frame)
    case (.identifier, _), (.text, _), (.oneOf, _):
      inspectFamily(.text, shape, argument, parameter, function, frame)
    case (.integer, _): inspectFamily(.number, shape, argument, parameter, function, frame)
    default: break
    }
  }

  private func inspectFamily(
    _ family: Shape.Family, _ shape: Shape, _ argument: LuaExpression, _ parameter: VocabularyTerm,
    _ function: VocabularyFunction, _ frame: Frame
  ) {
    if case .nothing = shape.kind, parameter.isOptional { return }
    if case .literal(let value) = shape.kind, family == .number, value == value.rounded() { return }
    guard shape.kind == .nothing || shape.family != nil, shape.family != family || shape.isFraction else {
      return
    }
    let number =
      if case .constant(let text) = shape.kind, Double(text) != nil { text } else { nil as String? }
    report(
      "wrong_argument",
      "`\(function.name)` takes its \(parameter.name) as \(parameter.type.words), and is given \(shape.described)",
      argument.range, in: frame.file,
      suggestion: number.map { "write \($0) without quotes" } ?? Inspection.form(function))
  }

  private func inspectIdentifier(
    _ text: String, _ argument: LuaExpression, _ parameter: VocabularyTerm, _ function: VocabularyFunction,
    _ frame: Frame
  ) {
    if parameter.name == "field" { return inspectField(text, argument, function, frame) }
    let isPlain =
      text.utf8.first.map { (97...122).contains($0) } ?? false
      && text.utf8.count <= 64
      && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
    guard !isPlain else { return }
    let plain = text.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "_" }
    report(
      "wrong_argument", "a \(parameter.name) is made of lower-case letters, digits and _", argument.range,
      in: frame.file, suggestion: text.isEmpty ? nil : "write \"\(String(plain.prefix(64)))\"")
  }

  private func inspectField(
    _ text: String, _ argument: LuaExpression, _ function: VocabularyFunction, _ frame: Frame
  ) {
    guard let mode = frame.context.mode.flatMap({ modes[$0] }), !mode.fieldNames.contains(text) else {
      return
    }
    let meant = closest(to: text, among: mode.fieldNames).map { "did you mean \"\($0)\"?" }
    report(
      "unknown_field", "this mode has no field \"\(text)\"", argument.range, in: frame.file,
      suggestion: meant ?? "there are \(mode.fieldNames.joined(separator: ", "))")
  }

  private func inspectOptions(
    _ table: Shape.Table, _ terms: [VocabularyTerm], _ function: VocabularyFunction, _ frame: Frame
  ) {
    for entry in entries(of: table).values {
      guard let name = entry.name, terms[name] == nil else { continue }
      let meant = closest(to: name, among: terms.names) ?? terms.first?.name
      report(
        "wrong_argument", "`\(function.name)` has no option `\(name)`", entry.keyRange, in: table.frame.file,
        suggestion: meant.map { "did you mean `\($0)`?" })
    }
  }

  /// What is more to say of some recorders.
  private func inspectDetails(_ name: String, _ call: Called, _ frame: Frame) {
    guard name == "email", let mail, let argument = call.arguments.values.first,
      case .constant(let template) = shape(of: argument, in: frame).kind,
      !mail.contains(template)
    else { return }
    let meant = closest(to: template, among: mail).map { "did you mean \"\($0)\"?" }
    report(
      "missing_template", "there is no mail/\(template).txt.mustache", argument.range, in: frame.file,
      suggestion: meant ?? "write that file, or take the email out")
  }

  private static func count(_ number: Int) -> String { number == 1 ? "one argument" : "\(number) arguments" }

  /// `override(code, message, role, field?)`
  private static func form(_ function: VocabularyFunction) -> String {
    let names = function.parameters.map { $0.name + ($0.isOptional ? "?" : "") }
    return "write as in \(function.name)(\(names.joined(separator: ", ")))"
  }
}

extension Shape {
  fileprivate var isFraction: Bool {
    if case .literal(let value) = kind { value != value.rounded() } else { false }
  }
}
