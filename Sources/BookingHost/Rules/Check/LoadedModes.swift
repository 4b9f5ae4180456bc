/// The modes of a rule directory, as far as their files can be run.
struct LoadedModes {
  private(set) var outlines: [ModeOutline] = []
  private(set) var findings: [RuleFinding] = []
  private var policies: [String: Policy] = [:]
  /// Modes that are as the contract says.
  private var sound: [String] = []

  /// Whether every file of lib/ is there.
  private let isWhole: Bool

  init(_ files: RuleFiles, _ parsed: ParsedFiles, isWhole: Bool, _ limits: RuleLimits) {
    let library = files.library.keys
    self.isWhole = isWhole && library.allSatisfy { parsed[$0] != nil }
    for mode in files.modes { load(mode, files, parsed, limits) }
  }

  private mutating func load(_ mode: String, _ files: RuleFiles, _ parsed: ParsedFiles, _ limits: RuleLimits)
  {
    let entry = mode + ".lua"
    guard let file = parsed[entry] else { return outlines.append(ModeOutline(mode: mode)) }
    // What is not Lua has been reported; what needs it, fails with it.
    let library = files.library.filter { parsed[$0.key] != nil }
    do {
      let sources = library.merging([entry: file.source]) { $1 }
      let evaluator = try Evaluator(
        entry: entry, sources: sources, interface: Recording.interface, limits: limits)
      let mistakes = read(evaluator.definition, mode, file)
      if mistakes.isEmpty, isWhole { sound.append(mode) }
      findings += mistakes
    } catch {
      readWritten(mode, file)
      guard isWhole, !findings.contains(where: { $0.isSame(as: error) }) else { return }
      findings.append(RuleFinding(error))
    }
  }

  /// Holds what a file returned against the contract.
  private mutating func read(_ definition: PackedValue, _ mode: String, _ file: CheckedFile) -> [RuleFinding]
  {
    let places = KeyPlaces(file: file.path, chunk: file.chunk)
    let (policy, mistakes) = ContractReader.read(mode: mode, definition: definition, places: places)
    policies[mode] = policy
    outlines.append(ModeOutline(policy))
    return mistakes.map { RuleFinding($0, file.path, places) }
  }

  /// The same for a file that cannot be run, as far as its table is written out.
  private mutating func readWritten(_ mode: String, _ file: CheckedFile) {
    let written = WrittenTable(file: file)
    guard let value = written.value else { return outlines.append(ModeOutline(mode: mode)) }
    let places = KeyPlaces(file: file.path, chunk: file.chunk)
    let (policy, mistakes) = ContractReader.read(mode: mode, definition: value, places: places)
    outlines.append(ModeOutline(policy))
    for mistake in mistakes where mistake.isAboutKey || written.isCertain(mistake.path) {
      findings.append(RuleFinding(mistake, file.path, places))
    }
  }

  /// What comes to light when the sound modes decide.
  func trialFindings(
    _ files: RuleFiles, _ parsed: ParsedFiles, _ mentions: Mentions, _ limits: RuleLimits
  ) -> [RuleFinding] {
    let modes = Set(sound.map { $0 + ".lua" })
    guard !modes.isEmpty else { return [] }
    let texts = files.texts.filter { modes.contains($0.key) || $0.key.hasPrefix("lib/") }
    do {
      let rules = try RuleBook(files: RuleFiles(texts: texts), limits: limits)
      return sound.compactMap { policies[$0] }.flatMap {
        Trials(policy: $0, rules: rules, files: parsed, mentions: mentions).findings()
      }
    } catch {
      return error.errors.map { RuleFinding($0) }
    }
  }
}

extension RuleFinding {
  fileprivate init(_ mistake: ContractMistake, _ file: String, _ places: KeyPlaces) {
    self.init(
      .error, RuleError.Kind.contract.rawValue, mistake.message, file: file,
      at: mistake.range(places)?.start, suggestion: mistake.hint)
  }

  fileprivate func isSame(as error: RuleError) -> Bool { rule == error.rule && message == error.message }
}
