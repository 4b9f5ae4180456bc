/// Answers to a mode's own fields as a JSON object.
enum StoredAnswers {
  static func encode(_ answers: [String: Answer]) -> String {
    StoredJSON.object(answers.mapValues(json)).encoded
  }

  static func decode(_ text: String) -> [String: Answer] {
    (StoredJSON.parse(text)?.object ?? [:]).compactMapValues(answer)
  }

  private static func json(_ answer: Answer) -> StoredJSON {
    switch answer {
    case .text(let value): .text(value)
    case .integer(let value): .integer(value)
    case .number(let value): .number(value)
    case .boolean(let value): .boolean(value)
    }
  }

  private static func answer(_ json: StoredJSON) -> Answer? {
    switch json {
    case .text(let value): .text(value)
    case .integer(let value): .integer(value)
    case .number(let value): .number(value)
    case .boolean(let value): .boolean(value)
    case .null, .array, .object: nil
    }
  }
}

/// Issues as a JSON array.
enum StoredIssues {
  /// Without messages what is left is codes, fields and numbers, nothing that quotes a guest.
  static func encode(_ issues: [Issue], withMessages: Bool = true) -> String {
    StoredJSON.array(issues.map { json($0, withMessage: withMessages) }).encoded
  }

  static func decode(_ text: String) -> [Issue] {
    (StoredJSON.parse(text)?.array ?? []).compactMap { $0.object.flatMap(issue) }
  }

  private static func json(_ issue: Issue, withMessage: Bool) -> StoredJSON {
    .object(present: [
      "code": .text(issue.code), "field": issue.field.map(StoredJSON.text),
      "message": withMessage ? .text(issue.message) : nil, "severity": .text(issue.severity.name),
      "role": issue.severity.role.map { .text($0.rawValue) }, "rule": issue.rule.map(StoredJSON.text),
      "limit": issue.numbers.limit.map(StoredJSON.integer),
      "over": issue.numbers.over.map(StoredJSON.integer),
      "minutes": issue.numbers.minutes.map(StoredJSON.integer),
    ])
  }

  private static func issue(_ members: [String: StoredJSON]) -> Issue? {
    guard let code = members["code"]?.text, let severity = severity(members) else { return nil }
    return Issue(
      code: code, field: members["field"]?.text, message: members["message"]?.text ?? "",
      severity: severity, rule: members["rule"]?.text,
      numbers: Issue.Numbers(
        limit: members["limit"]?.integer, over: members["over"]?.integer,
        minutes: members["minutes"]?.integer))
  }

  private static func severity(_ members: [String: StoredJSON]) -> Issue.Severity? {
    switch members["severity"]?.text {
    case "refuse": .refuse
    case "warn": .warn
    case "override": members["role"]?.text.flatMap(Role.init).map(Issue.Severity.override)
    default: nil
    }
  }
}
