/// What one way of booking requires, in plain words, each with the line it stands on.
struct RulesModePage {
  var frame: PageFrame
  var t: PageWords
  var chrome: HouseChrome
  var lead: String
  var modes: [HouseChrome.Tab]
  var modesLabel: String
  var questions: [Question]
  var limits: [Row]
  var severities: [Row]
  var programs: [Row]
  var hasPrograms: Bool

  struct Row {
    var what: String
    var says: String
    var line: String?
    /// Whether a function of the rules works it out.
    var depends: Bool
  }

  struct Question {
    var what: String
    var required: String
    var says: String
    var line: String?
    var depends: Bool
  }

  init(_ found: ModeRequirements, modes book: RuleBook, _ place: OpsPlace) {
    let words = RulesWords(place.shell.words)
    let policy = found.policy
    chrome = .rules(place, at: nil, title: policy.title)
    (frame, t) = (place.frame(title: policy.title, at: .rules), words.words)
    let status = found.status.only.map { words.words("rules_status_\($0.rawValue)") }
    lead = [words.words(RulesModePage.who(policy)), status].compactMap { $0 }.joined(separator: " ")
    modesLabel = words.words("rules_modes")
    modes = book.modeNames.compactMap { book.policy($0) }.map {
      HouseChrome.Tab(
        name: $0.title, address: place.address("/ops/rules/modes/\($0.mode)"), isHere: $0.mode == policy.mode)
    }
    questions = found.questions.map { RulesModePage.question($0, words) }
    limits = RulesModePage.limits(found, words)
    severities = found.severities.map { code, severity in
      Row(
        what: words.issue(code), says: words.severity(severity), line: severity.place?.description,
        depends: severity.isComputed)
    }
    programs = RulesModePage.programs(found, words.words)
    hasPrograms = !programs.isEmpty
  }

  /// Who books in this way, as a key of the words.
  static func who(_ policy: Policy) -> String {
    policy.access == .staff ? "rules_for_staff" : policy.offered ? "rules_for_guests" : "rules_for_nobody"
  }

  private static func question(_ question: ModeRequirements.Question, _ words: RulesWords) -> Question {
    let policy = question.policy
    let isName = policy.name == Field.name
    let required =
      isName
      ? words.words("rules_required")
      : words.text(question.required) {
        words.words($0 ? "rules_required" : "rules_not_required")
      }
    let parts = [
      words.words("rules_type_\(policy.type.rawValue)"),
      question.minLength.map { words.words("rules_min_length", ["count": words.number($0)]) },
      question.maxLength.map { words.words("rules_max_length", ["count": words.number($0)]) },
      question.min.map { words.words("rules_min", ["count": words.number($0)]) },
      question.max.map { words.words("rules_max", ["count": words.number($0)]) },
      question.choices.map { words.text($0) { words.choices($0, of: policy.name) } },
      question.format.map { words.words("rules_format", ["line": $0.description]) },
      policy.setByStaff ? words.words("rules_set_by_staff") : nil,
    ].compactMap { $0 }
    return Question(
      what: words.field(policy), required: required, says: parts.joined(separator: "; "),
      line: (question.required.place ?? policy.place)?.description,
      depends: question.required.isComputed || question.choices?.isComputed == true)
  }

