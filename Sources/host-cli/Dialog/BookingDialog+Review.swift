import BookingHost

// The last look before it is booked.
extension BookingDialog {
  mutating func review() throws -> Wizard.Action {
    let items = try reviewItems()
    show(items)
    while true {
      let reply = try screen.ask("Book it?", suggestion: "Enter to book · a number to change · back · quit")
      switch reply {
      case .nothing:
        screen.finish("yes")
        return wizard.advance(.next)
      case .back:
        screen.finish("back")
        return goBack()
      case .help, .quit:
        screen.finish("?")
        screen.remark("Enter books it. 2, or edit 2, changes the second line. quit leaves without booking.")
      case .text(let text):
        if let action = try edit(text, items) { return action }
      }
    }
  }

  struct ReviewItem {
    var question: Question
    var value: String
  }

  private func reviewItems() throws -> [ReviewItem] {
    let form = try counter.form(wizard.draft, manner).map { Question($0) }
    let asked =
      [.date, .party, .time] + form.filter { Field.ofPlanStep.contains($0.field) }
      + form.filter { !Field.ofPlanStep.contains($0.field) }
    return asked.map { ReviewItem(question: $0, value: value(of: $0)) }
  }

  private func value(of question: Question) -> String {
    let values = wizard.verdict?.values
    switch question.field {
    case Field.date: return values.map { Words.date($0.date, today: counter.today) } ?? ""
    case Field.time: return time
    default: return shown(wizard.draft[question.field], question)
    }
  }

  /// `now, 19:42 to 21:12`
  private var time: String {
    guard let verdict = wizard.verdict else { return "" }
    let start = LocalDateTime(date: verdict.values.date, minute: verdict.values.minute)
    let now = manner.isNow ? "now, " : ""
    return "\(now)\(start.time) to \(start.adding(minutes: verdict.terms.durationMinutes).time)"
  }

  private func show(_ items: [ReviewItem]) {
    let style = screen.style
    let rows = items.enumerated().map { index, item in
      [style.dim("\(index + 1)"), item.question.label, style.bold(Plain.text(item.value))]
    }
    screen.say()
    screen.say("  " + style.bold("Review"))
    screen.say(Table(rows: rows, right: [0]).text)
    for issue in wizard.verdict?.issues ?? [] { show(issue) }
    if wizard.draft[Field.email] == nil { screen.say("     " + style.dim(Words.noConfirmation)) }
    screen.say()
  }

  private func show(_ issue: Issue) {
    guard let role = issue.severity.role else { return screen.warning(issue.message) }
    screen.warning("\(issue.message) (overridden as \(role.rawValue): \(wizard.overrideReason ?? ""))")
  }

  /// Changes one line. Nil when it was none of them.
  private mutating func edit(_ text: String, _ items: [ReviewItem]) throws -> Wizard.Action? {
    let word = text.lowercased().hasPrefix("edit ") ? Text.trimmed(String(text.dropFirst(5))) : text
    let byName = items.first { $0.question.label.lowercased() == word.lowercased() }
    let byNumber = Int(word).flatMap { items.indices.contains($0 - 1) ? items[$0 - 1] : nil }
    if ["y", "yes"].contains(word.lowercased()) {
      screen.finish("yes")
      return wizard.advance(.next)
    }
    guard let item = byNumber ?? byName else {
      screen.finish(text)
      screen.mistake("There is no line \(word)")
      return nil
    }
    screen.finish("change \(item.question.label.lowercased())")
    if try ask(item.question) == .back { return .show(.review) }
    if item.question.field == Field.date, Plan(wizard.draft).start == nil { answered.remove(Field.time) }
    return .show(wizard.step)
  }
}
