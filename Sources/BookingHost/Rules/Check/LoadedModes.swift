/// The modes of a rule directory, as far as their files can be run.
struct LoadedModes {
  private(set) var outlines: [ModeOutline] = []
  private(set) var findings: [RuleFinding] = []
  /// Modes that are as the contract says.
  private var sound: [Policy] = []

  init(_ files: RuleFiles, _ parsed: ParsedFiles, _ limits: RuleLimits) {
    for mode in files.modes { load(mode, files, parsed, limits) }
  }

  private mutating func load(_ mode: String, _ files: RuleFiles, _ parsed: ParsedFiles, _ limits: RuleLimits)
  {
    let entry = mode + ".lua"
    guard let file = parsed[entry] else { return outlines.append(ModeOutline(mode: mode, file: nil)) }
    // What is not Lua has been reported; what needs it, fails with it.
    let library = files.library.filter { parsed[$0.key] != nil }
    let isWhole = library.count == files.library.count
    do {
      let sources = library.merging([entry: file.source]) { $1 }
      let evaluator = try Evaluator(
        entry: entry, sources: sources, interface: Recording.interface, limits: limits)
      read(evaluator.definition, mode, file, isWhole)
    } catch {
      outlines.append(ModeOutline(mode: mode, file: file))
      guard isWhole, !findings.contains(where: { $0.isSame(as: error) }) else { return }
      findings.append(RuleFinding(error))
    }
  }

  private mutating func read(_ definition: PackedValue, _ mode: String, _ file: CheckedFile, _ isWhole: Bool)
  {
    let places = KeyPlaces(file: file.path, chunk: file.chunk)
    let (policy, mistakes) = ContractReader.read(mode: mode, definition: definition, places: places)
    outlines.append(ModeOutline(policy))
    for mistake in mistakes {
      findings.append(
        RuleFinding(
          .error, RuleError.Kind.contract.rawValue, mistake.message, file: file.path,
          at: mistake.range(places)?.start, suggestion: mistake.hint))
    }
    if mistakes.isEmpty, isWhole { sound.append(policy) }
  }

  /// What comes to light when the sound modes decide.
  func trialFindings(_ files: RuleFiles, _ parsed: ParsedFiles, _ limits: RuleLimits) -> [RuleFinding] {
    let modes = Set(sound.map { $0.mode + ".lua" })
    guard !modes.isEmpty else { return [] }
    let texts = files.texts.filter { modes.contains($0.key) || $0.key.hasPrefix("lib/") }
    do {
      let rules = try RuleBook(files: RuleFiles(texts: texts), limits: limits)
      return sound.flatMap { Trials(policy: $0, rules: rules, files: parsed).findings() }
    } catch {
      return error.errors.map { RuleFinding($0) }
    }
  }
}

extension RuleFinding {
  fileprivate func isSame(as error: RuleError) -> Bool { rule == error.rule && message == error.message }
}