  private static func limits(_ found: ModeRequirements, _ words: RulesWords) -> [Row] {
    func row(_ key: String, _ value: ModeRequirements.Value<Int>, _ say: (Int) -> String) -> Row {
      Row(
        what: words.words("rules_limit_\(key)"), says: words.text(value, say),
        line: value.place?.description, depends: value.isComputed)
    }
    func span(_ minutes: Int) -> String { words.span(minutes) }
    var rows = [
      row("party_min", found.partyMin) { words.words.count("settings_people", $0) },
      row("party_max", found.partyMax) { words.words.count("settings_people", $0) },
    ]
    if let covers = found.covers { rows.append(row("covers", covers) { String($0) }) }
    rows += [
      row("slot", found.slot) { words.words("rules_every", ["span": span($0)]) },
      row("duration", found.duration, span),
      row("notice", found.notice) { $0 == 0 ? words.words("rules_no_notice") : span($0) },
      row("horizon", found.horizon) { words.words.count("rules_days", $0) },
      row("last_seating", found.lastSeating) {
        $0 == 0 ? words.words("rules_until_close") : words.words("rules_before_close", ["span": span($0)])
      },
      row("grace", found.grace) { $0 == 0 ? words.words("rules_no_grace") : span($0) },
    ]
    if found.policy.access == .staff {
      let waiting = found.waiting
      if let most = waiting.parties { rows.append(row("waiting", most) { String($0) }) }
      if let longest = waiting.minutes { rows.append(row("wait", longest, span)) }
      rows.append(row("hold", waiting.hold, span))
    }
    guard let pacing = found.pacing else {
      return rows + [
        Row(
          what: words.words("rules_limit_pacing"), says: words.words("rules_no_pacing"), line: nil,
          depends: false)
      ]
    }
    let minutes = words.text(pacing.minutes, span)
    return rows + [
      row("pacing", pacing.covers) {
        words.words("rules_pacing", ["count": String($0), "span": minutes])
      }
    ]
  }

  private static func programs(_ found: ModeRequirements, _ words: PageWords) -> [Row] {
    func row(_ key: String, _ place: RulePlace?) -> Row? {
      place.map { Row(what: words("rules_program_\(key)"), says: "", line: $0.description, depends: true) }
    }
    let events = found.events.map { event in
      Row(
        what: words.known("rules_program_on_\(event.name)") ?? event.name, says: "",
        line: event.place.description, depends: true)
    }
    return [row("check", found.check), row("effects", found.effects)].compactMap { $0 } + events
  }
}

/// The rules' values in words.
struct RulesWords {
  let words: PageWords

  init(_ words: PageWords) {
    self.words = words
  }

  func span(_ minutes: Int) -> String { HouseSpan.minutes(minutes, words) }

  /// A value, or what a function gives for which parties.
  func text<Content>(
    _ value: ModeRequirements.Value<Content>, sizes key: String = "rules_for_parties",
    _ say: (Content) -> String
  ) -> String {
    if let failure = value.failure, value.answers.isEmpty {
      return words("rules_leaf_failed", ["message": failure.message])
    }
    if let only = value.only { return say(only) }
    return value.answers.enumerated().map { index, answer in
      let sizes = range(answer.sizes, isLast: index == value.answers.count - 1)
      return words(key, ["value": say(answer.content), "sizes": sizes])
    }.joined(separator: "; ")
  }

  private func range(_ sizes: ClosedRange<Int>, isLast: Bool) -> String {
    if isLast { return words("rules_sizes_more", ["first": String(sizes.lowerBound)]) }
    if sizes.count == 1 { return String(sizes.lowerBound) }
    return words("rules_sizes", ["first": String(sizes.lowerBound), "last": String(sizes.upperBound)])
  }

  func number(_ value: ModeRequirements.Value<Int>) -> String { text(value) { String($0) } }

  func severity(_ value: ModeRequirements.Value<Issue.Severity?>) -> String {
    text(value, sizes: "rules_for_overs") { severity in
      switch severity {
      case nil: words("rules_severity_allow")
      case .refuse?: words("rules_severity_refuse")
      case .warn?: words("rules_severity_warn")
      case .override(let role)?:
        words("rules_severity_override", ["role": words("settings_role_\(role.rawValue)")])
      }
    }
  }

  func field(_ policy: FieldPolicy) -> String {
    guard policy.label == ContractReader.defaultLabel(policy.name) else { return policy.label }
    return words.known("field_\(policy.name)") ?? policy.label
  }

  func choices(_ choices: [String], of field: String) -> String {
    let names = choices.map { words.known("choice_\(field)_\($0)") ?? $0.replacing("_", with: " ") }
    return words("rules_choices", ["choices": names.joined(separator: ", ")])
  }

  /// A finding by its code; a code of the rules' own is shown as it is.
  func issue(_ code: String) -> String {
    if let known = words.known("rules_issue_\(code)") { return known }
    for ending in Contract.fieldIssues where code.hasSuffix("_" + ending) {
      let field = String(code.dropLast(ending.count + 1))
      return words(
        "rules_issue_field_\(ending)", ["field": words.known("field_\(field)") ?? field])
    }
    return code
  }
}
