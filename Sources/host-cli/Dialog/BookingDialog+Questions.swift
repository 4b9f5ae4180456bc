import BookingHost

// Asking one question, until it is answered or the person goes back.
extension BookingDialog {
  enum Turn { case answered, back }

  mutating func ask(_ question: Question) throws -> Turn {
    let given = toCorrect.removeValue(forKey: question.field)
    if let given { screen.mistake(given.message, in: given.text) }
    let turn =
      switch question.field {
      case Field.date: try askDate()
      case Field.party: try askParty()
      case Field.time: try askTime()
      default: try askField(question, mistaken: given?.text ?? "")
      }
    if turn == .answered {
      answered.insert(question.field)
      if trail.last != question.field { trail.append(question.field) }
    }
    return turn
  }

  private mutating func askDate() throws -> Turn {
    let draft = wizard.draft
    let kept = draft[Field.date].flatMap(\.text).flatMap { CivilDate($0) }
    let first = try kept == nil ? counter.firstFreeDate(from: counter.today, partyOfTwo) : nil
    let offered = kept ?? first ?? counter.today
    if kept == nil, offered != counter.today { screen.remark("Nothing is free today.") }
    while true {
      let reply = try screen.ask("Date", suggestion: Words.date(offered, today: counter.today))
      guard let text = try typed(reply, .date) else {
        if reply == .back { return .back }
        if reply == .help { continue }
        if try accept(.text(offered.description), .date, shown: Words.date(offered, today: counter.today)) {
          return .answered
        }
        continue
      }
      let date = HumanDate.read(text, today: counter.today)
      let shown = date.map { Words.date($0, today: counter.today) } ?? text
      if try accept(.text(date?.description ?? text), .date, shown: shown) { return .answered }
    }
  }

  private var partyOfTwo: Draft {
    var draft = wizard.draft
    if draft[Field.party] == nil { draft[Field.party] = 2 }
    return draft
  }

  private mutating func askParty() throws -> Turn {
    let offered = wizard.draft[Field.party] ?? 2
    while true {
      let reply = try screen.ask("Party", suggestion: Words.answer(offered))
      let text = try typed(reply, .party)
      if reply == .back { return .back }
      if reply == .help { continue }
      let answer = text.map { Answer.text($0) } ?? offered
      if try accept(answer, .party, shown: Words.answer(answer)) { return .answered }
    }
  }

  private mutating func askField(_ question: Question, mistaken: String) throws -> Turn {
    let kept = wizard.draft[question.field]
    if let choices = question.form?.choices { offer(choices) }
    // A long answer is put right rather than typed again.
    let isLong = question.form?.type == .text && question.form?.choices == nil
    var mistaken = isLong ? mistaken : ""
    while true {
      let reply = try screen.ask(
        question.label, suggestion: question.suggestion(kept: kept), initial: mistaken)
      let text = try typed(reply, question)
      if reply == .back { return .back }
      if reply == .help { continue }
      let answer = text.map { read($0, question) } ?? kept
      guard try accept(answer, question, shown: shown(answer, question)) else {
        if isLong { mistaken = text ?? "" }
        continue
      }
      if question.field == Field.email, answer == nil { screen.remark(Words.noConfirmation) }
      return .answered
    }
  }

  /// A choice may be shortened, a date said as people say it; "-" takes an answer back.
  private func read(_ text: String, _ question: Question) -> Answer? {
    if text == "-", !question.isRequired { return nil }
    if let choices = question.form?.choices {
      let matches = choices.filter { $0.lowercased().hasPrefix(text.lowercased()) }
      return .text(matches.count == 1 ? matches[0] : text)
    }
    switch question.form?.type {
    case .date: return .text(HumanDate.read(text, today: counter.today)?.description ?? text)
    case .boolean: return Answer.text(text).truth.map { .boolean($0) } ?? .text(text)
    default: return .text(text)
    }
  }

  /// An answer as it stands on the screen.
  func shown(_ answer: Answer?, _ question: Question) -> String {
    guard let answer = answer ?? question.form?.fallback else {
      return question.form?.type == .boolean ? "no" : "–"
    }
    let date = question.form?.type == .date ? answer.text.flatMap { CivilDate($0) } : nil
    return date.map { Words.date($0) } ?? Words.answer(answer)
  }

  private func offer(_ choices: [String]) {
    screen.remark(Plain.text(choices.joined(separator: " · ")))
  }

  /// The text typed, if it is an answer. Help is given here.
  func typed(_ reply: Reply, _ question: Question) throws -> String? {
    switch reply {
    case .text(let text): return text
    case .nothing: return nil
    case .back: screen.finish("back")
    case .help:
      screen.finish("?")
      try help(question)
    case .quit: break
    }
    return nil
  }

  /// Takes an answer unless the rules have something against it; then says what, right here.
  mutating func accept(_ answer: Answer?, _ question: Question, shown: String) throws -> Bool {
    var draft = wizard.draft
    draft[question.field] = answer
    screen.finish(shown)
    let scope: RuleBook.Scope = Field.ofPlanStep.contains(question.field) ? .plan : .booking
    let mistakes = try quote(draft, scope).issues
      .filter { $0.field == question.field && $0.severity == .refuse }
    for mistake in mistakes { screen.mistake(mistake.message) }
    guard mistakes.isEmpty else { return false }
    _ = wizard.advance(.answer(question.field, answer))
    return true
  }

  private func help(_ question: Question) throws {
    if let help = question.help { screen.remark(help) }
    if let choices = question.form?.choices { offer(choices) }
    if question.field == Field.time { try showDay() }
    if !question.isRequired { screen.remark("Not needed: Enter skips it, - takes an answer back.") }
    screen.remark("back: the question before · quit or Ctrl-D: leave without booking")
  }
}
