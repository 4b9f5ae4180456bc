// What files require.
extension Inspection {
  /// The file that a call of `require` names, where it is written out; and what that returns.
  func required(_ call: Called) -> (path: String, shape: Shape?)? {
    guard let argument = call.arguments.values.first, case .text(let text) = argument.kind,
      let name = text.string
    else { return nil }
    let path = name.replacing(".", with: "/") + ".lua"
    guard path.hasPrefix("lib/"), let frame = frame(of: path) else { return (path, nil) }
    guard let entry = frame.file.chunk.returned else {
      return (path, frame.file.chunk.returnsNothing ? Shape(missingModule: path) : nil)
    }
    guard case .table = entry.value.kind else { return (path, shape(of: entry.value, in: frame)) }
    return (path, Shape(kind: .table(Shape.Table(entry: entry, frame: frame, module: path))))
  }

  func inspectRequire(_ call: Called, _ frame: Frame) {
    guard let (path, _) = required(call), let argument = call.arguments.values.first,
      case .text(let text) = argument.kind, let name = text.string, path != frame.file.path
    else { return }
    if path.hasPrefix("lib/"), paths.contains(path) { return }
    let libraries = paths.filter { $0.hasPrefix("lib/") }
    let names = libraries.map { String($0.dropLast(4)).replacing("/", with: ".") }
    var hint = closest(to: name, among: names).map { "did you mean \"\($0)\"?" }
    if hint == nil, names.contains("lib." + name) { hint = "write \"lib.\(name)\"" }
    if hint == nil, paths.contains(path) { hint = "put shared code into a file of lib/" }
    let message =
      paths.contains(path) && !path.hasPrefix("lib/")
      ? "\(path) is a mode's file; only files of lib/ can be required" : "there is no \(path) to require"
    report("missing_file", message, argument.range, in: frame.file, suggestion: hint)
  }
}

/// Files that require each other in a circle.
struct RequireCycles {
  private let requires: [String: [(path: String, range: SourceRange)]]

  init(_ files: [CheckedFile]) {
    requires = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.chunk.requires) })
  }

  /// One finding for each circle, at the `require` that closes it.
  var findings: [RuleFinding] {
    var found: [RuleFinding] = []
    var done: Set<String> = []
    for path in requires.keys.sorted() { visit(path, [], &done, &found) }
    return found
  }

  private func visit(
    _ path: String, _ trail: [String], _ done: inout Set<String>, _ found: inout [RuleFinding]
  ) {
    guard !done.contains(path) else { return }
    for next in requires[path] ?? [] {
      if let start = (trail + [path]).firstIndex(of: next.path) {
        found.append(RequireCycles.finding(Array((trail + [path])[start...]), next.range))
      } else {
        visit(next.path, trail + [path], &done, &found)
      }
    }
    done.insert(path)
  }

  private static func finding(_ circle: [String], _ range: SourceRange) -> RuleFinding {
    let last = circle[circle.count - 1]
    guard circle.count > 1 else {
      return RuleFinding(
        .error, "require_cycle", "the file requires itself", file: last, at: range.start,
        suggestion: "take it out")
    }
    let path = (circle + [circle[0]]).joined(separator: " -> ")
    return RuleFinding(
      .error, "require_cycle", "the files require each other in a circle: \(path)", file: last,
      at: range.start, suggestion: "move what both need into a file of its own")
  }
}

extension LuaChunk {
  /// Whether no statement of the file returns anything, however it runs.
  fileprivate var returnsNothing: Bool { body.returns.allSatisfy(\.isEmpty) }

  /// Files that are required while this is loaded, by path.
  fileprivate var requires: [(path: String, range: SourceRange)] {
    var found: [(path: String, range: SourceRange)] = []
    walk { node in
      guard case .expression(let expression) = node else { return true }
      if case .function = expression.kind { return false }
      guard case .call(let callee, nil, let arguments) = expression.kind, case .name(let name) = callee.kind,
        name.binding == .global, name.text == "require", let argument = arguments.values.first,
        case .text(let text) = argument.kind, let module = text.string
      else { return true }
      found.append((module.replacing(".", with: "/") + ".lua", argument.range))
      return true
    }
    return found
  }
}
