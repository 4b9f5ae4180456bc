import BookingHost

// Which rules decide.
extension Session {
  /// The live rules, the rule directory taken up first where it may be. What became of an edit is said on
  /// standard error.
  func liveRules() throws -> LiveRules {
    if let openRules { return openRules }
    let store = try store()
    let rules: LiveRules
    switch try intake().takeUp(waitingUntilStill: true) {
    case .current(let book): rules = LiveRules(following: book)
    case .adopted(let book, let notes):
      rules = LiveRules(following: book)
      tell(notes)
    case .rejected(let notes):
      rules = LiveRules(following: try storedRules(store))
      warn(notes, try liveName(store))
    case .waiting:
      rules = LiveRules(following: try storedRules(store))
      say("note: \(try liveName(store)) is pinned; the edited rule files wait for: host-cli rules resume")
    }
    openRules = rules
    return rules
  }

  func intake() throws -> RuleIntake {
    RuleIntake(store: try store(), directory: options.rules, now: environment.now)
  }

  func storedRules(_ store: Store) throws -> RuleBook {
    try store.read { reader in
      guard let live = try reader.liveRevision() else {
        throw HostError(.internal, "No rules are live in this store.")
      }
      return try LiveRules.load(live.revision, reader)
    }
  }

  private func liveName(_ store: Store) throws -> String {
    try store.read { try $0.liveRevision() }.map { "r\($0.number)" } ?? "the last good revision"
  }

  private func tell(_ notes: [RuleNote]) {
    guard let first = notes.first else { return }
    let more = notes.count > 1 ? " (and \(notes.count - 1) more)" : ""
    say("note: the rules have changed: \(Plain.text(first.description))\(more); see: host-cli rules status")
  }

  private func warn(_ notes: [RuleNote], _ live: String) {
    let first = notes.first.map { Plain.text($0.description) } ?? "it cannot be read"
    let more = notes.count > 1 ? " (and \(notes.count - 1) more)" : ""
    let style = Style.standardError
    say(
      "\(style.yellow("warning:")) the edited rules are not used: \(first)\(more)\n"
        + "         \(live) goes on deciding; see: host-cli rules status")
  }

  private func say(_ sentence: String) { Output.complain(sentence) }
}
