/// The rules of a host: every mode's file, read, checked and ready to decide. A value that never changes;
/// rules that were edited are another rule book.
public struct RuleBook: Sendable {
  /// SHA-256 over the mode files and `lib/`: which rules these are.
  public let revision: String
  /// Files that were found and left out, for the operator.
  public let warnings: [String]
  package let files: RuleFiles
  /// In the order of their names; there are few, so looking through them is quicker than hashing.
  private let modes: [(name: String, loaded: LoadedMode)]

  struct LoadedMode: Sendable {
    let policy: Policy
    let pool: EvaluatorPool
  }

  /// Reads the rule directory at a path.
  ///
  /// Throws `RuleBookError` with everything that is wrong with its files, each with file and line.
  public init(directory: String, limits: RuleLimits = .standard) throws(RuleBookError) {
    try self.init(files: RuleDirectory.files(in: directory, limits: limits), limits: limits)
  }

  /// Takes rule files from memory, text by path: `["ops.lua": "return { … }", "lib/contact.lua": "…"]`.
  ///
  /// Throws `RuleBookError` with everything that is wrong with them, each with file and line.
  public init(files: [String: String], limits: RuleLimits = .standard) throws(RuleBookError) {
    try self.init(files: RuleBook.deciding(files), limits: limits)
  }

  package init(files: RuleFiles, limits: RuleLimits = .standard) throws(RuleBookError) {
    try self.init(files: files, program: RuleProgram(texts: files.texts), limits: limits)
  }

  /// Rules of which another text is run: the files' own, instrumented.
  init(files: RuleFiles, program: RuleProgram, limits: RuleLimits) throws(RuleBookError) {
    self.files = files
    revision = files.revision
    warnings = files.warnings
    var modes: [(name: String, loaded: LoadedMode)] = []
    var errors: [RuleError] = []
    for mode in files.modes {
      do {
        modes.append((mode, try RuleBook.load(mode, files, program, limits)))
      } catch {
        // A broken file in lib/ breaks every mode; once is enough to say so.
        errors += error.errors.filter { !errors.contains($0) }
      }
    }
    if files.modes.isEmpty {
      let message = "the rule directory has no mode file (such as ops.lua)"
      errors.append(RuleError(kind: .source, message: message, rule: nil))
    }
    guard errors.isEmpty else { throw RuleBookError(errors: errors) }
    self.modes = modes
  }

  /// The names of the modes, in order.
  public var modeNames: [String] { modes.map(\.name) }

  package func policy(_ mode: String) -> Policy? { loaded(mode)?.policy }

  func loaded(_ mode: String) -> LoadedMode? { modes.first { $0.name == mode }?.loaded }

  private static func load(
    _ mode: String, _ files: RuleFiles, _ program: RuleProgram, _ limits: RuleLimits
  ) throws(RuleBookError) -> LoadedMode {
    let entry = mode + ".lua"
    let sources = program.texts.filter { $0.key == entry || $0.key.hasPrefix("lib/") }
    let make: @Sendable () throws(RuleError) -> Evaluator = { () throws(RuleError) in
      try Evaluator(
        entry: entry, sources: sources, interface: Recording.interface, limits: limits,
        probes: program.probeCount)
    }
    let first: Evaluator
    do { first = try make() } catch { throw RuleBookError(errors: [error]) }
    let policy = try ContractReader.policy(
      mode: mode, definition: first.definition,
      places: KeyPlaces(file: entry, source: files.texts[entry] ?? ""))
    return LoadedMode(policy: policy, pool: EvaluatorPool(first: first, make: make))
  }

  private static func deciding(_ texts: [String: String]) -> RuleFiles {
    var files = RuleFiles(texts: [:])
    for (path, text) in texts.sorted(by: { $0.key < $1.key }) {
      let isLibrary = path.hasPrefix("lib/") && RuleFiles.modeName(String(path.dropFirst(4))) != nil
      if isLibrary || RuleFiles.modeName(path) != nil {
        files.texts[path] = text
      } else if !path.hasPrefix("tests/"), !path.hasPrefix("mail/") {
        files.warnings.append("\(path) is ignored: it is neither a mode file nor in lib/, tests/ or mail/")
      }
    }
    return files
  }
}

/// What evaluators run: text by path, and how many probes are in it.
struct RuleProgram: Sendable {
  var texts: [String: String]
  var probeCount = 0
}
